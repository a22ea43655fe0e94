/**
 * How much of an open room the database is known to hold: up to which clock of each client, and which deletions. From
 * it follows what an edit adds, and whether anything is in a document that is not stored. It may know of less than is
 * stored, and then something is stored twice; it never claims more.
 */
import * as Y from 'yjs'

export interface Coverage {
  readonly clocks: ReadonlyMap<number, number>
  readonly deletions: ReturnType<typeof Y.createDeleteSet>
}

export const NOTHING: Coverage = { clocks: new Map(), deletions: Y.createDeleteSet() }

export const coverageOf = (document: Y.Doc): Coverage => {
  const { sv, ds } = Y.snapshot(document)
  return { clocks: sv, deletions: ds }
}

export const joined = (a: Coverage, b: Coverage): Coverage => {
  const clocks = new Map(a.clocks)
  for (const [client, clock] of b.clocks)
    clocks.set(client, Math.max(clock, clocks.get(client) ?? 0))
  return { clocks, deletions: Y.mergeDeleteSets([a.deletions, b.deletions]) }
}

/** What is covered once an update is stored beside what was. What waits in it for something that is missing is not. */
export const withUpdate = (known: Coverage, update: Uint8Array): Coverage => {
  const { structs, ds } = Y.decodeUpdate(update)
  const clocks = new Map(known.clocks)
  for (const struct of structs) {
    const { client, clock } = struct.id
    const have = clocks.get(client) ?? 0
    if (!(struct instanceof Y.Skip) && clock <= have)
      clocks.set(client, Math.max(have, clock + struct.length))
  }
  return { clocks, deletions: Y.mergeDeleteSets([known.deletions, ds]) }
}

export const vectorOf = ({ clocks }: Coverage): Uint8Array => Y.encodeStateVector(new Map(clocks))

/** Whether all of `b` is in `a`. */
export const includes = (a: Coverage, b: Coverage): boolean => {
  for (const [client, clock] of b.clocks) if ((a.clocks.get(client) ?? 0) < clock) return false
  for (const [client, ranges] of b.deletions.clients) {
    const known = a.deletions.clients.get(client) ?? []
    const isKnown = ranges.every(({ clock, len }) =>
      known.some((each) => each.clock <= clock && clock + len <= each.clock + each.len),
    )
    if (!isKnown) return false
  }
  return true
}
