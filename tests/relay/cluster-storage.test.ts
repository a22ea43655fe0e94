/** What several relays keep in one PostgreSQL, and how coaches come to it: each test takes away what holds it up. */
import { randomUUID } from 'node:crypto'
import * as decoding from 'lib0/decoding'
import sodium from 'libsodium-wrappers-sumo'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { roomOnRelay } from '../../shared/relay/admission'
import { MESSAGE_STORED } from '../../shared/relay/wire'
import { openCoaches } from '../../src-relay/cluster/coaches'
import { type Database, openDatabase } from '../../src-relay/cluster/database'
import { giveUpIfEmpty, mergePieces } from '../../src-relay/cluster/pieces'
import { createClusterStorage } from '../../src-relay/cluster/storage'
import { runCommand } from '../../src-relay/commands'
import { until } from './relay-process'
import { areServicesHere, NO_SERVICES, type Service, startPostgres, startRedis } from './services'
import { spreadOver } from './spread'
import { cleanUps, client, knock, relayFor } from './visitors'

const noLog = (): void => undefined
const RATES = { refreshMs: 5000, maxRate: 1000, maxBytesRate: 1_000_000 }

describe.skipIf(!areServicesHere)(
  `a school’s database${areServicesHere ? '' : `: ${NO_SERVICES}`}`,
  () => {
    let postgres: Service
    let redis: Service
    let database: Database

    beforeAll(async () => {
      await sodium.ready
      ;[postgres, redis] = await Promise.all([startPostgres(), startRedis()])
      database = await openDatabase(postgres.url, noLog)
    }, 60_000)
    afterAll(async () => {
      await database.close()
      await Promise.all([postgres.stop(), redis.stop()])
    })

    const operator = async (...argv: string[]): Promise<string> => {
      const [command, ...rest] = argv
      const outcome = await runCommand(command as 'enroll', rest, { RELAY_POSTGRES: postgres.url })
      return outcome.ok ? outcome.value.trim() : `not: ${outcome.error}`
    }
    const enroll = async (...limits: string[]) => {
      const name = `coach ${randomUUID()}`
      return { name, secret: await operator('enroll', name, ...limits) }
    }
    /** As a device shows itself that knows the secret. */
    const credentials = (room: string, secret: string, token = `token-${room}`): string[] =>
      roomOnRelay(`wss://relay.example.org/#${secret}`, { room, token }).protocols
    const relayHere = () => relayFor({ postgres: postgres.url, catchUpMs: 200 })

    /** A relay's storage, and a document that it has open of a room that somebody has claimed. */
    const storageWith = async (room: string) => {
      const coaches = await openCoaches(database, RATES)
      cleanUps.push(coaches.close)
      const storage = createClusterStorage(database, coaches, 1e6, noLog)
      await storage.admit(room, { token: 'token', admission: '' }, () => 'yes')
      const document = new Y.Doc()
      await storage.load(room, document)
      const list = document.getArray<string>('list')
      const store = () => storage.draft(room, document).write()
      return { storage, document, list, store }
    }
    test('while the database is away whoever comes is to try again, and is not told that there is no place', async () => {
      const coaches = await openCoaches(database, RATES)
      cleanUps.push(coaches.close)
      const query = () => Promise.reject(new Error('away'))
      const storage = createClusterStorage({ ...database, query }, coaches, 1e6, noLog)
      const credentials = { token: 'token', admission: '' }
      expect(await storage.admit(randomUUID(), credentials, () => 'yes')).toBe('unavailable')
    })

    const pieces = async (room: string) =>
      (await database.query('select seq from pieces where room = $1', [room])).length

    test('two relays that hear nothing of each other add and merge at once: nobody’s words are overwritten', async () => {
      const [a, b] = await Promise.all([storageWith('shared'), storageWith('shared')])
      const work = async ({ list, store }: typeof a, who: string) => {
        for (let index = 0; index < 100; index++) {
          list.push([`${who} ${index}`])
          expect(await store()).toBe('stored')
        }
      }
      const merge = async () => {
        for (let index = 0; index < 40; index++) await mergePieces(database, 'shared')
      }
      await Promise.all([work(a, 'a'), work(b, 'b'), merge(), merge()])
      await mergePieces(database, 'shared')
      expect(await pieces('shared')).toBe(1)
      const cold = await storageWith('shared')
      expect(cold.list.length).toBe(200)
      expect(cold.document.getMap('never').size).toBe(0)
    })

    test('two relays that hear nothing of each other, and both write, hear of it by the database', async () => {
      const [a, b] = await Promise.all([storageWith('gap'), storageWith('gap')])
      a.list.push(['a'])
      await a.store()
      b.list.push(['b'])
      await b.store()
      for (const { storage, document } of [a, b])
        await storage.shared?.catchUp(new Map([['gap', document]]))
      expect(a.list.toArray().sort()).toEqual(['a', 'b'])
      expect(b.list.toArray()).toEqual(a.list.toArray())
    })

    test('what others have stored is read, and only what is new is added', async () => {
      const [a, b] = await Promise.all([storageWith('read'), storageWith('read')])
      a.list.push(['x'.repeat(10_000)])
      await a.store()
      const documents = new Map([['read', b.document]])
      const { found } = (await b.storage.shared?.catchUp(documents)) ?? {}
      expect(
        found?.map(({ vector }) => Y.decodeStateVector(vector).get(a.document.clientID)),
      ).toEqual([1])
      expect(b.list.toArray()).toEqual(a.list.toArray())
      expect(b.storage.shared?.hasAll('read', b.document)).toBe(true)
      b.list.delete(0, 1)
      expect(b.storage.shared?.hasAll('read', b.document)).toBe(false)
      const before = b.storage.draft('read', b.document).bytes
      expect(before - 10_000).toBeLessThan(200)
      await b.store()
      expect(b.storage.shared?.hasAll('read', b.document)).toBe(true)
      expect((await b.storage.shared?.catchUp(documents))?.found).toEqual([])
    })

    test('a piece that cannot be read is set aside, the others are served, and whoever counted on it stores it again', async () => {
      const a = await storageWith('damaged')
      for (const word of ['one', 'two', 'three']) {
        a.list.push([word])
        await a.store()
      }
      await database.query(
        `update pieces set piece = '\\x0102ff' where room = 'damaged' and seq = 3`,
      )
      const b = await storageWith('damaged')
      expect(b.list.toArray()).toEqual(['one', 'two'])
      const aside = await database.query(`select 1 from unreadable where room = 'damaged'`)
      expect(aside).toHaveLength(1)
      const caught = await a.storage.shared?.catchUp(new Map([['damaged', a.document]]))
      expect(caught?.lost).toEqual(['damaged'])
      expect(a.storage.shared?.hasAll('damaged', a.document)).toBe(false)
      await a.store()
      expect((await storageWith('damaged')).list.toArray()).toEqual(['one', 'two', 'three'])
    })

    test('a room that one relay took for empty is not given up with another’s words in it', async () => {
      const [a, b] = await Promise.all([storageWith('empty'), storageWith('empty')])
      a.list.push(['words'])
      await a.store()
      b.list.push(['gone'])
      b.list.delete(0, 1)
      await b.store()
      const later = new Date(Date.now() + 1000)
      expect(await giveUpIfEmpty(database, 'empty', later)).toBe(false)
      expect((await storageWith('empty')).list.toArray()).toEqual(['words'])
      a.list.delete(0, 1)
      await a.store()
      expect(await giveUpIfEmpty(database, 'empty', later)).toBe(true)
      // Whoever has it open still is told that it is nobody's, and stores nothing in it.
      expect((await a.storage.shared?.catchUp(new Map([['empty', a.document]])))?.gone).toEqual([
        'empty',
      ])
      a.list.push(['more'])
      expect(await a.store()).toBe('gone')
    })

    test('what a relay sent on and did not live to store is stored by whoever has it', async () => {
      const { secret } = await enroll()
      const way = await spreadOver([postgres.url])
      cleanUps.push(way.stop)
      const cuttable = postgres.url.replace(/:\d+/, `:${way.port}`)
      const options = { redis: redis.url, catchUpMs: 200 }
      const [first, second] = await Promise.all([
        relayFor({ ...options, postgres: cuttable }),
        relayFor({ ...options, postgres: postgres.url }),
      ])
      const there = (relay: typeof first) =>
        client(relay.address, 'passed-on', credentials('passed-on', secret))
      const a = there(first)
      const b = there(second)
      await until(() => a.provider.synced && b.provider.synced)
      let stored = 0
      b.provider.messageHandlers[MESSAGE_STORED] = (_encoder, decoder) => {
        const vector = Y.decodeStateVector(decoding.readVarUint8Array(decoder))
        stored = vector.get(a.doc.clientID) ?? 0
      }
      // The first relay is cut off from the database, as one is that has just died.
      way.stop()
      a.text.insert(0, 'passed on')
      await until(() => b.text.toString() === 'passed on')
      await until(() => stored === 9)
      expect(first.said('database-failed').length).toBeGreaterThan(0)
    })

    test('a secret is shown once and kept as a hash; without one nobody claims a room, and another coach’s opens none', async () => {
      const relay = await relayHere()
      const [a, b] = [await enroll(), await enroll()]
      expect(a.secret).toMatch(/^\w{27}$/)
      const dump = JSON.stringify(await database.query('select * from coaches'))
      expect(dump).not.toContain(a.secret)
      const [room, other] = [randomUUID(), randomUUID()]
      const url = `${relay.address}/${room}`
      expect(await knock(url, ['confidant.v1', 'token'])).toBe(4402)
      expect(await knock(url, credentials(room, 'correct-horse-battery-staple'))).toBe(4402)
      expect(await knock(url, credentials(room, a.secret))).toBe(101)
      // Claimed: its token is enough, and needed.
      expect(await knock(url, ['confidant.v1', `token-${room}`])).toBe(101)
      expect(await knock(url, credentials(room, b.secret, 'another'))).toBe(4403)
      expect(await knock(`${relay.address}/${other}`, credentials(room, a.secret))).toBe(4402)
    })

    test('who is revoked is out, in open rooms too, and in again with a new secret; erased is erased', async () => {
      const relay = await relayHere()
      const { name, secret } = await enroll()
      const room = randomUUID()
      const a = client(relay.address, room, credentials(room, secret))
      a.text.insert(0, 'kept')
      await until(() => relay.said('stored').length > 0)
      const closes: number[] = []
      a.provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
      expect(await operator('revoke', name)).toContain('no more')
      await until(() => closes[0] === 4402)
      a.provider.destroy()
      expect(await knock(`${relay.address}/${room}`, credentials(room, secret))).toBe(4402)
      const again = await operator('enroll', name)
      expect(await knock(`${relay.address}/${room}`, credentials(room, again))).toBe(101)
      const fresh = randomUUID()
      expect(await knock(`${relay.address}/${fresh}`, credentials(fresh, secret))).toBe(4402)
      expect(await operator('revoke', name, '--erase')).toContain('1 rooms are erased')
      expect(await pieces(room)).toBe(0)
      expect(await operator('revoke', 'nobody')).toContain('nobody is enrolled')
    })

    test('each coach has so many rooms, bytes and sockets, and another is not shut out; usage says how many', async () => {
      const relay = await relayHere()
      const { name, secret } = await enroll('--rooms', '2', '--megabytes', '1', '--sockets', '3')
      const other = await enroll()
      const [one, two, three] = [randomUUID(), randomUUID(), randomUUID()]
      expect(await knock(`${relay.address}/${one}`, credentials(one, secret))).toBe(101)
      expect(await knock(`${relay.address}/${two}`, credentials(two, secret))).toBe(101)
      expect(await knock(`${relay.address}/${three}`, credentials(three, secret))).toBe(4503)
      expect(await knock(`${relay.address}/${three}`, credentials(three, other.secret))).toBe(101)
      // The two that knocked are open still.
      const a = client(relay.address, one, credentials(one, secret))
      await until(() => a.provider.synced)
      expect(await knock(`${relay.address}/${two}`, credentials(two, secret))).toBe(4503)
      a.doc.getArray<Uint8Array>('blobs').push([new Uint8Array(2 * 1024 * 1024)])
      await until(() => relay.said('room-full').length > 0)
      a.provider.destroy()
      const [line] = (
        JSON.parse(await operator('usage', '--json')) as { name: string | null }[]
      ).filter((each) => each.name === name)
      expect(line).toMatchObject({ rooms: 2, mostRooms: 2, mostMegabytes: 1, isRevoked: false })
      expect(await operator('usage')).toContain(`${name}  2 of 2`)
    })

    test('a relay’s own disk moves into the database, with its claims; a coach takes over what has none', async () => {
      const own = await relayFor()
      const a = client(own.address, 'moved', credentials('moved', 'correct-horse-battery-staple'))
      a.text.insert(0, 'from the one box')
      await until(() => own.said('stored').length > 0)
      a.provider.destroy()
      await own.stop()
      expect(await operator('move', '--from', own.data)).toContain('1 rooms are in the database')
      expect(await operator('move', '--from', own.data)).toContain('1 rooms are in the database')
      expect(await operator('move', '--from', `${own.data}-not`)).toContain('there is no')
      const relay = await relayHere()
      expect(await knock(`${relay.address}/moved`, ['confidant.v1', 'strange'])).toBe(4403)
      const { name, secret } = await enroll()
      // Known to the relay once a claim has needed it.
      const first = randomUUID()
      expect(await knock(`${relay.address}/${first}`, credentials(first, secret))).toBe(101)
      const b = client(relay.address, 'moved', credentials('moved', secret))
      await until(() => b.text.toString() === 'from the one box')
      expect(await operator('usage')).toContain(`${name}  2 of 1000`)
    })
  },
)
