/**
 * A relay in memory that shows each laptop rooms of its own, until it becomes honest. Laptops are told apart by the
 * host of the address: ws://clinic.invalid, ws://home.invalid. Awareness goes to everybody.
 */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { MESSAGE_STORED } from '../../shared/relay/wire'

const SYNC = 0
const AWARENESS = 1

const message = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, type)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** What it does with an update that a laptop sends, on the way to what another one is shown. */
export type Passing = (update: Uint8Array, room: string, shown: Y.Doc) => void

export const passAll: Passing = (update, _room, shown) => Y.applyUpdate(shown, update)
export const keepBack: Passing = () => undefined

/** Takes the ids of what it keeps back, and shows them as deleted. */
export const forgeIds: Passing = (update, _room, shown) => {
  for (const { id, length } of Y.decodeUpdate(update).structs) {
    const scratch = new Y.Doc()
    scratch.clientID = id.client
    for (let at = 0; at < id.clock + length; at++) {
      scratch.getArray('blobs').push([new Uint8Array(9)])
      scratch.getArray('blobs').delete(0)
    }
    Y.applyUpdate(shown, Y.encodeStateAsUpdate(scratch))
  }
}

/** A byte of a blob is another one: its ids are taken by what does not open. */
export const alterBlobs =
  (random: () => number): Passing =>
  (update, room, shown) => {
    const altered = update.slice()
    const { structs } = Y.decodeUpdate(update)
    const blob = structs
      .flatMap((one) =>
        one instanceof Y.Item && one.content instanceof Y.ContentBinary ? [one.content] : [],
      )
      .map((content) => content.getContent()[0] as Uint8Array)
      .find((bytes) => bytes.length > 60)
    const start = blob === undefined ? -1 : Buffer.from(altered.buffer).indexOf(blob)
    if (blob !== undefined && start >= 0) {
      const at = start + Math.floor(random() * blob.length)
      altered[at] = (altered[at] ?? 0) ^ 0x55
    }
    passAll(altered, room, shown)
  }

/** Passes everything on, and puts something into the room that no envelope writes. */
export const poison: Passing = (update, room, shown) => {
  passAll(update, room, shown)
  shown.getArray('elsewhere').push([new Uint8Array(9)])
}

/** Passes everything on, with so many bytes of its own beside the first few in a room. */
export const addJunk = (bytes: number, times: number, where?: string): Passing => {
  let left = times
  return (update, room, shown) => {
    passAll(update, room, shown)
    if ((where !== undefined && room !== `/${where}`) || left-- <= 0) return
    const scratch = new Y.Doc()
    scratch.getArray('blobs').push([new Uint8Array(bytes)])
    Y.applyUpdate(shown, Y.encodeStateAsUpdate(scratch))
  }
}

export const createTwoFacedRelay = (laptops: readonly string[]) => {
  let passing: Passing = passAll
  const views = new Map<string, Y.Doc>()
  const sockets = new Set<TwoFacedSocket>()
  const rooms = new Set<string>()
  const unreached = new Set<string>()
  /** Messages in both directions, and the sockets that were opened. */
  let messages = 0
  let opened = 0

  const viewOf = (laptop: string, room: string): Y.Doc => {
    rooms.add(room)
    const view = views.get(`${laptop}/${room}`) ?? new Y.Doc()
    if (!views.has(`${laptop}/${room}`)) {
      views.set(`${laptop}/${room}`, view)
      view.on('update', (update: Uint8Array, origin: unknown) => {
        for (const socket of sockets)
          if (socket.laptop === laptop && socket.room === room && socket !== origin)
            socket.give(
              message(SYNC, (encoder) => {
                encoding.writeVarUint(encoder, 2)
                encoding.writeVarUint8Array(encoder, update)
              }),
            )
      })
    }
    return view
  }

  class TwoFacedSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    binaryType = 'arraybuffer'
    readonly bufferedAmount = 0
    readonly laptop: string
    readonly room: string
    onopen: (() => void) | null = null
    onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
    onerror: (() => void) | null = null

    constructor(url: string) {
      const { hostname, pathname } = new URL(url)
      this.laptop = hostname
      this.room = pathname
      setTimeout(() => {
        if (this.readyState !== 0 || unreached.has(this.laptop)) return
        this.readyState = 1
        opened++
        sockets.add(this)
        this.onopen?.()
      }, 20)
    }

    give(bytes: Uint8Array): void {
      messages++
      setTimeout(() => {
        if (this.readyState === 1) this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer })
      }, 10)
    }

    send(bytes: Uint8Array): void {
      if (this.readyState !== 1) return
      messages++
      const decoder = decoding.createDecoder(bytes)
      const type = decoding.readVarUint(decoder)
      if (type === AWARENESS)
        for (const other of sockets)
          if (other !== this && other.room === this.room) other.give(bytes)
      if (type !== SYNC) return
      const own = viewOf(this.laptop, this.room)
      const before = Y.encodeStateVector(own)
      const reply = encoding.createEncoder()
      encoding.writeVarUint(reply, SYNC)
      const kind = readSyncMessage(decoder, reply, own, this)
      if (encoding.length(reply) > 1) this.give(encoding.toUint8Array(reply))
      if (kind === 0) this.give(message(SYNC, (encoder) => writeSyncStep1(encoder, own)))
      else
        for (const laptop of laptops)
          if (laptop !== this.laptop)
            passing(Y.encodeStateAsUpdate(own, before), this.room, viewOf(laptop, this.room))
      this.give(
        message(MESSAGE_STORED, (encoder) =>
          encoding.writeVarUint8Array(encoder, Y.encodeStateVector(own)),
        ),
      )
    }

    close(): void {
      if (this.readyState === 3) return
      this.readyState = 3
      sockets.delete(this)
      setTimeout(() => this.onclose?.({ code: 1000, reason: '' }), 0)
    }
  }

  const cut = (laptop?: string): void => {
    for (const socket of [...sockets])
      if (laptop === undefined || socket.laptop === laptop) socket.close()
  }

  return {
    Socket: TwoFacedSocket as unknown as typeof WebSocket,
    turn: (next: Passing) => {
      passing = next
    },
    /** Whether a laptop gets through to it. */
    reach: (laptop: string, reached: boolean) => {
      if (reached) unreached.delete(laptop)
      else {
        unreached.add(laptop)
        cut(laptop)
      }
    },
    /** What it shows a laptop of a room; for a stranger, too, who has the room's name. */
    shownTo: (laptop: string, room: string) => viewOf(laptop, `/${room}`),
    /** Everything that it has stored of all rooms. */
    blobs: (): readonly Uint8Array[] =>
      [...views.values()].flatMap((view) =>
        view
          .getArray<unknown>('blobs')
          .toArray()
          .flatMap((blob) => (blob instanceof Uint8Array ? [blob] : [])),
      ),
    /** All bytes that it has. */
    bytes: (): readonly Uint8Array[] =>
      [...views.values()].map((view) => Y.encodeStateAsUpdate(view)),
    /** What went to and fro since the last time this was asked. */
    traffic: () => {
      const since = { messages, opened }
      messages = 0
      opened = 0
      return since
    },
    /** Cuts all connections, and has lost all rooms. */
    wipe: () => {
      views.clear()
      cut()
    },
    /** Puts all rooms back to how they are now, or one. */
    keep: (room?: string) => {
      const isMeant = (view: string): boolean => room === undefined || view.endsWith(`/${room}`)
      const kept = [...views].flatMap(([name, view]) =>
        isMeant(name) ? [[name, Y.encodeStateAsUpdate(view)] as const] : [],
      )
      return () => {
        for (const name of [...views.keys()]) if (isMeant(name)) views.delete(name)
        cut()
        for (const [name, update] of kept) {
          const at = name.indexOf('/')
          Y.applyUpdate(viewOf(name.slice(0, at), name.slice(at + 1)), update)
        }
      }
    },
    /** The rooms that a laptop has sockets in, one for each socket. */
    roomsOf: (laptop: string) =>
      [...sockets].flatMap((socket) => (socket.laptop === laptop ? [socket.room] : [])),
    /** Shows everybody all that it has of every room. */
    becomeHonest: () => {
      passing = passAll
      for (const room of rooms)
        for (const from of laptops)
          for (const to of laptops)
            Y.applyUpdate(viewOf(to, room), Y.encodeStateAsUpdate(viewOf(from, room)))
    },
  }
}
