/** Two laptops over a relay say what they have (src-renderer/sync/agreed), and each knows what the other has. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { nameDevice } from '../../shared/model/caseload/device'
import { readHoldings } from '../../shared/model/caseload/holding'
import { goals } from '../../shared/model/record/goal'
import { startSync } from '../../src-renderer/sync/sync'
import { createFakeRelay, type RelayMood } from './fake-relay'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { newDisk, openLaptop } from './laptop'
import { device, open, vault } from './open-session'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const HOME = device
const CLINIC = 'c'.repeat(22)
const MINUTE_MS = 60_000

const both = async () => {
  const relay: { mood: RelayMood } = { mood: 'well' }
  vi.stubGlobal('WebSocket', createFakeRelay(() => relay.mood).Socket)
  const { session: home, mentee } = await open()
  const record = await mentee('Amara')
  const opened = await passing(openLaptop(newDisk(), vault(), { device: CLINIC }))
  if (opened === undefined) throw new Error('the vault does not open')
  const clinic = opened.session
  const syncs = {
    home: startSync(home, 'ws://relay.invalid'),
    clinic: startSync(clinic, 'ws://relay.invalid'),
  }
  const at = (which: 'home' | 'clinic') => syncs[which].agreement.getState()
  const isAgreed = () => [at('home'), at('clinic')].every((one) => one.laptops[0]?.state === 'all')
  expect(await passUntil(isAgreed, 4 * MINUTE_MS)).toBeLessThan(4 * MINUTE_MS)
  const write = (title: string, session = home) =>
    passing(session.run(record, (doc: Y.Doc) => goals.add(doc, { title }), undefined))
  const end = async () => {
    for (const sync of Object.values(syncs)) sync.destroy()
    await passing(home.close())
    await passing(clinic.close())
  }
  return { home, clinic, relay, syncs, at, isAgreed, write, end }
}

test('both come to know that they have the same, and since when; at rest nobody says it again', async () => {
  const { home, at, end } = await both()
  await passUntil(() => at('home').agreedAt !== '' && at('clinic').agreedAt !== '', 2 * MINUTE_MS)
  expect(at('home').laptops).toMatchObject([
    { device: CLINIC, state: 'all', missing: 0, lacking: 0 },
  ])
  expect(at('clinic').laptops).toMatchObject([{ device: HOME, state: 'all' }])
  const apart = Date.parse(at('home').agreedAt) - Date.parse(at('clinic').agreedAt)
  expect(Math.abs(apart)).toBeLessThan(2 * MINUTE_MS)
  const said = (vault: Y.Doc) => JSON.stringify(readHoldings(vault))
  const before = await passing(home.use(home.vaultRecordId, async ({ doc }) => said(doc)))
  await pass(3 * MINUTE_MS)
  expect(await passing(home.use(home.vaultRecordId, async ({ doc }) => said(doc)))).toBe(before)
  await end()
})

test('what is written while the other one is away is known to be missing there, and until when it has everything', async () => {
  const { clinic, syncs, at, write, isAgreed, end } = await both()
  await passUntil(() => at('home').agreedAt !== '', 2 * MINUTE_MS)
  const agreed = at('home').agreedAt
  syncs.clinic.destroy()
  await pass(MINUTE_MS)
  await write('First')
  await write('Second')
  await pass(2 * MINUTE_MS)
  const [there] = at('home').laptops
  expect(there).toMatchObject({ state: 'part', missing: 2, lacking: 0 })
  expect(there?.upTo.slice(0, 10)).toBe('2026-11-24')
  expect(Date.parse(there?.upTo ?? '')).toBeLessThanOrEqual(Date.now() - 3 * MINUTE_MS)
  expect(at('home').agreedAt).toBe(agreed)
  syncs.clinic = startSync(clinic, 'ws://relay.invalid')
  expect(await passUntil(isAgreed, 4 * MINUTE_MS)).toBeLessThan(4 * MINUTE_MS)
  await passUntil(() => at('home').agreedAt > agreed, 2 * MINUTE_MS)
  expect(at('home').agreedAt > agreed).toBe(true)
  await end()
})

test('a change of the caseload itself counts as any other', async () => {
  const { home, syncs, at, end } = await both()
  syncs.clinic.destroy()
  await passing(home.runOnVault(nameDevice, { id: HOME, name: 'At home' }))
  await pass(MINUTE_MS)
  expect(at('home').laptops[0]?.state).toBe('part')
  await end()
})

test('with no way to the others nothing is said: it would be one more change that waits', async () => {
  const { home, relay, syncs, at, write, end } = await both()
  syncs.home.destroy()
  relay.mood = 'deaf'
  syncs.home = startSync(home, 'ws://relay.invalid')
  await write('Offline')
  await pass(2 * MINUTE_MS)
  expect(at('home').laptops[0]).toMatchObject({ state: 'part', missing: 1 })
  expect(home.model.getState().waiting).toBe(1)
  await end()
})

test('one that says nothing is said to say nothing, and nothing is called agreed', async () => {
  const { home, at, end } = await both()
  await passing(home.runOnVault(nameDevice, { id: 'old', name: 'Old laptop' }))
  await pass(2 * MINUTE_MS)
  const old = at('home').laptops.find((one) => one.device === 'old')
  expect(old).toMatchObject({ state: 'silent', upTo: '' })
  await end()
})
