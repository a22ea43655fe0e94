/**
 * Items: the small Y.Maps that a record is made of, one per note, goal, milestone, …, each under a random id in a
 * Y.Map of its kind. Two devices that edit different fields of one item both keep their edit; long texts are Y.Texts,
 * so that two edits of one text both stay. An item is binned by a date, never removed, so that it can come back.
 */
import { simpleDiffString } from 'lib0/diff'
import * as v from 'valibot'
import * as Y from 'yjs'
import { newRecordId } from '../vault/keys'

export type Item = Y.Map<unknown>
export type Items = Y.Map<Item>

/** A calendar day, `2026-11-24`. */
export const day = v.pipe(v.string(), v.isoDate())
export const optionalDay = v.nullable(day)
export const shortText = v.pipe(v.string(), v.trim(), v.maxLength(300))
export const longText = v.pipe(v.string(), v.maxLength(50_000))
export const zeroToTen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))
export const moment = v.pipe(v.string(), v.isoTimestamp())

/** Who may see an item (domain.md); what is safe by default is a memory aid. */
export const visibility = v.picklist(['memory-aid', 'shared', 'program', 'escalation'])
export type Visibility = v.InferOutput<typeof visibility>
export const provenance = v.picklist(['coach', 'mentee', 'third-party'])
export type Provenance = v.InferOutput<typeof provenance>

/** What a mentee provided is not the coach's own recollection, so it is never a memory aid (domain.md). */
export const defaultVisibility = (from: Provenance): Visibility =>
  from === 'mentee' ? 'shared' : 'memory-aid'

export const createItem = (items: Items, fields: Readonly<Record<string, unknown>>): string => {
  const id = newRecordId()
  items.set(id, new Y.Map(Object.entries({ createdAt: new Date().toISOString(), ...fields })))
  return id
}

/** Sets the fields that differ; what is the same is not written again. */
export const setFields = (item: Item, fields: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && JSON.stringify(item.get(name)) !== JSON.stringify(value)) item.set(name, value)
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

/** Writes the fields that a person changed, `base` being what they started from; the others stay as they are. */
export const applyEdit = <Fields extends object>(item: Item, base: Fields, next: Fields): void => {
  for (const [name, value] of Object.entries(next)) {
    const from: unknown = Object.entries(base).find(([key]) => key === name)?.[1]
    if (JSON.stringify(from) === JSON.stringify(value)) continue
    const stored = item.get(name)
    if (stored instanceof Y.Text) editText(stored, String(from ?? ''), String(value))
    else item.set(name, value)
  }
}

export const newText = (value = ''): Y.Text => new Y.Text(value)

/** The item, or nothing when it is not in this record (a stale screen asked). */
export const findItem = (items: Items, id: string): Item | undefined => items.get(id)

/** Nested items of one kind, for example a goal's milestones; made with the item that owns them. */
export const nestedItems = (item: Item, name: string): Items => item.get(name) as Items

export const setDeleted = (items: Items, id: string, deleted: boolean): void => {
  const item = items.get(id)
  if (item !== undefined) setFields(item, { deletedAt: deleted ? new Date().toISOString() : null })
}

/** Reads an item's plain fields by a schema whose every entry has a fallback. */
export const readFields = <Schema extends v.GenericSchema>(
  schema: Schema,
  item: Item,
): v.InferOutput<Schema> => {
  const plain: Record<string, unknown> = {}
  for (const [name, value] of item) plain[name] = value instanceof Y.Text ? value.toString() : value
  return v.parse(schema, plain)
}
