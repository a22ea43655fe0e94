/**
 * What an update contains: which structs and which deletions, as ranges of Yjs clocks per client.
 *
 * A state vector alone cannot tell whether one set of updates covers another, since deletions are not in it. So
 * coverage is asked of both: every struct and every explicit deletion of the part must be in the whole. (Deletions
 * that integration implies, the losing side of a concurrent map entry, follow again from the same structs.)
 */
import * as Y from 'yjs'

/** Half-open clock ranges `[start, end)`, sorted and disjoint. */
type Ranges = readonly (readonly [number, number])[]
type RangesByClient = ReadonlyMap<number, Ranges>

export interface Content {
  readonly structs: RangesByClient
  readonly deletions: RangesByClient
}

const normalize = (ranges: (readonly [number, number])[]): Ranges => {
  ranges.sort((a, b) => a[0] - b[0])
  const merged: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = merged.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

const collect = (
  entries: Iterable<readonly [client: number, start: number, end: number]>,
): RangesByClient => {
  const byClient = new Map<number, (readonly [number, number])[]>()
  for (const [client, start, end] of entries) {
    const ranges = byClient.get(client)
    if (ranges === undefined) byClient.set(client, [[start, end]])
    else ranges.push([start, end])
  }
  return new Map([...byClient].map(([client, ranges]) => [client, normalize(ranges)]))
}

type DeleteSet = ReturnType<typeof Y.createDeleteSet>

function* deletionEntries(set: DeleteSet): Iterable<readonly [number, number, number]> {
  for (const [client, deletions] of set.clients)
    for (const { clock, len } of deletions) yield [client, clock, clock + len]
}

/** The content of one update in Yjs's first or second encoding. Throws when the bytes are not an update. */
export const contentOfUpdate = (update: Uint8Array, version: 1 | 2): Content => {
  const { structs, ds } = version === 2 ? Y.decodeUpdateV2(update) : Y.decodeUpdate(update)
  return {
    structs: collect(
      structs
        .filter((struct) => !(struct instanceof Y.Skip))
        .map(({ id, length }) => [id.client, id.clock, id.clock + length] as const),
    ),
    deletions: collect(deletionEntries(ds)),
  }
}

/** The content that a document has integrated (pending structs are not part of it). */
export const contentOfDoc = (doc: Y.Doc): Content => ({
  structs: collect(
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].map(([client, clock]) => [client, 0, clock] as const),
  ),
  deletions: collect(deletionEntries(Y.createDeleteSetFromStructStore(doc.store))),
})

const unionOf = (all: readonly RangesByClient[], client: number): Ranges =>
  normalize(all.flatMap((ranges) => [...(ranges.get(client) ?? [])]))

const rangesCover = (all: readonly RangesByClient[], part: RangesByClient): boolean => {
  for (const [client, ranges] of part) {
    const whole = unionOf(all, client)
    for (const [start, end] of ranges)
      if (!whole.some((range) => range[0] <= start && end <= range[1])) return false
  }
  return true
}

/** Whether the union of `whole` holds everything that `part` holds. */
export const covers = (whole: readonly Content[], part: Content): boolean =>
  rangesCover(
    whole.map(({ structs }) => structs),
    part.structs,
  ) &&
  rangesCover(
    whole.map(({ deletions }) => deletions),
    part.deletions,
  )
