/** Where what was found is opened. */
import type { SearchHit } from '../../../shared/search/engine'
import type { MenteeTab, Route } from '../../context/navigation'

const TABS: Readonly<Partial<Record<SearchHit['kind'], MenteeTab>>> = {
  note: 'notes',
  goal: 'goals',
  reflection: 'reflections',
  'check-in': 'check-ins',
  referral: 'referrals',
  plan: 'goals',
  agreement: 'record',
  date: 'record',
  shared: 'record',
}

export const routeOf = ({ kind, record, id, key }: SearchHit): Route => {
  if (record !== '') {
    if (key.includes('/sessions/')) return { screen: 'session', id: record, session: id }
    return { screen: 'mentee', id: record, tab: TABS[kind] ?? 'overview', item: id }
  }
  switch (kind) {
    case 'resource':
      return { screen: 'resources' }
    case 'template':
      return { screen: 'settings' }
    case 'session':
      return { screen: 'group-session', session: id }
    default:
      return { screen: 'today' }
  }
}
