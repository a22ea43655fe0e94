/** Merging and fan-out over real sockets. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createEnvelope, FROM_ENVELOPE } from '../../shared/envelope/envelope'
import { deriveRoom } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'
import { openWire } from '../../src-renderer/sync/wire'
import { freePort } from '../relay/free-port'
import { type Figure, figure, median } from './figure'

const RECORDS = 30
const EDITS = 1000
const RECEIVERS = 20
const MESSAGES = 2000
const WARM_UP = 5

const until = async (holds: () => boolean): Promise<void> => {
  const end = Date.now() + 60_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still waiting for ${holds}`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}

export interface Server {
  readonly address: string
  readonly stop: () => void
}

export const startServer = async (kind: 'ours' | 'stock'): Promise<Server> => {
  const port = await freePort()
  const args =
    kind === 'stock'
      ? ['node_modules/@y/websocket-server/src/server.js']
      : [
          'scripts/relay.mjs',
          '--port',
          String(port),
          '--data',
          await mkdtemp(join(tmpdir(), 'confidant-bench-')),
          '--max-rate',
          '1000000',
        ]
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, HOST: '127.0.0.1', PORT: String(port) },
  })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  child.stdout?.resume()
  return { address: `ws://127.0.0.1:${port}`, stop: () => child.kill('SIGKILL') }
}

const editOffline = (docs: readonly Y.Doc[], who: string): void => {
  for (let index = 0; index < EDITS; index++) {
    const text = docs[index % docs.length]?.getText()
    text?.insert(text.length, `${who} wrote sentence ${index}. `)
  }
}

const bothHave = (a: readonly Y.Doc[], b: readonly Y.Doc[], length: number): boolean =>
  a.every((doc, index) => doc.getText().length === b[index]?.getText().length) &&
  [a, b].every((docs) => docs.reduce((sum, doc) => sum + doc.getText().length, 0) === length)

const lengthOf = (docs: readonly Y.Doc[]): number =>
  docs.reduce((sum, doc) => sum + doc.getText().length, 0)
const newDocs = (): Y.Doc[] => Array.from({ length: RECORDS }, () => new Y.Doc())

/** A server in use is warm: each does the work some times before it is measured. */
const warmed = async (
  kind: 'ours' | 'stock',
  merge: (server: Server, round: number) => Promise<number>,
  round: number,
): Promise<number> => {
  const server = await startServer(kind)
  let time = 0
  for (let times = 0; times <= WARM_UP; times++) {
    time = await merge(server, round + 100 * times)
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
  server.stop()
  return time
}

const mergePlain = async (server: Server, round: number): Promise<number> => {
  const [a, b] = [newDocs(), newDocs()]
  editOffline(a, 'A')
  editOffline(b, 'B')
  const length = lengthOf(a) + lengthOf(b)
  const start = performance.now()
  const providers = [a, b].flatMap((docs) =>
    docs.map(
      (doc, index) =>
        new WebsocketProvider(server.address, `plain-${round}-${index}`, doc, { disableBc: true }),
    ),
  )
  await until(() => bothHave(a, b, length))
  const time = performance.now() - start
  for (const provider of providers) provider.destroy()
  return time
}

const mergeSealed = async (server: Server, round: number): Promise<number> => {
  const vaultKey = new Uint8Array(32).fill(round)
  const devices = ['A', 'B'].map((who) => {
    const docs = newDocs()
    const envelopes = docs.map((doc, index) =>
      createEnvelope(doc, createSealer(vaultKey, `record ${index}`), 'bench'),
    )
    docs.forEach((doc, index) => {
      doc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== FROM_ENVELOPE) envelopes[index]?.append(update)
      })
    })
    editOffline(docs, who)
    return { docs, envelopes }
  })
  const [a = newDocs(), b = newDocs()] = devices.map(({ docs }) => docs)
  const length = lengthOf(a) + lengthOf(b)
  const start = performance.now()
  const wires = devices.flatMap(({ envelopes }) =>
    envelopes.map((envelope, index) =>
      openWire(
        server.address,
        deriveRoom(vaultKey, `record ${index}`, 0),
        Y.encodeStateAsUpdate(envelope.doc),
        {
          received: (update) => void envelope.receive(update),
          progressed: () => undefined,
          changed: () => undefined,
        },
      ),
    ),
  )
  await until(() => bothHave(a, b, length))
  const time = performance.now() - start
  for (const wire of wires) wire.destroy()
  return time
}

const fanOut = async (kind: 'ours' | 'stock'): Promise<number> => {
  const server = await startServer(kind)
  const clients = Array.from({ length: RECEIVERS + 1 }, () => {
    const doc = new Y.Doc()
    return {
      doc,
      provider: new WebsocketProvider(server.address, 'fan-out', doc, { disableBc: true }),
    }
  })
  const [sender, ...receivers] = clients
  await until(() => clients.every(({ provider }) => provider.synced))
  const start = performance.now()
  for (let index = 0; index < MESSAGES; index++) {
    sender?.doc.getText().insert(index, 'x')
    // A message a turn, as from many typists.
    if (index % 10 === 9) await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => receivers.every(({ doc }) => doc.getText().length === MESSAGES))
  const rate = (MESSAGES * RECEIVERS) / ((performance.now() - start) / 1000)
  for (const { provider } of clients) provider.destroy()
  server.stop()
  return rate
}

export const measureNetwork = async (): Promise<Figure[]> => {
  await sodium.ready
  Object.assign(globalThis, { WebSocket })
  const merges = { ours: [] as number[], sealed: [] as number[], plain: [] as number[] }
  const rates = { ours: [] as number[], stock: [] as number[] }
  for (let round = 1; round <= 5; round++) {
    merges.plain.push(await warmed('stock', mergePlain, round))
    merges.ours.push(await warmed('ours', mergeSealed, round))
    merges.sealed.push(await warmed('stock', mergeSealed, round))
    rates.stock.push(await fanOut('stock'))
    rates.ours.push(await fanOut('ours'))
  }
  return [
    figure(
      'merge: 2 devices × 1,000 offline edits over 30 records',
      'ms',
      median(merges.ours),
      median(merges.plain),
      '≤ 1.5',
    ),
    figure(
      'merge: the same over @y/websocket-server',
      'ms',
      median(merges.sealed),
      median(merges.plain),
      '≤ 1.5',
    ),
    figure(
      `relay: fan-out to ${RECEIVERS} clients`,
      'updates/s',
      median(rates.ours),
      median(rates.stock),
      '≥ 0.8',
    ),
  ]
}
