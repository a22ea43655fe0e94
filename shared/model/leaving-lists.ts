/**
 * What leaves of every item, and of the mentee, by name. A field that is on no list stays, so that one which is added to
 * the model leaves only once somebody has thought of it. Of an item, its kind's fields say whether they leave. What all
 * this is used for: leaving.ts.
 */
import type { Mentee } from './record/mentee'

/** What an item is, whatever its kind. Not when it was deleted, nor from what it was copied. */
export const STAMP = ['id', 'createdAt', 'order', 'visibility', 'provenance'] as const

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
