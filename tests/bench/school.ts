/**
 * A school's relays beside the stock server: `npm run bench -- relay`. Updates as they arrive at the other laptop, what
 * an idle laptop takes, how long a first-time laptop waits, and what a coach costs the database.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { roomOnRelay } from '../../shared/relay/admission'
import { type Database, openDatabase } from '../../src-relay/cluster/database'
import { freePort } from '../relay/free-port'
import { areServicesHere, NO_SERVICES, startPostgres, startRedis } from '../relay/services'
import { type Figure, figure } from './figure'

const PAIRS = 30
const UPDATES = 6000
const IDLE = 1000
const RECORDS = 300
const RECORD_BYTES = 50_000
/** Of a coach with thirty mentees: a room each, and the vault's. */
const ROOMS_A_COACH = 31
const MEGABYTE = 1024 * 1024

interface School {
  readonly addresses: readonly string[]
  readonly secret?: string
  readonly megabytes: () => number
  readonly stop: () => void
}
type Join = (index: number, room: string, doc: Y.Doc) => WebsocketProvider

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const until = async (holds: () => boolean): Promise<void> => {
  const end = Date.now() + 120_000
  while (!holds()) {
    if (Date.now() > end) throw new Error(`still waiting for ${holds}`)
    await pause(1)
  }
}

const limits = ['--max-rate', '1000000', '--max-bytes', '1024', '--max-sockets', '100000']
const startServers = async (count: number, args: readonly string[] | 'stock'): Promise<School> => {
  const children: ChildProcess[] = []
  const addresses: string[] = []
  for (let index = 0; index < count; index++) {
    const port = String(await freePort())
    const program =
      args === 'stock'
        ? ['node_modules/@y/websocket-server/src/server.js']
        : ['--max-semi-space-size=2', 'scripts/relay.mjs', '--port', port, ...limits, ...args]
    const child = spawn(process.execPath, program, {
      env: { ...process.env, HOST: '127.0.0.1', PORT: port },
    })
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    child.stdout?.resume()
    children.push(child)
    addresses.push(`ws://127.0.0.1:${port}`)
  }
  const megabytesOf = ({ pid }: ChildProcess): number =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  return {
    addresses,
    megabytes: () => children.reduce((sum, child) => sum + megabytesOf(child), 0),
    stop: () => {
      for (const child of children) child.kill('SIGKILL')
    },
  }
}

const joiner =
  ({ addresses, secret }: School): Join =>
  (index, room, doc) => {
    const address = addresses[index % addresses.length] ?? ''
    const setting = secret === undefined ? address : `${address}/#${secret}`
    const { protocols } = roomOnRelay(setting, { room, token: 'token' })
    const options = { disableBc: true, protocols: secret === undefined ? [] : protocols }
    const provider = new WebsocketProvider(address, room, doc, options)
    // What is stored is not what is measured.
    provider.messageHandlers[120] = () => undefined
    return provider
  }

/** Pairs of laptops, each pair in a room of its own: how many updates a second arrive at the other. */
const updatesASecond = async (school: School, isSpread: boolean): Promise<number> => {
  const join = joiner(school)
  const round = async (): Promise<number> => {
    // What an earlier school has stored is there still.
    const name = randomUUID()
    const pairs = Array.from({ length: PAIRS }, (_, index) => {
      const [from, to] = [new Y.Doc(), new Y.Doc()]
      const room = `${name}-${index}`
      // Spread: the two of a pair on two relays. Else where the load balancer sends the room.
      const providers = [join(index, room, from), join(isSpread ? index + 1 : index, room, to)]
      return { from, to, providers }
    })
    await until(() => pairs.every(({ providers }) => providers.every(({ synced }) => synced)))
    const each = UPDATES / PAIRS
    const start = performance.now()
    for (let index = 0; index < each; index++) {
      for (const { from } of pairs) from.getText().insert(index, 'x')
      if (index % 4 === 3) await new Promise((resolve) => setImmediate(resolve))
    }
    await until(() => pairs.every(({ to }) => to.getText().length === each))
    const rate = UPDATES / ((performance.now() - start) / 1000)
    for (const { providers } of pairs) for (const provider of providers) provider.destroy()
    return rate
  }
  await round()
  await pause(1500)
  return round()
}

const idleMemory = async (school: School): Promise<number> => {
  const join = joiner(school)
  await pause(1000)
  const before = school.megabytes()
  const docs = Array.from({ length: IDLE }, () => new Y.Doc())
  const providers: WebsocketProvider[] = []
  for (const [index, doc] of docs.entries()) {
    providers.push(join(index, `idle-${index}`, doc))
    if (index % 50 === 49) await until(() => providers.every(({ synced }) => synced))
  }
  await pause(3000)
  const kilobytes = ((school.megabytes() - before) * 1024) / IDLE
  for (const provider of providers) provider.destroy()
  return kilobytes
}

/** A laptop that has nothing yet asks for all its records, ten sockets at a time. */
const firstTime = async (school: School): Promise<number> => {
  const join = joiner(school)
  const visit = async (
    index: number,
    doc: Y.Doc,
    isDone: (provider: WebsocketProvider) => boolean,
  ) => {
    const provider = join(index, `record-${index}`, doc)
    await until(() => isDone(provider))
    return provider
  }
  const tenAtATime = async (work: (index: number) => Promise<void>): Promise<void> => {
    let next = 0
    const one = async (): Promise<void> => {
      while (next < RECORDS) await work(next++)
    }
    await Promise.all(Array.from({ length: 10 }, one))
  }
  await tenAtATime(async (index) => {
    const doc = new Y.Doc()
    doc.getArray<Uint8Array>('blobs').push([new Uint8Array(randomBytes(RECORD_BYTES))])
    const provider = await visit(index, doc, ({ synced }) => synced)
    await pause(20)
    provider.destroy()
  })
  await pause(3000)
  const start = performance.now()
  await tenAtATime(async (index) => {
    const doc = new Y.Doc()
    const provider = await visit(index, doc, () => doc.getArray('blobs').length === 1)
    provider.destroy()
  })
  return performance.now() - start
}

/** What the rooms of so many coaches take in the database, beside what is in them. */
const overheadOfRooms = async ({ query }: Database, coaches: number): Promise<number> => {
  await query('truncate rooms, pieces')
  await query(
    `insert into rooms (room, token, coach, epoch, seq, pieces, bytes, empty_since)
     select md5(n::text), sha256(n::text::bytea), n / $2, 1, 1, 1, $3, null from generate_series(1, $1) n`,
    [coaches * ROOMS_A_COACH, ROOMS_A_COACH, 1000],
  )
  await query(`insert into pieces select room, 1, decode(repeat('ab', 1000), 'hex') from rooms`)
  await query('vacuum analyze')
  const [size] = await query<{ readonly bytes: number }>(
    `select (pg_total_relation_size('rooms') + pg_total_relation_size('pieces'))::float8 as bytes`,
  )
  return (size?.bytes ?? 0) / MEGABYTE
}

const withSchool = async <T>(
  count: number,
  args: readonly string[] | 'stock',
  secret: string | undefined,
  work: (school: School) => Promise<T>,
): Promise<T> => {
  const school = await startServers(count, args)
  try {
    return await work(secret === undefined ? school : { ...school, secret })
  } finally {
    school.stop()
  }
}

export const measureSchool = async (): Promise<Figure[]> => {
  if (!areServicesHere) {
    console.log(`confidant: the school's relays are left out: ${NO_SERVICES}`)
    return []
  }
  await sodium.ready
  Object.assign(globalThis, { WebSocket })
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()])
  const database = await openDatabase(postgres.url, () => undefined)
  const enroll = ['scripts/relay.mjs', 'enroll', 'coach', '--postgres', postgres.url]
  const many = ['--rooms', '100000', '--sockets', '100000', '--rate', '1000000']
  const secret = execFileSync(process.execPath, [...enroll, ...many], { encoding: 'utf8' }).trim()
  const cluster = ['--postgres', postgres.url, '--redis', redis.url]
  const own = (): string[] => ['--data', mkdtempSync(join(tmpdir(), 'confidant-bench-'))]
  const figures: Figure[] = []
  try {
    const rate = (school: School) => updatesASecond(school, false)
    const stock = await withSchool(1, 'stock', undefined, rate)
    const rates: readonly (readonly [string, number])[] = [
      ['one, LevelDB', await withSchool(1, own(), undefined, rate)],
      ['one, PostgreSQL and Redis', await withSchool(1, cluster, secret, rate)],
      ['three, rooms hashed', await withSchool(3, cluster, secret, rate)],
      [
        'three, every pair across two',
        await withSchool(3, cluster, secret, (school) => updatesASecond(school, true)),
      ],
    ]
    for (const [name, value] of rates)
      figures.push(figure(`relays: updates, ${name}`, 'updates/s', value, stock))
    figures.push(
      figure(
        'relays: memory for an idle laptop of 1,000, PostgreSQL and Redis',
        'kB',
        await withSchool(1, cluster, secret, idleMemory),
        await withSchool(1, 'stock', undefined, idleMemory),
      ),
      figure(
        `relays: a first-time laptop gets ${RECORDS} records of ${RECORD_BYTES / 1000} kB`,
        'ms',
        await withSchool(1, cluster, secret, firstTime),
        await withSchool(1, 'stock', undefined, firstTime),
      ),
    )
    for (const coaches of [10, 100, 1000])
      figures.push(
        figure(
          `relays: database of ${coaches} coaches (${coaches * ROOMS_A_COACH} rooms of 1 kB)`,
          'MB',
          await overheadOfRooms(database, coaches),
          (coaches * ROOMS_A_COACH * 1000) / MEGABYTE,
        ),
      )
  } finally {
    await database.close()
    await Promise.all([postgres.stop(), redis.stop()])
  }
  return figures
}
