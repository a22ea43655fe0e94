/**
 * Every kind's items as plain typed objects. Reading a hundred notes for every keystroke in one of them would be felt, so
 * each item's plain form is kept until that item changes.
 */
import type * as Y from 'yjs'
import type { Item } from '../crdt/item'
import type { AnyKind, Of, Stamp } from '../crdt/kind'
import { byOrder } from '../crdt/order'
import { itemsOf, rootName } from '../crdt/record'
import { CARRIED } from './record/note-text'

export type Lists<Kinds> = { readonly [Name in keyof Kinds]: readonly Of<Kinds[Name]>[] }

interface Dated {
  readonly id: string
  readonly date?: string
  readonly createdAt: string
}
/** Newest first, by their day and then by when they were written. */
const byDate = (a: Dated, b: Dated): number =>
  (b.date ?? '').localeCompare(a.date ?? '') ||
  b.createdAt.localeCompare(a.createdAt) ||
  a.id.localeCompare(b.id)

/** Whose texts changed that stand in the record itself, where an older version's items lack them (field.ts). */
const changedBeside = (record: Y.Doc, transaction: Y.Transaction): ReadonlySet<string> => {
  const ids = new Set<string>()
  for (const type of transaction.changedParentTypes.keys()) {
    if (type._item !== null) continue
    const root = rootName(record, type)
    const names = root === CARRIED ? (transaction.changed.get(type) ?? []) : [root]
    for (const name of names)
      if (name?.includes('/') === true) ids.add(name.slice(0, name.indexOf('/')))
  }
  return ids
}

export const listsOf = <Kinds extends Readonly<Record<string, AnyKind>>>(
  record: Y.Doc,
  kinds: Kinds,
) => {
  const stops: (() => void)[] = []
  const readers = Object.entries(kinds).map(([name, kind]) => {
    const items = itemsOf(record, name)
    const cache = new Map<string, Stamp>()
    let list: Stamp[] | undefined
    const forget = (events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void => {
      list = undefined
      for (const event of events) {
        const [id] = event.path
        if (typeof id === 'string') cache.delete(id)
        else for (const key of event.keys.keys()) cache.delete(key)
      }
    }
    items.observeDeep(forget)
    const forgetItem = (id: string): void => {
      if (cache.delete(id)) list = undefined
    }
    stops.push(() => items.unobserveDeep(forget))
    const dated = 'date' in kind.fields
    const read = (): readonly Stamp[] => {
      list ??= [...items]
        .map(([id, item]: [string, Item]) => {
          const known = cache.get(id)
          if (known !== undefined) return known
          const value: Stamp = kind.read(id, item)
          cache.set(id, value)
          return value
        })
        .sort(dated ? byDate : byOrder)
      return list
    }
    return { name, read, forgetItem }
  })
  const besides = (transaction: Y.Transaction): void => {
    for (const id of changedBeside(record, transaction))
      for (const { forgetItem } of readers) forgetItem(id)
  }
  record.on('afterTransaction', besides)
  return {
    lists: () =>
      Object.fromEntries(
        readers.map(({ name, read }) => [name, read()]),
      ) as unknown as Lists<Kinds>,
    destroy: () => {
      record.off('afterTransaction', besides)
      for (const stop of stops) stop()
    },
  }
}
