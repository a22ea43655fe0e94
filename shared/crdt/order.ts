/**
 * The order of a list that the coach can put in order. An item that was moved has a key between those of its
 * neighbours, so that moving one writes to that one alone, and laptops that move different ones both get their way.
 */
import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing'

// A type, not an interface: an item is also a plain object of named values for code that treats all kinds alike.
export type Ordered = {
  readonly id: string
  readonly createdAt: string
  /** '' when it was never moved. */
  readonly order: string
}

/** Ordered items first, then those that were never moved, oldest first: a new one is last. */
export const byOrder = (a: Ordered, b: Ordered): number => {
  if (a.order !== b.order)
    return a.order === '' ? 1 : b.order === '' ? -1 : a.order < b.order ? -1 : 1
  return a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)
}

/** What is to be written, by id, so that an item stands behind another one of its list, or at the front. */
export const keysToStandBehind = (
  after: string | null,
  id: string,
  list: readonly Ordered[],
): ReadonlyMap<string, string> => {
  const keys = new Map<string, string>()
  const others = list.filter((one) => one.id !== id).sort(byOrder)
  const at = after === null ? 0 : others.findIndex((one) => one.id === after) + 1
  // Items that were never moved have no place yet: those before get one now, in the order they are shown in.
  let before: string | null = null
  for (const { id: one, order } of others.slice(0, at)) {
    if (order === '') {
      before = generateKeyBetween(before, null)
      keys.set(one, before)
    } else before = order
  }
  // Two devices may have put two items into one gap under one key: those behind get keys of their own.
  const behind = others.slice(at)
  const distinct = behind.findIndex(
    ({ order }) => order !== '' && (before === null || order > before),
  )
  const equal = behind
    .slice(0, distinct === -1 ? undefined : distinct)
    .filter(({ order }) => order !== '')
  const own = generateNKeysBetween(before, behind[distinct]?.order ?? null, equal.length + 1)
  for (const [index, one] of [id, ...equal.map(({ id: next }) => next)].entries())
    keys.set(one, own[index] ?? '')
  return keys
}
