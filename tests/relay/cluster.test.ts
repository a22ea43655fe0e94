/**
 * Three relays as processes of their own before a real PostgreSQL and a real Redis, thirty laptops spread over them, and
 * everything that can stop is stopped. CONFIDANT_CLUSTER_UPDATES=10000 for the long run.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as decoding from 'lib0/decoding'
import sodium from 'libsodium-wrappers-sumo'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomOnRelay } from '../../shared/relay/admission'
import { MESSAGE_STORED } from '../../shared/relay/wire'
import { spawnRelay, stockClient, until } from './relay-process'
import { areServicesHere, NO_SERVICES, type Service, startPostgres, startRedis } from './services'
import { spreadOver } from './spread'

const UPDATES = Number(process.env.CONFIDANT_CLUSTER_UPDATES ?? 1000)
const LONG_MS = 60_000 + UPDATES * 30
const ROOMS = ['one', 'two', 'three']
const LAPTOPS = 30

type Relay = Awaited<ReturnType<typeof spawnRelay>>

const laptop = (address: string, secret: string, room: string) => {
  const { protocols } = roomOnRelay(`${address}/#${secret}`, { room, token: `token-of-${room}` })
  const made = stockClient(address, room, protocols)
  made.provider.maxBackoffTime = 500
  const list = made.doc.getArray<string>('list')
  let stored: ReadonlyMap<number, number> = new Map()
  made.provider.messageHandlers[MESSAGE_STORED] = (_encoder, decoder) => {
    stored = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
  }
  return {
    ...made,
    room,
    list,
    /** How many of its own entries it has been told are stored. */
    stored: () => stored.get(made.doc.clientID) ?? 0,
    written: 0,
  }
}
type Laptop = ReturnType<typeof laptop>

/** Each writes in its turn, one update at a time. */
const write = async (laptops: Laptop[], updates: number, between?: (index: number) => unknown) => {
  for (let index = 0; index < updates; index++) {
    const one = laptops[index % laptops.length]
    if (one === undefined) return
    one.list.push([`${one.doc.clientID} ${one.written++}`])
    await between?.(index)
    if (index % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

const writtenIn = (laptops: readonly Laptop[], room: string): number =>
  laptops.filter((one) => one.room === room).reduce((sum, { written }) => sum + written, 0)

const converge = async (laptops: readonly Laptop[]): Promise<void> => {
  await until(
    () => laptops.every(({ list, room }) => list.length === writtenIn(laptops, room)),
    LONG_MS,
  )
  for (const room of ROOMS) {
    const [first, ...others] = laptops.filter((one) => one.room === room)
    for (const each of others) expect(each.list.toArray()).toEqual(first?.list.toArray())
  }
}
const allStored = (laptops: readonly Laptop[]) => (): boolean =>
  laptops.every((one) => one.stored() === one.written)

describe.skipIf(!areServicesHere)(
  `a school’s relays${areServicesHere ? '' : `: ${NO_SERVICES}`}`,
  () => {
    let postgres: Service
    let redis: Service
    let secret: string
    const relays: Relay[] = []
    const ends: (() => unknown)[] = []

    const startRelay = async (): Promise<Relay> => {
      const relay = await spawnRelay(['--postgres', postgres.url, '--redis', redis.url])
      relays.push(relay)
      return relay
    }
    const killRelays = (): void => {
      for (const relay of relays.splice(0)) relay.stop()
    }
    const enroll = (name: string, ...quotas: readonly string[]): string =>
      execFileSync(
        process.execPath,
        ['scripts/relay.mjs', 'enroll', name, '--postgres', postgres.url, ...quotas],
        { encoding: 'utf8' },
      ).trim()
    const bring = (address: string, count = LAPTOPS): Laptop[] =>
      Array.from({ length: count }, (_, index) => {
        const one = laptop(address, secret, ROOMS[index % ROOMS.length] ?? '')
        ends.push(() => one.provider.destroy())
        return one
      })

    beforeAll(async () => {
      await sodium.ready
      ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
      secret = enroll('coach')
    }, LONG_MS)
    afterAll(async () => {
      for (const end of ends.reverse()) end()
      killRelays()
      await Promise.all([postgres?.stop(), redis?.stop()])
    })

    test('what a server is given of the project is all that a relay needs', async () => {
      const image = mkdtempSync(join(tmpdir(), 'confidant-image-'))
      execFileSync(process.execPath, ['scripts/relay-image.mjs', image])
      const services = ['--postgres', postgres.url, '--redis', redis.url]
      const relay = await spawnRelay(services, [], join(image, 'main.mjs'))
      ends.push(relay.stop)
      const ready = await fetch(`${relay.address.replace('ws:', 'http:')}/readyz`)
      expect(ready.status).toBe(200)
      rmSync(image, { recursive: true })
    })

    test(
      'a coach’s laptops together send no more a second than the coach may, nothing of it is dropped, and no other coach waits',
      async () => {
        const [rate, each] = [20, 60]
        const held = enroll('held', '--rate', String(rate))
        const { address } = await startRelay()
        const visit = (whose: string, room: string): Laptop => {
          const one = laptop(address, whose, room)
          ends.push(() => one.provider.destroy())
          return one
        }
        const slow = [visit(held, 'held-one'), visit(held, 'held-two')]
        const quick = visit(secret, 'quick')
        await until(() => [...slow, quick].every(({ provider }) => provider.synced), LONG_MS)
        const from = performance.now()
        await write([...slow, quick], 3 * each)
        await until(allStored([quick]), LONG_MS)
        expect(allStored(slow)()).toBe(false)
        await until(allStored(slow), LONG_MS)
        // What was saved up for two seconds goes at once; each laptop alone would wait a second for the rest of its own.
        expect(performance.now() - from).toBeGreaterThan(
          (2 * each - 2 * rate) * (1000 / rate) * 0.9,
        )
        expect(slow.map((one) => one.stored())).toEqual([each, each])
        for (const { provider } of [...slow, quick]) provider.destroy()
        killRelays()
      },
      LONG_MS,
    )

    test(
      'a relay killed, Redis and PostgreSQL stopped and started: all converge, and what is called stored is',
      async () => {
        const [first, second, third] = await Promise.all([startRelay(), startRelay(), startRelay()])
        const spread = await spreadOver([first, second, third].map(({ address }) => address))
        ends.push(spread.stop)
        const laptops = bring(`ws://127.0.0.1:${spread.port}`)
        await until(() => laptops.every(({ provider }) => provider.synced), LONG_MS)

        await write(laptops, UPDATES, (index) => index === UPDATES >> 1 && first.stop())
        await converge(laptops)
        await until(allStored(laptops), LONG_MS)

        // Each relay sees PostgreSQL, and none Redis.
        await redis.stop()
        await write(laptops, UPDATES >> 3)
        await converge(laptops)
        await until(allStored(laptops), LONG_MS)
        await redis.start()

        await postgres.stop()
        const before = laptops.map((one) => one.stored())
        await write(laptops, UPDATES >> 3)
        await until(() =>
          [second, third].every((relay) => relay.output().includes('database-failed')),
        )
        expect(laptops.map((one) => one.stored())).toEqual(before)
        await postgres.start()
        await converge(laptops)
        await until(allStored(laptops), LONG_MS)

        const written = ROOMS.map((room) => writtenIn(laptops, room))
        for (const { provider } of laptops) provider.destroy()
        killRelays()
        await postgres.stop()
        await postgres.start()
        const cold = bring((await startRelay()).address, ROOMS.length)
        await until(() => cold.every(({ list }, index) => list.length === written[index]))
        for (const { provider } of cold) provider.destroy()
      },
      LONG_MS * 4,
    )
  },
)
