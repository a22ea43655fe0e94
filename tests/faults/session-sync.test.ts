/** One thing that goes wrong at a time, where a session meets the relay and other laptops. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { notes } from '../../shared/model/record/note'
import { startSync } from '../../src-renderer/sync/sync'
import { createFakeRelay } from './fake-relay'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { newDisk, openLaptop } from './laptop'
import { device, open, vault } from './open-session'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('failures while records are opened for the sync use up none of its places: it comes to rest', async () => {
  vi.stubGlobal('WebSocket', createFakeRelay(() => 'well').Socket)
  let failing = false
  const { session, mentee } = await open(newDisk(), (call) =>
    failing && call === 'heads.get' ? { fault: 'reject', late: 0 } : undefined,
  )
  for (let number = 0; number < 8; number++) await mentee(`M ${number}`)
  failing = true
  const sync = startSync(session, 'ws://relay.invalid')
  await pass(20_000)
  expect(sync.status.getState().state).not.toBe('synced')
  failing = false
  const took = await passUntil(() => sync.status.getState().state === 'synced', 6 * 60_000)
  expect(took).toBeLessThan(6 * 60_000)
  expect(session.model.getState().waiting).toBe(0)
  sync.destroy()
  await passing(session.close())
})

test('a mentee whom the vault lists and the relay has not got is still to arrive: never “synced”', async () => {
  const relay = createFakeRelay(() => 'well')
  vi.stubGlobal('WebSocket', relay.Socket)
  const { session, mentee } = await open()
  await mentee('Amara')
  const sync = startSync(session, 'ws://relay.invalid')
  await passUntil(() => sync.status.getState().state === 'synced', 60_000)
  expect(sync.status.getState().state).toBe('synced')
  sync.destroy()
  // A relay that lost the mentee's room and kept the vault's.
  const [vaultRoom] = [...relay.rooms].sort(([, a], [, b]) =>
    a.getArray('blobs').length > b.getArray('blobs').length ? -1 : 1,
  )
  const rooms = [...relay.rooms.keys()]
  const phone = await passing(openLaptop(newDisk(), vault(), { device: 'p'.repeat(22) }))
  for (const room of rooms) if (room !== vaultRoom?.[0]) relay.rooms.delete(room)
  const phoneSync = startSync(phone!.session, 'ws://relay.invalid')
  await passUntil(() => phoneSync.status.getState().missing > 0, 30_000)
  await pass(30_000)
  expect(phoneSync.status.getState()).toMatchObject({ state: 'awaiting', missing: 1 })
  // The first laptop comes back, and with it the mentee, without anybody editing anything.
  const back = startSync(session, 'ws://relay.invalid')
  const took = await passUntil(() => phoneSync.status.getState().state === 'synced', 60_000)
  expect(took).toBeLessThan(60_000)
  expect(
    Object.values(phone!.session.model.getState().records).map((one) => one.mentee.name),
  ).toEqual(['Amara'])
  back.destroy()
  phoneSync.destroy()
})

test('what a copy of this laptop has written is told as news, from this laptop before', async () => {
  const relay = createFakeRelay(() => 'well')
  vi.stubGlobal('WebSocket', relay.Socket)
  const { session, mentee } = await open()
  const amara = await mentee('Amara')
  const sync = startSync(session, 'ws://relay.invalid')
  await passUntil(() => sync.status.getState().state === 'synced', 60_000)
  // The clone: another disk, the same id.
  const clone = await passing(openLaptop(newDisk(), vault(), { device }))
  const cloneSync = startSync(clone!.session, 'ws://relay.invalid')
  await passUntil(() => cloneSync.status.getState().state === 'synced', 60_000)
  session.dismissIncoming()
  await passing(
    clone!.session.run(amara, (doc) => notes.add(doc, { title: 'from the clone' }), undefined),
  )
  await pass(20_000)
  sync.destroy()
  const again = startSync(session, 'ws://relay.invalid')
  await passUntil(() => session.model.getState().incoming.length > 0, 60_000)
  expect(session.model.getState().incoming).toMatchObject([{ kind: 'notes', device }])
  again.destroy()
  cloneSync.destroy()
})
