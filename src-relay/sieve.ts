/**
 * What a socket may say. A frame is read here before the engine sees it, since the engine and the libraries below it
 * answer what they cannot read with lines on the console that name the room, as many as the sender likes.
 *
 * Awareness: a socket has its own states and no more, of a size that a hint needs. States of others pass, since
 * y-websocket sends on whatever it hears.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Awareness } from 'y-protocols/awareness'
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'

export const SYNC = 0
export const AWARENESS = 1
const QUERY_AWARENESS = 3

const MOST_AWARENESS_BYTES = 64 * 1024
/** A device has one; a second for one that comes back as another before it has left. */
const MOST_OWN_STATES = 2

/** The frame to pass on, nothing for one to leave aside, or 'cut' for one that cannot have been meant like this. */
export type Sifted = Uint8Array | 'cut' | undefined

interface State {
  readonly client: number
  readonly clock: number
  readonly state: string
}

/** Reads an update without a copy of what is in it, which may be megabytes. */
class Glance extends Y.UpdateDecoderV1 {
  override readBuf(): Uint8Array {
    return decoding.readVarUint8Array(this.restDecoder)
  }
}

const siftSync = (frame: Uint8Array, decoder: decoding.Decoder): Sifted => {
  const kind = decoding.readVarUint(decoder)
  const content = decoding.readVarUint8Array(decoder)
  if (kind === messageYjsSyncStep1) {
    Y.decodeStateVector(content)
    return frame
  }
  if (kind !== messageYjsSyncStep2 && kind !== messageYjsUpdate) return 'cut'
  try {
    Y.decodeUpdateV2(content, Glance)
    return frame
  } catch {
    return undefined
  }
}

const readStates = (update: Uint8Array): readonly State[] => {
  const decoder = decoding.createDecoder(update)
  const states: State[] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const client = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const state = decoding.readVarString(decoder)
    JSON.parse(state)
    states.push({ client, clock, state })
  }
  return states
}

const awarenessFrame = (states: readonly State[]): Uint8Array => {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, states.length)
  for (const { client, clock, state } of states) {
    encoding.writeVarUint(update, client)
    encoding.writeVarUint(update, clock)
    encoding.writeVarString(update, state)
  }
  const frame = encoding.createEncoder()
  encoding.writeVarUint(frame, AWARENESS)
  encoding.writeVarUint8Array(frame, encoding.toUint8Array(update))
  return encoding.toUint8Array(frame)
}

/** One for each socket; `awareness` is that of its room, once that is open. */
export const createSieve = (
  awareness: () => Awareness | undefined,
): ((frame: Uint8Array) => Sifted) => {
  const own = new Set<number>()

  const mayStand = ({ client }: State): boolean => {
    if (own.has(client) || awareness()?.states.has(client) === true) return true
    if (own.size >= MOST_OWN_STATES) return false
    own.add(client)
    return true
  }

  const siftAwareness = (frame: Uint8Array, decoder: decoding.Decoder): Sifted => {
    if (frame.length > MOST_AWARENESS_BYTES) return undefined
    try {
      const states = readStates(decoding.readVarUint8Array(decoder))
      const standing = states.filter(mayStand)
      if (standing.length === 0) return undefined
      return standing.length === states.length ? frame : awarenessFrame(standing)
    } catch {
      return undefined
    }
  }

  return (frame) => {
    try {
      const decoder = decoding.createDecoder(frame)
      const type = decoding.readVarUint(decoder)
      if (type === SYNC) return siftSync(frame, decoder)
      if (type === AWARENESS) return siftAwareness(frame, decoder)
      return type === QUERY_AWARENESS ? frame : undefined
    } catch {
      return 'cut'
    }
  }
}
