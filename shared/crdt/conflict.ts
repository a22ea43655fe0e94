/**
 * Conflicts: two devices set the same register while apart.
 *
 * Each write leaves its value in the record's map of last edits under the item, the field and the writing document,
 * and removes the edits that it knew. So one edit of a field remains, except when two devices wrote without knowing
 * of each other: then both remain, and both can be shown. The next write, which knows both, settles it.
 */
import type * as Y from 'yjs'
import type { Item } from './item'

export const editsOf = (record: Y.Doc): Y.Map<unknown> => record.getMap('edits')

export const noteEditIn = (record: Y.Doc, id: string, field: string, value: unknown): void => {
  const edits = editsOf(record)
  const prefix = `${id}/${field}/`
  const own = `${prefix}${record.clientID}`
  for (const key of [...edits.keys()]) if (key !== own && key.startsWith(prefix)) edits.delete(key)
  edits.set(own, value ?? null)
}

export const noteRegisterEdit = (item: Item, id: string, field: string, value: unknown): void => {
  if (item.doc !== null) noteEditIn(item.doc, id, field, value)
}

export interface Conflict {
  readonly id: string
  readonly field: string
  /** What stands in the field now. */
  readonly shown: unknown
  /** What another device wrote at the same time. */
  readonly others: readonly unknown[]
}

/** The fields that two devices set apart from each other, `shownIn` telling what a field says now. */
export const conflictsIn = (
  record: Y.Doc,
  shownIn: (id: string, field: string) => unknown,
): readonly Conflict[] => {
  const byField = new Map<string, unknown[]>()
  for (const [key, value] of editsOf(record)) {
    const field = key.slice(0, key.lastIndexOf('/'))
    const values = byField.get(field)
    if (values === undefined) byField.set(field, [value])
    else values.push(value)
  }
  return [...byField]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, values]) => {
      if (values.length < 2) return []
      const at = key.indexOf('/')
      const [id, field] = [key.slice(0, at), key.slice(at + 1)]
      const shown = shownIn(id, field)
      if (shown === undefined) return []
      const distinct = new Map(values.map((value) => [JSON.stringify(value), value]))
      distinct.delete(JSON.stringify(shown))
      // In one order on every device, whatever the order in which the edits arrived.
      const others = [...distinct.keys()].sort().map((json) => distinct.get(json))
      return others.length === 0 ? [] : [{ id, field, shown, others }]
    })
}
