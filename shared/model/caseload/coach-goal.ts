/**
 * What the coach wants to do better themselves: a goal with a first step, a day to look back, and each time a few words
 * on how it went. The coach's own: about no mentee, and in no hand-over.
 */
import type * as Y from 'yjs'
import { date, field, line, oneOf, optionalDate, requiredLine, text } from '../../crdt/field'
import { defineKind, defineNested, kept, type Of } from '../../crdt/kind'
import type { GoalStatus } from '../record/goal'

/** Three of a mentee's goal's: the same words, and no others. */
export const COACH_GOAL_STATUSES = [
  'active',
  'achieved',
  'let-go',
] as const satisfies readonly GoalStatus[]
export type CoachGoalStatus = (typeof COACH_GOAL_STATUSES)[number]

export const lookBacks = defineNested('coachGoals', 'lookBacks', {
  date: field(date, 'common.date'),
  how: field(text, 'coachGoal.how', { search: 'body' }),
})

export const coachGoals = defineKind(
  'coachGoals',
  {
    title: field(requiredLine('coachGoal.titleMissing'), 'coachGoal.what'),
    firstStep: field(line(), 'coachGoal.firstStep', { search: 'body' }),
    lookBackOn: field(optionalDate, 'coachGoal.lookBackOn'),
    status: field(oneOf(COACH_GOAL_STATUSES, 'active'), 'common.status'),
  },
  {
    label: 'label.coachGoal',
    count: 'count.coachGoal',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'my-coaching' },
    search: { kind: 'goal', states: ({ status }) => [status === 'active' ? 'open' : 'done'] },
    timeline: null,
  },
  { lookBacks },
)
export type CoachGoal = Of<typeof coachGoals>

/** By the day to look back, those without one last; then as they were set. */
export const openCoachGoals = (all: readonly CoachGoal[]): readonly CoachGoal[] =>
  kept(all)
    .filter(({ status }) => status === 'active')
    .sort((a, b) => (a.lookBackOn ?? '9').localeCompare(b.lookBackOn ?? '9'))

export const closedCoachGoals = (all: readonly CoachGoal[]): readonly CoachGoal[] =>
  kept(all).filter(({ status }) => status !== 'active')

/** Whose day to look back has come. */
export const toLookBackOn = (all: readonly CoachGoal[], today: string): readonly CoachGoal[] =>
  openCoachGoals(all).filter(({ lookBackOn }) => lookBackOn !== null && lookBackOn <= today)

/** What to keep in mind in a session: one thing, not a list. */
export const workingOn = (all: readonly CoachGoal[]): CoachGoal | undefined =>
  openCoachGoals(all)[0]

/** How it went, and what becomes of the goal now: the next day to look back, or none once it is over. */
export const lookBack = (
  vault: Y.Doc,
  input: {
    readonly id: string
    readonly date: string
    readonly how: string
    readonly status: CoachGoalStatus
    readonly lookBackOn: string | null
  },
): void =>
  vault.transact(() => {
    const { id, date, how, status, lookBackOn } = input
    lookBacks.add(vault, { of: id, date, how })
    coachGoals.edit(vault, {
      id,
      next: { status, lookBackOn: status === 'active' ? lookBackOn : null },
    })
  })
