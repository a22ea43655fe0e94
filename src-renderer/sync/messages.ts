/** What a relay's messages carry, looked at before y-protocols and Yjs see it. */
import * as decoding from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1 } from 'y-protocols/sync'

/** Two hundred records and their counts are below a tenth of this (hints.ts). */
const MOST_AWARENESS_BYTES = 128 * 1024
/** A laptop has one client a connection; awareness remembers whoever it has met. */
const MOST_CLIENTS_MET = 500

/** What a sync message carries: the kind of message, and what the sender has, or an update. */
export const readSync = (
  decoder: decoding.Decoder,
): { readonly kind: number; readonly vector?: Uint8Array; readonly update?: Uint8Array } => {
  const ahead = decoding.clone(decoder)
  const kind = decoding.readVarUint(ahead)
  const bytes = decoding.readVarUint8Array(ahead)
  return kind === messageYjsSyncStep1 ? { kind, vector: bytes } : { kind, update: bytes }
}

/** Whether a message may be applied: its size, and how many it makes known. */
export const isAwareness = ({ meta }: Awareness, message: decoding.Decoder): boolean => {
  const update = decoding.readVarUint8Array(decoding.clone(message))
  if (update.length > MOST_AWARENESS_BYTES) return false
  const decoder = decoding.createDecoder(update)
  let met = meta.size
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    if (!meta.has(decoding.readVarUint(decoder)) && ++met > MOST_CLIENTS_MET) return false
    decoding.readVarUint(decoder)
    JSON.parse(decoding.readVarString(decoder))
  }
  return true
}
