/** Where the coach can be in the open vault. */
export type MenteeTab =
  | 'overview'
  | 'notes'
  | 'goals'
  | 'reflections'
  | 'check-ins'
  | 'reach'
  | 'referrals'
  | 'record'

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
