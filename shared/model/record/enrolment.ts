/**
 * Enrolment over time: when a mentee was enrolled, with which class, and when they were away (a leave, a research year, a
 * second degree). A line is added when something changes; none is rewritten, so that the year in school, REACH and the
 * reports read the enrolment of the day they are about. The profile's class and status are what a record without such
 * lines has, and what every record from before there were any goes on with.
 */
import type * as Y from 'yjs'
import { academicYear, DEFAULT_TURNOVER, yearOf } from '../../base/academic-year'
import { addDays } from '../../base/day'
import {
  date,
  field,
  flag,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  optionalWhole,
  setOfDays,
  text,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { spoken } from '../../words/words'
import {
  editMentee,
  type Mentee,
  type MenteeInput,
  type MenteeStatus,
  readMentee,
  yearLabel,
} from './mentee'
import { withRoleDays } from './role'

const ENROLMENT_STATES = [
  'enrolled',
  'on-leave',
  'repeating',
  'research',
  'dual-degree',
  'withdrawn',
] as const
export type EnrolmentState = (typeof ENROLMENT_STATES)[number]

const TELLS_DEAN = ['dean-not-asked', 'dean-mentee', 'dean-knows', 'dean-other'] as const

export const enrolmentLabels = spoken({
  enrolled: 'enrolment.enrolled',
  'on-leave': 'label.onLeave',
  repeating: 'enrolment.repeating',
  research: 'label.researchYear',
  'dual-degree': 'enrolment.dualDegree',
  withdrawn: 'enrolment.withdrawn',
})

export const enrolments = defineKind(
  'enrolments',
  {
    state: field(oneOf(ENROLMENT_STATES, 'enrolled'), 'enrolment.state', { leaves: true }),
    start: field(date, 'common.fromDay', { leaves: true }),
    /** The last day of it, as far as that is known; a leave that is over ends the day before the return. */
    end: field(optionalDate, 'common.until', { leaves: true }),
    /** The class they were in; none says that it did not change. */
    classYear: field(optionalWhole(1950, 2150), 'roster.class', { leaves: true }),
    /** Why, if they want it kept, and in their words. */
    note: field(text, 'enrolment.note', { search: 'body', leaves: ['mentee-inspection'] }),
    /** Whether, how and how often they wish to hear from the coach. */
    contact: field(line(), 'enrolment.contact', { search: 'detail', leaves: true }),
    /** Days on which the coach is to be in touch, and on which of them they were (leave.ts). */
    contactDays: field(setOfDays, 'enrolment.contactDays', { leaves: true }),
    contactsMade: field(setOfDays, 'enrolment.contactsMade'),
    /** Who tells the dean's office: the mentee's to say. */
    dean: field(oneOf(TELLS_DEAN, 'dean-not-asked'), 'enrolment.dean', { leaves: true }),
    coverageAsked: field(flag, 'enrolment.coverageAsked', { leaves: true }),
    housingAsked: field(flag, 'enrolment.housingAsked', { leaves: true }),
    returnPlan: field(text, 'enrolment.returnPlan', { search: 'body', leaves: true }),
    /** The session that is planned before the return. */
    returnMeeting: field(optionalLink, null),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.enrolment',
    count: 'count.enrolment',
    title: ({ state }) => enrolmentLabels[state],
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'date', day: ({ start }) => start },
    timeline: { kind: 'placement', day: ({ start }) => start, what: () => 'enrolment' },
  },
)
export type Enrolment = Of<typeof enrolments>

/** Of a record, what its enrolment is read from. */
export interface Enrolled {
  readonly mentee: Pick<Mentee, 'classYear' | 'status' | 'endedOn'>
  readonly enrolments: readonly Enrolment[]
}

const inOrder = (all: readonly Enrolment[]): readonly Enrolment[] =>
  [...kept(all)].sort(
    (a, b) =>
      a.start.localeCompare(b.start) ||
      a.createdAt.localeCompare(b.createdAt) ||
      a.id.localeCompare(b.id),
  )

/** The one that holds on a day: of those that have begun and are not over, the last. */
export const enrolmentOn = (all: readonly Enrolment[], day: string): Enrolment | undefined =>
  inOrder(all).findLast(({ start, end }) => start <= day && (end === null || day <= end))

export const enrolmentStateOn = ({ enrolments: all }: Enrolled, day: string): EnrolmentState =>
  enrolmentOn(all, day)?.state ?? 'enrolled'

/** The class they were in on a day; before the first line, the one that it says. */
export const classOn = ({ mentee, enrolments: all }: Enrolled, day: string): number | null => {
  const told = inOrder(all).filter(({ classYear }) => classYear !== null)
  return (told.findLast(({ start }) => start <= day) ?? told[0])?.classYear ?? mentee.classYear
}

/** Whether the class of a day is told by a line, and not by the profile, which says what it is now. */
export const isClassDated = ({ enrolments: all }: Enrolled, day: string): boolean =>
  kept(all).some(({ classYear, start }) => classYear !== null && start <= day)

/** Whether the school's REACH is theirs on a day. Who is away is not excused from it: they are not in it. */
export const isInSchool = (record: Enrolled, day: string): boolean =>
  ['enrolled', 'repeating'].includes(enrolmentStateOn(record, day))

export type StatusOnDay = MenteeStatus | 'withdrawn'
const STANDING: Partial<Readonly<Record<EnrolmentState, StatusOnDay>>> = {
  'on-leave': 'on-leave',
  withdrawn: 'withdrawn',
}
export const statusOn = (record: Enrolled, day: string): StatusOnDay => {
  const { status, endedOn } = record.mentee
  const hasEnded = endedOn === null || endedOn <= day
  const isOver = status === 'graduated' || status === 'transferred'
  // Before the day on which coaching ended they were what they were then, and that the profile no longer says.
  if (isOver && !hasEnded) return STANDING[enrolmentStateOn(record, day)] ?? 'active'
  return isOver ? status : (STANDING[enrolmentStateOn(record, day)] ?? status)
}

/** Years that count as no year of medical school. */
const BESIDE: readonly EnrolmentState[] = ['research', 'dual-degree', 'withdrawn']

/** 1 to 4, or null outside the four years and in a year beside them. */
export const schoolYearOn = (record: Enrolled, day: string, turnover: string): number | null =>
  BESIDE.includes(enrolmentStateOn(record, day))
    ? null
    : yearOf(classOn(record, day), day, turnover)

/** "MS2", "Research year", "Class of 2031"; '' when unknown. */
export const schoolYearWords = (record: Enrolled, day: string, turnover: string): string => {
  const state = enrolmentStateOn(record, day)
  return BESIDE.includes(state)
    ? enrolmentLabels[state]
    : yearLabel(classOn(record, day), day, turnover)
}

/** The leave whose return nobody has written down yet. */
export const openLeave = (all: readonly Enrolment[]): Enrolment | undefined => {
  const last = inOrder(all).at(-1)
  return last?.state === 'on-leave' ? last : undefined
}

/** The leave that they are on, or that is over and whose return nobody has written down. */
export const leaveToReturnFrom = (record: Enrolled, day: string): Enrolment | undefined => {
  const now = enrolmentOn(record.enrolments, day)
  if (statusOn(record, day) === 'on-leave') return now?.state === 'on-leave' ? now : undefined
  const last = openLeave(record.enrolments)
  const isOver = last?.end != null && last.end < day && record.mentee.status === 'active'
  return isOver ? last : undefined
}

/** Before the first change, what it changes: from the first year of the class, or from when coaching began. */
export const beginHistory = (record: Y.Doc, start: string): void => {
  const { classYear, coachedSince } = readMentee(record)
  if (classYear === null || kept(enrolments.readAll(record)).length > 0) return
  const first = academicYear(classYear - 3, DEFAULT_TURNOVER).from
  const begun = coachedSince !== null && coachedSince < first ? coachedSince : first
  if (begun < start) enrolments.add(record, { state: 'enrolled', start: begun, classYear })
}

/** Ends what holds on the day before, if that is a leave. */
const endLeave = (record: Y.Doc, back: string): void => {
  const last = addDays(back, -1)
  for (const { id, state, end } of kept(enrolments.readAll(record)))
    if (state === 'on-leave' && (end === null || end > last))
      enrolments.edit(record, { id, next: { end: last } })
}

/** The way back, on a day that may still be ahead: the class that they come back to is theirs from that day on. */
export const comeBack = (
  record: Y.Doc,
  {
    today,
    ...input
  }: Pick<Enrolment, 'start' | 'state' | 'classYear' | 'note'> & { readonly today: string },
): string =>
  record.transact(() => {
    beginHistory(record, input.start)
    endLeave(record, input.start)
    const next: Partial<MenteeInput> = {
      ...(readMentee(record).status === 'on-leave' ? { status: 'active' } : {}),
      ...(input.start <= today ? { classYear: input.classYear } : {}),
    }
    editMentee(record, { next })
    return enrolments.add(record, input)
  })

/** They left the school on a day: withdrew, or were dismissed. Which of the two is not said. */
export const withdraw = (record: Y.Doc, start: string): void =>
  record.transact(() => {
    if (inOrder(enrolments.readAll(record)).at(-1)?.state === 'withdrawn') return
    beginHistory(record, start)
    endLeave(record, start)
    enrolments.add(record, { state: 'withdrawn', start })
  })

/** The profile as it is today, which is what a form shows. */
export const menteeOn = <M extends Mentee>(
  record: { readonly mentee: M; readonly enrolments: readonly Enrolment[] },
  day: string,
): M => {
  const status = statusOn(record, day)
  return {
    ...record.mentee,
    classYear: classOn(record, day),
    ...(status === 'withdrawn' ? {} : { status }),
  }
}

/**
 * Edits the profile, and keeps what is told by day in step: another class puts the line of today right, "active" again
 * ends a leave today.
 */
export const editDetails = (
  record: Y.Doc,
  {
    today,
    base,
    next,
  }: {
    readonly today: string
    readonly base: Partial<MenteeInput>
    readonly next: Partial<MenteeInput>
  },
): void =>
  record.transact(() => {
    const rolesOn = withRoleDays(readMentee(record), next, today)
    editMentee(record, { base, next })
    editMentee(record, { next: { rolesOn } })
    if ('classYear' in next && next.classYear !== base.classYear) {
      const told = inOrder(enrolments.readAll(record)).findLast(
        ({ classYear, start }) => classYear !== null && start <= today,
      )
      if (told !== undefined)
        enrolments.edit(record, { id: told.id, next: { classYear: next.classYear ?? null } })
    }
    if (base.status === 'on-leave' && next.status === 'active') endLeave(record, today)
  })
