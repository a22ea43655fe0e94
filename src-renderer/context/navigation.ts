/** Where the coach can be in the open vault. A screen that can be gone to from anywhere is listed with its command. */
import type { ScreenId } from '../../shared/bridge/commands'
import type { Place } from '../../shared/crdt/about'
import type { SettingsSectionId } from './settings-sections'

export type MenteeTab = Extract<Place, { readonly tab: string }>['tab']

/** Their route says no more than which screen it is. */
type PlainScreen = Exclude<ScreenId, 'caseload' | 'settings'>

export type Route =
  | { readonly [Screen in PlainScreen]: { readonly screen: Screen } }[PlainScreen]
  /** With `only`, the mentees behind a number of an insight, and which number that is. */
  | { readonly screen: 'caseload'; readonly only?: readonly string[]; readonly why?: string }
  /** Without a section, where the coach was the last time. */
  | { readonly screen: 'settings'; readonly section?: SettingsSectionId }
  | {
      readonly screen: 'mentee'
      readonly id: string
      readonly tab: MenteeTab
      readonly item?: string
    }
  | { readonly screen: 'session'; readonly id: string; readonly session: string }
  | { readonly screen: 'group-session'; readonly session: string }

/** Where an item is opened; what belongs to the whole caseload has no record. */
export const routeTo = (place: Place, record: string, item: string): Route => {
  if ('tab' in place) return { screen: 'mentee', id: record, tab: place.tab, item }
  if (place.screen === 'session') return { screen: 'session', id: record, session: item }
  if (place.screen === 'group-session') return { screen: 'group-session', session: item }
  if (place.screen === 'settings') return place
  return { screen: place.screen }
}
