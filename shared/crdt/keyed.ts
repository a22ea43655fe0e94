/**
 * Values by key: what a record keeps flat, one value under each key, be it a mark of a week's part or a laptop's name. A
 * key is made by whoever needs it, the same on every device, so that two that write under one write the same thing. It
 * is declared as a kind is (kind.ts): how a value merges is a field, and it says about itself what a kind says.
 */
import * as v from 'valibot'
import type * as Y from 'yjs'
import type { About } from './about'
import type { Fields, KindField } from './field'

export interface Keyed<T> {
  readonly name: string
  /** By name there are none: every key has a value of the same sort. */
  readonly fields: Fields
  readonly value: KindField<T>
  readonly about: About<Readonly<Record<string, unknown>>>
  readonly set: (record: Y.Doc, input: { readonly key: string; readonly value: T }) => void
  /** Without what is stored and is no such value. */
  readonly readAll: (record: Y.Doc) => Readonly<Record<string, T>>
}

export const defineKeyed = <T>(
  name: string,
  value: KindField<T>,
  about: Keyed<T>['about'],
): Keyed<T> => ({
  name,
  fields: {},
  value,
  about,
  set: (record, { key, value: next }) =>
    record.transact(() => value.write(record.getMap(name), key, name, value.empty, next)),
  readAll: (record) =>
    Object.fromEntries(
      [...record.getMap(name)].flatMap(([key, stored]) => {
        const read = v.safeParse(value.input, stored)
        return read.success ? [[key, read.output]] : []
      }),
    ),
})
