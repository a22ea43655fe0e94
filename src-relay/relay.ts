/**
 * The relay: y-websocket rooms, claimed by token, stored as they come, understood by nobody.
 *
 * Hocuspocus is the engine (rooms.ts); this module opens the sockets, admits visitors, and sees to it that none of
 * them takes more than its part: of sockets and rooms by address, of messages and bytes a second, of memory.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as encoding from 'lib0/encoding'
import { WebSocket, WebSocketServer } from 'ws'
import {
  CLOSE_FORBIDDEN,
  CLOSE_FULL,
  CLOSE_NEEDS_SECRET,
  MESSAGE_STORED,
  WIRE_PROTOCOL,
} from '../shared/relay/wire'
import { type AddressLimits, addressOf, createAddressLimits } from './addresses'
import { createAdmission, credentialsOf } from './admission'
import { createBrake, createSender, relieve } from './brake'
import { createDoors } from './doors'
import { seat, turnAway } from './front-door'
import { type Log, roomLabel } from './log'
import type { RelayOptions } from './options'
import { openRooms, type Rooms } from './rooms'
import { type Admission, openStorage } from './storage'

const HEARTBEAT_MS = 30_000
const RELIEVE_MS = 1000
const SWEEP_MS = 3_600_000
const DAY_MS = 86_400_000
const CLOSE_GOING_AWAY = 1001
const MOST_ROOM_NAME = 256
/** For a visitor that does not say that it has understood: how long a socket or a request may take to end. */
const PATIENCE_MS = 10_000

const closeCodes: Readonly<Record<Exclude<Admission, 'admitted'>, number>> = {
  refused: CLOSE_FORBIDDEN,
  'needs-secret': CLOSE_NEEDS_SECRET,
  full: CLOSE_FULL,
  'too-many-claims': CLOSE_FULL,
}

export interface Relay {
  readonly port: number
  /** The further addresses that it is heard on, all of them; none until it is told. */
  readonly hearOn: (hosts: readonly string[]) => void
  /** Gives up the rooms that have had nothing in them for long. */
  readonly sweep: () => Promise<void>
  /** Stores everything, closes every socket so that clients come back, and ends. */
  readonly stop: () => Promise<void>
}

const roomOf = (request: IncomingMessage): string | undefined => {
  try {
    const room = decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a room's name has none, and Hocuspocus splits at NUL
    return room.trim() === '' || room.length > MOST_ROOM_NAME || /[\u0000-\u001f]/.test(room)
      ? undefined
      : room
  } catch {
    return undefined
  }
}

const storedMessage = (stateVector: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_STORED)
  encoding.writeVarUint8Array(encoder, stateVector)
  return encoding.toUint8Array(encoder)
}

/** What a browser is shown that comes by. */
const createPage = (): Server =>
  createServer(
    {
      headersTimeout: PATIENCE_MS,
      requestTimeout: PATIENCE_MS,
      connectionsCheckingInterval: PATIENCE_MS,
    },
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' })
      response.end('Confidant relay\n')
    },
  )

/** Takes sockets, as many as one address may have. */
const openDoor = (
  server: Server,
  { maxMessageBytes, trustProxy }: RelayOptions,
  limits: AddressLimits,
  log: Log,
): WebSocketServer => {
  const doorOptions = {
    server,
    maxPayload: maxMessageBytes,
    closeTimeout: PATIENCE_MS,
    handleProtocols: (offered: Set<string>) => offered.values().next().value ?? false,
    verifyClient: (
      { req }: { readonly req: IncomingMessage },
      answer: (passes: boolean, code?: number) => void,
    ): void => {
      const address = addressOf(req, trustProxy)
      if (limits.enter(address)) {
        req.socket.once('close', () => limits.leave(address))
        return answer(true)
      }
      log('too-many-sockets')
      answer(false, 429)
    },
  }
  return new WebSocketServer(doorOptions)
}

/** Ends the sockets that have not been heard since the last beat, and asks the others for a sign. */
const beat = (door: WebSocketServer, heard: WeakSet<WebSocket>): void => {
  for (const socket of door.clients) {
    if (!heard.delete(socket)) socket.terminate()
    else socket.ping()
  }
}

/** What all visitors have in common. */
interface House {
  readonly visitors: Map<string, Map<WebSocket, (frame: Uint8Array) => void>>
  /** Who has been heard since the last heartbeat. */
  readonly heard: WeakSet<WebSocket>
  readonly options: RelayOptions
  readonly log: Log
}

/** Seats a visitor who may come in, and lets them go again. */
const welcome = (
  socket: WebSocket,
  room: string,
  engine: Rooms['engine'],
  { visitors, heard, options, log }: House,
): void => {
  const sendTo = createSender(socket)
  const send = (frame: Uint8Array): void => {
    if (!sendTo(frame)) log('slow-reader', { room: roomLabel(room) })
  }
  visitors.set(room, (visitors.get(room) ?? new Map()).set(socket, send))
  log('joined', { room: roomLabel(room) })
  const brake = createBrake(socket, options.maxRate, options.maxBytesRate)
  socket.on('pong', () => heard.add(socket))
  socket.on('close', (code, reason) => {
    const left = visitors.get(room)
    left?.delete(socket)
    if (left?.size === 0) visitors.delete(room)
    guest.leave(code, reason.toString())
    log('left', { room: roomLabel(room), code })
  })
  const guest = seat(engine, socket, room, send)
  socket.on('message', (message: Buffer, isBinary) => {
    heard.add(socket)
    brake(message.length)
    if (!isBinary) return
    if (!guest.receive(message)) log('garbage', { room: roomLabel(room) })
  })
}

/** Keeps an eye on those who are in; until the timers are cleared. */
const tend = (door: WebSocketServer, { heard, log }: House): readonly NodeJS.Timeout[] => [
  setInterval(() => beat(door, heard), HEARTBEAT_MS),
  setInterval(() => {
    const gone = relieve(door.clients)
    if (gone > 0) log('slow-readers', { sockets: gone })
  }, RELIEVE_MS),
]

const listen = async (server: Server, { port, host }: RelayOptions, log: Log): Promise<void> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  // Such as a process that is out of file descriptors: whoever knocks comes again.
  server.on('error', (error) =>
    log('server-error', { code: 'code' in error ? String(error.code) : 'unknown' }),
  )
}

export const startRelay = async (options: RelayOptions, log: Log): Promise<Relay> => {
  let rooms: Rooms | undefined
  const storage = await openStorage(options, log, () => rooms?.storeAll())
  const visitors: House['visitors'] = new Map()
  const limits = createAddressLimits(options.maxSockets, options.maxClaims)
  const admits = createAdmission(options.secret)

  rooms = openRooms(storage, options, log, {
    stored: (room, vector) => {
      // A stock y-websocket client would not know the message.
      for (const [socket, send] of visitors.get(room) ?? [])
        if (socket.protocol === WIRE_PROTOCOL) send(storedMessage(vector))
    },
    dropped: (room) => {
      for (const socket of visitors.get(room)?.keys() ?? []) turnAway(socket, CLOSE_FULL, 'full')
    },
  })
  const { engine, isOpen, close } = rooms
  const house: House = { visitors, heard: new WeakSet(), options, log }

  const server = createPage()
  const door = openDoor(server, options, limits, log)

  const admit = (room: string, request: IncomingMessage): Promise<Admission> => {
    const credentials = credentialsOf(request)
    return storage.admit(room, credentials.token, () => {
      if (!admits(room, credentials)) return 'needs-secret'
      // Whoever knows the secret is the school's: a hundred coaches behind one address may come on one day.
      const isCounted = options.secret === undefined
      return isCounted && !limits.claim(addressOf(request, options.trustProxy))
        ? 'too-many-claims'
        : 'yes'
    })
  }

  const receiveFrom = async (socket: WebSocket, request: IncomingMessage): Promise<void> => {
    house.heard.add(socket)
    socket.on('error', (error) =>
      log('socket-error', { code: 'code' in error ? String(error.code) : 'unknown' }),
    )
    const room = roomOf(request)
    if (room === undefined) return socket.close(CLOSE_FORBIDDEN, 'no such room')
    // Nothing is read, and so nothing lost, until the room is open to it (front-door.ts).
    socket.pause()
    const admission = await admit(room, request)
    if (admission !== 'admitted') {
      log(admission, { room: roomLabel(room) })
      return turnAway(socket, closeCodes[admission], admission)
    }
    if (socket.readyState !== WebSocket.OPEN) return
    welcome(socket, room, engine, house)
  }

  door.on('connection', (socket, request) => void receiveFrom(socket, request))

  const sweep = async (): Promise<void> => {
    try {
      const before = Date.now() - options.emptyDays * DAY_MS
      const count = await storage.expire(before, (room) => visitors.has(room) || isOpen(room))
      if (count > 0) log('expired', { rooms: count })
    } catch {
      // The disk has said why (disk-failed); the next sweep finds them again.
    }
  }

  await listen(server, options, log)
  await sweep()
  const timers = [...tend(door, house), setInterval(() => void sweep(), SWEEP_MS)]
  const { port } = server.address() as AddressInfo
  log('listening', { host: options.host, port })
  const doors = createDoors(server, port, log)

  return {
    port,
    hearOn: doors.open,
    sweep,
    stop: async () => {
      log('stopping')
      for (const timer of timers) clearInterval(timer)
      for (const socket of door.clients) turnAway(socket, CLOSE_GOING_AWAY, 'going away')
      door.close()
      doors.open([])
      server.close()
      await close()
      for (const socket of door.clients) socket.terminate()
      await storage.close()
      log('stopped')
    },
  }
}
