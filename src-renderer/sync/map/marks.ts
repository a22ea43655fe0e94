/**
 * The change map as it lies on the relay: in a room of its own, which looks like any other, a few sealed blobs for each
 * laptop. They say in which records it has changed something that the relay has stored.
 *
 * Each laptop writes its own blobs and no others: one with everything, and a small one with what has changed since,
 * which is replaced until it has grown. What stands here is a matter of effort only, and can be dropped at any time:
 * whoever misses something here visits every record's room, as before there was a map.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'
import { BLOBS } from '../../../shared/envelope/foreign'
import type { Sealer } from '../../../shared/vault/seal'

const VERSION = 2
/** Of what changed since a laptop's large blob was written, the small one takes so many records, or an eighth of all. */
const MOST_SINCE = 16

/** What a laptop says of a record. */
export interface Mark {
  /** Counts the laptop's marks: a record whose mark has grown is to be looked at. */
  readonly at: number
  /** The number of its last change in it that the relay has (shared/envelope/numbering.ts). */
  readonly last: number
  /** The last of its marks that asks to look at the record, whatever is held of it. */
  readonly look: number
}
export type Marks = ReadonlyMap<string, Mark>

export interface Entry {
  /** Random, and another one whenever a laptop begins to count anew, so that no two counts are ever compared. */
  readonly life: string
  readonly device: string
  readonly marks: Marks
}

export const reachOf = (marks: Marks | undefined): number =>
  Math.max(0, ...[...(marks?.values() ?? [])].map(({ at }) => at))

const encodeEntry = ({ life, device, marks }: Entry): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeUint8(encoder, VERSION)
  encoding.writeVarString(encoder, life)
  encoding.writeVarString(encoder, device)
  encoding.writeVarUint(encoder, marks.size)
  for (const [record, { at, last, look }] of marks) {
    encoding.writeVarString(encoder, record)
    encoding.writeVarUint(encoder, at)
    encoding.writeVarUint(encoder, last)
    encoding.writeVarUint(encoder, look)
  }
  return encoding.toUint8Array(encoder)
}

/** Throws on what no version wrote. */
const decodeEntry = (bytes: Uint8Array): Entry | 'newer' => {
  const decoder = decoding.createDecoder(bytes)
  if (decoding.readUint8(decoder) !== VERSION) return 'newer'
  const [life, device] = [decoding.readVarString(decoder), decoding.readVarString(decoder)]
  const marks = new Map<string, Mark>()
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const record = decoding.readVarString(decoder)
    marks.set(record, {
      at: decoding.readVarUint(decoder),
      last: decoding.readVarUint(decoder),
      look: decoding.readVarUint(decoder),
    })
  }
  return { life, device, marks }
}

/** The latest of each record. */
export const unionOfMarks = (...all: readonly Marks[]): Marks => {
  const union = new Map<string, Mark>()
  for (const [record, mark] of all.flatMap((marks) => [...marks]))
    if (mark.at > (union.get(record)?.at ?? 0)) union.set(record, mark)
  return union
}

type Part = Entry | 'newer' | 'noise'

const partsIn = (doc: Y.Doc, sealer: Sealer): readonly Part[] =>
  doc
    .getArray<unknown>(BLOBS)
    .toArray()
    .map((blob) => {
      try {
        const opened = blob instanceof Uint8Array ? sealer.open(blob) : undefined
        if (opened === undefined) return 'noise'
        if (opened.ok) return decodeEntry(opened.value)
        return opened.error === 'newer-format' ? 'newer' : 'noise'
      } catch {
        return 'noise'
      }
    })

export interface MapRead {
  /** By life. */
  readonly entries: ReadonlyMap<string, Entry>
  /** Some laptop writes a form that this version cannot read. */
  readonly newer: boolean
}

export const readMap = (doc: Y.Doc, sealer: Sealer): MapRead => {
  const entries = new Map<string, Entry>()
  const parts = partsIn(doc, sealer)
  for (const part of parts) {
    if (typeof part === 'string') continue
    const marks = unionOfMarks(entries.get(part.life)?.marks ?? new Map(), part.marks)
    entries.set(part.life, { ...part, marks })
  }
  return { entries, newer: parts.includes('newer') }
}

/**
 * Writes what is not there yet of a laptop's own marks. `replaced`: lives whose blobs go, as do those that nobody wrote.
 * Returns whether there was anything to write.
 */
export const writeOwn = (
  doc: Y.Doc,
  sealer: Sealer,
  own: Entry,
  replaced: ReadonlySet<string> = new Set(),
): boolean => {
  const parts = partsIn(doc, sealer)
  const ownParts = parts.filter(
    (part): part is Entry => typeof part !== 'string' && part.life === own.life,
  )
  const there = unionOfMarks(...ownParts.map(({ marks }) => marks))
  const isThere = [...own.marks].every(([record, { at }]) => there.get(record)?.at === at)
  if (isThere && replaced.size === 0 && !parts.includes('noise')) return false
  const base = ownParts.reduce<Entry | undefined>(
    (largest, part) => (part.marks.size > (largest?.marks.size ?? 0) ? part : largest),
    undefined,
  )
  const since = new Map(
    [...own.marks].filter(([record, { at }]) => at > (base?.marks.get(record)?.at ?? 0)),
  )
  const anew =
    base === undefined || since.size > Math.max(MOST_SINCE, Math.floor(base.marks.size / 8))
  const goes = (part: Part): boolean => {
    if (part === 'noise') return true
    if (part === 'newer') return false
    return part.life === own.life ? anew || part !== base : replaced.has(part.life)
  }
  doc.transact(() => {
    const blobs = doc.getArray<Uint8Array>(BLOBS)
    for (let at = parts.length - 1; at >= 0; at--) {
      const part = parts[at]
      if (part !== undefined && goes(part)) blobs.delete(at)
    }
    const marks = anew ? own.marks : since
    if (marks.size > 0) blobs.push([sealer.seal(encodeEntry({ ...own, marks }))])
  })
  return true
}
