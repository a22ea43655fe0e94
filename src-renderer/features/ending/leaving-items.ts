/** What a thing that may leave is called in a list: its kind and its own words. */
import type { LeavingItem } from '../../../shared/model/leaving'
import { kindLabels } from '../../ui/labels'

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
