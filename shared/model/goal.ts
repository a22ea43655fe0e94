/** Goals, with their milestones, progress entries and ratings. */
import * as v from 'valibot'
import * as Y from 'yjs'
import {
  applyEdit,
  createItem,
  day,
  findItem,
  type Item,
  longText,
  moment,
  nestedItems,
  newText,
  optionalDay,
  readFields,
  setDeleted,
  setFields,
  shortText,
  zeroToTen,
} from './item'
import { itemsOf } from './record'

export const goalCategory = v.picklist([
  'academic',
  'clinical-skills',
  'professional-identity',
  'well-being',
  'career',
  'research-service',
  'personal',
])
export const goalStatus = v.picklist([
  'draft',
  'active',
  'on-hold',
  'achieved',
  'partly-achieved',
  'revised',
  'let-go',
])
export type GoalStatus = v.InferOutput<typeof goalStatus>

export const GoalInput = v.object({
  title: v.pipe(shortText, v.nonEmpty('Write the goal in a few words.')),
  category: goalCategory,
  status: goalStatus,
  targetDate: optionalDay,
  why: longText,
  measure: longText,
  strategies: longText,
  obstacle: longText,
  ifThen: longText,
})
export type GoalInput = v.InferOutput<typeof GoalInput>

export const emptyGoal: GoalInput = {
  title: '',
  category: 'academic',
  status: 'active',
  targetDate: null,
  why: '',
  measure: '',
  strategies: '',
  obstacle: '',
  ifThen: '',
}

export const MilestoneInput = v.object({
  title: v.pipe(shortText, v.nonEmpty('Name the milestone.')),
  due: optionalDay,
})
export type MilestoneInput = v.InferOutput<typeof MilestoneInput>
export const ProgressInput = v.object({ date: day, score: zeroToTen, comment: longText })
export type ProgressInput = v.InferOutput<typeof ProgressInput>
export const RatingInput = v.object({ date: day, importance: zeroToTen, confidence: zeroToTen })
export type RatingInput = v.InferOutput<typeof RatingInput>

const LONG = ['why', 'measure', 'strategies', 'obstacle', 'ifThen'] as const

const text = v.optional(v.fallback(v.string(), ''), '')
const deletedAt = v.optional(v.nullable(v.string()), null)
const StoredGoal = v.object({
  title: text,
  category: v.optional(v.fallback(goalCategory, 'personal'), 'personal'),
  status: v.optional(v.fallback(goalStatus, 'active'), 'active'),
  targetDate: v.optional(v.fallback(optionalDay, null), null),
  why: text,
  measure: text,
  strategies: text,
  obstacle: text,
  ifThen: text,
  createdAt: v.optional(v.fallback(moment, '1970-01-01T00:00:00.000Z'), '1970-01-01T00:00:00.000Z'),
  deletedAt,
})
const StoredMilestone = v.object({
  title: text,
  due: v.optional(v.fallback(optionalDay, null), null),
  doneOn: v.optional(v.fallback(optionalDay, null), null),
  createdAt: text,
  deletedAt,
})
const StoredProgress = v.object({
  date: v.fallback(day, '1970-01-01'),
  score: v.fallback(zeroToTen, 0),
  comment: text,
  createdAt: text,
  deletedAt,
})
const StoredRating = v.object({
  date: v.fallback(day, '1970-01-01'),
  importance: v.fallback(zeroToTen, 5),
  confidence: v.fallback(zeroToTen, 5),
  createdAt: text,
})

export type Milestone = v.InferOutput<typeof StoredMilestone> & { readonly id: string }
export type ProgressEntry = v.InferOutput<typeof StoredProgress> & { readonly id: string }
export type Rating = v.InferOutput<typeof StoredRating> & { readonly id: string }

export interface Goal extends v.InferOutput<typeof StoredGoal> {
  readonly id: string
  /** In the order in which they were made; binned ones are left out. */
  readonly milestones: readonly Milestone[]
  /** Newest first. */
  readonly progress: readonly ProgressEntry[]
  /** Importance and confidence over time, newest first. */
  readonly ratings: readonly Rating[]
}

const goals = (record: Y.Doc) => itemsOf(record, 'goals')

export const addGoal = (record: Y.Doc, input: GoalInput): string =>
  record.transact(() => {
    return createItem(goals(record), {
      ...input,
      ...Object.fromEntries(LONG.map((name) => [name, newText(input[name])])),
      milestones: new Y.Map(),
      progress: new Y.Map(),
      ratings: new Y.Map(),
    })
  })

export const editGoal = (
  record: Y.Doc,
  input: { readonly id: string; readonly base: Partial<GoalInput>; readonly next: Partial<GoalInput> },
): void =>
  record.transact(() => {
    const goal = findItem(goals(record), input.id)
    if (goal !== undefined) applyEdit(goal, input.base, input.next)
  })

const addNested = (
  record: Y.Doc,
  goalId: string,
  kind: string,
  fields: Readonly<Record<string, unknown>>,
): string | undefined => {
  const goal = findItem(goals(record), goalId)
  return goal === undefined ? undefined : record.transact(() => createItem(nestedItems(goal, kind), fields))
}

export const addMilestone = (
  record: Y.Doc,
  input: { readonly goal: string } & MilestoneInput,
): string | undefined => addNested(record, input.goal, 'milestones', { title: input.title, due: input.due })

/** `doneOn` is the day it was done, or null to open it again. */
export const editMilestone = (
  record: Y.Doc,
  input: {
    readonly goal: string
    readonly id: string
    readonly doneOn?: string | null
    readonly deletedAt?: string | null
  } & Partial<MilestoneInput>,
): void => {
  record.transact(() => {
    const { goal, id, ...fields } = input
    const owner = findItem(goals(record), goal)
    const milestone = owner && findItem(nestedItems(owner, 'milestones'), id)
    if (milestone !== undefined) setFields(milestone, fields)
  })
}

export const addProgress = (
  record: Y.Doc,
  input: { readonly goal: string } & ProgressInput,
): string | undefined =>
  addNested(record, input.goal, 'progress', { date: input.date, score: input.score, comment: input.comment })

/** Takes an entry out, or back in. */
export const setProgressDeleted = (
  record: Y.Doc,
  input: { readonly goal: string; readonly id: string; readonly deleted: boolean },
): void => {
  const goal = findItem(goals(record), input.goal)
  if (goal !== undefined)
    record.transact(() => setDeleted(nestedItems(goal, 'progress'), input.id, input.deleted))
}

export const rateGoal = (record: Y.Doc, input: { readonly goal: string } & RatingInput): string | undefined =>
  addNested(record, input.goal, 'ratings', {
    date: input.date,
    importance: input.importance,
    confidence: input.confidence,
  })

const readNested = <Schema extends v.GenericSchema>(goal: Item, kind: string, schema: Schema) => {
  const items = goal.get(kind)
  if (!(items instanceof Y.Map)) return []
  return [...(items as Y.Map<Item>)].map(
    ([id, item]) =>
      ({ id, ...(readFields(schema, item) as object) }) as { readonly id: string } & v.InferOutput<Schema>,
  )
}

const newestFirst = (
  a: { readonly date: string; readonly createdAt: string },
  b: { readonly date: string; readonly createdAt: string },
): number => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt)

export const readGoal = (id: string, goal: Item): Goal => ({
  id,
  ...readFields(StoredGoal, goal),
  milestones: readNested(goal, 'milestones', StoredMilestone)
    .filter((milestone) => milestone.deletedAt === null)
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
  progress: readNested(goal, 'progress', StoredProgress)
    .filter((entry) => entry.deletedAt === null)
    .sort(newestFirst),
  ratings: readNested(goal, 'ratings', StoredRating).sort(newestFirst),
})

const CLOSED: readonly GoalStatus[] = ['achieved', 'partly-achieved', 'revised', 'let-go']
export const isOpenGoal = (goal: Goal): boolean => goal.deletedAt === null && !CLOSED.includes(goal.status)

/** What a goal gently lacks: a measure, a date (domain.md). */
export const lackingIn = (goal: Goal): readonly ('measure' | 'date')[] => [
  ...(goal.measure.trim() === '' ? (['measure'] as const) : []),
  ...(goal.targetDate === null ? (['date'] as const) : []),
]
