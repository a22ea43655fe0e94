/** Where the coach can be in the open vault. */
import type { Place } from '../../shared/crdt/about'

export type MenteeTab = Extract<Place, { readonly tab: string }>['tab']

export type Route =
  | { readonly screen: 'today' }
  /** With `only`, the mentees behind a number of an insight, and which number that is. */
  | { readonly screen: 'caseload'; readonly only?: readonly string[]; readonly why?: string }
  | { readonly screen: 'import' }
  | { readonly screen: 'import-notes' }
  | { readonly screen: 'mentee'; readonly id: string; readonly tab: MenteeTab; readonly item?: string }
  | { readonly screen: 'session'; readonly id: string; readonly session: string }
  | { readonly screen: 'group-session'; readonly session: string }
  | { readonly screen: 'goals' }
  | { readonly screen: 'reach' }
  | { readonly screen: 'resources' }
  | { readonly screen: 'insights' }
  | { readonly screen: 'reports' }
  | { readonly screen: 'bin' }
  | { readonly screen: 'settings' }

/** Where an item is opened; what belongs to the whole caseload has no record. */
export const routeTo = (place: Place, record: string, item: string): Route => {
  if ('tab' in place) return { screen: 'mentee', id: record, tab: place.tab, item }
  if (place.screen === 'session') return { screen: 'session', id: record, session: item }
  if (place.screen === 'group-session') return { screen: 'group-session', session: item }
  return { screen: place.screen }
}
