/** Sets of whole numbers, kept as half-open ranges `[start, end)`, sorted and disjoint; by client or by device. */

export type Ranges = readonly (readonly [start: number, end: number])[]
export type RangesBy<Key> = ReadonlyMap<Key, Ranges>

export const normalize = (ranges: Iterable<readonly [number, number]>): Ranges => {
  const merged: [number, number][] = []
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else if (start < end) merged.push([start, end])
  }
  return merged
}

export const collect = <Key>(
  entries: Iterable<readonly [key: Key, start: number, end: number]>,
): RangesBy<Key> => {
  const byKey = new Map<Key, (readonly [number, number])[]>()
  for (const [key, start, end] of entries) {
    const ranges = byKey.get(key)
    if (ranges === undefined) byKey.set(key, [[start, end]])
    else ranges.push([start, end])
  }
  return new Map([...byKey].map(([key, ranges]) => [key, normalize(ranges)]))
}

/** The entries that `collect` takes. */
export function* entriesOf<Key>(ranges: RangesBy<Key>): Iterable<readonly [Key, number, number]> {
  for (const [key, all] of ranges) for (const [start, end] of all) yield [key, start, end]
}

/** Whether one set of ranges holds all of another. */
export const hold = (whole: Ranges, part: Ranges): boolean =>
  part.every(([start, end]) => whole.some((range) => range[0] <= start && end <= range[1]))

/** What `[start, end)` has that the ranges lack. */
export const lacking = (ranges: Ranges, start: number, end: number): Ranges => {
  const gaps: (readonly [number, number])[] = []
  let at = start
  for (const [from, to] of ranges) {
    if (from >= end) break
    if (from > at) gaps.push([at, from])
    at = Math.max(at, to)
  }
  if (at < end) gaps.push([at, end])
  return gaps
}

export const lengthOf = (ranges: Ranges): number =>
  ranges.reduce((sum, [start, end]) => sum + end - start, 0)
