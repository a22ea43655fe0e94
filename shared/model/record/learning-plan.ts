/** Individualized learning plans: revised each term, and compared with the last one. */

import * as v from 'valibot'
import { date, field, line, setOf, structure, texts } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { spoken } from '../../words/words'

export const PLAN_SECTIONS = [
  spoken({ title: 'learningPlan.values' }, { id: 'values' }),
  spoken({ title: 'learningPlan.careerGoals' }, { id: 'career' }),
  spoken({ title: 'learningPlan.feedbackSummary' }, { id: 'feedback' }),
  spoken({ title: 'learningPlan.professionalGoals' }, { id: 'professional' }),
  spoken({ title: 'learningPlan.personalGoals' }, { id: 'personal' }),
  spoken({ title: 'learningPlan.strategies' }, { id: 'strategies' }),
  spoken({ title: 'learningPlan.experiences' }, { id: 'experiences' }),
  spoken({ title: 'learningPlan.mentors' }, { id: 'mentors' }),
  spoken({ title: 'learningPlan.progress' }, { id: 'last-plan' }),
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
