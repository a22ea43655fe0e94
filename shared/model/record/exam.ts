/**
 * Exams, with the outcome kept out: the days around one, how the mentee means to prepare, and how they wish to tell the
 * coach. No score, no result and no "passed" has a place here, so that none can be shown, shared or asked for; coaching is
 * apart from assessment (docs/domain.md). What is ticked is what the coach did.
 */
import { addDays } from '../../base/day'
import {
  field,
  flag,
  oneOf,
  optionalDate,
  optionalLink,
  requiredLine,
  setOfDays,
  text,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'

const ACCOMMODATIONS = ['not-said', 'asked-for', 'none-wanted'] as const
const WAYS_TO_TELL = ['not-asked', 'in-person', 'by-message', 'not-at-all'] as const

export const exams = defineKind(
  'exams',
  {
    name: field(requiredLine('exam.nameMissing'), 'exam.name', { leaves: true }),
    booked: field(optionalDate, 'exam.booked', { leaves: true }),
    windowStart: field(optionalDate, 'exam.windowStart', { leaves: true }),
    windowEnd: field(optionalDate, 'exam.windowEnd', { leaves: true }),
    eligibleUntil: field(optionalDate, 'exam.eligibleUntil', { leaves: true }),
    /** Whether they asked for any, if they say: never what for. */
    accommodation: field(oneOf(ACCOMMODATIONS, 'not-said'), 'exam.accommodation', {
      leaves: ['mentee-inspection'],
    }),
    plan: field(text, 'exam.plan', { search: 'body', leaves: true }),
    practice: field(setOfDays, 'exam.practice', { leaves: ['mentee-inspection'] }),
    /** When the coach gets in touch afterward; the day after, if nothing is said. */
    contactOn: field(optionalDate, 'exam.contactOn', { leaves: ['mentee-inspection'] }),
    contacted: field(flag, 'exam.contacted'),
    /** When the mentee is told how it went. */
    resultOn: field(optionalDate, 'exam.resultOn', { leaves: ['mentee-inspection'] }),
    tellMe: field(oneOf(WAYS_TO_TELL, 'not-asked'), 'exam.tellMe', {
      leaves: ['mentee-inspection'],
    }),
    /** The day of the result is over, whatever it was and whether or not the coach was told. */
    resultSeen: field(flag, 'exam.resultSeen'),
    goal: field(optionalLink, null),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.exam',
    count: 'count.exam',
    title: ({ name }) => name,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'date', day: ({ booked, windowStart }) => booked ?? windowStart ?? '' },
    timeline: {
      kind: 'placement',
      day: ({ booked, windowStart }) => booked ?? windowStart,
      what: () => 'exam',
    },
  },
)
export type Exam = Of<typeof exams>

export const examDay = ({ booked, windowStart, windowEnd }: Exam): string | null =>
  booked ?? windowStart ?? windowEnd

/** The day on which the coach gets in touch afterward. */
const contactDay = ({ booked, contactOn }: Exam): string | null =>
  contactOn ?? (booked === null ? null : addDays(booked, 1))

export interface ExamMoment {
  readonly what: 'ahead' | 'after' | 'result'
  readonly day: string
  readonly exam: Exam
}

/** An exam is told of this long before, and what comes after it is not asked about for longer. */
const AHEAD_DAYS = 7
const AFTER_DAYS = 14

/** What an exam asks of the coach today. Who would rather not tell is left alone but for the day itself. */
export const examMoments = (all: readonly Exam[], today: string): readonly ExamMoment[] =>
  kept(all).flatMap((exam): readonly ExamMoment[] => {
    const isSoon = (day: string | null): day is string =>
      day !== null && today <= day && day <= addDays(today, AHEAD_DAYS)
    const isJustOver = (day: string | null, days = AFTER_DAYS): day is string =>
      day !== null && day <= today && today <= addDays(day, days)
    const { booked, resultOn, contacted, resultSeen, tellMe } = exam
    const contact = contactDay(exam)
    return [
      ...(isSoon(booked) ? [{ what: 'ahead', day: booked, exam } as const] : []),
      ...(!contacted && isJustOver(contact)
        ? [{ what: 'after', day: contact, exam } as const]
        : []),
      ...(!resultSeen && isJustOver(resultOn, tellMe === 'not-at-all' ? 0 : AFTER_DAYS)
        ? [{ what: 'result', day: resultOn, exam } as const]
        : []),
    ]
  })
