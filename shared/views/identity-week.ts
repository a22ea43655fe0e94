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

export const asksIdentity = ({ quarter }: Pick<ReachWeek, 'quarter'>): boolean =>
  quarter === QUARTER

/** Whether it was answered for a week: in the half-year before it, or in the one after, before the next year's is near. */
export const isIdentityAnswered = (
  { reflections }: Pick<RecordProjection, 'reflections'>,
  { start }: Pick<ReachWeek, 'start'>,
): boolean => {
  const [since, until] = [addDays(start, -HALF_A_YEAR_DAYS), addDays(start, HALF_A_YEAR_DAYS)]
  return kept(reflections).some(
    ({ framework, date }) => framework === 'identity' && since <= date && date < until,
  )
}

/** The week in which it is asked these days, or none. */
export const identityWeek = (
  record: RecordProjection,
  { reachWeeks }: Pick<VaultProjection, 'reachWeeks'>,
  day: string,
): ReachWeek | undefined => {
  if (!isInSchool(record, day)) return undefined
  const week = weeksOfMentee(reachWeeks, record).find(
    (one) =>
      asksIdentity(one) &&
      addDays(one.start, -AROUND_DAYS) <= day &&
      day <= addDays(one.end, AROUND_DAYS),
  )
  return week === undefined || isIdentityAnswered(record, week) ? undefined : week
}
