/** Erasing on a disk that is full just then: it is carried out once there is space, without a restart. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { setSettings } from '../../shared/model/caseload/caseload'
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

test('what another laptop writes in the same moment does not keep the keys on the disk', async () => {
  const world = await worldOf('clinic', 'home')
  const clinic = world.get('clinic')
  await clinic.lock()
  const kept: Promise<unknown>[] = []
  let tries = 0
  let isErased = false
  await clinic.unlock({
    faults: (call) => {
      if (call === 'folder.keepOwn') tries++
      // While the vault's keys are taken out, and while it is written anew.
      if (isErased && /^folder\.(append|replace)$/.test(call) && kept.length < 4)
        kept.push(clinic.session().runOnVault(setSettings, { retentionYears: kept.length + 2 }))
      return undefined
    },
  })
  isErased = true
  await passing(clinic.session().runOnVault(destroyKey, world.record))
  await pass(2000)
  expect(kept).toHaveLength(4)
  expect(tries).toBe(1)
  expect(await passing(clinic.session().whenCleared())).toEqual({ cleared: true })
  await world.end()
})
