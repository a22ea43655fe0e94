/** State vectors of envelopes, encoded: how far each client's changes go. Of two, one may lie within the other. */
import * as Y from 'yjs'

/** Of nothing. */
export const NO_VECTOR: Uint8Array = new Uint8Array([0])

export const isWithin = (part: Uint8Array, whole: Uint8Array): boolean => {
  const all = Y.decodeStateVector(whole)
  for (const [client, clock] of Y.decodeStateVector(part))
    if ((all.get(client) ?? 0) < clock) return false
  return true
}

/** The further of both, for each client. */
export const unionOf = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const all = Y.decodeStateVector(one)
  for (const [client, clock] of Y.decodeStateVector(other))
    all.set(client, Math.max(clock, all.get(client) ?? 0))
  return Y.encodeStateVector(all)
}
