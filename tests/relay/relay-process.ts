/** Starts real relays on free loopback ports, and stock y-websocket clients against them. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { openCluster } from '../../src-relay/cluster/cluster'
import { createLog } from '../../src-relay/log'
import type { RelayOptions } from '../../src-relay/options'
import { startRelay } from '../../src-relay/relay'

// y-websocket listens for the process's end once per provider.
process.setMaxListeners(0)

export const newDataFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'confidant-relay-'))

export const startTestRelay = async (options: Partial<RelayOptions> = {}) => {
  const lines: string[] = []
  const data = options.data ?? (await newDataFolder())
  const log = createLog((line) => lines.push(line))
  const all: RelayOptions = {
    host: '127.0.0.1',
    port: 0,
    data,
    maxMessageBytes: 32 * 1024 * 1024,
    maxRooms: 1000,
    maxRoomBytes: 128 * 1024 * 1024,
    maxOpenBytes: 512 * 1024 * 1024,
    maxRate: 5000,
    maxBytesRate: 64 * 1024 * 1024,
    maxSockets: 1000,
    maxClaims: 1000,
    emptyDays: 30,
    secret: undefined,
    trustProxy: false,
    postgres: undefined,
    redis: undefined,
    tls: undefined,
    drainMs: 0,
    catchUpMs: 1000,
    retryMs: 50,
    maxUnstoredBytes: 128 * 1024 * 1024,
    ...options,
  }
  const cluster = all.postgres === undefined ? undefined : await openCluster(all.postgres, all, log)
  const relay = await startRelay(all, log, cluster)
  return { ...relay, data, lines, address: `ws://127.0.0.1:${relay.port}` }
}

/** `npm run relay` as it is: a process of its own. */
export const spawnRelay = async (
  args: readonly string[],
  node: readonly string[] = [],
  program = 'scripts/relay.mjs',
) => {
  const child = spawn(process.execPath, [...node, program, '--port', '0', ...args])
  let output = ''
  child.stdout.on('data', (bytes: Buffer) => {
    output += bytes
  })
  child.stderr.on('data', (bytes: Buffer) => {
    output += bytes
  })
  const listening = /"event":"listening".*"port":(\d+)/
  // PostgreSQL may be reading its log first.
  await until(() => listening.test(output) || child.exitCode !== null, 60_000)
  return {
    address: `ws://127.0.0.1:${listening.exec(output)?.[1]}`,
    /** All that it ever wrote. */
    output: () => output,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    megabytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024,
    signal: (signal: NodeJS.Signals) => child.kill(signal),
    stop: () => child.kill('SIGKILL'),
  }
}

/** A socket as it comes through a proxy from somebody's address. */
export const socketFrom = (from: string) =>
  class extends WebSocket {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols, { headers: { 'x-forwarded-for': from } })
    }
  }

export const stockClient = (
  address: string,
  room: string,
  protocols: string[] = [],
  from = '127.0.0.1',
) => {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(address, room, doc, {
    WebSocketPolyfill: socketFrom(from) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    protocols,
  })
  return { doc, provider, text: doc.getText('text') }
}

/** Patient by default: a process takes its time to start on a busy machine, and nothing is measured here. */
export const until = async (holds: () => boolean, timeout = 40_000): Promise<void> => {
  const end = Date.now() + timeout
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still waiting for: ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
