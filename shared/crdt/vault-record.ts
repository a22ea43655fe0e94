/**
 * The vault record: which records there are, each with its key and the generation of its envelope. The one record
 * that every device holds first. Erasing a mentee means destroying the key that stands here.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import * as v from 'valibot'
import * as Y from 'yjs'
import type { Item } from './item'
import { momentOf } from './record-clock'

export interface RecordEntry {
  readonly id: string
  readonly key: Uint8Array
  readonly generation: number
}

const StoredEntry = v.object({
  key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  generation: v.optional(v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0)), 0), 0),
})

const entries = (vault: Y.Doc) => vault.getMap<Item>('records')

export const addRecordEntry = (
  vault: Y.Doc,
  input: { readonly id: string; readonly key: Uint8Array },
): void => {
  entries(vault).set(
    input.id,
    new Y.Map(Object.entries({ key: toBase64UrlEncoded(input.key), addedAt: momentOf(vault) })),
  )
}

/** Generations only grow; a device that comes late with a lower one changes nothing. */
export const raiseGeneration = (
  vault: Y.Doc,
  input: { readonly id: string; readonly generation: number },
): void => {
  const entry = entries(vault).get(input.id)
  const known = entry?.get('generation')
  if (entry !== undefined && input.generation > (typeof known === 'number' ? known : 0))
    entry.set('generation', input.generation)
}

export const recordEntries = (vault: Y.Doc): readonly RecordEntry[] =>
  [...entries(vault)].flatMap(([id, item]) => {
    const entry = v.safeParse(StoredEntry, item.toJSON())
    return entry.success
      ? [{ id, key: fromBase64UrlEncoded(entry.output.key), generation: entry.output.generation }]
      : []
  })

/**
 * Destroys a record's key, and remembers that this was meant: whoever still has something of the record stored clears
 * it away, also after a crash. A record whose key is merely missing is left alone, since another device may bring it.
 */
export const destroyKey = (vault: Y.Doc, record: string): void => {
  entries(vault).delete(record)
  vault.getMap('destroyed').set(record, true)
}

export const destroyedRecords = (vault: Y.Doc): readonly string[] => [
  ...vault.getMap('destroyed').keys(),
]
