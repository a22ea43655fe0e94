/** What the caseload shows, filtered and sorted. */
import { displayName, yearLabel } from '../../../shared/model/mentee'
import { lastContact, openGoals, type RecordProjection } from '../../../shared/model/projection'

export type CaseloadShow = 'current' | 'archived'
export interface CaseloadSort {
  readonly by: 'name' | 'year' | 'contact' | 'goals'
  readonly descending: boolean
}

export interface CaseloadRow {
  readonly id: string
  readonly name: string
  readonly pronouns: string
  readonly year: string
  readonly group: string
  readonly status: RecordProjection['mentee']['status']
  readonly lastContact: string | null
  readonly goals: number
}

/** Case and accents do not matter when looking for a name. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const toRow = (record: RecordProjection, now: Date): CaseloadRow => ({
  id: record.id,
  name: displayName(record.mentee),
  pronouns: record.mentee.pronouns,
  year: yearLabel(record.mentee.classYear, now),
  group: record.mentee.reachGroup,
  status: record.mentee.status,
  lastContact: lastContact(record),
  goals: openGoals(record).length,
})

const compare = (a: CaseloadRow, b: CaseloadRow, by: CaseloadSort['by']): number => {
  if (by === 'goals') return a.goals - b.goals
  if (by === 'year') return a.year.localeCompare(b.year)
  if (by === 'contact') return (a.lastContact ?? '').localeCompare(b.lastContact ?? '')
  return 0
}

export const listCaseload = (
  records: readonly RecordProjection[],
  { query, show, sort }: { readonly query: string; readonly show: CaseloadShow; readonly sort: CaseloadSort },
): readonly CaseloadRow[] => {
  const now = new Date()
  // Every word somewhere: "jose b" finds José Núñez of group B.
  const words = folded(query).split(/\s+/).filter(Boolean)
  return records
    .filter(
      ({ mentee }) => mentee.deletedAt === null && (mentee.archivedAt !== null) === (show === 'archived'),
    )
    .filter(({ mentee }) => {
      const { name, preferredName, reachGroup, classYear } = mentee
      const text = folded(
        `${name} ${preferredName} ${reachGroup} ${classYear ?? ''} ${yearLabel(classYear, now)}`,
      )
      return words.every((word) => text.includes(word))
    })
    .map((record) => toRow(record, now))
    .sort(
      (a, b) =>
        (sort.descending ? -1 : 1) *
          (compare(a, b, sort.by) || (sort.by === 'name' ? a.name.localeCompare(b.name) : 0)) ||
        a.name.localeCompare(b.name),
    )
}
