/** Erasing on a disk that is full just then: it is carried out once there is space, without a restart. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { inDatabase } from './laptop'
import { until, worldOf } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('a file that another program holds costs no new blobs of the vault, however often it is tried', async () => {
  const world = await worldOf('clinic', 'home')
  const clinic = world.get('clinic')
  await clinic.lock()
  let isHeld = true
  let writtenAnew = 0
  let tries = 0
  await clinic.unlock({
    faults: (call) => {
      if (call === 'folder.keepOwn') writtenAnew++
      if (call === 'folder.erase') tries++
      return isHeld && call === 'folder.erase' ? { fault: 'reject', late: 0 } : undefined
    },
  })
  await passing(clinic.session().runOnVault(destroyKey, world.record))
  await pass(5000)
  expect(await passing(clinic.session().whenCleared())).toEqual({ cleared: false })
  await pass(200_000)
  expect(tries).toBeGreaterThan(2)
  expect(writtenAnew).toBe(1)
  isHeld = false
  await pass(400_000)
  expect(await passing(clinic.session().whenCleared())).toEqual({ cleared: true })
  await world.end()
})

test('a mentee who is erased while the disk is full is cleared away once there is space, and nothing waits', async () => {
  const world = await worldOf('clinic', 'home')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await clinic.lock()
  let isFull = false
  await clinic.unlock({
    faults: (call) =>
      isFull && /^(folder|database)\./.test(call) ? { fault: 'reject', late: 0 } : undefined,
  })
  await clinic.write(world.record, 'before')
  await until(() => home.titles().includes('before'))
  isFull = true
  clinic.write(world.record, 'while it is full').catch(() => undefined)
  await pass(2000)
  await passing(clinic.session().runOnVault(destroyKey, world.record))
  await pass(5000)
  expect(await passing(clinic.session().whenCleared())).toEqual({ cleared: false })
  isFull = false
  await until(() => clinic.status().relay?.state === 'synced' && clinic.standing().waiting === 0)
  expect(await passing(clinic.session().whenCleared())).toEqual({ cleared: true })
  const rows = await passing(
    inDatabase(clinic.disk, (database) =>
      Promise.all(database.tables.map((table) => table.toCollection().primaryKeys())),
    ),
  )
  expect(JSON.stringify(rows)).not.toContain(world.record)
  expect(home.standing().records[world.record]).toBeUndefined()
  await world.end()
})

test('what the others write in the same moment does not keep the keys on the disk', async () => {
  const names = ['clinic', 'home', 'desk', 'ward']
  const world = await worldOf(...names)
  const all = names.map(world.get)
  // All learn of it at once, and each writes its vault anew.
  await passing(world.get('clinic').session().runOnVault(destroyKey, world.record))
  await pass(5000)
  for (const one of all)
    expect(await passing(one.session().whenCleared())).toEqual({ cleared: true })
  await world.end()
})
