/**
 * What laptops that were removed have written since: counted where the vault was before, and nothing of it is taken. It
 * is remembered, since those places are emptied; without the row it is counted anew, of what is there then.
 */
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import type { StoreApi } from 'zustand/vanilla'
import { type Changes, changesBeyond, unionOfChanges } from '../../../shared/envelope/numbering'
import { lengthOf } from '../../../shared/envelope/ranges'
import type { KeyRing } from '../../../shared/vault/key-ring'
import { type Database, REFUSED } from '../disk/database'
import { createSealedRow } from '../disk/sealed-row'
import type { ReadModel } from './read-model'

/** A removed laptop makes them up as it likes. */
const MOST_RANGES = 500
const MOST_FILES = 500

const Range = v.tuple([v.number(), v.number()])
const Kept = v.object({
  version: v.literal(1),
  records: v.array(v.tuple([v.string(), v.array(v.tuple([v.string(), v.array(Range)]))])),
  files: v.array(v.string()),
})

export interface Refused {
  /** Settles once what was remembered is known. */
  readonly ready: Promise<void>
  /** A record as it was read in a place of before, and what is `held` of it here: what is beyond that was refused. */
  readonly note: (record: string, seen: Changes, held: Changes) => void
  /** The records of which something was. */
  readonly records: () => readonly string[]
  /** Files of a former place in the folder that have been counted. */
  readonly isCounted: (file: string) => boolean
  /** All of these have been, and no others are in that place. A file begins with its place. */
  readonly counted: (place: string, files: readonly string[]) => void
}

export const createRefused = (
  database: Database,
  vaultRecordKey: Uint8Array,
  { chain }: KeyRing,
  model: StoreApi<ReadModel>,
  closing: AbortSignal,
): Refused => {
  const row = createSealedRow(database, vaultRecordKey, REFUSED)
  const removed = new Set(chain.flatMap((one) => one.removed))
  let all = new Map<string, Changes>()
  let files: ReadonlySet<string> = new Set()

  const tell = (): void => {
    const counts = new Map<string, number>()
    for (const changes of all.values())
      for (const [laptop, ranges] of changes)
        counts.set(laptop, (counts.get(laptop) ?? 0) + lengthOf(ranges))
    model.setState({ refused: Object.fromEntries(counts) })
  }
  const keep = (): void => {
    // The key is overwritten by then.
    if (closing.aborted) return
    const records = [...all].map(([record, changes]) => [
      record,
      [...changes].map(([laptop, ranges]) => [laptop, ranges]),
    ])
    const kept = { version: 1, records, files: [...files].slice(0, MOST_FILES) }
    row.write(encodeUtf8(JSON.stringify(kept))).catch(() => undefined)
  }
  const read = async (): Promise<void> => {
    const stored = await row.read()
    if (stored === undefined) return
    const kept = v.parse(Kept, JSON.parse(decodeUtf8(stored)))
    all = new Map(kept.records.map(([record, changes]) => [record, new Map(changes)]))
    files = new Set(kept.files)
    tell()
  }

  return {
    ready: read().catch(() => undefined),
    note: (record, seen, held) => {
      const before = all.get(record) ?? new Map()
      const now: Changes = new Map(
        [...changesBeyond(held, unionOfChanges([before, seen]))].flatMap(([laptop, ranges]) =>
          removed.has(laptop) ? [[laptop, ranges.slice(0, MOST_RANGES)] as const] : [],
        ),
      )
      if (JSON.stringify([...now]) === JSON.stringify([...before])) return
      if (now.size > 0) all.set(record, now)
      else all.delete(record)
      keep()
      tell()
    },
    records: () => [...all.keys()],
    isCounted: (file) => files.has(file),
    counted: (place, now) => {
      files = new Set([...now, ...[...files].filter((file) => !file.startsWith(`${place} `))])
      keep()
    },
  }
}
