/**
 * The vault record: which records there are, each with its key and the generation of its envelope. The one record
 * that every device holds first. Erasing a mentee means destroying the key that stands here.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import * as v from 'valibot'
import * as Y from 'yjs'
import { epochOf, FIRST_EPOCH, firstGeneration } from '../vault/epochs'
import type { Item } from './item'
import { momentOf } from './record-clock'

export interface RecordEntry {
  readonly id: string
  /** Its random key (vault/keys.ts). */
  readonly key: Uint8Array
  /** The latest that it is known to have moved to, in each epoch in which it has moved by itself. */
  readonly generations: ReadonlyMap<number, number>
}

const StoredEntry = v.object({ key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)) })
const Generation = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** Where the latest generation of an epoch stands; of the first one where older versions look for it. */
const GENERATION = 'generation'
const placeOf = (epoch: number): string =>
  epoch === FIRST_EPOCH ? GENERATION : `${GENERATION}/${epoch}`

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
  const place = placeOf(epochOf(input.generation))
  const known = entry?.get(place)
  if (entry !== undefined && input.generation > (typeof known === 'number' ? known : 0))
    entry.set(place, input.generation)
}

const generationsOf = (item: Item): ReadonlyMap<number, number> =>
  new Map(
    [...item].flatMap(([place, value]) => {
      const generation = place.startsWith(GENERATION) ? v.safeParse(Generation, value) : undefined
      if (generation?.success !== true) return []
      const epoch = epochOf(generation.output)
      return place === placeOf(epoch) ? [[epoch, generation.output] as const] : []
    }),
  )

/** Where a record goes on in an epoch, as far as is known. */
export const generationIn = (entry: RecordEntry | undefined, epoch: number): number =>
  entry?.generations.get(epoch) ?? firstGeneration(epoch)

export const recordEntries = (vault: Y.Doc): readonly RecordEntry[] =>
  [...entries(vault)].flatMap(([id, item]) => {
    const entry = v.safeParse(StoredEntry, item.toJSON())
    return entry.success
      ? [
          {
            id,
            key: fromBase64UrlEncoded(entry.output.key),
            generations: generationsOf(item),
          },
        ]
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
