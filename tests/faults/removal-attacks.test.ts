/** A removed laptop gets nothing more, and whoever has it cannot keep the others from going on without it. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { BLOBS } from '../../shared/envelope/foreign'
import { nameDevice } from '../../shared/model/caseload/device'
import { noteLaptop, readSuccessions, writeSuccessions } from '../../shared/model/caseload/laptop'
import { firstGeneration } from '../../shared/vault/epochs'
import { deriveRoom, deriveVaultRecord } from '../../shared/vault/keys'
import { deriveLaptopKeys, newSeed, proofOf } from '../../shared/vault/laptop-keys'
import { createSealer } from '../../shared/vault/seal'
import { sayIn } from '../../src-renderer/sync/old-rooms/announcing'
import { openWire } from '../../src-renderer/sync/wire'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { idOf } from './removal-laptops'
import { followed, stateOf, until, worldOf } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

test('with the key that it had, the removed laptop opens nothing that was sealed since', async () => {
  const world = await worldOf('clinic', 'lost')
  const clinic = world.get('clinic')
  const before = new Set(world.relay.blobs().map(String))
  const { vaultKey } = world.vault()
  await clinic.remove('lost')
  await clinic.write(world.record, 'after')
  await until(() => clinic.standing().waiting === 0)
  const fresh = world.relay.blobs().filter((blob) => !before.has(String(blob)))
  expect(fresh.length).toBeGreaterThan(2)
  // It knows the record's random key, and everything that follows from the vault's.
  const { id, key } = deriveVaultRecord(vaultKey)
  const randomKey = clinic.session().keyOf(world.record) ?? new Uint8Array()
  const sealers = [createSealer(key, id), createSealer(randomKey, world.record)]
  const opened = fresh.filter((blob) => sealers.some((sealer) => sealer.open(blob).ok))
  // The announcement itself, which it may read.
  for (const blob of opened) expect(blob.length).toBeLessThan(2000)
  expect(opened.length).toBeLessThan(3)
  for (const blob of [...(clinic.disk.folder.get(world.record) ?? [])])
    expect(sealers.some((sealer) => sealer.open(blob).ok)).toBe(false)
  await world.end()
})

test('what the removed laptop still writes is not taken, and is counted', async () => {
  const world = await worldOf('clinic', 'lost')
  const [clinic, lost] = [world.get('clinic'), world.get('lost')]
  await lost.lock()
  await clinic.remove('lost')
  await until(
    () => clinic.standing().standing.kind === 'current' && clinic.standing().waiting === 0,
  )
  // The app would stop at hearing of it; whoever has the laptop sends it all the same.
  await lost.unlock({ online: false })
  for (const name of ['one', 'two', 'three'])
    await passing(lost.session().runOnVault(nameDevice, { id: lost.id, name }))
  const vaultRecord = lost.session().vaultRecordId
  const written = await passing(
    lost.session().use(vaultRecord, async ({ envelope }) => Y.encodeStateAsUpdate(envelope.doc)),
  )
  const { room } = deriveRoom(world.vault().vaultKey, vaultRecord, 0)
  Y.applyUpdate(world.relay.shownTo('clinic.invalid', room), written ?? new Uint8Array())
  await until(() => clinic.standing().refused[lost.id] !== undefined)
  expect(clinic.standing().refused).toEqual({ [lost.id]: 3 })
  expect(clinic.standing().vault.devices[lost.id]).toBe('lost')
  await world.end()
})

test('a removed laptop that deletes the announcement does not keep the others from it', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home, lost] = [world.get('clinic'), world.get('home'), world.get('lost')]
  await home.lock()
  await clinic.remove('lost')
  await until(() => lost.standing().standing.kind === 'removed')
  const { room } = deriveRoom(world.vault().vaultKey, clinic.session().vaultRecordId, 0)
  const before = world.relay.shownTo('clinic.invalid', room).getArray(BLOBS).length
  // In the record, and by emptying the room.
  await passing(
    lost.session().runOnVault((vault: Y.Doc) => vault.getMap('successions').clear(), undefined),
  )
  const shown = world.relay.shownTo('clinic.invalid', room).getArray(BLOBS)
  shown.delete(0, shown.length)
  const gone = Y.encodeStateAsUpdate(world.relay.shownTo('clinic.invalid', room))
  Y.applyUpdate(world.relay.shownTo('home.invalid', room), gone)
  expect(before).toBeGreaterThan(0)
  // As it runs here it would put back what it hears.
  lost.crash()
  // One round of the rooms in which it is announced.
  await pass(150_000)
  // Nobody is there who could say it.
  clinic.goOffline()
  await home.unlock()
  await followed(home)
  expect(home.session().ring.epoch).toBe(clinic.session().ring.epoch)
  await world.end()
})

test('a removed laptop that says in the old room where the vault went on moves nobody there', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home, lost] = [world.get('clinic'), world.get('home'), world.get('lost')]
  // Somebody is still to follow, so that the others are in the old room.
  await home.lock()
  await clinic.remove('lost')
  await until(() => lost.standing().standing.kind === 'removed')
  const { ring, vaultRecordId } = lost.session()
  const [access, key] = [ring.room(vaultRecordId, 0), ring.vaultRecordKey(0)]
  if (access === undefined || key === undefined) throw new Error('it has the key of that room')
  const went = () => clinic.session().headOf(vaultRecordId)?.generation
  const before = went()
  const wire = openWire('ws://lost.invalid', access, Y.encodeStateAsUpdate(new Y.Doc()), {
    received: () => undefined,
    progressed: () => undefined,
    changed: () => undefined,
  })
  // The epoch's number stands in the announcement.
  const movedTo = firstGeneration(clinic.session().ring.epoch) + 9
  sayIn(wire.provider.awareness, { successions: [], movedTo }, key)
  await pass(5 * 60_000)
  expect(went()).toBe(before)
  wire.destroy()
  await world.end()
})

test('a laptop that a removed one lists in the old room is given no key', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  await clinic.remove('lost')
  await home.unlock({ online: false })
  const planted = idOf('planted')
  const { box, sign } = deriveLaptopKeys(newSeed())
  // As it comes to a laptop that has not heard yet, proven by the key that the removed one had.
  await passing(
    home.session().runOnVault(noteLaptop, {
      id: planted,
      box,
      sign,
      system: '',
      seen: '2026-11-24',
      proof: proofOf(world.vault().vaultKey, planted, { box, sign }),
    }),
  )
  expect(home.standing().laptops.find(({ id }) => id === planted)?.state).toBe('here')
  home.goOnline()
  await followed(home)
  await until(() => stateOf(home, clinic) === 'here')
  for (const one of [clinic, home])
    await until(() => one.standing().laptops.find(({ id }) => id === planted)?.state === 'keyless')
  await passing(home.session().laptops.remove([idOf('nobody')]))
  const next = home.standing().standing
  expect(next.kind === 'follow' && Object.keys(next.steps[0]?.boxes ?? {}).sort()).toEqual(
    [clinic.id, home.id].sort(),
  )
  await world.end()
})

test('a laptop that has heard of a removal sends nothing more to where the removed one reads', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await clinic.remove('lost')
  await until(() => home.standing().standing.kind === 'follow')
  await pass(2000)
  const { room } = deriveRoom(world.vault().vaultKey, world.record, 0)
  const before = Y.encodeStateVector(world.relay.shownTo('home.invalid', room))
  await home.write(world.record, 'meanwhile')
  await pass(60_000)
  expect(Y.encodeStateVector(world.relay.shownTo('home.invalid', room))).toEqual(before)
  await followed(home)
  await until(() => clinic.titles().includes('meanwhile'))
  await world.end()
})

describe('announcements that count for nothing', () => {
  const planted = async (change: (one: object) => object) => {
    const world = await worldOf('clinic', 'home', 'lost')
    const [clinic, home] = [world.get('clinic'), world.get('home')]
    await clinic.lock()
    await clinic.unlock({ online: false })
    await passing(clinic.session().laptops.remove([idOf('lost')]))
    const [one] =
      (await passing(
        clinic
          .session()
          .use(clinic.session().vaultRecordId, async ({ doc }) => readSuccessions(doc)),
      )) ?? []
    if (one === undefined) throw new Error('no announcement')
    const other = change(one) as typeof one
    await passing(home.session().runOnVault(writeSuccessions, [other]))
    await pass(2000)
    const { kind } = home.standing().standing
    await world.end()
    return kind
  }
  test('one that is as it was made is heard', async () => {
    expect(await planted((one) => one)).toBe('follow')
  })
  test('one that removes another laptop than was signed', async () => {
    expect(await planted((one) => ({ ...one, removed: [idOf('away')] }))).toBe('current')
  })
  test('one that says another laptop made it', async () => {
    expect(await planted((one) => ({ ...one, by: idOf('home') }))).toBe('current')
  })
})

test('a laptop without keys of its own is left out, and says so', async () => {
  const world = await worldOf('clinic', 'old', 'lost')
  const [clinic, old] = [world.get('clinic'), world.get('old')]
  // As 0.3 has it: a name and nothing else.
  await passing(
    clinic
      .session()
      .runOnVault((vault: Y.Doc) => vault.getMap('laptops').delete(old.id), undefined),
  )
  await until(() => stateOf(clinic, old) === 'keyless')
  await clinic.remove('lost')
  await until(() => old.standing().standing.kind === 'left-out')
  expect(stateOf(clinic, old)).toBe('keyless')
  await world.end()
})
