/** A relay in memory behind the browser's WebSocket, for tests under a fake clock: rooms by address, stored at once. */
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { readSyncMessage, writeSyncStep1 } from 'y-protocols/sync'
import * as Y from 'yjs'
import { MESSAGE_STORED } from '../../shared/relay/wire'

/** `deaf` never opens a socket, `mute` opens it and says nothing. */
export type RelayMood = 'well' | 'deaf' | 'mute'

const OPEN_AFTER_MS = 20
const ANSWER_AFTER_MS = 10

export const createFakeRelay = (mood: () => RelayMood) => {
  const rooms = new Map<string, Y.Doc>()
  const roomOf = (url: string): Y.Doc => {
    const room = rooms.get(url) ?? new Y.Doc()
    rooms.set(url, room)
    return room
  }

  class FakeSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSED = 3
    readonly OPEN = 1
    readyState = 0
    binaryType = 'arraybuffer'
    readonly bufferedAmount = 0
    onopen: (() => void) | null = null
    onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null
    onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null
    onerror: (() => void) | null = null

    constructor(readonly url: string) {
      setTimeout(() => {
        if (this.readyState !== 0 || mood() === 'deaf') return
        this.readyState = 1
        this.onopen?.()
      }, OPEN_AFTER_MS)
    }

    private answer(encoder: encoding.Encoder): void {
      const bytes = encoding.toUint8Array(encoder)
      setTimeout(() => {
        if (this.readyState === 1) this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer })
      }, ANSWER_AFTER_MS)
    }

    send(bytes: Uint8Array): void {
      if (mood() !== 'well' || this.readyState !== 1) return
      const decoder = decoding.createDecoder(bytes)
      if (decoding.readVarUint(decoder) !== 0) return
      const room = roomOf(this.url)
      const reply = encoding.createEncoder()
      encoding.writeVarUint(reply, 0)
      const kind = readSyncMessage(decoder, reply, room, this)
      if (encoding.length(reply) > 1) this.answer(reply)
      if (kind === 0) {
        const ask = encoding.createEncoder()
        encoding.writeVarUint(ask, 0)
        writeSyncStep1(ask, room)
        this.answer(ask)
      }
      const stored = encoding.createEncoder()
      encoding.writeVarUint(stored, MESSAGE_STORED)
      encoding.writeVarUint8Array(stored, Y.encodeStateVector(room))
      this.answer(stored)
    }

    close(): void {
      if (this.readyState === 3) return
      this.readyState = 3
      setTimeout(() => this.onclose?.({ code: 1000, reason: '' }), 0)
    }
  }

  return { rooms, Socket: FakeSocket as unknown as typeof WebSocket }
}
