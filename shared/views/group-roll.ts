/** Who is in a REACH group's session on its day. */
import type { RecordProjection } from '../model/projection'
import { isInSchool } from '../model/record/enrolment'
import type { GroupSession } from '../model/record/group-session'

export interface GroupRoll {
  readonly members: readonly RecordProjection[]
  /** Of the group, and not enrolled that day: neither called nor absent. */
  readonly away: readonly RecordProjection[]
}

/** Whoever was there belongs to it, also from another group or on leave. */
export const groupRoll = (
  records: readonly RecordProjection[],
  { group, date, present }: Pick<GroupSession, 'group' | 'date' | 'present'>,
): GroupRoll => {
  const isThere = ({ id }: RecordProjection): boolean => present.includes(id)
  const theirs = records.filter((record) => record.mentee.reachGroup === group || isThere(record))
  const isCalled = (record: RecordProjection): boolean =>
    isThere(record) || isInSchool(record, date)
  return { members: theirs.filter(isCalled), away: theirs.filter((record) => !isCalled(record)) }
}
