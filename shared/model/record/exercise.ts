/**
 * The exercise of a REACH week: one for each quarter of the four years, in our own words, for a group or for one mentee
 * and their coach. Each ends in two questions, which a mentee's own reflection can answer. A program that has its own
 * writes it into the week (reach.ts), and this one steps back.
 */
import { t } from '../../words/words'
import type { ReachWeek } from './reach'

export interface Exercise {
  readonly title: string
  /** What to do, in a few sentences. */
  readonly how: string
  /** None where the program wrote its own and did not say. */
  readonly minutes: number | null
  readonly questions: readonly string[]
}

/** Year and quarter, minutes, and its texts: title, how, and the two questions. */
const SHIPPED = [
  [1, 1, 20, 'exercise.y1q1Title', 'exercise.y1q1How', 'exercise.y1q1Ask', 'exercise.y1q1Then'],
  [1, 2, 25, 'exercise.y1q2Title', 'exercise.y1q2How', 'exercise.y1q2Ask', 'exercise.y1q2Then'],
  [1, 3, 20, 'exercise.y1q3Title', 'exercise.y1q3How', 'exercise.y1q3Ask', 'exercise.y1q3Then'],
  [1, 4, 25, 'exercise.y1q4Title', 'exercise.y1q4How', 'exercise.y1q4Ask', 'exercise.y1q4Then'],
  [2, 1, 25, 'exercise.y2q1Title', 'exercise.y2q1How', 'exercise.y2q1Ask', 'exercise.y2q1Then'],
  [2, 2, 20, 'exercise.y2q2Title', 'exercise.y2q2How', 'exercise.y2q2Ask', 'exercise.y2q2Then'],
  [2, 3, 20, 'exercise.y2q3Title', 'exercise.y2q3How', 'exercise.y2q3Ask', 'exercise.y2q3Then'],
  [2, 4, 25, 'exercise.y2q4Title', 'exercise.y2q4How', 'exercise.y2q4Ask', 'exercise.y2q4Then'],
  [3, 1, 20, 'exercise.y3q1Title', 'exercise.y3q1How', 'exercise.y3q1Ask', 'exercise.y3q1Then'],
  [3, 2, 25, 'exercise.y3q2Title', 'exercise.y3q2How', 'exercise.y3q2Ask', 'exercise.y3q2Then'],
  [3, 3, 30, 'exercise.y3q3Title', 'exercise.y3q3How', 'exercise.y3q3Ask', 'exercise.y3q3Then'],
  [3, 4, 25, 'exercise.y3q4Title', 'exercise.y3q4How', 'exercise.y3q4Ask', 'exercise.y3q4Then'],
  [4, 1, 20, 'exercise.y4q1Title', 'exercise.y4q1How', 'exercise.y4q1Ask', 'exercise.y4q1Then'],
  [4, 2, 25, 'exercise.y4q2Title', 'exercise.y4q2How', 'exercise.y4q2Ask', 'exercise.y4q2Then'],
  [4, 3, 20, 'exercise.y4q3Title', 'exercise.y4q3How', 'exercise.y4q3Ask', 'exercise.y4q3Then'],
  [4, 4, 30, 'exercise.y4q4Title', 'exercise.y4q4How', 'exercise.y4q4Ask', 'exercise.y4q4Then'],
] as const

const shippedOf = ([, , minutes, title, how, ask, next]: (typeof SHIPPED)[number]): Exercise => ({
  title: t(title),
  how: t(how),
  minutes,
  questions: [t(ask), t(next)],
})

/** All that ship, in the order of the four years. */
export const exercises = (): readonly Exercise[] => SHIPPED.map(shippedOf)

const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '').trim())
      .filter(Boolean),
  ),
]

/** The week's own, or the one that ships for its quarter. */
export const exerciseOf = (
  week: Pick<
    ReachWeek,
    'year' | 'quarter' | 'exercise' | 'exerciseHow' | 'exerciseMinutes' | 'exerciseQuestions'
  >,
): Exercise | undefined => {
  const questions = linesOf(week.exerciseQuestions)
  if (week.exercise !== '' || week.exerciseHow !== '' || questions.length > 0)
    return {
      title: week.exercise,
      how: week.exerciseHow,
      minutes: week.exerciseMinutes,
      questions,
    }
  const shipped = SHIPPED.find(([year, quarter]) => year === week.year && quarter === week.quarter)
  return shipped && shippedOf(shipped)
}
