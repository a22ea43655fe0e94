/** What a thing that may leave is called in a list: its kind and its own words. */

import { rosterHeadings } from '../../../shared/exchange/roster'
import type { LeavingItem, profileFor } from '../../../shared/model/leaving'
import { t } from '../../../shared/words/words'
import { kindLabels, phaseLabels, statusLabels } from '../../ui/labels'

export const titleOf = ({ kind, item }: LeavingItem): string => {
  const own = item.title ?? item.what ?? item.block ?? item.prompt ?? item.text ?? item.date ?? ''
  const label = kindLabels[kind] ?? kind
  const words = String(own).split('\n')[0] ?? ''
  return words === '' ? label : `${label}: ${words}`
}

/** "12 notes, 3 referrals": by class and never by content. */
export const behindWords = (staysBehind: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(staysBehind)
    .map(
      ([kind, number]) => `${number} ${(kindLabels[kind] ?? kind).toLowerCase()}${number === 1 ? '' : 's'}`,
    )
    .join(', ')

const profileLabels = {
  ...rosterHeadings,
  phase: t('menteeForm.phase'),
  strengths: t('menteeForm.strengths'),
  values: t('menteeForm.values'),
  interests: t('menteeForm.interests'),
}

/** Who a mentee is, as it leaves for the next coach: everything of it that says something. */
export const profileLine = (profile: ReturnType<typeof profileFor<'next-coach'>>): string =>
  Object.entries({
    ...profile,
    status: statusLabels[profile.status],
    phase: profile.phase === '' ? '' : phaseLabels[profile.phase],
  })
    .filter(([, value]) => value !== '' && value !== null)
    .map(([name, value]) => `${profileLabels[name as keyof typeof profileLabels]}: ${value}`)
    .join(' · ')
