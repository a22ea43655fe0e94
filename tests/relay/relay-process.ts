/** Starts real relays on free loopback ports, and stock y-websocket clients against them. */
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createLog } from '../../src-relay/log'
import type { RelayOptions } from '../../src-relay/options'
import { startRelay } from '../../src-relay/relay'

export const newDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'confidant-relay-'))

export const startTestRelay = async (options: Partial<RelayOptions> = {}) => {
  const lines: string[] = []
  const data = options.data ?? (await newDataFolder())
  const relay = await startRelay(
    {
      host: '127.0.0.1',
      port: 0,
      data,
      maxMessageBytes: 32 * 1024 * 1024,
      maxRooms: 1000,
      maxRate: 5000,
      maxBytesRate: 64 * 1024 * 1024,
      maxSockets: 1000,
      maxClaims: 1000,
      emptyDays: 30,
      secret: undefined,
      trustProxy: false,
      retryMs: 50,
      ...options,
    },
    createLog((line) => lines.push(line)),
  )
  return { ...relay, data, lines, address: `ws://127.0.0.1:${relay.port}` }
}

export const stockClient = (address: string, room: string, protocols: string[] = []) => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(address, room, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    protocols,
  })
  return { doc, provider, text: doc.getText('text') }
}

export const until = async (holds: () => boolean, timeout = 10_000): Promise<void> => {
  const end = Date.now() + timeout
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still waiting for: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
