/** What the relay takes of memory for sockets that do nothing, and for one that does not read. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { freePort } from '../relay/free-port'
import { type Figure, figure } from './figure'

const SOCKETS = 1000
const MEGABYTES = 240
const AIM = 'ours < 150 MB'

const startServer = async (kind: 'ours' | 'stock') => {
  const port = String(await freePort())
  const data = mkdtempSync(join(tmpdir(), 'confidant-bench-'))
  const args =
    kind === 'stock'
      ? ['node_modules/@y/websocket-server/src/server.js']
      : [
          ...['--max-semi-space-size=2', 'scripts/relay.mjs', '--port', port, '--data', data],
          ...['--max-bytes', '1024', '--max-sockets', '2000'],
        ]
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, HOST: '127.0.0.1', PORT: port },
  })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  child.stdout?.resume()
  let most = 0
  const look = (): void => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
    most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024)
  }
  const timer = setInterval(look, 50)
  return {
    address: `ws://127.0.0.1:${port}`,
    /** The most that it ever took, in megabytes. */
    most: () => {
      look()
      return most
    },
    stop: () => {
      clearInterval(timer)
      child.kill('SIGKILL')
    },
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const idleSockets = async (kind: 'ours' | 'stock'): Promise<number> => {
  const server = await startServer(kind)
  const sockets: WebSocket[] = []
  for (let index = 0; index < SOCKETS; index++) {
    const socket = new WebSocket(`${server.address}/idle-${index}`)
    await new Promise((resolve) => socket.once('open', resolve))
    sockets.push(socket)
  }
  await pause(2000)
  const most = server.most()
  for (const socket of sockets) socket.terminate()
  server.stop()
  return most
}

const pausedReader = async (kind: 'ours' | 'stock'): Promise<number> => {
  const server = await startServer(kind)
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(server.address, 'room', doc, { disableBc: true })
  const reader = new WebSocket(`${server.address}/room`)
  reader.on('error', () => undefined)
  await new Promise((resolve) => reader.once('open', resolve))
  while (!provider.synced) await pause(10)
  reader.pause()
  const blobs = doc.getArray<Uint8Array>('blobs')
  for (let index = 0; index < MEGABYTES; index++) {
    blobs.push([new Uint8Array(1024 * 1024)])
    if (blobs.length > 1) blobs.delete(0, 1)
    while ((provider.ws?.bufferedAmount ?? 0) > 4 * 1024 * 1024) await pause(1)
    await pause(5)
  }
  await pause(2000)
  const most = server.most()
  provider.destroy()
  reader.terminate()
  server.stop()
  return most
}

export const measureRelayMemory = async (): Promise<Figure[]> => {
  Object.assign(globalThis, { WebSocket })
  return [
    figure(
      'relay: memory with 1,000 idle sockets',
      'MB',
      await idleSockets('ours'),
      await idleSockets('stock'),
      AIM,
    ),
    figure(
      `relay: memory while ${MEGABYTES} MB pass a reader that is paused`,
      'MB',
      await pausedReader('ours'),
      await pausedReader('stock'),
      AIM,
    ),
  ]
}
