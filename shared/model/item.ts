/**
 * Items: the small Y.Maps that a record is made of, one per note, goal, milestone, …, each under a random id in a
 * Y.Map of its kind. An item is binned by a date, never removed, so that it can come back.
 */
import { simpleDiffString } from 'lib0/diff'
import * as v from 'valibot'
import * as Y from 'yjs'
import { newRecordId } from '../vault/keys'

export type Item = Y.Map<unknown>
export type Items = Y.Map<Item>

/** A calendar day, `2026-11-24`. */
export const day = v.pipe(v.string(), v.isoDate())
export const shortText = v.pipe(v.string(), v.trim(), v.maxLength(300))
export const longText = v.pipe(v.string(), v.maxLength(50_000))

let lastCreated = 0
/** The moment now, later than every one given before: items made within one millisecond keep their order. */
const creationMoment = (): string => {
  lastCreated = Math.max(Date.now(), lastCreated + 1)
  return new Date(lastCreated).toISOString()
}

export const createItem = (
  items: Items,
  fields: Readonly<Record<string, unknown>>,
  id = newRecordId(),
): string => {
  items.set(id, new Y.Map(Object.entries({ createdAt: creationMoment(), ...fields })))
  return id
}

/**
 * Carries the edit that led a person from `base` to `next` over to a Y.Text, which may have been changed from
 * elsewhere since: what others wrote stays.
 */
export const editText = (text: Y.Text, base: string, next: string): void => {
  const current = text.toString()
  const edit = simpleDiffString(base, next)
  const meanwhile = simpleDiffString(base, current)
  const before = current !== base && meanwhile.index <= edit.index
  const shifted = before
    ? Math.max(meanwhile.index, edit.index + meanwhile.insert.length - meanwhile.remove)
    : edit.index
  const index = Math.min(shifted, current.length)
  const remove = Math.min(edit.remove, current.length - index)
  if (remove > 0) text.delete(index, remove)
  if (edit.insert.length > 0) text.insert(index, edit.insert)
}
