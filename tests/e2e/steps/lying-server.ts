/** A y-websocket server of its own, as anybody may write one: honest until it is told to be otherwise, and again after. */
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type WebSocket, WebSocketServer } from 'ws'
import {
  messageYjsSyncStep1,
  readSyncMessage,
  writeSyncStep1,
  writeSyncStep2,
  writeUpdate,
} from 'y-protocols/sync'
import * as Y from 'yjs'

/** `silent`: lets everybody in and says nothing. `mixed`: says what is in all the other rooms. */
type Mood = 'honest' | 'silent' | 'mixed'

/** As y-websocket numbers its messages. */
const MESSAGE_SYNC = 0
const MESSAGE_AWARENESS = 1

interface Room {
  readonly doc: Y.Doc
  readonly members: Set<WebSocket>
}

const syncMessage = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_SYNC)
  write(encoder)
  return encoding.toUint8Array(encoder)
}

const hearHonestly = (room: Room, socket: WebSocket, frame: Buffer): void => {
  const others = [...room.members].filter((one) => one !== socket)
  const decoder = decoding.createDecoder(new Uint8Array(frame))
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE_AWARENESS) for (const other of others) other.send(frame)
  if (type !== MESSAGE_SYNC) return
  const before = Y.encodeStateVector(room.doc)
  const answer = syncMessage((encoder) => void readSyncMessage(decoder, encoder, room.doc, null))
  if (answer.length > 1) socket.send(answer)
  const news = Y.encodeStateAsUpdate(room.doc, before)
  for (const other of others) other.send(syncMessage((encoder) => writeUpdate(encoder, news)))
}

export const startLyingServer = async () => {
  const rooms = new Map<string, Room>()
  let mood: Mood = 'honest'
  let heard = 0
  const server = new WebSocketServer({
    host: '127.0.0.1',
    port: 0,
    handleProtocols: (offered) => offered.values().next().value ?? false,
  })
  await new Promise((resolve) => server.once('listening', resolve))
  const mixUp = (room: Room, socket: WebSocket, frame: Buffer): void => {
    if (frame[0] !== MESSAGE_SYNC || frame[1] !== messageYjsSyncStep1) return
    for (const { doc } of rooms.values())
      if (doc !== room.doc) socket.send(syncMessage((encoder) => writeSyncStep2(encoder, doc)))
  }
  server.on('connection', (socket, request) => {
    const name = request.url ?? ''
    const room: Room = rooms.get(name) ?? { doc: new Y.Doc(), members: new Set() }
    rooms.set(name, room)
    room.members.add(socket)
    socket.on('close', () => room.members.delete(socket))
    if (mood === 'honest') socket.send(syncMessage((encoder) => writeSyncStep1(encoder, room.doc)))
    socket.on('message', (frame: Buffer) => {
      heard++
      if (mood === 'honest') hearHonestly(room, socket, frame)
      else if (mood === 'mixed') mixUp(room, socket, frame)
    })
  })
  return {
    address: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    word: 'Sent',
    /** How many messages it got since it was told how to be. */
    heard: () => heard,
    /** Whoever is there has to come again. */
    be: (next: Mood): void => {
      mood = next
      heard = 0
      // None of ours, in a room that nobody asks for.
      if (next === 'mixed') {
        const doc = new Y.Doc()
        doc.getMap('another app').set('is', 'here, too')
        rooms.set('/another', { doc, members: new Set() })
      }
      for (const socket of server.clients) socket.terminate()
    },
    stop: (): void => {
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  } as const
}
