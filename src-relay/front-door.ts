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
import { CLOSE_FORBIDDEN, CLOSE_UNAUTHORIZED } from '../shared/wire'

const SYNC = 0
const AWARENESS = 1
const AUTH = 2
const QUERY_AWARENESS = 3
const SYNC_REPLY = 4
/** Hocuspocus ends a document's connection by a message, since others may ride on the same socket; here none does. */
const CLOSE = 7
const AUTH_TOKEN = 0
/** A passing trouble, in the range after which y-websocket comes back (traps.md 2). */
const CLOSE_TRY_AGAIN = 4500

const toInside = (room: string, frame: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeUint8Array(encoder, frame)
  return encoding.toUint8Array(encoder)
}

const authFrame = (room: string): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarString(encoder, room)
  encoding.writeVarUint(encoder, AUTH)
  encoding.writeVarUint(encoder, AUTH_TOKEN)
  // The door has checked the room's token already (storage.ts).
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
  if (type === SYNC || type === AWARENESS) return frame.subarray(start)
  if (type !== SYNC_REPLY) return undefined
  const outside = frame.slice(start)
  outside[0] = SYNC
  return outside
}

const permanent = (code: number): boolean =>
  code >= 4400 && code < 4500 && code !== CLOSE_UNAUTHORIZED && code !== CLOSE_FORBIDDEN

export interface Guest {
  /** Takes a frame from the socket. Types that a y-websocket client has no business sending are dropped. */
  readonly receive: (frame: Uint8Array) => void
  readonly leave: (code: number, reason: string) => void
}

/** Seats an admitted socket in its room. */
export const seat = (engine: Hocuspocus, socket: WebSocket, room: string): Guest => {
  const inside = engine.handleConnection(
    {
      get readyState() {
        return socket.readyState
      },
      send: (frame: unknown) => {
        if (!(frame instanceof Uint8Array)) return
        const outside = toOutside(frame)
        // A socket that stays open without its room would look connected and hear nothing.
        if (outside === 'close') socket.close(CLOSE_TRY_AGAIN, 'try again')
        else if (outside !== undefined) socket.send(outside)
      },
      close: (code = CLOSE_TRY_AGAIN, reason = '') =>
        socket.close(permanent(code) ? CLOSE_TRY_AGAIN : code, reason),
    },
    new Request('http://relay.invalid/'),
  )
  inside.handleMessage(authFrame(room))
  return {
    receive: (frame) => {
      const type = frame[0]
      if (type === SYNC || type === AWARENESS || type === QUERY_AWARENESS)
        inside.handleMessage(toInside(room, frame))
    },
    leave: (code, reason) => inside.handleClose({ code, reason }),
  }
}
