/**
 * The relay: y-websocket rooms, claimed by token, stored as they come, understood by nobody.
 *
 * Hocuspocus is the engine (rooms.ts); this module opens the sockets, admits visitors, and sees to it that none of
 * them takes more than its part: of sockets and rooms by address, of messages and bytes a second, of memory.
 */
import type { IncomingMessage, Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Extension } from '@hocuspocus/server'
import * as encoding from 'lib0/encoding'
import { WebSocket, WebSocketServer } from 'ws'
import {
  CLOSE_FORBIDDEN,
  CLOSE_FULL,
  CLOSE_NEEDS_SECRET,
  CLOSE_TRY_AGAIN,
  MESSAGE_STORED,
  WIRE_PROTOCOL,
} from '../shared/relay/wire'
import { type AddressLimits, addressOf, createAddressLimits } from './addresses'
import { createAdmission, credentialsOf, roomOf } from './admission'
import { createAllowance, createBrake, createSender, relieve } from './brake'
import { createDoors } from './doors'
import { seat, turnAway } from './front-door'
import { type Counts, createPage } from './http'
import { openStorage } from './level-storage'
import { codeOf, type Log, roomLabel } from './log'
import type { RelayOptions } from './options'
import { openRooms, type Rooms } from './rooms'
import type { Owner, Refusal, Storage } from './storage'

const HEARTBEAT_MS = 30_000
const RELIEVE_MS = 1000
const SWEEP_MS = 3_600_000
const DAY_MS = 86_400_000
const CLOSE_GOING_AWAY = 1001
/** For a visitor that does not say that it has understood: how long a socket or a request may take to end. */
const PATIENCE_MS = 10_000

const closeCodes: Readonly<Record<Refusal | 'coach-full', number>> = {
  refused: CLOSE_FORBIDDEN,
  'needs-secret': CLOSE_NEEDS_SECRET,
  full: CLOSE_FULL,
  'too-many-claims': CLOSE_FULL,
  'coach-full': CLOSE_FULL,
  unavailable: CLOSE_TRY_AGAIN,
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

const storedMessage = (stateVector: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_STORED)
  encoding.writeVarUint8Array(encoder, stateVector)
  return encoding.toUint8Array(encoder)
}

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
  readonly storage: Storage
  readonly counts: Counts
  readonly options: RelayOptions
  readonly log: Log
}

/** Seats a visitor who may come in, and lets them go again. */
const welcome = (
  socket: WebSocket,
  room: string,
  { coach }: Owner,
  engine: Rooms['engine'],
  { visitors, heard, storage, counts, options, log }: House,
): void => {
  const place =
    coach === undefined
      ? undefined
      : storage.coaches?.enter(coach, () => turnAway(socket, CLOSE_NEEDS_SECRET, 'needs-secret'))
  if (coach !== undefined && place === undefined) {
    log('coach-full', { room: roomLabel(room) })
    return turnAway(socket, closeCodes['coach-full'], 'coach-full')
  }
  const sendTo = createSender(socket)
  const send = (frame: Uint8Array): void => {
    if (!sendTo(frame)) log('slow-reader', { room: roomLabel(room) })
  }
  visitors.set(room, (visitors.get(room) ?? new Map()).set(socket, send))
  log('joined', { room: roomLabel(room) })
  const own = createAllowance(options.maxRate, options.maxBytesRate)
  const brake = createBrake(socket, own, ...(place === undefined ? [] : [place.allowance]))
  socket.on('pong', () => heard.add(socket))
  socket.on('close', (code, reason) => {
    place?.leave()
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
    counts.messages++
    counts.bytes += message.length
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

/** Who may come into a room, and claim one. */
const createAdmit = (
  storage: Storage,
  { secret, trustProxy }: RelayOptions,
  limits: AddressLimits,
  /** Of a school's relays, each coach has a secret of their own. */
  isForAll: boolean,
  isOpen: Rooms['isOpen'],
): ((room: string, request: IncomingMessage) => Promise<Owner | Refusal>) => {
  const admits = secret === undefined ? () => isForAll : createAdmission(secret)
  return (room, request) => {
    const credentials = credentialsOf(request)
    return storage.admit(room, credentials, () => {
      // Its claim could not be written: whoever comes next is let in once those who are in it have left.
      if (isOpen(room)) return 'unavailable'
      if (!admits(room, credentials)) return 'needs-secret'
      // Whoever knows the secret is the school's: a hundred coaches behind one address may come on one day.
      const isCounted = secret === undefined
      return isCounted && !limits.claim(addressOf(request, trustProxy)) ? 'too-many-claims' : 'yes'
    })
  }
}

const listen = async (server: Server, { port, host }: RelayOptions, log: Log): Promise<void> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  // Such as a process that is out of file descriptors: whoever knocks comes again.
  server.on('error', (error) => log('server-error', { code: codeOf(error) }))
}

/** Several relays that keep the same rooms: what they share, and what connects them (cluster/cluster.ts). */
export interface Cluster {
  readonly storage: Storage
  readonly extensions: readonly Extension[]
  /** Whether the database answers. */
  readonly isReady: () => Promise<boolean>
  readonly close: () => void
}

export const startRelay = async (
  options: RelayOptions,
  log: Log,
  cluster?: Cluster,
): Promise<Relay> => {
  let rooms: Rooms | undefined
  const storage = cluster?.storage ?? (await openStorage(options, log, () => rooms?.storeAll()))
  const visitors: House['visitors'] = new Map()
  const limits = createAddressLimits(options.maxSockets, options.maxClaims)
  const listeners = {
    stored: (room: string, vector: Uint8Array) => {
      // A stock y-websocket client would not know the message.
      for (const [socket, send] of visitors.get(room) ?? [])
        if (socket.protocol === WIRE_PROTOCOL) send(storedMessage(vector))
    },
    dropped: (room: string) => {
      for (const socket of visitors.get(room)?.keys() ?? []) turnAway(socket, CLOSE_FULL, 'full')
    },
  }
  rooms = openRooms(storage, options, log, listeners, cluster?.extensions)
  const { engine, isOpen, close } = rooms
  const admit = createAdmit(storage, options, limits, cluster === undefined, isOpen)
  const counts: Counts = { messages: 0, bytes: 0 }
  const house: House = { visitors, heard: new WeakSet(), storage, counts, options, log }

  let isStopping = false
  const server = createPage(
    options.tls,
    {
      isReady: async () => !isStopping && (await (cluster?.isReady() ?? true)),
      figures: () => ({ ...counts, sockets: door.clients.size, rooms: engine.documents.size }),
    },
    log,
  )
  const door = openDoor(server, options, limits, log)

  const receiveFrom = async (socket: WebSocket, request: IncomingMessage): Promise<void> => {
    house.heard.add(socket)
    socket.on('error', (error) => log('socket-error', { code: codeOf(error) }))
    const room = roomOf(request)
    if (room === undefined) return socket.close(CLOSE_FORBIDDEN, 'no such room')
    // Nothing is read, and so nothing lost, until the room is open to it (front-door.ts).
    socket.pause()
    const admission = await admit(room, request)
    if (typeof admission === 'string') {
      log(admission, { room: roomLabel(room) })
      return turnAway(socket, closeCodes[admission], admission)
    }
    if (socket.readyState !== WebSocket.OPEN) return
    welcome(socket, room, admission, engine, house)
    if ((await admission.claimed) !== false) return
    log('full', { room: roomLabel(room) })
    turnAway(socket, CLOSE_FULL, 'full')
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
      isStopping = true
      log('stopping')
      // Whoever sends visitors here hears that it is not ready, and sends them elsewhere, before any is closed.
      if (options.drainMs > 0) await new Promise((resolve) => setTimeout(resolve, options.drainMs))
      for (const timer of timers) clearInterval(timer)
      for (const socket of door.clients) turnAway(socket, CLOSE_GOING_AWAY, 'going away')
      door.close()
      doors.open([])
      server.close()
      await close()
      for (const socket of door.clients) socket.terminate()
      await storage.close()
      cluster?.close()
      log('stopped')
    },
  }
}
