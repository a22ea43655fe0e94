/** What happens to mentees, as Today tells of it (today.ts). */
import type { RecordProjection, VaultProjection } from '../model/projection'
import { afterCareDue, type ContactDue } from '../model/record/after-care'
import {
  type Concern,
  concernsToRecuseFrom,
  openConcerns,
  unsaidConcerns,
} from '../model/record/concern'
import { type Enrolment, openLeave, statusOn } from '../model/record/enrolment'
import { type ExamMoment, examMoments } from '../model/record/exam'
import { stillToTell, type ToTell } from '../model/record/first-steps'
import { type LeaveContact, leaveContacts } from '../model/record/leave'
import type { Mentee } from '../model/record/mentee'
import { type PairingMoment, pairingMoments } from '../model/record/pairing'
import {
  type Anniversary,
  anniversariesNear,
  type RotationMoment,
  rotationMoments,
} from '../model/record/placement'
import { rolesToConfirm } from '../model/record/role'

export interface Of<T> {
  readonly record: string
  readonly mentee: string
  readonly item: T
}

export interface Events {
  /** Personal days that come round; of nobody, where the coach does not want to be told. */
  readonly anniversaries: readonly Of<Anniversary>[]
  /** Whom to be in touch with after an urgent day: of what it is about nothing is here. */
  readonly afterCare: readonly Of<ContactDue>[]
  /** What has to be passed on by a day: of what it is about nothing is here. */
  readonly toTell: readonly Of<ToTell>[]
  /** Leaves that end within a week or have ended, and of which no return is written down. */
  readonly returns: readonly Of<Enrolment>[]
  /** Days on which somebody who is on leave wanted to hear from the coach. */
  readonly leaveContacts: readonly Of<LeaveContact>[]
  /** Exams that are near, and what comes after one; not of somebody who is on leave. */
  readonly exams: readonly Of<ExamMoment>[]
  /** What a rotation asks of the coach, before it, halfway and after it; not of somebody who is on leave. */
  readonly rotations: readonly Of<RotationMoment>[]
  /** The first message that is still to be sent, and how the pairing fits. */
  readonly pairings: readonly Of<PairingMoment>[]
  /** Roles that get in the way of coaching somebody, and of which this year nobody said that they are still so. */
  readonly roles: readonly Of<Mentee>[]
  /** Of what the coach was told: what the mentee does not know yet, and whose next date is near or over. */
  readonly concerns: readonly Of<{ readonly concern: Concern; readonly due: string }>[]
  /** What is before a committee that the coach sits on and has not recused themselves from. */
  readonly recusals: readonly Of<Concern>[]
}

/** What happens to mentees; most of it is not asked of somebody who is on leave. */
export const eventsOf = (
  each: <T>(list: (record: RecordProjection) => readonly T[]) => Of<T>[],
  vault: VaultProjection,
  today: string,
  until: string,
): Events => {
  const eachActive = <T>(list: (record: RecordProjection) => readonly T[]): Of<T>[] =>
    each((record) => (statusOn(record, today) === 'active' ? list(record) : []))
  return {
    anniversaries: each(({ importantDates }) =>
      vault.settings.anniversaries === 'on' ? anniversariesNear(importantDates, today) : [],
    ),
    afterCare: each(({ escalations }) => afterCareDue(escalations, today)),
    toTell: each(({ escalations }) => stillToTell(escalations)),
    concerns: each((record) => {
      const unsaid = unsaidConcerns(record.concerns)
      if (record.mentee.endedOn !== null) return []
      return openConcerns(record.concerns).flatMap((concern) => {
        if (unsaid.includes(concern)) return [{ concern, due: concern.date }]
        const { nextDate } = concern
        return nextDate !== null && nextDate < until ? [{ concern, due: nextDate }] : []
      })
    }),
    recusals: each(concernsToRecuseFrom),
    exams: eachActive((record) => examMoments(record.exams, today)),
    rotations: eachActive((record) => rotationMoments(record.rotations, today)),
    pairings: eachActive((record) => pairingMoments(record, today)),
    roles: eachActive((record) =>
      rolesToConfirm(record.mentee, today, vault.settings.turnover).length > 0
        ? [record.mentee]
        : [],
    ),
    leaveContacts: each((record) =>
      statusOn(record, today) === 'on-leave' ? leaveContacts(record.enrolments, today, until) : [],
    ),
    returns: each((record) => {
      const leave = openLeave(record.enrolments)
      return leave?.end == null || leave.end >= until || statusOn(record, leave.end) !== 'on-leave'
        ? []
        : [leave]
    }),
  }
}
