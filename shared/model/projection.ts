/**
 * The projection: a record as plain typed objects, whichever side a change came from. Screens read only this.
 *
 * Reading a hundred notes for every keystroke in one of them would be felt, so each item's plain form is kept until
 * that item changes.
 */
import type * as Y from 'yjs'
import { type Goal, isOpenGoal, readGoal } from './goal'
import type { Item } from './item'
import { type Mentee, readMentee } from './mentee'
import { type NoteSummary, readNote } from './note'
import { itemsOf, type Kind, profileOf, RECORD_SCHEMA, schemaOf } from './record'
import { type Reflection, readReflection } from './reflection'

/** Raised when a projection's shape changes: a stored one of another version is made anew. */
export const PROJECTION_VERSION = 1

export interface RecordProjection {
  readonly version: number
  readonly id: string
  readonly schema: number
  readonly mentee: Mentee
  readonly notes: readonly NoteSummary[]
  readonly goals: readonly Goal[]
  readonly reflections: readonly Reflection[]
}

export interface Projector {
  readonly project: () => RecordProjection
  readonly destroy: () => void
}

const byDate = (
  a: { readonly date: string; readonly createdAt: string },
  b: { readonly date: string; readonly createdAt: string },
): number => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt)

export const createProjector = (id: string, record: Y.Doc): Projector => {
  const stops: (() => void)[] = []

  const cached = <T>(kind: Kind, read: (itemId: string, item: Item) => T, alsoOn?: Kind): (() => T[]) => {
    const items = itemsOf(record, kind)
    const cache = new Map<string, T>()
    const forget = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      for (const event of events) {
        const [itemId] = event.path
        if (typeof itemId === 'string') cache.delete(itemId)
        else for (const key of event.keys.keys()) cache.delete(key)
      }
    }
    const clear = (): void => cache.clear()
    items.observeDeep(forget)
    stops.push(() => items.unobserveDeep(forget))
    if (alsoOn !== undefined) {
      itemsOf(record, alsoOn).observeDeep(clear)
      stops.push(() => itemsOf(record, alsoOn).unobserveDeep(clear))
    }
    return () =>
      [...items].map(([itemId, item]) => {
        const known = cache.get(itemId)
        if (known !== undefined) return known
        const value = read(itemId, item)
        cache.set(itemId, value)
        return value
      })
  }

  const notes = cached('notes', (itemId, item) => readNote(record, itemId, item), 'sessions')
  const goals = cached('goals', readGoal)
  const reflections = cached('reflections', readReflection)

  return {
    project: () => ({
      version: PROJECTION_VERSION,
      id,
      schema: schemaOf(record),
      mentee: readMentee(record),
      notes: notes().sort(byDate),
      goals: goals().sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
      reflections: reflections().sort(byDate),
    }),
    destroy: () => {
      for (const stop of stops) stop()
    },
  }
}

/** Whether a record has a mentee in it: one that is just being fetched from another device may not, yet. */
export const hasMentee = (record: Y.Doc): boolean => profileOf(record).size > 0

export const isNewerRecord = (projection: RecordProjection): boolean => projection.schema > RECORD_SCHEMA
export const openGoals = (projection: RecordProjection): readonly Goal[] =>
  projection.goals.filter(isOpenGoal)
export const kept = <T extends { readonly deletedAt: string | null }>(items: readonly T[]): readonly T[] =>
  items.filter((item) => item.deletedAt === null)

/** The day of the last meeting that was held, or null. */
export const lastContact = (projection: RecordProjection): string | null =>
  kept(projection.notes).find((note) => note.session?.status === 'held')?.date ?? null
