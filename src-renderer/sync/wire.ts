/**
 * A wire: one record's envelope on its way to and from a relay, through a stock y-websocket provider.
 *
 * The provider is given a twin of the envelope's document, fed only with updates that are already stored here: so
 * nothing is ever sent before it is saved, and a relay that forges ids or clocks damages the twin and not the store.
 */
import * as decoding from 'lib0/decoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { RoomAccess } from '../../shared/vault/keys'
import { CLOSE_FORBIDDEN, CLOSE_UNAUTHORIZED, MESSAGE_STORED, WIRE_PROTOCOL } from '../../shared/wire'

const MESSAGE_SYNC = 0
/** y-websocket's own default is 2.5 s without jitter (traps.md 3). */
const MAX_BACKOFF_MS = 30_000
/** A larger message is not ours. */
const MOST_MESSAGE_BYTES = 64 * 1024 * 1024

export interface WireListeners {
  /** Ciphertext from the relay, to be applied to the envelope. */
  readonly received: (update: Uint8Array) => void
  /** The connection, the first exchange, or what the relay has stored changed. */
  readonly changed: () => void
}

export interface Wire {
  readonly provider: WebsocketProvider
  /** An envelope update that is stored here. */
  readonly push: (update: Uint8Array) => void
  readonly connected: () => boolean
  /** Both sides have exchanged what they had. */
  readonly synced: () => boolean
  /** What this device holds is stored by the relay; for a server that never says so: has been sent. */
  readonly confirmed: () => boolean
  /** Whether the server says what it has stored. */
  readonly confirms: () => boolean
  /** The relay has closed the room to this device for good. */
  readonly refused: () => boolean
  /** Messages that were no valid update. */
  readonly garbage: () => number
  /** Updates wait for others that the relay does not have: its ids or clocks may be forged. */
  readonly isStuck: () => boolean
  readonly destroy: () => void
}

export const openWire = (
  relay: string,
  access: RoomAccess,
  envelopeState: Uint8Array,
  listeners: WireListeners,
): Wire => {
  const twin = new Y.Doc()
  Y.applyUpdate(twin, envelopeState)
  let garbage = 0
  let refused = false
  let stored: Map<number, number> | undefined

  const provider = new WebsocketProvider(relay, access.room, twin, {
    disableBc: true,
    protocols: [WIRE_PROTOCOL, access.token],
    maxBackoffTime: MAX_BACKOFF_MS,
    shouldReconnect: ({ code }) => code !== CLOSE_UNAUTHORIZED && code !== CLOSE_FORBIDDEN,
  })

  const handleSync = provider.messageHandlers[MESSAGE_SYNC]
  provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, ...rest) => {
    try {
      if (decoder.arr.length > MOST_MESSAGE_BYTES) throw new Error('too large')
      handleSync?.(encoder, decoder, ...rest)
    } catch {
      garbage++
      listeners.changed()
    }
  }
  provider.messageHandlers[MESSAGE_STORED] = (_encoder, decoder) => {
    try {
      stored = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
    } catch {
      garbage++
    }
    listeners.changed()
  }
  twin.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== provider) return
    try {
      listeners.received(update)
    } catch {
      garbage++
    }
  })
  provider.on('status', listeners.changed)
  provider.on('sync', listeners.changed)
  provider.on('closed', () => {
    refused = true
    listeners.changed()
  })

  const allStored = (): boolean => {
    if (stored === undefined) return false
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(twin)))
      if ((stored.get(client) ?? 0) < clock) return false
    return true
  }

  return {
    provider,
    push: (update) => Y.applyUpdate(twin, update, 'store'),
    connected: () => provider.wsconnected,
    synced: () => provider.wsconnected && provider.synced,
    confirms: () => stored !== undefined,
    confirmed: () => {
      if (!provider.wsconnected || !provider.synced) return false
      return stored === undefined ? (provider.ws as WebSocket | null)?.bufferedAmount === 0 : allStored()
    },
    refused: () => refused,
    garbage: () => garbage,
    isStuck: () => twin.store.pendingStructs !== null,
    destroy: () => {
      provider.destroy()
      twin.destroy()
    },
  }
}
