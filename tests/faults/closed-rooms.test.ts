/** A relay that does not take everything: what is said of it must never be that all is synced. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { notes } from '../../shared/model/record/note'
import { WIRE_PROTOCOL } from '../../shared/relay/wire'
import { deriveRoom } from '../../shared/vault/keys'
import { startSync } from '../../src-renderer/sync/sync'
import { startTestRelay, stockClient, until } from '../relay/relay-process'
import { newDisk, newVault, openLaptop } from './laptop'

beforeAll(() => {
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })
  vi.stubGlobal('WebSocket', WebSocket)
})
afterAll(() => {
  vi.unstubAllGlobals()
})
const cleanUps: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const SECRET = 'correct-horse-battery-staple'
const vault = await newVault()

const laptopWith = async (names: readonly string[]) => {
  const { session } = await openLaptop(newDisk(), vault())
  cleanUps.push(() => session.close())
  const ids: string[] = []
  for (const name of names) ids.push(await session.addMentee({ name }))
  /** Everything that is said, from the start. */
  const connect = (relay: string) => {
    const sync = startSync(session, relay)
    cleanUps.push(sync.destroy)
    const states: string[] = []
    sync.status.subscribe(({ state }) => states.push(state))
    return { states, now: () => sync.status.getState() }
  }
  return { session, ids, connect }
}

const relayWith = async (options: Parameters<typeof startTestRelay>[0]) => {
  const relay = await startTestRelay(options)
  cleanUps.push(relay.stop)
  return relay
}

test('a stranger who holds one mentee’s room: said, and never “synced”; the others are sent', async () => {
  const relay = await relayWith({})
  const { session, ids, connect } = await laptopWith(['Amara', 'Ben'])
  const [amara = '', ben = ''] = ids
  const stranger = stockClient(relay.address, deriveRoom(vault().vaultKey, amara, 0).room, [
    WIRE_PROTOCOL,
    'theirs',
  ])
  cleanUps.push(() => stranger.provider.destroy())
  await until(() => stranger.provider.synced)
  const { states, now } = connect(relay.address)
  await until(() => now().state === 'refused')
  expect(now()).toMatchObject({ problem: 'refused', refused: 1, lastSynced: null })
  expect(session.headOf(ben)?.waiting).toBe(0)
  // What is written about Amara waits, and nothing is under way for it.
  await session.run(amara, (doc) => notes.add(doc, { title: 'one more' }), undefined)
  await until(() => states.at(-1) === 'refused' && (session.headOf(amara)?.waiting ?? 0) > 0)
  expect(states).not.toContain('synced')
})

test('a relay that asks for a secret: nothing is sent without it, and everything with it', async () => {
  const relay = await relayWith({ secret: SECRET })
  const { connect } = await laptopWith(['Amara'])
  const without = connect(relay.address)
  await until(() => without.now().problem === 'needs-secret')
  expect(without.now()).toMatchObject({ state: 'refused', refused: 0 })
  expect(without.states).not.toContain('synced')
  const withIt = connect(`${relay.address}/#${SECRET}`)
  await until(() => withIt.now().state === 'synced')
  expect(withIt.now()).toMatchObject({ problem: null, refused: 0 })
})

test('a relay without room for a mentee: said, and tried again', async () => {
  const relay = await relayWith({ maxRooms: 1 })
  const { connect } = await laptopWith(['Amara'])
  const { states, now } = connect(relay.address)
  await until(() => now().state === 'refused')
  expect(now()).toMatchObject({ problem: 'full', refused: 1 })
  expect(states).not.toContain('synced')
})
