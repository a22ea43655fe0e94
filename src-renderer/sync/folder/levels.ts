/**
 * Levels: how what a laptop writes into the folder is laid out, so that one edit writes a small file and the number of
 * files tells nothing.
 *
 * The first level holds all records whole; each further one what they have gained since those before it, and is replaced as
 * a whole by what comes next. One that grows past its bound is written into the level before it, which takes up all
 * behind it. So a laptop has four levels and a head at most, however many mentees there are, an edit costs a few
 * kilobytes, and what has been written once is written again a few times and no more.
 */
import type { Entry } from './folder-file'
import { sizeOf } from './folder-file'

const KILOBYTE = 1024
/** By the level's number; the first has none. A typed note of a meeting is below the last. */
const MOST_BYTES = [Number.POSITIVE_INFINITY, 2048 * KILOBYTE, 256 * KILOBYTE, 32 * KILOBYTE]
export const LAST_LEVEL = MOST_BYTES.length - 1
/** A level is written in pieces of about this: a file is read whole or not at all. */
const PIECE_BYTES = 16 * 1024 * KILOBYTE

/** Where a record's envelope stood. */
export interface Point {
  readonly generation: number
  readonly vector: Uint8Array
}

export interface Level {
  /** Names in the folder, and hashes, of its pieces. */
  readonly files: readonly { readonly name: string; readonly hash: string }[]
  readonly bytes: number
  /** Where the records that are in it stood. */
  readonly ends: ReadonlyMap<string, Point>
}

export const mostBytesOf = (level: number, levels: readonly Level[]): number =>
  level === 1 ? Math.max(MOST_BYTES[1] ?? 0, (levels[0]?.bytes ?? 0) / 2) : (MOST_BYTES[level] ?? 0)

/** The records that have to be written at a level: what changed, and all that the levels it replaces hold. */
export const recordsAt = (
  level: number,
  levels: readonly Level[],
  changed: Iterable<string>,
): readonly string[] => [
  ...new Set([...changed, ...levels.slice(level).flatMap(({ ends }) => [...ends.keys()])]),
]

/** Where a record stood in the levels before one; nothing when it is in none of them, or has left that envelope since. */
export const pointBefore = (
  level: number,
  levels: readonly Level[],
  record: string,
  generation: number,
): Uint8Array | undefined => {
  const point = levels
    .slice(0, level)
    .findLast(({ ends }) => ends.has(record))
    ?.ends.get(record)
  return point?.generation === generation ? point.vector : undefined
}

/** The entries of a level in pieces, each for a file of its own; one at least. */
export const piecesOf = (entries: readonly Entry[]): readonly (readonly Entry[])[] => {
  const pieces: Entry[][] = [[]]
  let bytes = 0
  for (const entry of entries) {
    const size = sizeOf(entry)
    if (bytes > 0 && bytes + size > PIECE_BYTES) {
      pieces.push([])
      bytes = 0
    }
    pieces.at(-1)?.push(entry)
    bytes += size
  }
  return pieces
}
