/** What a thing that may leave is called in a list: its kind and its own words. */

import { rosterHeadings } from '../../../shared/exchange/roster'
import { itemTitle, kindCount, kindLabel } from '../../../shared/model/kinds'
import type { LeavingItem, profileFor } from '../../../shared/model/leaving'
import { spoken } from '../../../shared/words/words'
import { phaseLabels, statusLabels } from '../../ui/labels'
import { longDay } from '../../ui/when'

export const titleOf = ({ kind, item }: LeavingItem): string => {
  const label = kindLabel(kind)
  const words = itemTitle(kind, item).split('\n')[0] ?? ''
  return words === '' ? label : `${label}: ${words}`
}

/** "12 notes, 3 referrals": by class and never by content. */
export const behindWords = (staysBehind: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(staysBehind)
    .map(([kind, number]) => kindCount(kind, number ?? 0))
    .join(', ')

const otherLabels = spoken({
  phase: 'mentee.phase',
  strengths: 'mentee.strengths',
  values: 'mentee.values',
  interests: 'mentee.interests',
})

/** Who a mentee is, as it leaves for the next coach: everything of it that says something. */
export const profileRows = (
  profile: ReturnType<typeof profileFor<'next-coach'>>,
): readonly (readonly [label: string, text: string])[] => {
  const labels: Readonly<Record<string, string>> = { ...rosterHeadings, ...otherLabels }
  return Object.entries({
    ...profile,
    status: statusLabels[profile.status],
    phase: profile.phase === '' ? '' : phaseLabels[profile.phase],
    coachedSince: profile.coachedSince === null ? '' : longDay(profile.coachedSince),
  }).map(([name, value]) => [labels[name] ?? name, String(value ?? '')])
}
