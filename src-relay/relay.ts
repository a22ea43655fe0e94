/**
 * The relay: y-websocket rooms, claimed by token, stored as they come, understood by nobody.
 *
 * Hocuspocus is the engine (documents, merging, awareness); this module opens the sockets, admits visitors, limits
 * them, and says after each store what is stored (traps.md 4).
 */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Hocuspocus } from '@hocuspocus/server'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { CLOSE_FORBIDDEN, MESSAGE_STORED, WIRE_PROTOCOL } from '../shared/wire'
import { type Guest, seat } from './front-door'
import { type Log, roomLabel } from './log'
import type { RelayOptions } from './options'
import { openStorage } from './storage'

const STORE_AFTER_MS = 200
const STORE_AT_LATEST_MS = 1000
const HEARTBEAT_MS = 30_000
/** Hocuspocus's own time-out closes for good (traps.md 2); the door's heartbeat does its work. */
const NO_TIMEOUT_MS = 2 ** 30
const CLOSE_FULL = 4503
const CLOSE_GOING_AWAY = 1001
const MOST_ROOM_NAME = 256

export interface Relay {
  readonly port: number
  /** Stores everything, closes every socket so that clients come back, and ends. */
  readonly stop: () => Promise<void>
}

const roomOf = (request: IncomingMessage): string | undefined => {
  try {
    const room = decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a room's name has none, and Hocuspocus splits at NUL
    return room === '' || room.length > MOST_ROOM_NAME || /[\u0000-\u001f]/.test(room) ? undefined : room
  } catch {
    return undefined
  }
}

/** The token rides as a second subprotocol value, since addresses end up in proxies' logs (traps.md 14). */
const tokenOf = (request: IncomingMessage): string => {
  const [protocol, token = ''] = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((value) => value.trim())
  return protocol === WIRE_PROTOCOL ? token : ''
}

const storedMessage = (stateVector: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_STORED)
  encoding.writeVarUint8Array(encoder, stateVector)
  return encoding.toUint8Array(encoder)
}

/** Slows a socket down to `perSecond` messages: reading pauses, so that the sender's own buffers fill. */
const createBrake = (socket: WebSocket, perSecond: number): (() => void) => {
  let left = perSecond * 2
  let filledAt = performance.now()
  return () => {
    const now = performance.now()
    left = Math.min(perSecond * 2, left + ((now - filledAt) / 1000) * perSecond)
    filledAt = now
    if (--left > 0 || socket.isPaused) return
    socket.pause()
    setTimeout(() => socket.resume(), 100)
  }
}

export const startRelay = async (options: RelayOptions, log: Log): Promise<Relay> => {
  const storage = await openStorage(options.data, options.maxRooms)
  const sockets = new Map<string, Set<WebSocket>>()
  const storedVectors = new Map<string, Uint8Array>()

  /** Tells a room's devices what is stored; a stock y-websocket client would not know the message. */
  const sendStored = (room: string): void => {
    const vector = storedVectors.get(room)
    if (vector === undefined) return
    for (const socket of sockets.get(room) ?? [])
      if (socket.protocol === WIRE_PROTOCOL) socket.send(storedMessage(vector))
  }

  const engine = new Hocuspocus({
    quiet: true,
    debounce: STORE_AFTER_MS,
    maxDebounce: STORE_AT_LATEST_MS,
    timeout: NO_TIMEOUT_MS,
    maxUnauthenticatedQueueSize: options.maxMessageBytes * 2,
    maxUnauthenticatedQueueMessages: 100_000,
    onLoadDocument: async ({ documentName, document }) => {
      const state = await storage.load(documentName)
      if (state === undefined) return
      try {
        Y.applyUpdate(document, state)
        storedVectors.set(documentName, Y.encodeStateVector(document))
      } catch {
        log('damaged-room', { room: roomLabel(documentName), bytes: state.length })
        await storage.setAside(documentName, state)
      }
    },
    onStoreDocument: async ({ documentName, document }) => {
      const vector = Y.encodeStateVector(document)
      const state = Y.encodeStateAsUpdate(document)
      await storage.store(documentName, state)
      storedVectors.set(documentName, vector)
      log('stored', { room: roomLabel(documentName), bytes: state.length })
    },
    afterStoreDocument: async ({ documentName }) => sendStored(documentName),
    connected: async ({ documentName }) => sendStored(documentName),
    afterUnloadDocument: async ({ documentName }) => {
      storedVectors.delete(documentName)
    },
  })

  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('Confidant relay\n')
  })
  const door = new WebSocketServer({
    server,
    maxPayload: options.maxMessageBytes,
    handleProtocols: (offered) => offered.values().next().value ?? false,
  })

  const receiveFrom = (socket: WebSocket, request: IncomingMessage): void => {
    const room = roomOf(request)
    if (room === undefined) return socket.close(CLOSE_FORBIDDEN, 'no such room')
    const admission = storage.admit(room, tokenOf(request))
    if (admission !== 'admitted') {
      log(admission, { room: roomLabel(room) })
      return socket.close(admission === 'full' ? CLOSE_FULL : CLOSE_FORBIDDEN, admission)
    }
    sockets.set(room, (sockets.get(room) ?? new Set()).add(socket))
    log('joined', { room: roomLabel(room) })
    const guest: Guest = seat(engine, socket, room)
    const brake = createBrake(socket, options.maxRate)
    let alive = true
    const heartbeat = setInterval(() => {
      if (!alive) return socket.terminate()
      alive = false
      socket.ping()
    }, HEARTBEAT_MS)
    socket.on('pong', () => {
      alive = true
    })
    socket.on('error', (error) =>
      log('socket-error', { room: roomLabel(room), code: 'code' in error ? String(error.code) : 'unknown' }),
    )
    socket.on('message', (message: Buffer, isBinary) => {
      alive = true
      if (!isBinary) return
      brake()
      guest.receive(new Uint8Array(message))
    })
    socket.on('close', (code, reason) => {
      clearInterval(heartbeat)
      const left = sockets.get(room)
      left?.delete(socket)
      if (left?.size === 0) sockets.delete(room)
      guest.leave(code, reason.toString())
      log('left', { room: roomLabel(room), code })
    })
  }

  door.on('connection', receiveFrom)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  const { port } = server.address() as AddressInfo
  log('listening', { host: options.host, port })

  return {
    port,
    stop: async () => {
      log('stopping')
      for (const socket of door.clients) socket.close(CLOSE_GOING_AWAY, 'going away')
      door.close()
      server.close()
      engine.flushPendingStores()
      const busy = (): boolean =>
        [...engine.documents.values()].some(
          (document) => !engine.shouldUnloadDocument(document) || document.saveMutex.isLocked(),
        )
      for (let tries = 0; tries < 100 && busy(); tries++)
        await new Promise((resolve) => setTimeout(resolve, 50))
      for (const socket of door.clients) socket.terminate()
      await storage.close()
      log('stopped')
    },
  }
}
