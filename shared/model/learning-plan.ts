/** Individualized learning plans: revised each term, and compared with the last one. */

import * as v from 'valibot'
import { date, line, setOf, structure, texts } from './field'
import { defineKind, kept, type Of } from './kind'
import { axes } from './visibility'

export const PLAN_SECTIONS = [
  { id: 'values', title: 'Values' },
  { id: 'career', title: 'Career goals' },
  { id: 'feedback', title: 'Feedback summary' },
  { id: 'professional', title: 'Professional goals' },
  { id: 'personal', title: 'Personal goals' },
  { id: 'strategies', title: 'Strategies' },
  { id: 'experiences', title: 'Experiences to look for' },
  { id: 'mentors', title: 'Mentors' },
  { id: 'last-plan', title: 'Progress on the last plan' },
] as const

export const learningPlans = defineKind('learningPlans', {
  term: line(),
  date,
  nextReview: structure<string | null>(v.nullable(v.pipe(v.string(), v.isoDate())), null),
  sections: texts,
  /** Evidence for the self-assessment, by competency. */
  evidence: texts,
  goals: setOf,
  ...axes('shared', 'mentee'),
})
export type LearningPlan = Of<typeof learningPlans>

/** Newest first. */
export const plansInOrder = (all: readonly LearningPlan[]): readonly LearningPlan[] =>
  [...kept(all)].sort((a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt))
