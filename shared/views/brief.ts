/** The five-minute brief: the page before a talk, gathered from a mentee's record. */

import { addDays, daysBetween } from '../base/day'
import { kept } from '../crdt/kind'
import { isToCheck, type SeasonDate } from '../model/caseload/season-date'
import type { BriefSource } from '../model/leaving'
import { lastContact, openGoals, type VaultProjection } from '../model/projection'
import { type SpokenLimit, staleLimits, standingAgreements } from '../model/record/agreement'
import { type CheckIn, measured } from '../model/record/check-in'
import { type Concern, openConcerns, unsaidConcerns } from '../model/record/concern'
import { enrolmentLabels, enrolmentOn } from '../model/record/enrolment'
import { type Feedback, newestFeedback } from '../model/record/feedback'
import { stillToTell, type ToTell } from '../model/record/first-steps'
import { type Goal, isScored, latest } from '../model/record/goal'
import type { GroupSession } from '../model/record/group-session'
import { contactDaysLeft } from '../model/record/leave'
import type { Note } from '../model/record/note'
import { anniversariesNear, type RotationMoment, rotationMoments } from '../model/record/placement'
import type { Reflection } from '../model/record/reflection'
import type { AgendaItem, Prep, Session } from '../model/record/session'
import { t } from '../words/words'
import { seasonAhead } from './season-ahead'
import { type SinceLastMet, sinceLastMet } from './since-last-met'

export const AHEAD_DAYS = 60

interface DateAhead {
  readonly id: string
  readonly title: string
  readonly date: string
  /** Only the month of it is known. */
  readonly monthOnly?: boolean
  /** What to ask around it. */
  readonly questions?: readonly string[]
}

export interface Brief {
  readonly lastContact: string | null
  readonly daysSince: number | null
  readonly lastSession: Session | undefined
  readonly lastNote: Note | undefined
  /** What the mentee took away last time, or the first words of the last session note. */
  readonly takeaway: string
  readonly next: Session | undefined
  /** The mentee's forms for the talk ahead, the newest first. */
  readonly preps: readonly Prep[]
  /** What was promised on both sides, and what has changed since. */
  readonly since: SinceLastMet
  readonly goals: readonly {
    readonly goal: Goal
    readonly confidence: number | null
    readonly score: number | null
  }[]
  readonly reflection: Reflection | undefined
  readonly checkIn: CheckIn | undefined
  /** What they last brought from others, with the change that they make of it. */
  readonly feedback: Feedback | undefined
  /** What the coach was told of them, and they do not know that. */
  readonly unsaid: readonly Concern[]
  /** What has to be passed on by a day, and nothing of what it is about. */
  readonly toTell: readonly ToTell[]
  /** Limits of confidentiality that were last said more than a year ago. */
  readonly limits: readonly SpokenLimit[]
  readonly dates: readonly DateAhead[]
  readonly ask: readonly AgendaItem[]
  /** What a rotation asks about these days; nothing of somebody who is on leave. */
  readonly rotations: readonly RotationMoment[]
  readonly avoid: string
}

const datesAhead = (
  record: BriefSource,
  seasonDates: readonly SeasonDate[],
  today: string,
): readonly DateAhead[] => {
  const until = addDays(today, AHEAD_DAYS)
  return [
    ...openConcerns(record.concerns).flatMap(({ id, what, nextDate }) =>
      nextDate === null ? [] : [{ id, title: what, date: nextDate }],
    ),
    ...kept(record.importantDates).map(({ id, title, date }) => ({ id, title, date })),
    ...kept(record.rotations).flatMap(({ id, block, start, end }) => [
      { id: `${id}/start`, title: t('brief.rotationBegins', { rotation: block }), date: start },
      { id: `${id}/end`, title: t('brief.rotationEnds', { rotation: block }), date: end },
    ]),
    ...kept(record.exams).flatMap(({ id, name, booked, windowEnd, eligibleUntil, resultOn }) =>
      (
        [
          ['booked', name, booked],
          ['window', t('exam.windowEndsOf', { exam: name }), booked === null ? windowEnd : null],
          ['eligible', t('exam.eligibilityEndsOf', { exam: name }), eligibleUntil],
          ['result', t('exam.resultOf', { exam: name }), resultOn],
        ] as const
      ).flatMap(([what, title, date]) =>
        date === null ? [] : [{ id: `${id}/${what}`, title, date }],
      ),
    ),
    ...seasonAhead(record.seasons, seasonDates, today, AHEAD_DAYS)
      .map(({ date, ...one }) => ({
        id: one.id,
        title: isToCheck({ ...one, date })
          ? t('season.notChecked', { title: one.title })
          : one.title,
        date: date !== null && date > today ? date : today,
      }))
      // What was written down of that day by hand says it already.
      .filter((one) => kept(record.importantDates).every(({ date }) => date !== one.date)),
    ...kept(record.seasons).flatMap(({ id, interviews }) =>
      interviews.map((date) => ({ id: `${id}/${date}`, title: t('season.interview'), date })),
    ),
    ...kept(record.enrolments).flatMap(({ id, state, start, end, ...leave }) => [
      { id: `${id}/start`, title: enrolmentLabels[state], date: start },
      ...(state === 'on-leave' && end !== null
        ? [{ id: `${id}/end`, title: t('enrolment.leaveEnds'), date: end }]
        : []),
      ...contactDaysLeft(leave).map((date) => ({
        id: `${id}/${date}`,
        title: t('enrolment.contactDay'),
        date,
      })),
    ]),
  ]
    .filter(({ date }) => date >= today && date <= until)
    .sort((a, b) => a.date.localeCompare(b.date))
}

export const briefOf = (
  record: BriefSource,
  groups: readonly GroupSession[],
  today: string,
  seasonDates: readonly SeasonDate[] = [],
): Brief => {
  const last = lastContact(record, groups)
  const held = kept(record.sessions).filter(({ status }) => status === 'held')
  const lastSession = held[0]
  const lastNote =
    lastSession === undefined
      ? undefined
      : kept(record.notes).find(({ session, role }) => session === lastSession.id && role !== 'aid')
  const planned = kept(record.sessions)
    .filter(({ status, date }) => status === 'planned' && date >= today)
    .sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? ''))
  const preps = kept(record.preps).filter(
    ({ date }) => lastSession === undefined || date >= lastSession.date,
  )
  return {
    lastContact: last,
    daysSince: last === null ? null : daysBetween(last, today),
    lastSession,
    lastNote,
    takeaway: lastSession?.takeaway.trim() || lastNote?.body || '',
    next: planned[0],
    // A form is for the talk after it: one from before the last session has been talked about.
    preps,
    since: sinceLastMet(record, lastSession?.date ?? null, today),
    goals: openGoals(record).map((goal) => ({
      goal,
      confidence: latest(goal.ratings)?.confidence ?? null,
      score: isScored(goal) ? (latest(goal.progress)?.score ?? null) : null,
    })),
    reflection: kept(record.reflections)[0],
    checkIn:
      measured(record.checkIns, 'who-5').at(-1) ?? measured(record.checkIns, 'burnout').at(-1),
    feedback: newestFeedback(record.feedback, (day) => day <= today),
    unsaid: unsaidConcerns(record.concerns),
    toTell: stillToTell(record.escalations),
    limits: standingAgreements(record.agreements).flatMap((one) => staleLimits(one, today)),
    dates: datesAhead(record, seasonDates, today),
    ask: kept(record.agendaItems).filter(({ session, done }) => session === null && !done),
    rotations:
      enrolmentOn(record.enrolments, today)?.state === 'on-leave'
        ? []
        : rotationMoments(record.rotations, today),
    avoid: [record.mentee.avoid, ...preps.map(({ avoid }) => avoid)]
      .filter((text) => text.trim() !== '')
      .join('\n'),
  }
}

/** The brief with more days ahead, which come from beside the record: workshops, the class's path. */
export const withDates = (brief: Brief, more: readonly DateAhead[]): Brief => ({
  ...brief,
  dates: [...brief.dates, ...more].sort((a, b) => a.date.localeCompare(b.date)),
})

/** Personal days that come round, where the coach wants to be told of them. */
export const anniversariesAhead = (
  { importantDates }: Pick<BriefSource, 'importantDates'>,
  { settings }: Pick<VaultProjection, 'settings'>,
  today: string,
): readonly DateAhead[] =>
  settings.anniversaries === 'off'
    ? []
    : anniversariesNear(importantDates, today).map(({ id, title, day, years }) => ({
        id: `${id}/anniversary`,
        title: t('brief.anniversary', { what: title, count: years }),
        date: day,
      }))
