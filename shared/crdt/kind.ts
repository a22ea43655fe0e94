/**
 * Kinds: what all items of one sort have in common, written once.
 *
 * A kind is a name, its fields, and what it says about itself (about.ts); from the fields come the commands (add, edit,
 * delete, move) and the reading. Every concept of the coaching domain is one kind, or a few. A nested kind (a goal's
 * milestones) lives inside its owner, and says nothing about itself beyond its fields.
 *
 * An item that was deleted is still there (deleting.ts), and one that was moved knows its place in its list (order.ts).
 */
import type * as v from 'valibot'
import * as Y from 'yjs'
import type { About } from './about'
import { type Deletion, deletionOf, writeDeletion } from './deleting'
import { editFields, emptyOf, type Fields, inputOf, type KindField, type Values } from './field'
import { createItem, type Item, type Items } from './item'
import { byOrder, keysToStandBehind, type Ordered } from './order'
import { momentOf } from './record-clock'
import { allowedVisibility, type Provenance, type Visibility } from './visibility'

/** What an item has beside its fields. */
export type Stamp = Ordered & Deletion

export type Of<K> =
  K extends Kind<infer F, infer N, unknown>
    ? Stamp & Values<F> & { readonly [Name in keyof N]: readonly Of<N[Name]>[] }
    : never

interface Owned {
  /** The owning item's id, for nested kinds. */
  readonly of?: string
}

// biome-ignore lint/suspicious/noExplicitAny: a kind of any fields
export type AnyKind<A = unknown> = Kind<any, any, A>
/** What code that treats all kinds alike may know of an item. */
export type AnyItem = Stamp & Readonly<Record<string, unknown>>
/** A kind that is not nested: it says what it is. */
export type AnyToldKind = AnyKind<About<AnyItem>>
type Nested = Readonly<Record<string, AnyKind>>

export interface Kind<F extends Fields, N extends Nested = Record<never, never>, A = unknown> {
  readonly name: string
  readonly fields: F
  readonly nested: N
  /** What it says of its items; a nested kind's are spoken of as part of their owner. */
  readonly about: A
  /** Checks a form's values. */
  readonly input: v.GenericSchema<unknown, Values<F>>
  readonly empty: Values<F>
  readonly items: (record: Y.Doc, of?: string) => Items | undefined
  /**
   * Returns the new item's id. With an id that is given, adding twice adds once; but two laptops that add under one id
   * lose one of the two items, so an id is given only to what one laptop alone has (a letter), what goes into a new
   * record, and what is taken in (taking-in.ts).
   */
  readonly add: (
    record: Y.Doc,
    input: Partial<Values<F>> & Owned & { readonly id?: string; readonly createdAt?: string },
  ) => string
  /** Writes what changed between `base` and `next`; without a base, between what is stored and `next`. */
  readonly edit: (
    record: Y.Doc,
    input: Owned & {
      readonly id: string
      readonly base?: Partial<Values<F>>
      readonly next: Partial<Values<F>>
    },
  ) => void
  /** Deletes an item, perhaps along with another one (its id), or brings it back. */
  readonly remove: (
    record: Y.Doc,
    input: Owned & { readonly id: string; readonly deleted: boolean; readonly along?: string },
  ) => void
  /** Moves an item behind another one, or to the front. */
  readonly move: (
    record: Y.Doc,
    input: Owned & { readonly id: string; readonly after: string | null },
  ) => void
  readonly read: (id: string, item: Item) => Of<Kind<F, N>>
  readonly readAll: (record: Y.Doc, of?: string) => Of<Kind<F, N>>[]
}

const AXES: readonly string[] = ['visibility', 'provenance']

const withoutMissing = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))

const itemsInside = (owner: Item, name: string, kind: AnyKind): readonly Stamp[] => {
  const owned = owner.get(name)
  return owned instanceof Y.Map
    ? [...(owned as Items)]
        .map(([id, item]): Stamp => kind.read(id, item))
        .filter((one) => one.deletedAt === null)
        .sort(byOrder)
    : []
}

const kindFrom = <F extends Fields, N extends Nested, A>(
  name: string,
  fields: F,
  nested: N,
  about: A,
  items: (record: Y.Doc, of?: string) => Items | undefined,
  carryOver: (item: Of<Kind<F, N>>, stored: Item) => Of<Kind<F, N>> = (item) => item,
): Kind<F, N, A> => {
  const entries = Object.entries(fields) as [string, KindField<unknown>][]
  const empty = emptyOf(fields)

  // A private item never becomes another class's: sharing is a copy (sharing.ts).
  const editable = Object.fromEntries(entries.filter(([field]) => !AXES.includes(field)))

  const content = (id: string, item: Item): unknown => ({
    plain: item.toJSON(),
    loose: entries.map(([field, { read }]) =>
      item.get(field) === undefined ? read(item, field, id) : null,
    ),
  })

  const read = (id: string, item: Item): Of<Kind<F, N>> => {
    const createdAt = item.get('createdAt')
    const order = item.get('order')
    const values: Record<string, unknown> = {
      id,
      createdAt: typeof createdAt === 'string' ? createdAt : '1970-01-01T00:00:00.000Z',
      ...deletionOf(id, item, () => content(id, item)),
      order: typeof order === 'string' ? order : '',
    }
    for (const [field, { read }] of entries) values[field] = read(item, field, id)
    for (const [inner, kind] of Object.entries(nested))
      values[inner] = itemsInside(item, inner, kind)
    return carryOver(values as Of<Kind<F, N>>, item)
  }

  const change = (
    record: Y.Doc,
    of: string | undefined,
    id: string,
    use: (item: Item) => void,
  ): void =>
    record.transact(() => {
      const item = items(record, of)?.get(id)
      if (item !== undefined) use(item)
    })

  return {
    name,
    fields,
    nested,
    about,
    input: inputOf(fields),
    empty,
    items,
    add: (record, { of, id, createdAt, ...given }) =>
      record.transact(() => {
        const target = items(record, of)
        if (target === undefined) return ''
        if (id !== undefined && target.has(id)) return id
        const first = new Map<string, unknown>()
        const values = { ...empty, ...withoutMissing(given) } as Record<string, unknown>
        if ('visibility' in values)
          values.visibility = allowedVisibility(
            values.visibility as Visibility,
            values.provenance as Provenance,
          )
        for (const [field, { create }] of entries) create(first, field, values[field])
        for (const inner of Object.keys(nested)) first.set(inner, new Y.Map())
        if (createdAt !== undefined) first.set('createdAt', createdAt)
        return createItem(record, target, Object.fromEntries(first), id)
      }),
    edit: (record, { of, id, ...edit }) =>
      change(record, of, id, (item) => editFields(editable, item, id, edit)),
    remove: (record, { of, id, deleted, along }) =>
      change(record, of, id, (item) =>
        writeDeletion(id, item, deleted ? momentOf(record) : null, along, () => content(id, item)),
      ),
    move: (record, { of, id, after }) =>
      record.transact(() => {
        const target = items(record, of)
        if (target?.has(id) !== true) return
        // What went to the bin with its owner is in the list if the owner is back (belongings.ts).
        const isListed = (one: Stamp): boolean =>
          one.deletedAt === null || typeof target.get(one.id)?.get('deletedWith') === 'string'
        const list = [...target].map(([one, item]) => read(one, item)).filter(isListed)
        for (const [one, key] of keysToStandBehind(after, id, list))
          target.get(one)?.set('order', key)
      }),
    read,
    readAll: (record, of) => [...(items(record, of) ?? [])].map(([id, item]) => read(id, item)),
  }
}

/** A kind of items that stand in the record itself, under the kind's name. */
export const defineKind = <
  F extends Fields,
  const Bin extends boolean,
  const N extends Nested = Record<never, never>,
>(
  name: string,
  fields: F,
  about: About<Of<Kind<F, N>>> & { readonly bin: Bin },
  nested?: N,
): Kind<F, N, About<Of<Kind<F, N>>> & { readonly bin: Bin }> =>
  kindFrom(
    name,
    fields,
    nested ?? ({} as N),
    about,
    (record) => record.getMap<Item>(name),
    (item, stored) => about.carryOver?.(item, stored) ?? item,
  )

/** A kind whose items stand inside an item of another kind; its commands take the owner's id as `of`. */
export const defineNested = <F extends Fields>(owner: string, name: string, fields: F): Kind<F> =>
  kindFrom(name, fields, {}, undefined, (record, of) => {
    const nested = of === undefined ? undefined : record.getMap<Item>(owner).get(of)?.get(name)
    return nested instanceof Y.Map ? (nested as Items) : undefined
  })

export const kept = <T extends { readonly deletedAt: string | null }>(
  items: readonly T[],
): readonly T[] => items.filter((item) => item.deletedAt === null)

/** Newest first: where two laptops each made one, a screen shows all of them, in the same order on both. */
export const newestFirst = <T extends Stamp>(items: readonly T[]): readonly T[] =>
  [...kept(items)].sort(
    (a, b) => b.createdAt.localeCompare(a.createdAt) || a.id.localeCompare(b.id),
  )
