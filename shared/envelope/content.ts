/**
 * What an update contains: which structs and which deletions, as ranges of Yjs clocks per client.
 *
 * A state vector alone cannot tell whether one set of updates covers another, since deletions are not in it. So
 * coverage is asked of both: every struct and every explicit deletion of the part must be in the whole. (Deletions
 * that integration implies, the losing side of a concurrent map entry, follow again from the same structs.)
 */
import * as Y from 'yjs'
import { collect, hold, normalize, type Ranges, type RangesBy } from './ranges'

type RangesByClient = RangesBy<number>

export interface Content {
  readonly structs: RangesByClient
  readonly deletions: RangesByClient
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
    [...Y.decodeStateVector(Y.encodeStateVector(doc))].map(
      ([client, clock]) => [client, 0, clock] as const,
    ),
  ),
  deletions: collect(deletionEntries(Y.createDeleteSetFromStructStore(doc.store))),
})

const unionOf = (all: readonly RangesByClient[], client: number): Ranges =>
  normalize(all.flatMap((ranges) => [...(ranges.get(client) ?? [])]))

const rangesCover = (all: readonly RangesByClient[], part: RangesByClient): boolean => {
  for (const [client, ranges] of part) if (!hold(unionOf(all, client), ranges)) return false
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
