/** Settling a conflict: the coach's choice between what two devices wrote becomes what the field says. */
import * as Y from 'yjs'
import { noteEditIn } from '../crdt/conflict'
import type { Item, Items } from '../crdt/item'
import { itemsOf } from '../crdt/record'
import { isLone } from './kinds'

/** The map that holds an item's registers: what there is one of, values by key, or the item with this id at any depth. */
const holderOf = (record: Y.Doc, id: string): Item | undefined => {
  if (isLone(id)) return record.getMap<unknown>(id)
  const search = (items: Items): Item | undefined => {
    const own = items.get(id)
    if (own instanceof Y.Map) return own
    for (const item of items.values())
      if (item instanceof Y.Map)
        for (const inner of item.values())
          if (inner instanceof Y.Map) {
            const found = search(inner as Items)
            if (found !== undefined) return found
          }
    return undefined
  }
  for (const name of record.share.keys())
    if (record.share.get(name) instanceof Y.Map) {
      const found = search(itemsOf(record, name))
      if (found !== undefined) return found
    }
  return undefined
}

export const settle = (
  record: Y.Doc,
  input: { readonly id: string; readonly field: string; readonly value: unknown },
): void =>
  record.transact(() => {
    const holder = holderOf(record, input.id)
    if (holder === undefined) return
    holder.set(input.field, input.value)
    noteEditIn(record, input.id, input.field, input.value)
  })
