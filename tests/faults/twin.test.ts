/** A laptop whose disk was copied: two laptops go by one id, notice it, and one of them takes an id of its own. */
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { readDevices } from '../../shared/model/caseload/device'
import { notes } from '../../shared/model/record/note'
import { finishNewDeviceId, takeNewDeviceId } from '../../src-main/disk/device-id'
import { openProfile } from '../../src-main/disk/profile'
import { createSealedFolder } from '../../src-main/disk/sealed-folder'
import { startSync } from '../../src-renderer/sync/sync'
import { startTestRelay, until } from '../relay/relay-process'
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

const vault = await newVault()
const device = 'd'.repeat(22)

test('two runs under one id see each other, and agree on which of them takes another', {
  retry: 1,
}, async () => {
  const relay = await startTestRelay()
  const laptops = [
    await openLaptop(newDisk(), vault(), { device, name: 'clinic' }),
    await openLaptop(newDisk(), vault(), { device, name: 'clinic' }),
  ]
  const [a, b] = laptops.map(({ session }) => ({
    session,
    sync: startSync(session, relay.address),
  }))
  const amara = await a!.session.addMentee({ name: 'Amara' })
  const twinOf = (one: typeof a) => one?.sync.status.getState().twin ?? null
  await until(
    () =>
      b!.session.keyOf(amara) !== undefined &&
      b!.session.model.getState().records[amara] !== undefined,
  )
  // Whoever edits says so; so each hears of the other more than once.
  for (let edit = 0; twinOf(a) === null || twinOf(b) === null; edit++) {
    for (const { session } of [a!, b!])
      await session.run(amara, (doc) => notes.add(doc, { title: `${edit}` }), undefined)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(edit).toBeLessThan(30)
  }
  expect([twinOf(a), twinOf(b)].sort()).toEqual(['other', 'this'])
  for (const one of [a!, b!]) {
    one.sync.destroy()
    await one.session.close()
  }
  await relay.stop()
})

test('a run that follows on another of the same laptop is no twin', async () => {
  const relay = await startTestRelay()
  const disk = newDisk()
  const first = await openLaptop(disk, vault(), { device })
  const other = await openLaptop(newDisk(), vault(), { device: 'o'.repeat(22) })
  const otherSync = startSync(other.session, relay.address)
  const firstSync = startSync(first.session, relay.address)
  const amara = await first.session.addMentee({ name: 'Amara' })
  await until(() => other.session.model.getState().records[amara] !== undefined)
  firstSync.destroy()
  await first.session.close()
  const second = await openLaptop(disk, vault(), { device })
  const secondSync = startSync(second.session, relay.address)
  for (let edit = 0; edit < 6; edit++) {
    for (const { session } of [second, other])
      await session.run(amara, (doc) => notes.add(doc, { title: `${edit}` }), undefined)
    await new Promise((resolve) => setTimeout(resolve, 350))
  }
  for (const sync of [secondSync, otherSync]) expect(sync.status.getState().twin).toBeNull()
  secondSync.destroy()
  otherSync.destroy()
  await second.session.close()
  await other.session.close()
  await relay.stop()
})

test('the new id takes the laptop’s part of the sealed folder along, also when it is killed in between', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'confidant-twin-'))
  const profile = openProfile(directory)
  const before = profile.get().deviceId
  const folder = createSealedFolder(join(directory, 'sealed'), before)
  await folder.writeHeader('the header')
  await folder.append('r'.repeat(22), [new Uint8Array([1, 2, 3])])
  profile.set({ hasTwin: true })
  await takeNewDeviceId(profile, folder)
  const after = profile.get().deviceId
  expect(after).not.toBe(before)
  expect(profile.get().hasTwin).toBe(false)
  expect(await readdir(join(directory, 'sealed'))).toEqual([after])
  expect(await folder.readHeader()).toBe('the header')
  await folder.append('r'.repeat(22), [new Uint8Array([4])])
  expect((await folder.read('r'.repeat(22))).blobs).toHaveLength(2)

  // Killed after the id was written and before the folder was moved.
  profile.set({ formerDeviceId: after, deviceId: 'n'.repeat(22) })
  const restarted = openProfile(directory)
  await finishNewDeviceId(directory, restarted)
  const again = createSealedFolder(join(directory, 'sealed'), restarted.get().deviceId)
  expect(await again.readHeader()).toBe('the header')
})

test('a laptop that takes an id of its own is listed under a name of its own', async () => {
  const disk = newDisk()
  const first = await openLaptop(disk, vault(), { device, name: 'clinic' })
  await first.session.close()
  const second = await openLaptop(disk, vault(), { device: 'n'.repeat(22), name: 'clinic' })
  const names = await second.session.use(second.session.vaultRecordId, async ({ doc }) =>
    readDevices(doc),
  )
  expect(names).toEqual({ [device]: 'clinic', ['n'.repeat(22)]: 'clinic 2' })
  await second.session.close()
})
