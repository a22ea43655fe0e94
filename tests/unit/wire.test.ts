/** The wire against what a relay may send (src-renderer/sync/wire.ts). */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import * as encoding from 'lib0/encoding'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { writeUpdate } from 'y-protocols/sync'
import * as Y from 'yjs'
import { openWire } from '../../src-renderer/sync/wire'
import { until } from '../relay/relay-process'

/** As y-websocket numbers its messages. */
const MESSAGE_SYNC = 0

beforeEach(() => {
  vi.stubGlobal('WebSocket', WebSocket)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

test('a frame without even a type counts as garbage, and throws nowhere', async () => {
  const server = new WebSocketServer({ port: 0, handleProtocols: (offered) => [...offered][0] ?? false })
  await once(server, 'listening')
  server.on('connection', (socket) => socket.send(new Uint8Array(0)))
  const { port } = server.address() as AddressInfo
  const nothing = (): void => undefined
  const wire = openWire(
    `ws://127.0.0.1:${port}`,
    { room: 'room', token: 'token' },
    Y.encodeStateAsUpdate(new Y.Doc()),
    { received: nothing, progressed: nothing, changed: nothing },
  )
  await until(() => wire.garbage() > 0, 5000)
  expect(wire.agrees()).toBe(false)
  wire.destroy()
  server.close()
})

test('a message of more than 64 MB is not taken in, whatever it holds', async () => {
  const doc = new Y.Doc()
  doc.getArray<Uint8Array>('blobs').push([new Uint8Array(64 * 1024 * 1024)])
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, MESSAGE_SYNC)
  writeUpdate(encoder, Y.encodeStateAsUpdate(doc))
  const server = new WebSocketServer({ port: 0, handleProtocols: (offered) => [...offered][0] ?? false })
  await once(server, 'listening')
  server.on('connection', (socket) => socket.send(encoding.toUint8Array(encoder)))
  const { port } = server.address() as AddressInfo
  let taken = 0
  const received = (): void => {
    taken++
  }
  const nothing = (): void => undefined
  const wire = openWire(
    `ws://127.0.0.1:${port}`,
    { room: 'room', token: 'token' },
    Y.encodeStateAsUpdate(new Y.Doc()),
    { received, progressed: nothing, changed: nothing },
  )
  await until(() => wire.garbage() > 0 || taken > 0, 10_000)
  expect([taken, wire.garbage() > 0]).toEqual([0, true])
  wire.destroy()
  server.close()
})
