/**
 * A leave as it is agreed with the mentee: whether and on which days they wish to hear from the coach, who tells the dean
 * (theirs to do), whether coverage and housing were asked about, what of the calendar falls into it, and the meeting before
 * the return. Nobody who is away is late with anything, and the coach is in touch only as they wished.
 */
import type * as Y from 'yjs'
import { addDays, weekdayOf } from '../../base/day'
import { kept } from '../../crdt/kind'
import { beginHistory, type Enrolment, enrolmentOn, enrolments } from './enrolment'
import { addSession, type Session, sessions } from './session'

const RETURN_MEETING_DAYS = 28
/** Four weeks before the first day back, or on that day when the leave is not longer than that; not on a weekend. */
export const proposedMeeting = (start: string, end: string | null): string | null => {
  if (end === null || end < start) return null
  const back = addDays(end, 1)
  const before = addDays(back, -RETURN_MEETING_DAYS)
  const day = before > start ? before : back
  const weekday = weekdayOf(day)
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0)
}

type AwayDays = Pick<Enrolment, 'start' | 'end'> &
  Partial<Pick<Enrolment, 'contactDays' | 'returnMeeting'>>

/** A day of the leave on which nobody agreed to be in touch. */
const isAwayOn = ({ start, end, contactDays = [] }: AwayDays, day: string): boolean =>
  start <= day && (end === null || day <= end) && !contactDays.includes(day)

/**
 * What is planned in a leave, before it was known or after, the earliest first; without an end, all that is planned from
 * its start on. The meeting before the return, and what is on a day to be in touch, belongs to the leave.
 */
export const plannedWithin = (all: readonly Session[], leave: AwayDays): readonly Session[] =>
  kept(all)
    .filter(
      ({ id, status, date, startedAt }) =>
        status === 'planned' &&
        startedAt === null &&
        id !== leave.returnMeeting &&
        isAwayOn(leave, date),
    )
    .sort((a, b) => a.date.localeCompare(b.date))

/** Of days on which something is to be planned, those in a leave that is known, with the leave. */
export const awayOn = (
  all: readonly Enrolment[],
  days: readonly string[],
): { readonly leave: Enrolment; readonly days: readonly string[] } | undefined => {
  const away = days.flatMap((day) => {
    const leave = enrolmentOn(all, day)
    return leave?.state === 'on-leave' && isAwayOn(leave, day) ? [{ leave, day }] : []
  })
  const [first] = away
  return first && { leave: first.leave, days: away.map(({ day }) => day) }
}

/** Cancels sessions, or plans again those that were canceled. */
export const setSessions = (
  record: Y.Doc,
  { ids, status }: { readonly ids: readonly string[]; readonly status: 'planned' | 'cancelled' },
): void =>
  record.transact(() => {
    for (const id of ids) sessions.edit(record, { id, next: { status } })
  })

type LeaveInput = Pick<Enrolment, 'start' | 'end'> & Partial<typeof enrolments.empty>

interface TakenLeave {
  readonly enrolment: string
  readonly session: string | null
  /** The sessions that were cancelled with it. */
  readonly cancelled: readonly string[]
}

/** Takes a leave down, cancels what was planned in it if that is wished, and plans the meeting before the return. */
export const takeLeave = (
  record: Y.Doc,
  input: LeaveInput & { readonly meetOn: string | null; readonly cancel: boolean },
): TakenLeave =>
  record.transact(() => {
    const { meetOn, cancel, ...leave } = input
    beginHistory(record, leave.start)
    const cancelled = cancel
      ? plannedWithin(sessions.readAll(record), leave).map(({ id }) => id)
      : []
    setSessions(record, { ids: cancelled, status: 'cancelled' })
    const session =
      meetOn === null
        ? null
        : addSession(record, { status: 'planned', date: meetOn, minutes: 45 }).session
    const enrolment = enrolments.add(record, {
      ...leave,
      state: 'on-leave',
      returnMeeting: session,
    })
    return { enrolment, session, cancelled }
  })

/** Takes all of it back: the leave, its meeting, and what was cancelled with it is planned again. */
export const undoLeave = (record: Y.Doc, { enrolment, session, cancelled }: TakenLeave): void =>
  record.transact(() => {
    enrolments.remove(record, { id: enrolment, deleted: true })
    if (session !== null) sessions.remove(record, { id: session, deleted: true })
    setSessions(record, { ids: cancelled, status: 'planned' })
  })

export interface LeaveContact {
  readonly leave: Enrolment
  readonly day: string
}

/** The agreed days of a leave on which the coach was not in touch yet, the earliest first. */
export const contactDaysLeft = ({
  contactDays,
  contactsMade,
}: Pick<Enrolment, 'contactDays' | 'contactsMade'>): readonly string[] =>
  contactDays.filter((day) => !contactsMade.includes(day)).sort()

/** While they are on leave: the last agreed day that has come or is near. Who is reached now needs no call for an earlier one. */
export const leaveContacts = (
  all: readonly Enrolment[],
  today: string,
  until: string,
): readonly LeaveContact[] => {
  const leave = enrolmentOn(all, today)
  if (leave?.state !== 'on-leave') return []
  const days = contactDaysLeft(leave).filter((day) => day < until)
  const day = days.findLast((one) => one <= today) ?? days[0]
  return day === undefined ? [] : [{ leave, day }]
}

/** The coach was in touch: for that day, and for those before it. */
export const markLeaveContact = (
  record: Y.Doc,
  { id, day }: { readonly id: string; readonly day: string },
): void => {
  const leave = kept(enrolments.readAll(record)).find((one) => one.id === id)
  if (leave === undefined) return
  const made = leave.contactDays.filter((one) => one <= day)
  enrolments.edit(record, {
    id,
    base: leave,
    next: { contactsMade: [...new Set([...leave.contactsMade, ...made])] },
  })
}
