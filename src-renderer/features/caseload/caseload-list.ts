/** What the caseload shows: filtered, sorted and grouped. */

import { fold } from '../../../shared/base/fold'
import type { RecordProjection, VaultProjection } from '../../../shared/model/projection'
import { byAttention, type MenteeStanding, menteeStanding } from '../../../shared/views/attention'
import { t } from '../../../shared/words/words'

export type CaseloadShow = 'current' | 'archived'
export type SortBy =
  | 'attention'
  | 'name'
  | 'year'
  | 'contact'
  | 'next'
  | 'goals'
  | 'actions'
  | 'reach'
export interface CaseloadSort {
  readonly by: SortBy
  readonly descending: boolean
}
export type GroupBy = 'none' | 'year' | 'group' | 'status'

export interface CaseloadFilter {
  readonly query: string
  readonly show: CaseloadShow
  readonly year: number | null
  readonly group: string | null
  readonly only: 'all' | 'overdue' | 'actions' | 'reach'
}

const REACH_ORDER = { none: 0, started: 1, done: 2, 'no-week': 3, 'not-enrolled': 4 } as const

const compare = (a: MenteeStanding, b: MenteeStanding, by: SortBy): number => {
  switch (by) {
    case 'attention':
      return byAttention(a, b)
    case 'name':
      return a.name.localeCompare(b.name)
    case 'year':
      return (a.classYear ?? 9999) - (b.classYear ?? 9999)
    case 'contact':
      return (a.lastContact ?? '').localeCompare(b.lastContact ?? '')
    case 'next':
      return (a.nextContact ?? '9').localeCompare(b.nextContact ?? '9')
    case 'goals':
      return a.openGoals - b.openGoals
    case 'actions':
      return a.actionsOverdue - b.actionsOverdue || a.actionsDue - b.actionsDue
    case 'reach':
      return REACH_ORDER[a.reach] - REACH_ORDER[b.reach]
  }
}

export const groupKey = (row: MenteeStanding, by: GroupBy): string => {
  if (by === 'year')
    return row.year === null
      ? row.classYear === null
        ? t('caseload.noClass')
        : t('caseload.classOf', { year: row.classYear })
      : t('caseload.schoolYear', { year: row.year })
  if (by === 'group')
    return row.group === ''
      ? t('caseload.noReachGroup')
      : t('caseload.reachGroup', { group: row.group })
  if (by === 'status') return row.status
  return ''
}

export const listCaseload = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  today: string,
  filter: CaseloadFilter,
  sort: CaseloadSort,
  groupBy: GroupBy,
): readonly MenteeStanding[] => {
  // Every word somewhere: "jose b" finds José Núñez of group B.
  const words = fold(filter.query).split(/\s+/).filter(Boolean)
  return records
    .filter(
      ({ mentee }) =>
        mentee.deletedAt === null && (mentee.archivedAt !== null) === (filter.show === 'archived'),
    )
    .map((record) => menteeStanding(record, vault, today))
    .filter((row) => {
      const text = fold(
        `${row.name} ${row.group} ${row.classYear ?? ''} ${row.year === null ? '' : t('caseload.schoolYear', { year: row.year })} ${row.tags.join(' ')} ${row.rotation}`,
      )
      return (
        words.every((word) => text.includes(word)) &&
        (filter.year === null || row.year === filter.year) &&
        (filter.group === null || row.group === filter.group) &&
        (filter.only === 'all' ||
          (filter.only === 'overdue' && row.overdue) ||
          (filter.only === 'actions' && row.actionsOverdue > 0) ||
          (filter.only === 'reach' && row.reachOpen))
      )
    })
    .sort(
      (a, b) =>
        groupKey(a, groupBy).localeCompare(groupKey(b, groupBy)) ||
        (sort.descending ? -1 : 1) * compare(a, b, sort.by) ||
        a.name.localeCompare(b.name),
    )
}
