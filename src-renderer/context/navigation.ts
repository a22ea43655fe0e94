/** Where the coach can be in the open vault. A screen that can be gone to from anywhere is listed with its command. */
import type { ScreenId } from '../../shared/bridge/commands'

export type MenteeTab =
  | 'overview'
  | 'notes'
  | 'goals'
  | 'reflections'
  | 'check-ins'
  | 'reach'
  | 'referrals'
  | 'record'

/** Their route says no more than which screen it is. */
type PlainScreen = Exclude<ScreenId, 'caseload'>

export type Route =
  | { readonly [Screen in PlainScreen]: { readonly screen: Screen } }[PlainScreen]
  /** With `only`, the mentees behind a number of an insight, and which number that is. */
  | { readonly screen: 'caseload'; readonly only?: readonly string[]; readonly why?: string }
  | { readonly screen: 'mentee'; readonly id: string; readonly tab: MenteeTab; readonly item?: string }
  | { readonly screen: 'session'; readonly id: string; readonly session: string }
  | { readonly screen: 'group-session'; readonly session: string }
