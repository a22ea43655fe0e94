/** Goals, with their milestones, progress entries and ratings, and every move of their status. */
import type * as Y from 'yjs'
import { addDays, daysBetween } from '../../base/day'
import {
  date,
  field,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  requiredLine,
  setOf,
  text,
  type Values,
  whole,
} from '../../crdt/field'
import { defineKind, defineNested, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'

export const GOAL_CATEGORIES = [
  'academic',
  'clinical-skills',
  'professional-identity',
  'well-being',
  'career',
  'research-service',
  'personal',
] as const
export type GoalCategory = (typeof GOAL_CATEGORIES)[number]
export const GOAL_STATUSES = [
  'draft',
  'active',
  'on-hold',
  'achieved',
  'partly-achieved',
  'revised',
  'let-go',
] as const
export type GoalStatus = (typeof GOAL_STATUSES)[number]

const CLOSED: readonly GoalStatus[] = ['achieved', 'partly-achieved', 'revised', 'let-go']
export const isClosedStatus = (status: GoalStatus): boolean => CLOSED.includes(status)

export const milestones = defineNested('goals', 'milestones', {
  title: field(requiredLine('goal.milestoneMissing'), 'fields.milestone', {
    search: 'body',
    leaves: true,
    history: true,
  }),
  due: field(optionalDate, 'common.due', { leaves: true }),
  /** The day it was done, or null while it is open. */
  doneOn: field(optionalDate, 'conflict.doneOn', { leaves: true }),
})

export const progressEntries = defineNested('goals', 'progress', {
  date: field(date, 'common.date', { leaves: true }),
  score: field(whole(0, 10, 5), 'goal.progressQuestion', { leaves: true }),
  comment: field(text, 'goal.comment', { search: 'body', leaves: true, history: true }),
})
export type ProgressEntry = Of<typeof progressEntries>

/** Importance and confidence, kept over time. */
export const ratings = defineNested('goals', 'ratings', {
  date: field(date, 'common.date', { leaves: true }),
  importance: field(whole(0, 10, 5), 'goal.importance', { leaves: true }),
  confidence: field(whole(0, 10, 5), 'goal.confidence', { leaves: true }),
})
export type Rating = Of<typeof ratings>

export const goals = defineKind(
  'goals',
  {
    title: field(requiredLine('goal.goalMissing'), 'goal.goalLabel', {
      leaves: true,
      history: true,
    }),
    category: field(oneOf(GOAL_CATEGORIES, 'academic'), 'common.category', { leaves: true }),
    status: field(oneOf(GOAL_STATUSES, 'active'), 'common.status', { leaves: true }),
    targetDate: field(optionalDate, 'conflict.targetDate', { leaves: true }),
    // I-SMART: important, specific, measurable, attainable, relevant, timely.
    why: field(text, 'fields.important', { search: 'body', leaves: true, history: true }),
    behaviour: field(text, 'fields.specific', { search: 'body', leaves: true, history: true }),
    measure: field(text, 'fields.measurable', { search: 'body', leaves: true, history: true }),
    attainable: field(text, 'fields.attainable', { search: 'body', leaves: true, history: true }),
    relevant: field(text, 'fields.relevant', { search: 'body', leaves: true, history: true }),
    competencies: field(setOf, 'goal.competencies', { leaves: true }),
    strategies: field(text, 'goal.strategies', { search: 'body', leaves: true, history: true }),
    resources: field(text, 'goal.resources', { search: 'body', leaves: true, history: true }),
    barriers: field(text, 'goal.barriers', { search: 'body', leaves: true, history: true }),
    support: field(line(), 'goal.support', { search: 'body', leaves: true, history: true }),
    // WOOP: wish (the title), outcome, obstacle, plan.
    outcome: field(text, 'goal.bestOutcome', { search: 'body', leaves: true, history: true }),
    obstacle: field(text, 'goal.obstacle', { search: 'body', leaves: true, history: true }),
    ifThen: field(text, 'goal.ifThenPlan', { search: 'body', leaves: true, history: true }),
    themes: field(setOf, 'common.themes', { leaves: true }),
    /** The goal that this one was revised from. */
    revisedFrom: field(optionalLink, null),
    closing: field(text, 'goal.closingReflection', { search: 'body', leaves: true, history: true }),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.goal',
    count: 'count.goal',
    title: ({ title }) => title,
    bin: true,
    leavesFor: ['mentee-summary', 'mentee-inspection', 'next-coach', 'coach'],
    isOver: ({ status }) => status !== 'active' && status !== 'on-hold',
    opens: { tab: 'goals' },
    search: {
      kind: 'goal',
      day: ({ createdAt }) => createdAt.slice(0, 10),
      states: ({ status }) => [isClosedStatus(status) ? 'done' : 'open'],
      due: ({ status, targetDate }) => (isClosedStatus(status) ? '' : (targetDate ?? '')),
    },
    // By its moves.
    timeline: null,
  },
  { milestones, progress: progressEntries, ratings },
)
export type Goal = Of<typeof goals>
export type GoalInput = Values<typeof goals.fields>

/** One move of a goal's status: kept, so that two devices' moves are both in its history. */
export const goalMoves = defineKind(
  'goalMoves',
  {
    goal: field(line(), null, { leaves: true }),
    status: field(oneOf(GOAL_STATUSES, 'active'), 'common.status', { leaves: true }),
    date: field(date, 'common.date', { leaves: true }),
  },
  {
    label: 'label.goalStatus',
    count: 'count.goalStatus',
    title: () => '',
    bin: false,
    leavesFor: ['mentee-inspection', 'coach'],
    // As open as the goal it belongs to.
    seenBy: () => 'shared',
    opens: { tab: 'goals' },
    search: null,
    timeline: { kind: 'goal', day: ({ date }) => date, what: ({ status }) => status },
  },
)
export type GoalMove = Of<typeof goalMoves>

export const addGoal = (
  record: Y.Doc,
  input: Partial<GoalInput> & { readonly today: string; readonly id?: string },
): string =>
  record.transact(() => {
    const { today, ...fields } = input
    const goal = goals.add(record, fields)
    goalMoves.add(record, { goal, status: fields.status ?? 'active', date: today })
    return goal
  })

/** Edits a goal; a changed status is a move of its own in the goal's history. */
export const editGoal = (
  record: Y.Doc,
  input: {
    readonly id: string
    readonly base?: Partial<GoalInput>
    readonly next: Partial<GoalInput>
    readonly today: string
  },
): void =>
  record.transact(() => {
    const before = goals.items(record)?.get(input.id)?.get('status')
    goals.edit(record, input)
    const { status } = input.next
    if (status !== undefined && status !== before)
      goalMoves.add(record, { goal: input.id, status, date: input.today })
  })

/** Closes a goal as revised and opens its successor with the same words. */
export const reviseGoal = (
  record: Y.Doc,
  input: { readonly id: string; readonly next: Partial<GoalInput>; readonly today: string },
): string =>
  record.transact(() => {
    editGoal(record, { id: input.id, next: { status: 'revised' }, today: input.today })
    return addGoal(record, {
      ...input.next,
      status: 'active',
      revisedFrom: input.id,
      today: input.today,
    })
  })

export const isOpenGoal = (goal: Goal): boolean =>
  goal.deletedAt === null && !isClosedStatus(goal.status)

/** What a goal gently lacks: a measure, a date (domain.md). */
export const lackingIn = (goal: Goal): readonly ('measure' | 'date')[] => [
  ...(goal.measure.trim() === '' ? (['measure'] as const) : []),
  ...(goal.targetDate === null ? (['date'] as const) : []),
]

/** The newest entry by its date. */
export const latest = <T extends { readonly date: string; readonly createdAt: string }>(
  entries: readonly T[],
): T | undefined =>
  [...entries].sort(
    (a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt),
  )[0]

export const isOverdueGoal = (goal: Goal, today: string): boolean =>
  isOpenGoal(goal) && goal.targetDate !== null && goal.targetDate < today

/** An active goal that nothing was written on for this long stands out. */
const STALE_DAYS = 60

const lastTouched = (goal: Goal): string =>
  [
    goal.createdAt.slice(0, 10),
    ...goal.progress.map(({ date }) => date),
    ...goal.ratings.map(({ date }) => date),
    ...goal.milestones.map(({ doneOn }) => doneOn ?? ''),
  ]
    .sort()
    .at(-1) ?? ''

export const isStaleGoal = (goal: Goal, today: string): boolean =>
  goal.deletedAt === null &&
  goal.status === 'active' &&
  daysBetween(lastTouched(goal), today) > STALE_DAYS

export interface GoalSpan {
  readonly goal: Goal
  readonly from: string
  /** The day it was closed, or null while it is open. */
  readonly to: string | null
}

/** When each goal was opened and closed, for the goal river. */
export const goalSpans = (all: readonly Goal[], moves: readonly GoalMove[]): readonly GoalSpan[] =>
  kept(all)
    .map((goal) => {
      const own = moves
        .filter((move) => move.goal === goal.id)
        .sort((a, b) => a.date.localeCompare(b.date))
      const from = own[0]?.date ?? goal.createdAt.slice(0, 10)
      const closing = own.filter(({ status }) => isClosedStatus(status)).at(-1)
      const to = isClosedStatus(goal.status)
        ? (closing?.date ?? goal.targetDate ?? addDays(from, 90))
        : null
      return { goal, from, to: to !== null && to < from ? from : to }
    })
    .sort((a, b) => a.from.localeCompare(b.from))

/** Milestones say how far a goal is: beside them no number is asked for. Those that were given earlier stay. */
export const isScored = ({ milestones: all }: Pick<Goal, 'milestones'>): boolean => all.length === 0
