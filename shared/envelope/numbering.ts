/**
 * Numbering: how a device notices what has not reached it.
 *
 * Each device numbers the changes that it makes to a record, from 1. A sealed piece says which changes its content
 * holds, by whom; and which numbers of others its author had seen. A number that is known and whose change is not
 * held is a change that was made and has not arrived: kept back, or put out of reach by forged ids, on the way here.
 * Pieces of before 0.3 have no numbers and are not missed.
 *
 * A laptop that was put back to an older copy of its disk uses numbers twice; such a change is not missed either.
 */
import { collect, entriesOf, lacking, lengthOf, type Ranges, type RangesBy } from './ranges'

/** Changes, as ranges of numbers by device. */
export type Changes = RangesBy<string>

/** The highest number known, by device. */
export type Heads = ReadonlyMap<string, number>

export interface Numbering {
  /** Takes the next number of this device. */
  readonly next: () => Changes
  /** Content that holds these changes is here, for good. */
  readonly hold: (changes: Changes) => void
  /** There are changes of the device up to this number. */
  readonly hear: (device: string, number: number) => void
  /** All that is here. */
  readonly held: () => Changes
  /** Known, and not here. */
  readonly missing: () => Changes
  /** What others are known to have made, where that has grown since it was last told, or has not all arrived. */
  readonly news: () => Heads
  /** The number of this device's last change. */
  readonly last: () => number
}

/** One past the last number. */
export const endOf = (ranges: Ranges | undefined): number => ranges?.at(-1)?.[1] ?? 1

export const unionOfChanges = (all: readonly Changes[]): Changes =>
  collect(all.flatMap((changes) => [...entriesOf(changes)]))

export const countOf = (changes: Changes): number =>
  [...changes.values()].reduce((sum, ranges) => sum + lengthOf(ranges), 0)

/** Those of `wanted` that are in `held`. */
export const heldOf = (held: Changes, wanted: Changes): Changes =>
  collect(
    [...entriesOf(wanted)].flatMap(([device, start, end]) => {
      const gaps = lacking(held.get(device) ?? [], start, end)
      return lacking(gaps, start, end).map(([from, to]) => [device, from, to] as const)
    }),
  )

/** What `now` has and `before` had not. */
export const changesBeyond = (before: Changes, now: Changes): Changes =>
  collect(
    [...entriesOf(now)].flatMap(([device, start, end]) =>
      lacking(before.get(device) ?? [], start, end).map(
        ([from, to]) => [device, from, to] as const,
      ),
    ),
  )

export const createNumbering = (author: string): Numbering => {
  let held: Changes = new Map()
  /** One past the highest number, as ranges end. */
  const ends = new Map<string, number>()
  const told = new Map<string, number>()

  const hear = (device: string, end: number): void => {
    if (end > (ends.get(device) ?? 1)) ends.set(device, end)
  }
  const hold = (changes: Changes): void => {
    if (changes.size === 0) return
    held = unionOfChanges([held, changes])
    for (const [device, ranges] of changes) hear(device, endOf(ranges))
  }

  const missing = (): Changes =>
    changesBeyond(held, collect([...ends].map(([device, end]) => [device, 1, end] as const)))

  return {
    next: () => {
      const number = ends.get(author) ?? 1
      const change: Changes = new Map([[author, [[number, number + 1]]]])
      hold(change)
      return change
    },
    hold,
    hear: (device, number) => hear(device, number + 1),
    held: () => held,
    missing,
    news: () => {
      const late = missing()
      const grown = [...ends].filter(
        ([device, end]) => late.has(device) || (device !== author && end > (told.get(device) ?? 1)),
      )
      for (const [device, end] of grown) told.set(device, end)
      return new Map(grown.map(([device, end]) => [device, end - 1]))
    },
    last: () => (ends.get(author) ?? 1) - 1,
  }
}
