/** The wire against what a relay may send (src-renderer/sync/wire.ts). */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import * as encoding from 'lib0/encoding'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { messageYjsSyncStep2, writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { BLOBS } from '../../shared/envelope/foreign'
import { until } from '../../tests/relay/relay-process'
import { createSealedField } from './awareness/sealed-field'
import { openWire, type WireListeners } from './wire'

/** As y-websocket numbers its messages. */
const MESSAGE_SYNC = 0

beforeEach(() => {
  vi.stubGlobal('WebSocket', WebSocket)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A relay that does one thing to whoever comes, and a wire to it. */
const meet = async (greet: (socket: WebSocket) => void, listeners: Partial<WireListeners> = {}) => {
  const server = new WebSocketServer({
    port: 0,
    handleProtocols: (offered) => [...offered][0] ?? false,
  })
  await once(server, 'listening')
  server.on('connection', greet)
  const { port } = server.address() as AddressInfo
  const nothing = (): void => undefined
  const wire = openWire(
    `ws://127.0.0.1:${port}`,
    { room: 'room', token: 'token' },
    Y.encodeStateAsUpdate(new Y.Doc()),
    { received: nothing, progressed: nothing, changed: nothing, ...listeners },
  )
  return {
    wire,
    end: () => {
      wire.destroy()
      server.close()
    },
  }
}

test('a frame without even a type counts as garbage, and throws nowhere', async () => {
  const { wire, end } = await meet((socket) => socket.send(new Uint8Array(0)))
  await until(() => wire.garbage() > 0, 5000)
  expect(wire.agrees()).toBe(false)
  end()
})

test('nothing is told of a wire before its caller has it', async () => {
  let early = 0
  let isOpen = false
  const { wire, end } = await meet(() => undefined, { changed: () => void (isOpen || early++) })
  isOpen = true
  await until(() => wire.connected(), 5000)
  expect(early).toBe(0)
  end()
})

const sync = (kind: number, update: Uint8Array): Uint8Array => {
  const message = encoding.createEncoder()
  for (const number of [MESSAGE_SYNC, kind]) encoding.writeVarUint(message, number)
  encoding.writeVarUint8Array(message, update)
  return encoding.toUint8Array(message)
}

test('a relay that answers each time with garbage and with what is well is not asked without end', async () => {
  const another = new Y.Doc()
  another.getMap('of another room').set('is', 'none of ours')
  const answers = [Y.encodeStateAsUpdate(another), Y.encodeStateAsUpdate(new Y.Doc())]
  let asked = 0
  const { wire, end } = await meet((socket) =>
    socket.on('message', () => {
      asked++
      for (const answer of [...answers, ...answers]) socket.send(sync(messageYjsSyncStep2, answer))
    }),
  )
  await until(() => wire.garbage() > 1, 5000)
  await new Promise((resolve) => setTimeout(resolve, 2500))
  // As it connects, then because of the garbage, and once a second.
  expect(asked).toBeGreaterThan(2)
  expect(asked).toBeLessThan(6)
  end()
})

const awarenessOf = (clients: readonly number[], state: string): Uint8Array => {
  const update = encoding.createEncoder()
  encoding.writeVarUint(update, clients.length)
  for (const client of clients) {
    encoding.writeVarUint(update, client)
    encoding.writeVarUint(update, 1)
    encoding.writeVarString(update, state)
  }
  const message = encoding.createEncoder()
  encoding.writeVarUint(message, 1)
  encoding.writeVarUint8Array(message, encoding.toUint8Array(update))
  return encoding.toUint8Array(message)
}

test.each([
  ['that is too large', awarenessOf([1], JSON.stringify({ news: 'x'.repeat(200_000) }))],
  ['of thousands of made-up clients', awarenessOf([...Array(5000).keys()], '{}')],
  ['whose last state is no JSON', awarenessOf([1, 2], '{')],
])('awareness %s is let go whole, and counted', async (_what, message) => {
  const { wire, end } = await meet((socket) => socket.send(message))
  await until(() => wire.garbage() > 0, 5000)
  expect(wire.provider.awareness.getStates().size).toBe(0)
  end()
})

test('a wire on which nobody says anything sends no awareness; one that says something does', async () => {
  const kinds: number[] = []
  const { wire, end } = await meet((socket) =>
    socket.on('message', (frame: Buffer) => kinds.push(frame[0] ?? -1)),
  )
  await until(() => wire.connected(), 5000)
  wire.exchange()
  await until(() => kinds.length === 2, 5000)
  expect(kinds).toEqual([MESSAGE_SYNC, MESSAGE_SYNC])
  const field = createSealedField(new Uint8Array(32), {
    field: 'news',
    place: 'here',
    schema: v.number(),
  })
  field.say(wire.provider.awareness, 7)
  await until(() => kinds.includes(1), 5000)
  expect(field.saidBy(wire.provider.awareness, wire.provider.awareness.clientID)).toBe(7)
  field.say(wire.provider.awareness, undefined)
  expect(wire.provider.awareness.getLocalState()).toBeNull()
  end()
})

test('an update under the id of this connection’s own awareness leaves it what it is, and what is said goes on', async () => {
  let visits = 0
  const kinds: number[] = []
  const { wire, end } = await meet((socket) => {
    visits++
    socket.on('message', (frame: Buffer) => kinds.push(frame[0] ?? -1))
    if (visits > 1) return
    const forged = new Y.Doc()
    forged.clientID = wire.provider.awareness.clientID
    forged.getArray(BLOBS).push([new Uint8Array(100)])
    const message = encoding.createEncoder()
    encoding.writeVarUint(message, MESSAGE_SYNC)
    writeUpdate(message, Y.encodeStateAsUpdate(forged))
    socket.send(encoding.toUint8Array(message))
  })
  await until(() => wire.provider.doc.getArray(BLOBS).length === 1, 5000)
  expect(wire.provider.doc.clientID).toBe(wire.provider.awareness.clientID)
  wire.provider.awareness.setLocalState({ said: 'something' })
  wire.reconnect()
  kinds.length = 0
  await until(() => visits === 2 && kinds.includes(1), 5000)
  end()
})

test('a message of more than 64 MB is not taken in, whatever it holds', async () => {
  const doc = new Y.Doc()
  doc.getArray<Uint8Array>('blobs').push([new Uint8Array(64 * 1024 * 1024)])
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_SYNC)
  writeUpdate(encoder, Y.encodeStateAsUpdate(doc))
  let taken = 0
  const { wire, end } = await meet((socket) => socket.send(encoding.toUint8Array(encoder)), {
    received: () => void taken++,
  })
  await until(() => wire.garbage() > 0 || taken > 0, 10_000)
  expect([taken, wire.garbage() > 0]).toEqual([0, true])
  end()
})

test('a relay that sends words instead of bytes is left, and tried again ever more rarely', async () => {
  let visits = 0
  const { wire, end } = await meet((socket) => {
    visits++
    // As a number of bytes, which an array would be made of.
    socket.on('message', () => socket.send('2000000000'))
  })
  await until(() => visits > 3, 5000)
  expect(wire.garbage()).toBeGreaterThan(2)
  expect(wire.agrees()).toBe(false)
  end()
})

test('a relay that closes each time that all is exchanged is tried again ever more rarely', async () => {
  let visits = 0
  const nothing = Y.encodeStateAsUpdate(new Y.Doc())
  const { end } = await meet((socket) => {
    visits++
    socket.on('message', () =>
      socket.send(sync(messageYjsSyncStep2, nothing), () => socket.close()),
    )
  })
  await until(() => visits > 1, 5000)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect(visits).toBeLessThan(7)
  end()
})

test('a connection that comes to nothing is given up, and tried anew', () => {
  vi.useFakeTimers()
  const sockets: { readyState: number }[] = []
  // As on a network that drops what is sent: neither a yes nor a no. Chromium waits for four minutes.
  vi.stubGlobal(
    'WebSocket',
    class {
      static readonly CONNECTING = 0
      static readonly OPEN = 1
      readyState = 0
      onclose: ((event: { readonly code: number }) => void) | null = null
      constructor() {
        sockets.push(this)
      }
      close(): void {
        this.readyState = 3
        this.onclose?.({ code: 1006 })
      }
    },
  )
  const nothing = (): void => undefined
  const wire = openWire(
    'ws://relay.invalid',
    { room: 'room', token: 'token' },
    Y.encodeStateAsUpdate(new Y.Doc()),
    { received: nothing, progressed: nothing, changed: nothing },
  )
  vi.advanceTimersByTime(19_000)
  expect(sockets.map(({ readyState }) => readyState)).toEqual([0])
  vi.advanceTimersByTime(5_000)
  expect(sockets.map(({ readyState }) => readyState)).toEqual([3, 0])
  wire.destroy()
  vi.advanceTimersByTime(60_000)
  expect(sockets).toHaveLength(2)
  vi.useRealTimers()
})
