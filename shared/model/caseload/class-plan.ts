/**
 * The plan of four years that is shipped: what happens to a class in most schools, and about when. It holds months and no
 * days, since no two schools have the same ones: the school's own come from its calendar or from the coach. What belongs
 * to the residency season has its day there (season-date.ts), and only its month and its questions here.
 *
 * A class that is given the plan keeps it in its own words: what a coach changes in one is theirs.
 */
import type * as Y from 'yjs'
import { takeInItem } from '../../crdt/taking-in'
import { type PlainKey, t } from '../../words/words'
import { type ClassDate, classDates, datesOfClass } from './class-date'

const DEGREES = ['md', 'do'] as const
/** Which boards they sit: the USMLE's Steps, or COMLEX-USA's Levels. */
export type Degree = (typeof DEGREES)[number]

export interface Milestone {
  readonly id: string
  readonly title: Readonly<Record<Degree, PlainKey>>
  readonly questions: PlainKey
  /** In their school year, 1 to 4, and in a month of that, as most schools have it. */
  readonly year: number
  readonly month: number
  /** The entry of the season whose day it has. */
  readonly season?: string
  /** What a calendar, an exam or a date of a mentee says that is about the same. */
  readonly says?: RegExp
}

const milestone = (
  id: string,
  [year, month]: readonly [number, number],
  title: PlainKey | readonly [md: PlainKey, doctorOfOsteopathy: PlainKey],
  questions: PlainKey,
  more: Pick<Milestone, 'season' | 'says'> = {},
): Milestone => {
  const [md, osteopathic] = typeof title === 'string' ? [title, title] : title
  return { id, year, month, title: { md, do: osteopathic }, questions, ...more }
}

export const PLAN: readonly Milestone[] = [
  milestone('white-coat', [1, 8], 'path.whiteCoat', 'path.whiteCoatAsk', { says: /white coat/i }),
  milestone('first-patient', [1, 9], 'path.firstPatient', 'path.firstPatientAsk', {
    says: /\bfirst patients?\b/i,
  }),
  milestone('boards-1', [2, 5], ['path.stepOne', 'path.levelOne'], 'path.boardsFirstAsk', {
    says: /\b(?:step|level)[ -]?(?:1|I)\b/i,
  }),
  milestone('clerkships', [3, 7], 'path.clerkships', 'path.clerkshipsAsk', {
    says: /\bclerkships?\b.{0,40}\b(?:start|begin|orientation)|\b(?:start|beginning|first day) of (?:the )?clerkships?\b/i,
  }),
  milestone('shelf', [3, 9], 'path.shelf', 'path.shelfAsk', {
    says: /\bshelf\b|\bNBME subject\b/i,
  }),
  milestone('season-opens', [3, 6], 'season.opens', 'path.opensAsk', { season: 'opens' }),
  milestone('away', [4, 7], 'path.away', 'path.awayAsk', {
    says: /\baway rotations?\b|\bvisiting (?:student )?(?:rotation|elective)/i,
  }),
  milestone('boards-2', [4, 7], ['path.stepTwo', 'path.levelTwo'], 'path.boardsSecondAsk', {
    says: /\b(?:step|level)[ -]?(?:2|II)\b/i,
  }),
  milestone('mspe', [4, 8], 'path.mspe', 'path.mspeAsk', { says: /\bMSPE\b|\bdean[’']s letter/i }),
  milestone('season-submit', [4, 9], 'season.submit', 'path.submitAsk', { season: 'submit' }),
  milestone('season-review', [4, 9], 'season.review', 'path.reviewAsk', { season: 'review' }),
  milestone('interviews', [4, 10], 'path.interviews', 'path.interviewsAsk', {
    says: /\binterview season\b|\bresidency interviews?\b/i,
  }),
  milestone('season-rank-due', [4, 3], 'season.rankDue', 'path.rankDueAsk', { season: 'rank-due' }),
  milestone('season-match-day', [4, 3], 'season.matchDay', 'path.matchDayAsk', {
    season: 'match-day',
    says: /\bmatch day\b/i,
  }),
  milestone('graduation', [4, 5], 'path.graduation', 'path.graduationAsk', {
    says: /\bgraduation\b|\bcommencement\b/i,
  }),
]

/** By the calendar of most schools, whose year turns in July. */
const JULY = 7
/** The first of the month in which a class comes to it. */
export const monthOf = ({ year, month }: Milestone, classYear: number): string =>
  `${classYear - 4 + year - (month >= JULY ? 1 : 0)}-${String(month).padStart(2, '0')}-01`

/** The last day of the month that a day is in. */
export const lastOfMonth = (day: string): string => {
  const next = new Date(`${day.slice(0, 8)}01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1, 0)
  return next.toISOString().slice(0, 10)
}

/** An item of the plan in the words of a degree, for a class. */
export const plannedDate = (one: Milestone, classYear: number, degree: Degree) => ({
  title: t(one.title[degree]),
  classYear,
  date: monthOf(one, classYear),
  monthOnly: true,
  questions: t(one.questions),
  milestone: one.id,
})

/** What of the plan a class is given: what was over before the coach set it up nobody asks about any more. */
export const planAhead = (classYear: number, today: string): readonly Milestone[] =>
  PLAN.filter((one) => one.season === undefined && lastOfMonth(monthOf(one, classYear)) >= today)

/** What of that a class does not have. Of a plan that it has, what the coach took out is not wanted. */
export const planLacking = (
  stored: readonly ClassDate[],
  classYear: number,
  today: string,
): readonly Milestone[] => {
  const there = datesOfClass(stored, classYear)
  const ofClass = stored.filter((one) => one.classYear === classYear)
  const known = there.some(({ milestone }) => milestone !== '') ? ofClass : there
  return planAhead(classYear, today).filter(
    ({ id }) => !known.some(({ milestone }) => milestone === id),
  )
}

/** Gives a class one item of the plan: whichever laptop does so, and whatever for, it is the same item. */
export const givePlanned = (
  vault: Y.Doc,
  input: { readonly one: Milestone; readonly classYear: number; readonly degree: Degree },
): string => {
  const given = plannedDate(input.one, input.classYear, input.degree)
  return takeInItem(vault, classDates, given, `${given.date}T00:00:00.000Z`)
}

/** Whether a class has the plan, and not only days of it that came out of a calendar. */
export const hasPlan = (stored: readonly ClassDate[], classYear: number): boolean =>
  datesOfClass(stored, classYear).some((one) => one.monthOnly && one.milestone !== '')

/**
 * Gives a class what it lacks of the plan; returns the ids. Two laptops that do so before they meet make the same of it.
 */
export const adoptPlan = (
  vault: Y.Doc,
  input: { readonly classYear: number; readonly degree: Degree; readonly today: string },
): readonly string[] =>
  vault.transact(() => {
    const { classYear, degree, today } = input
    return planLacking(classDates.readAll(vault), classYear, today).map((one) =>
      givePlanned(vault, { one, classYear, degree }),
    )
  })

export const removeClassDates = (vault: Y.Doc, ids: readonly string[]): void =>
  vault.transact(() => {
    for (const id of ids) classDates.remove(vault, { id, deleted: true })
  })
