/** What the program may know of a mentee: whether something was done, and never what was said (leaving.ts). */
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from './projection'
import { standingAgreements } from './record/agreement'
import { weekStatus, weeksOfMentee } from './record/reach'

export interface ProgramFacts {
  /** In a session of their own or with their REACH group. */
  readonly met: boolean
  readonly sessionsHeld: number
  readonly groupsAttended: number
  readonly sessionsMissed: number
  readonly agreementInPlace: boolean
  readonly reachWeeksDone: number
  readonly reachWeeksBegun: number
}

/** Met or not met, agreement in place, REACH completion: all that the program may know of a mentee. */
export const programFacts = (
  record: RecordProjection,
  vault: Pick<VaultProjection, 'reachWeeks' | 'groupSessions'>,
  from: string,
  to: string,
): ProgramFacts => {
  const within = kept(record.sessions).filter(({ date }) => from <= date && date <= to)
  const sessionsHeld = within.filter(({ status }) => status === 'held').length
  const groupsAttended = kept(vault.groupSessions).filter(
    ({ status, date, present }) =>
      status === 'held' && from <= date && date <= to && present.includes(record.id),
  ).length
  const begun = weeksOfMentee(vault.reachWeeks, record).filter(
    ({ start }) => from <= start && start <= to,
  )
  return {
    met: sessionsHeld + groupsAttended > 0,
    sessionsHeld,
    groupsAttended,
    sessionsMissed: within.filter(({ status }) => status === 'missed').length,
    agreementInPlace: standingAgreements(record.agreements).some(
      ({ agreedOn }) => agreedOn !== null,
    ),
    reachWeeksDone: begun.filter(({ id }) => weekStatus(record.reachMarks, id) === 'done').length,
    reachWeeksBegun: begun.length,
  }
}
