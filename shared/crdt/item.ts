/**
 * Items: the small Y.Maps that a record is made of, one per note, goal, milestone, …, each under a random id in a
 * Y.Map of its kind. An item is binned by a date, never removed, so that it can come back.
 */

import * as v from 'valibot'
import * as Y from 'yjs'
import { newId } from '../base/id'
import { nextMomentOf } from './record-clock'

export type Item = Y.Map<unknown>
export type Items = Y.Map<Item>

/** A calendar day, `2026-11-24`. */
export const day = v.pipe(v.string(), v.isoDate())
export const shortText = v.pipe(v.string(), v.trim(), v.maxLength(300))
export const longText = v.pipe(v.string(), v.maxLength(50_000))

export const createItem = (
  record: Y.Doc,
  items: Items,
  fields: Readonly<Record<string, unknown>>,
  id = newId(),
): string => {
  const createdAt = fields.createdAt ?? nextMomentOf(record)
  items.set(id, new Y.Map(Object.entries({ createdAt, ...fields })))
  return id
}
