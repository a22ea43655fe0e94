/** Individualized learning plans: revised each term, and compared with the last one. */

import * as v from 'valibot'
import { date, line, setOf, structure, texts } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { t } from '../../words/words'

export const PLAN_SECTIONS = [
  { id: 'values', title: t('learningPlan.values') },
  { id: 'career', title: t('learningPlan.careerGoals') },
  { id: 'feedback', title: t('learningPlan.feedbackSummary') },
  { id: 'professional', title: t('learningPlan.professionalGoals') },
  { id: 'personal', title: t('learningPlan.personalGoals') },
  { id: 'strategies', title: t('learningPlan.strategies') },
  { id: 'experiences', title: t('learningPlan.experiencesToLookFor') },
  { id: 'mentors', title: t('learningPlan.mentors') },
  { id: 'last-plan', title: t('learningPlan.progressOnTheLastPlan') },
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
