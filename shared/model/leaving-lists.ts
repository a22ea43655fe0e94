/**
 * What leaves, by name: of items and of the mentee. A field that is on no list stays, so that one which is added to the
 * model leaves only once somebody has thought of it. What these lists are used for: leaving.ts.
 */
import type { Mentee } from './record/mentee'

/** What an item is, whatever its kind. Not when it was deleted, nor from what it was copied. */
export const STAMP = ['id', 'createdAt', 'order', 'visibility', 'provenance'] as const

/**
 * The fields that leave, of each kind and of what is nested in it. No link to a session or a note: that there is one
 * is nobody's business. A kind without fields leaves for nobody but the coach.
 */
export const LEAVING_FIELDS = {
  goals: [
    'title',
    'category',
    'status',
    'targetDate',
    'why',
    'behaviour',
    'measure',
    'attainable',
    'relevant',
    'competencies',
    'strategies',
    'resources',
    'barriers',
    'support',
    'outcome',
    'obstacle',
    'ifThen',
    'themes',
    'closing',
    'milestones',
    'progress',
    'ratings',
  ],
  milestones: ['title', 'due', 'doneOn'],
  progress: ['date', 'score', 'comment'],
  ratings: ['date', 'importance', 'confidence'],
  goalMoves: ['goal', 'status', 'date'],
  reflections: ['date', 'framework', 'prompt', 'sections', 'themes', 'goal'],
  actionItems: ['what', 'whose', 'due', 'doneOn', 'agreedOn', 'goal'],
  copies: ['title', 'text', 'date'],
  learningPlans: ['term', 'date', 'nextReview', 'sections', 'evidence', 'goals'],
  agreements: ['clauses', 'explained', 'agreedOn', 'acknowledgedOn', 'madeOn'],
  preps: [
    'date',
    'source',
    'wins',
    'challenges',
    'oneThing',
    'feedback',
    'avoid',
    'energy',
    'stress',
    'progress',
  ],
  checkIns: ['instrument', 'date', 'keeping', 'answers', 'tend', 'step', 'words'],
  notes: ['title', 'date', 'role', 'themes', 'body'],
  rotations: ['block', 'site', 'start', 'end'],
  importantDates: ['title', 'kind', 'date', 'until'],
  disclosures: ['what', 'to', 'date', 'why', 'how'],
} as const

/** Who the mentee is, for whom: what the coach keeps about them for themselves is on none of these lists. */
export const LEAVING_PROFILE = {
  'next-coach': [
    'name',
    'preferredName',
    'pronouns',
    'email',
    'phone',
    'studentId',
    'classYear',
    'phase',
    'status',
    'coachedSince',
    'reachGroup',
    'cadenceWeeks',
    'strengths',
    'values',
    'interests',
  ],
  'mentee-inspection': [
    'name',
    'preferredName',
    'pronouns',
    'email',
    'phone',
    'studentId',
    'classYear',
    'phase',
    'status',
    'coachedSince',
    'endedOn',
    'reachGroup',
    'cadenceWeeks',
    'strengths',
    'values',
    'interests',
  ],
  roster: [
    'studentId',
    'name',
    'preferredName',
    'pronouns',
    'email',
    'phone',
    'classYear',
    'status',
    'coachedSince',
    'reachGroup',
    'cadenceWeeks',
  ],
} as const satisfies Readonly<Record<string, readonly (keyof Mentee)[]>>
