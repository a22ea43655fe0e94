/**
 * What a deletion knew. Deleting is a date and a fingerprint of everything that the record said of the item then: its
 * fields, what is inside it, the texts beside it, and the last edits of its registers. An edit from elsewhere that the
 * deletion did not know leaves a trace in one of them, also when its value lost against another, so that the
 * fingerprint fits no longer and the item is back: the edit wins.
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import * as Y from 'yjs'
import { textContent } from '../note-text/text'
import { editsOf } from './conflict'
import type { Item } from './item'

const canonical = (value: unknown, without: readonly string[]): unknown =>
  Array.isArray(value)
    ? value.map((inner) => canonical(inner, without))
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([key]) => !without.includes(key))
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, canonical(inner, without)]),
        )
      : // JSON has no such numbers; nothing of ours writes any.
        typeof value === 'bigint'
        ? String(value)
        : value

const hashOf = (value: unknown, without: readonly string[]): string =>
  toBase64UrlEncoded(digest(encodeUtf8(JSON.stringify(canonical(value, without)))).subarray(0, 12))

/**
 * Version 0.2.0 and before: `deletedAs` is the fingerprint of the item's own fields. Its deletions are honoured as they
 * were.
 */
export const fingerprint = (value: unknown): string => hashOf(value, ['deletedAt', 'deletedAs'])

/** Being in the bin, and where an item stands in a list, say nothing of what it says. */
const NOT_CONTENT = [
  'deletedAt',
  'deletedAs',
  'deletedBy',
  'deletedKnowing',
  'deletedWith',
  'order',
]

/** The item's id and those of the items inside it. */
const idsIn = (id: string, item: Item): ReadonlySet<string> => {
  const ids = new Set([id])
  for (const inner of item.values())
    if (inner instanceof Y.Map)
      for (const [innerId, innerItem] of inner) if (innerItem instanceof Y.Map) ids.add(innerId)
  return ids
}

const itemIn = (name: string): string => name.slice(0, name.indexOf('/'))

/** The same for the same content and the same last edits on every device. */
export const knownOf = (id: string, item: Item): string => {
  const ids = idsIn(id, item)
  const record = item.doc
  const names =
    record === null ? [] : [...record.share.keys()].filter((name) => ids.has(itemIn(name)))
  const edits = record === null ? [] : [...editsOf(record)].filter(([key]) => ids.has(itemIn(key)))
  return hashOf(
    {
      plain: item.toJSON(),
      beside: Object.fromEntries(
        names.flatMap((name) => {
          const text = record === null ? '' : textContent(record.getText(name))
          return text === '' ? [] : [[name, text]]
        }),
      ),
      edits: Object.fromEntries(edits),
    },
    NOT_CONTENT,
  )
}

/** The record's own book-keeping: who wrote, and in which shape. */
const BOOKKEEPING = ['meta', 'authors']

/** Everything that a record says, with its last edits. */
export const knownOfRecord = (record: Y.Doc): string =>
  hashOf(
    Object.fromEntries(
      [...record.share.keys()].flatMap((name) => {
        if (BOOKKEEPING.includes(name)) return []
        // Roots are the kinds' maps, and texts that are named after their item (field.ts).
        const content = name.includes('/')
          ? textContent(record.getText(name))
          : record.getMap(name).toJSON()
        return content === '' || Object.keys(content as object).length === 0
          ? []
          : [[name, content]]
      }),
    ),
    NOT_CONTENT,
  )

/** A deletion's moment and what it knew, as they are stored together: an older version's deletion has another moment. */
export const knowing = (at: string, known: string): string => `${at} ${known}`

/** Whether a deletion knew everything: undefined when an older version made it, which did not say. */
export const knewAll = (
  deletedAt: unknown,
  stored: unknown,
  known: () => string,
): boolean | undefined =>
  typeof deletedAt === 'string' && typeof stored === 'string' && stored.startsWith(`${deletedAt} `)
    ? stored === knowing(deletedAt, known())
    : undefined
