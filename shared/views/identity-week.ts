/**
 * The identity question has its own REACH week: the last one of each year in school, so that the answers of four years
 * stand a year apart (the identity thread, model/record/reflection.ts). It is asked from two weeks before until two after,
 * unless it was answered in the half-year before.
 */
import { addDays } from '../base/day'
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { isInSchool } from '../model/record/enrolment'
import { type ReachWeek, weeksOfMentee } from '../model/record/reach'

const QUARTER = 4
const AROUND_DAYS = 14
const HALF_A_YEAR_DAYS = 182

/** The week in which it is asked these days, or none. */
export const identityWeek = (
  record: RecordProjection,
  { reachWeeks }: Pick<VaultProjection, 'reachWeeks'>,
  day: string,
): ReachWeek | undefined => {
  if (!isInSchool(record, day)) return undefined
  const week = weeksOfMentee(reachWeeks, record).find(
    ({ quarter, start, end }) =>
      quarter === QUARTER &&
      addDays(start, -AROUND_DAYS) <= day &&
      day <= addDays(end, AROUND_DAYS),
  )
  if (week === undefined) return undefined
  const since = addDays(week.start, -HALF_A_YEAR_DAYS)
  const isAnswered = kept(record.reflections).some(
    ({ framework, date }) => framework === 'identity' && since <= date,
  )
  return isAnswered ? undefined : week
}
