/** Individualized learning plans: revised each term, and compared with the last one. */

import * as v from 'valibot'
import { date, field, line, setOf, structure, texts } from '../../crdt/field'
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
  { id: 'experiences', title: t('learningPlan.experiences') },
  { id: 'mentors', title: t('learningPlan.mentors') },
  { id: 'last-plan', title: t('learningPlan.progress') },
] as const

export const learningPlans = defineKind(
  'learningPlans',
  {
    term: field(line(), 'learningPlan.term', { leaves: true }),
    date: field(date, 'common.date', { leaves: true }),
    nextReview: field(
      structure<string | null>(v.nullable(v.pipe(v.string(), v.isoDate())), null),
      'learningPlan.nextReview',
      { leaves: true },
    ),
    sections: field(texts, 'fields.sections', { search: 'body', leaves: true }),
    /** Evidence for the self-assessment, by competency. */
    evidence: field(texts, 'learningPlan.selfAssessment', { search: 'body', leaves: true }),
    goals: field(setOf, 'learningPlan.goals', { leaves: true }),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.learningPlan',
    count: 'count.learningPlan',
    title: ({ term }) => term,
    bin: true,
    leavesFor: ['mentee-summary', 'mentee-inspection', 'coach'],
    opens: { tab: 'goals' },
    search: { kind: 'plan' },
    timeline: null,
  },
)
export type LearningPlan = Of<typeof learningPlans>

/** Newest first. */
export const plansInOrder = (all: readonly LearningPlan[]): readonly LearningPlan[] =>
  [...kept(all)].sort(
    (a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt),
  )
