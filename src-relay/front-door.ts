/**
 * The front door: y-websocket's wire protocol outside, Hocuspocus's inside.
 *
 * Hocuspocus multiplexes documents over a socket and so prefixes each frame with the document's name; y-websocket
 * has the room in its address. The door adds the prefix going in and strips it going out, maps SyncReply to Sync,
 * and keeps back the message types that the other side does not know.
 */
import type { Hocuspocus } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { WebSocket } from 'ws'
import { CLOSE_FORBIDDEN, CLOSE_TRY_AGAIN, CLOSE_UNAUTHORIZED } from '../shared/relay/wire'
import { AWARENESS, createSieve, SYNC } from './sieve'

const AUTH = 2
const SYNC_REPLY = 4
/** Hocuspocus ends a document's connection by a message, since others may ride on the same socket; here none does. */
const CLOSE = 7
const AUTH_TOKEN = 0
/** How Hocuspocus says that it could not open the document. */
const AUTH_DENIED = 1

/** By hand, since an encoder would copy a large frame twice. */
const toInside = (prefix: Uint8Array, frame: Uint8Array): Uint8Array => {
  const inside = new Uint8Array(prefix.length + frame.length)
  inside.set(prefix)
  inside.set(frame, prefix.length)
  return inside
}

const namePrefix = (room: string): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  return encoding.toUint8Array(encoder)
}

const authFrame = (room: string): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, AUTH)
  encoding.writeVarUint(encoder, AUTH_TOKEN)
  // The door has checked the room's token already (level-storage.ts).
  encoding.writeVarString(encoder, '')
  return encoding.toUint8Array(encoder)
}

/** A frame for a y-websocket client, 'close', or nothing when it is of a type that only Hocuspocus's clients know. */
const toOutside = (frame: Uint8Array): Uint8Array | 'close' | undefined => {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarString(decoder)
  const start = decoder.pos
  const type = decoding.readVarUint(decoder)
  if (type === CLOSE) return 'close'
  if (type === AUTH) return decoding.readVarUint(decoder) === AUTH_DENIED ? 'close' : undefined
  if (type === SYNC || type === AWARENESS) return frame.subarray(start)
  if (type !== SYNC_REPLY) return undefined
  const outside = frame.slice(start)
  outside[0] = SYNC
  return outside
}

const permanent = (code: number): boolean =>
  code >= 4400 && code < 4500 && code !== CLOSE_UNAUTHORIZED && code !== CLOSE_FORBIDDEN

/** Closes a socket that may not be read from just now: it has to be, to hear that it closes. */
export const turnAway = (socket: WebSocket, code: number, reason: string): void => {
  socket.close(code, reason)
  socket.resume()
}

/** What Hocuspocus keeps with a connection, and hands to its hooks. */
export interface Seat {
  /** The room is open to the socket. */
  readonly seated: () => void
}

export interface Guest {
  /** Takes a frame from the socket. What a y-websocket client has no business sending is dropped; false says so. */
  readonly receive: (frame: Uint8Array) => boolean
  readonly leave: (code: number, reason: string) => void
}

/** None of it is of use to Hocuspocus's hooks here; made once, since each is some kilobytes. */
const REQUEST = new Request('http://relay.invalid/')

/** Seats an admitted socket in its room. It is read from once the room is open. */
export const seat = (
  engine: Hocuspocus<Seat>,
  socket: WebSocket,
  room: string,
  send: (frame: Uint8Array) => void,
): Guest => {
  const inside = engine.handleConnection(
    {
      get readyState() {
        return socket.readyState
      },
      send: (frame: unknown) => {
        if (!(frame instanceof Uint8Array)) return
        const outside = toOutside(frame)
        // A socket that stays open without its room would look connected and hear nothing.
        if (outside === 'close') turnAway(socket, CLOSE_TRY_AGAIN, 'try again')
        else if (outside !== undefined) send(outside)
      },
      close: (code = CLOSE_TRY_AGAIN, reason = '') =>
        turnAway(socket, permanent(code) ? CLOSE_TRY_AGAIN : code, reason),
    },
    REQUEST,
    { seated: () => socket.resume() },
  )
  const prefix = namePrefix(room)
  const sift = createSieve(() => engine.documents.get(room)?.awareness)
  socket.pause()
  inside.handleMessage(authFrame(room))
  return {
    receive: (frame) => {
      const sifted = sift(frame)
      if (sifted === 'cut') turnAway(socket, CLOSE_TRY_AGAIN, 'try again')
      else if (sifted !== undefined) inside.handleMessage(toInside(prefix, sifted))
      return sifted instanceof Uint8Array
    },
    leave: (code, reason) => inside.handleClose({ code, reason }),
  }
}
