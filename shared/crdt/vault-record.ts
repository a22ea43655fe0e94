/**
 * The vault record: which records there are, each with its key and the generation of its envelope. The one record
 * that every device holds first. Erasing a mentee means destroying the key that stands here.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import * as v from 'valibot'
import * as Y from 'yjs'
import { epochOf, FIRST_EPOCH, firstGeneration } from '../vault/epochs'
import { deriveCompanion } from '../vault/keys'
import type { Item } from './item'
import { momentOf } from './record-clock'

export interface RecordEntry {
  readonly id: string
  /** Its random key (vault/keys.ts). */
  readonly key: Uint8Array
  /** The latest that it is known to have moved to, in each epoch in which it has moved by itself. */
  readonly generations: ReadonlyMap<number, number>
  /** A companion (vault/keys.ts): the record whose history it keeps. */
  readonly historyOf?: string
  /** The laptop that has listed it; versions up to 0.3.0 do not say. */
  readonly listedBy?: string
}

/** A mentee's record, and whether something of its history is kept: the generations of its companion's envelope, or null. */
export interface ListedRecord extends Omit<RecordEntry, 'historyOf'> {
  readonly history: ReadonlyMap<number, number> | null
}

const StoredEntry = v.object({
  key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  history: v.optional(v.unknown()),
  listedBy: v.fallback(v.optional(v.string()), undefined),
})
const Generation = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

type Named = 'generation' | 'historyGeneration'
/** Where the latest generation of an epoch stands; of the first one where older versions look for it. */
const placeOf = (name: Named, epoch: number): string =>
  epoch === FIRST_EPOCH ? name : `${name}/${epoch}`

const entries = (vault: Y.Doc) => vault.getMap<Item>('records')

export const addRecordEntry = (
  vault: Y.Doc,
  input: { readonly id: string; readonly key: Uint8Array; readonly listedBy: string },
): void => {
  const { id, key, listedBy } = input
  const entry = { key: toBase64UrlEncoded(key), addedAt: momentOf(vault), listedBy }
  entries(vault).set(id, new Y.Map(Object.entries(entry)))
}

/** Says that something of a record's history is kept: before that its companion has no room and no file anywhere. */
export const beginHistory = (vault: Y.Doc, record: string): void => {
  const entry = entries(vault).get(record)
  if (entry !== undefined && entry.get('history') !== true) entry.set('history', true)
}

/** Generations only grow; a device that comes late with a lower one changes nothing. */
export const raiseGeneration = (
  vault: Y.Doc,
  input: Pick<RecordEntry, 'id' | 'historyOf'> & { readonly generation: number },
): void => {
  const entry = entries(vault).get(input.historyOf ?? input.id)
  const name = input.historyOf === undefined ? 'generation' : 'historyGeneration'
  const place = placeOf(name, epochOf(input.generation))
  const known = entry?.get(place)
  if (entry !== undefined && input.generation > (typeof known === 'number' ? known : 0))
    entry.set(place, input.generation)
}

const generationsOf = (item: Item, name: Named): ReadonlyMap<number, number> =>
  new Map(
    [...item].flatMap(([place, value]) => {
      const generation = place.startsWith(name) ? v.safeParse(Generation, value) : undefined
      if (generation?.success !== true) return []
      const epoch = epochOf(generation.output)
      return place === placeOf(name, epoch) ? [[epoch, generation.output] as const] : []
    }),
  )

/** Where a record goes on in an epoch, as far as is known. */
export const generationIn = (
  entry: Pick<RecordEntry, 'generations'> | undefined,
  epoch: number,
): number => entry?.generations.get(epoch) ?? firstGeneration(epoch)

/** The mentees' records. */
export const recordEntries = (vault: Y.Doc): readonly ListedRecord[] =>
  [...entries(vault)].flatMap(([id, item]) => {
    const entry = v.safeParse(StoredEntry, item.toJSON())
    if (!entry.success) return []
    const key = fromBase64UrlEncoded(entry.output.key)
    const history = entry.output.history === true ? generationsOf(item, 'historyGeneration') : null
    const { listedBy } = entry.output
    return [
      {
        ...{ id, key, generations: generationsOf(item, 'generation'), history },
        ...(listedBy === undefined ? {} : { listedBy }),
      },
    ]
  })

/**
 * Destroys a record's key, and remembers that this was meant: whoever still has something of the record stored clears
 * it away, also after a crash. A record whose key is merely missing is left alone, since another device may bring it.
 */
export const destroyKey = (vault: Y.Doc, record: string): void => {
  const item = entries(vault).get(record)
  const entry = v.safeParse(StoredEntry, item?.toJSON())
  if (item !== undefined && entry.success && entry.output.history === true) {
    // Its companion's key goes with it, and nobody could say any more what the companion is called.
    const { id } = deriveCompanion(fromBase64UrlEncoded(entry.output.key))
    const last = Math.max(0, ...generationsOf(item, 'historyGeneration').values())
    vault.getMap('destroyed').set(id, last)
  }
  entries(vault).delete(record)
  vault.getMap('destroyed').set(record, true)
}

export const destroyedRecords = (vault: Y.Doc): readonly string[] => [
  ...vault.getMap('destroyed').keys(),
]

/** The companions among them, each with the last generation of its envelope: their rooms on the relay are to be emptied. */
export const destroyedHistories = (
  vault: Y.Doc,
): readonly { readonly record: string; readonly generation: number }[] =>
  [...vault.getMap('destroyed')].flatMap(([record, generation]) =>
    typeof generation === 'number' ? [{ record, generation }] : [],
  )
