/** The wire against what a relay may send (src-renderer/sync/wire.ts). */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { openWire } from '../../src-renderer/sync/wire'
import { until } from '../relay/relay-process'

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
