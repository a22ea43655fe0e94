/**
 * A wire: one record's envelope on its way to and from a relay, through a stock y-websocket provider.
 *
 * The provider is given a twin of the envelope's document, fed only with updates that are already stored here: so
 * nothing is ever sent before it is saved, and a relay that forges ids or clocks damages the twin and not the store.
 *
 * Messages can be lost, cut or altered without the connection noticing. So every ten seconds, and at once after
 * anything odd, both sides tell each other what they have (y-websocket's first sync step), and what either lacks
 * follows. A wire says that it agrees with the relay only as long as such an exchange has succeeded lately.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { messageYjsSyncStep2, writeSyncStep1 } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { isEnvelopeUpdate } from '../../shared/envelope/foreign'
import { roomOnRelay } from '../../shared/relay/admission'
import { isFinalClose, MESSAGE_STORED } from '../../shared/relay/wire'
import type { RoomAccess } from '../../shared/vault/keys'
import { isAwareness, readSync } from './messages'

const MESSAGE_SYNC = 0
const MESSAGE_AWARENESS = 1
/** y-websocket's own default is 2.5 s without jitter (traps.md 3). */
const MAX_BACKOFF_MS = 30_000
/** A connection that ends sooner was none: y-websocket begins anew to count with each that exchanged something. */
const SHORT_LIVED_MS = 5000
/** Where nobody says yes or no, Chromium waits for four minutes: too long for a network that is well again. */
const CONNECT_WITHIN_MS = 20_000
/** How often both sides tell each other what they have. */
const EXCHANGE_MS = 10_000
/** And no sooner again, whatever comes back: an answer may be odd in one part and well in another, each time. */
const EXCHANGES_APART_MS = 1000
/** An exchange older than this says nothing of now: two of them were lost. */
const EXCHANGE_LASTS_MS = 25_000
/** A larger message is not ours. */
const MOST_MESSAGE_BYTES = 64 * 1024 * 1024

export interface WireListeners {
  /** Ciphertext from the relay, to be applied to the envelope. */
  readonly received: (update: Uint8Array) => void
  /** Something came in, or the relay has stored more than before. */
  readonly progressed: () => void
  /** The connection, an exchange, or what the relay has stored changed. */
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
  /** Both sides have lately told each other what they have, and this device lacks nothing of it. */
  readonly agrees: () => boolean
  /** When both sides last told each other what they have, in this connection. */
  readonly exchangedAt: () => number | undefined
  /** How often the relay came back with less than it had stored in an earlier connection. */
  readonly forgot: () => number
  /** The relay has closed the room to this device for good. */
  readonly refused: () => boolean
  /** The code with which the connection was last closed, until it is in order again. */
  readonly closedWith: () => number | undefined
  /** Messages that were no valid update. */
  readonly garbage: () => number
  /**
   * Updates wait for others that the relay does not have, or it keeps sending what is none of ours: ids or clocks may
   * be forged.
   */
  readonly isStuck: () => boolean
  /** Has both sides tell each other what they have, now. */
  readonly exchange: () => void
  /** Closes the connection and opens it anew, at once. */
  readonly reconnect: () => void
  readonly destroy: () => void
}

const covers = (whole: Map<number, number>, part: Map<number, number>): boolean => {
  for (const [client, clock] of part) if ((whole.get(client) ?? 0) < clock) return false
  return true
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what the handlers hear and what the wire says of itself are one state, of one connection.
export const openWire = (
  relay: string,
  access: RoomAccess,
  envelopeState: Uint8Array,
  listeners: WireListeners,
): Wire => {
  // Nothing asks for its guid, and seventeen calls for random numbers make one up.
  const twin = new Y.Doc({ guid: '' })
  Y.applyUpdate(twin, envelopeState)
  let garbage = 0
  let refused = false
  let closedWith: number | undefined
  /** What the relay has stored, by its own words; of this connection. */
  let stored: Map<number, number> | undefined
  /** What it is known to have had in any connection, and whether it has told what it has in this one. */
  let had = new Map<number, number>()
  let hasTold = false
  let forgot = 0
  let exchangedAt: number | undefined
  /** Something could not be read since the last exchange that went well. */
  let suspicious = false

  const { address, protocols } = roomOnRelay(relay, access)
  const provider = new WebsocketProvider(address, access.room, twin, {
    connect: false,
    disableBc: true,
    protocols,
    maxBackoffTime: MAX_BACKOFF_MS,
    resyncInterval: EXCHANGE_MS,
    shouldReconnect: ({ code }) => !isFinalClose(code),
  })
  // Else each room would be told, now and every fifteen seconds, that there is nothing to tell.
  provider.awareness.setLocalState(null)
  // Whoever sends updates under the twin's id makes Yjs choose another one, and y-websocket would look for that in the
  // awareness, and throw. The twin writes nothing: its id is that of the awareness and of nothing else.
  twin.on('afterTransactionCleanup', () => {
    twin.clientID = provider.awareness.clientID
  })

  let askedAt = Number.NEGATIVE_INFINITY
  let asking: ReturnType<typeof setTimeout> | undefined
  const ask = (): void => {
    clearTimeout(asking)
    asking = undefined
    const socket = provider.ws as WebSocket | null
    if (!provider.wsconnected || socket?.readyState !== WebSocket.OPEN) return
    askedAt = performance.now()
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE_SYNC)
    writeSyncStep1(encoder, twin)
    socket.send(encoding.toUint8Array(encoder))
  }
  const exchange = (): void => {
    const wait = askedAt + EXCHANGES_APART_MS - performance.now()
    if (wait <= 0) ask()
    else asking ??= setTimeout(ask, wait)
  }

  const distrust = (): void => {
    garbage++
    // Once: a relay that answers every exchange with garbage is not asked without end.
    if (!suspicious) exchange()
    suspicious = true
    listeners.changed()
  }

  /** The relay has this. What it says first in a connection is held against what it had before. */
  const hear = (vector: Map<number, number>): void => {
    if (!hasTold && !covers(vector, had)) {
      forgot++
      had = new Map()
    }
    hasTold = true
    for (const [client, clock] of vector) had.set(client, Math.max(clock, had.get(client) ?? 0))
  }

  const handleSync = provider.messageHandlers[MESSAGE_SYNC]
  provider.messageHandlers[MESSAGE_SYNC] = (encoder, decoder, ...rest) => {
    try {
      const { kind, vector, update } = readSync(decoder)
      // y-protocols swallows what Yjs cannot read (traps.md 12), and Yjs integrates what is none of ours.
      if (update !== undefined && !isEnvelopeUpdate(update)) return distrust()
      handleSync?.(encoder, decoder, ...rest)
      if (vector !== undefined) hear(Y.decodeStateVector(vector))
      if (kind !== messageYjsSyncStep2) return
      exchangedAt = performance.now()
      suspicious = false
      listeners.changed()
    } catch {
      distrust()
    }
  }
  const handleAwareness = provider.messageHandlers[MESSAGE_AWARENESS]
  provider.messageHandlers[MESSAGE_AWARENESS] = (encoder, decoder, ...rest) => {
    // Hints only; what they would have told is found by the next sweep.
    try {
      if (isAwareness(provider.awareness, decoder)) handleAwareness?.(encoder, decoder, ...rest)
      else garbage++
    } catch {
      garbage++
    }
  }
  provider.messageHandlers[MESSAGE_STORED] = (_encoder, decoder) => {
    try {
      const vector = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
      // Messages may come out of order; what was stored once in a connection stays so.
      stored ??= new Map()
      if (!covers(stored, vector)) listeners.progressed()
      for (const [client, clock] of vector)
        stored.set(client, Math.max(clock, stored.get(client) ?? 0))
    } catch {
      garbage++
    }
    listeners.changed()
  }
  twin.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== provider) return
    listeners.progressed()
    try {
      listeners.received(update)
    } catch {
      garbage++
    }
  })
  /** A frame without even a type never comes to the handlers above. */
  const guard = (socket: WebSocket | null): void => {
    const handle = socket?.onmessage
    if (socket === null || handle == null) return
    socket.onmessage = (event: MessageEvent<ArrayBuffer | string>) => {
      const { data } = event
      // Whoever sends such things is not asked again at once, but as one who is not there: ever more rarely.
      if (typeof data === 'string' || data.byteLength > MOST_MESSAGE_BYTES) {
        socket.close()
        return distrust()
      }
      try {
        handle.call(socket, event)
      } catch {
        distrust()
      }
    }
  }
  /** Connections in a row that ended as soon as they were open. */
  let shortLived = 0
  let openedAt = Number.NEGATIVE_INFINITY
  let late: ReturnType<typeof setTimeout> | undefined
  const attend = (socket: WebSocket | null): void => {
    guard(socket)
    late = setTimeout(() => {
      if (socket?.readyState === WebSocket.CONNECTING) socket.close()
    }, CONNECT_WITHIN_MS)
  }
  provider.on('status', ({ status }) => {
    clearTimeout(late)
    // Told while connecting, so at first before the caller has its wire; and nothing has changed yet.
    if (status === 'connecting') return attend(provider.ws as WebSocket | null)
    if (provider.wsconnected) openedAt = performance.now()
    else {
      stored = undefined
      hasTold = false
      exchangedAt = undefined
    }
    listeners.changed()
  })
  provider.on('sync', (synced) => {
    if (synced) closedWith = undefined
    listeners.changed()
  })
  provider.on('connection-close', (event) => {
    closedWith = event?.code ?? closedWith
    if (event === null || !provider.wsconnected) return
    shortLived = performance.now() - openedAt < SHORT_LIVED_MS ? shortLived + 1 : 0
    provider.wsUnsuccessfulReconnects = Math.max(provider.wsUnsuccessfulReconnects, shortLived)
  })
  provider.on('closed', () => {
    refused = true
    listeners.changed()
  })
  provider.connect()

  const own = (): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(twin))
  const isPending = (): boolean =>
    twin.store.pendingStructs !== null || twin.store.pendingDs !== null

  return {
    provider,
    push: (update) => Y.applyUpdate(twin, update, 'store'),
    connected: () => provider.wsconnected,
    synced: () => provider.wsconnected && provider.synced,
    confirms: () => stored !== undefined,
    confirmed: () => {
      if (!provider.wsconnected || !provider.synced) return false
      return stored === undefined
        ? (provider.ws as WebSocket | null)?.bufferedAmount === 0
        : covers(stored, own())
    },
    agrees: () =>
      exchangedAt !== undefined &&
      performance.now() - exchangedAt < EXCHANGE_LASTS_MS &&
      !suspicious &&
      !isPending() &&
      (stored === undefined || covers(own(), stored)),
    exchangedAt: () => exchangedAt,
    forgot: () => forgot,
    refused: () => refused,
    closedWith: () => closedWith,
    garbage: () => garbage,
    isStuck: () => suspicious || isPending(),
    exchange,
    reconnect: () => {
      provider.wsUnsuccessfulReconnects = 0
      provider.disconnect()
      provider.connect()
    },
    destroy: () => {
      clearTimeout(late)
      clearTimeout(asking)
      provider.destroy()
      twin.destroy()
    },
  }
}
