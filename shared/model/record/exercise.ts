/**
 * The exercise of a REACH week: one for each quarter of the four years, in our own words, for a group or for one mentee
 * and their coach. Each ends in two questions, which a mentee's own reflection can answer. A program that has its own
 * writes it into the week (reach.ts), and this one steps back.
 */
import { spoken } from '../../words/words'
import type { ReachWeek } from './reach'

export interface Exercise {
  readonly title: string
  /** What to do, in a few sentences. */
  readonly how: string
  /** None where the program wrote its own. */
  readonly minutes: number | null
  readonly questions: readonly string[]
}

const SHIPPED = [
  spoken(
    {
      title: 'exercise.y1q1Title',
      how: 'exercise.y1q1How',
      ask: 'exercise.y1q1Ask',
      next: 'exercise.y1q1Then',
    },
    { year: 1, quarter: 1, minutes: 20 },
  ),
  spoken(
    {
      title: 'exercise.y1q2Title',
      how: 'exercise.y1q2How',
      ask: 'exercise.y1q2Ask',
      next: 'exercise.y1q2Then',
    },
    { year: 1, quarter: 2, minutes: 25 },
  ),
  spoken(
    {
      title: 'exercise.y1q3Title',
      how: 'exercise.y1q3How',
      ask: 'exercise.y1q3Ask',
      next: 'exercise.y1q3Then',
    },
    { year: 1, quarter: 3, minutes: 20 },
  ),
  spoken(
    {
      title: 'exercise.y1q4Title',
      how: 'exercise.y1q4How',
      ask: 'exercise.y1q4Ask',
      next: 'exercise.y1q4Then',
    },
    { year: 1, quarter: 4, minutes: 25 },
  ),
  spoken(
    {
      title: 'exercise.y2q1Title',
      how: 'exercise.y2q1How',
      ask: 'exercise.y2q1Ask',
      next: 'exercise.y2q1Then',
    },
    { year: 2, quarter: 1, minutes: 25 },
  ),
  spoken(
    {
      title: 'exercise.y2q2Title',
      how: 'exercise.y2q2How',
      ask: 'exercise.y2q2Ask',
      next: 'exercise.y2q2Then',
    },
    { year: 2, quarter: 2, minutes: 20 },
  ),
  spoken(
    {
      title: 'exercise.y2q3Title',
      how: 'exercise.y2q3How',
      ask: 'exercise.y2q3Ask',
      next: 'exercise.y2q3Then',
    },
    { year: 2, quarter: 3, minutes: 20 },
  ),
  spoken(
    {
      title: 'exercise.y2q4Title',
      how: 'exercise.y2q4How',
      ask: 'exercise.y2q4Ask',
      next: 'exercise.y2q4Then',
    },
    { year: 2, quarter: 4, minutes: 25 },
  ),
  spoken(
    {
      title: 'exercise.y3q1Title',
      how: 'exercise.y3q1How',
      ask: 'exercise.y3q1Ask',
      next: 'exercise.y3q1Then',
    },
    { year: 3, quarter: 1, minutes: 20 },
  ),
  spoken(
    {
      title: 'exercise.y3q2Title',
      how: 'exercise.y3q2How',
      ask: 'exercise.y3q2Ask',
      next: 'exercise.y3q2Then',
    },
    { year: 3, quarter: 2, minutes: 25 },
  ),
  spoken(
    {
      title: 'exercise.y3q3Title',
      how: 'exercise.y3q3How',
      ask: 'exercise.y3q3Ask',
      next: 'exercise.y3q3Then',
    },
    { year: 3, quarter: 3, minutes: 30 },
  ),
  spoken(
    {
      title: 'exercise.y3q4Title',
      how: 'exercise.y3q4How',
      ask: 'exercise.y3q4Ask',
      next: 'exercise.y3q4Then',
    },
    { year: 3, quarter: 4, minutes: 25 },
  ),
  spoken(
    {
      title: 'exercise.y4q1Title',
      how: 'exercise.y4q1How',
      ask: 'exercise.y4q1Ask',
      next: 'exercise.y4q1Then',
    },
    { year: 4, quarter: 1, minutes: 20 },
  ),
  spoken(
    {
      title: 'exercise.y4q2Title',
      how: 'exercise.y4q2How',
      ask: 'exercise.y4q2Ask',
      next: 'exercise.y4q2Then',
    },
    { year: 4, quarter: 2, minutes: 25 },
  ),
  spoken(
    {
      title: 'exercise.y4q3Title',
      how: 'exercise.y4q3How',
      ask: 'exercise.y4q3Ask',
      next: 'exercise.y4q3Then',
    },
    { year: 4, quarter: 3, minutes: 20 },
  ),
  spoken(
    {
      title: 'exercise.y4q4Title',
      how: 'exercise.y4q4How',
      ask: 'exercise.y4q4Ask',
      next: 'exercise.y4q4Then',
    },
    { year: 4, quarter: 4, minutes: 30 },
  ),
] as const

const shippedOf = ({ title, how, minutes, ask, next }: (typeof SHIPPED)[number]): Exercise => ({
  title,
  how,
  minutes,
  questions: [ask, next],
})

/** All that ship, in the order of the four years. */
export const exercises = (): readonly Exercise[] => SHIPPED.map(shippedOf)

/** The week's own, or the one that ships for its quarter. */
export const exerciseOf = (
  week: Pick<ReachWeek, 'year' | 'quarter' | 'exercise' | 'exerciseHow'>,
): Exercise | undefined => {
  if (week.exercise !== '' || week.exerciseHow !== '')
    return { title: week.exercise, how: week.exerciseHow, minutes: null, questions: [] }
  const shipped = SHIPPED.find(
    ({ year, quarter }) => year === week.year && quarter === week.quarter,
  )
  return shipped && shippedOf(shipped)
}
