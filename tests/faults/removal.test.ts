/** A laptop is removed: the others follow, it gets nothing more, and nothing that anybody wrote is lost. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { destroyKey } from '../../shared/crdt/vault-record'
import { BLOBS } from '../../shared/envelope/foreign'
import { nameDevice } from '../../shared/model/caseload/device'
import { noteLaptop, readSuccessions, writeSuccessions } from '../../shared/model/caseload/laptop'
import { epochOf } from '../../shared/vault/epochs'
import { deriveRoom, deriveVaultRecord } from '../../shared/vault/keys'
import { deriveLaptopKeys, newSeed, proofOf } from '../../shared/vault/laptop-keys'
import { createSealer } from '../../shared/vault/seal'
import { pass, passing, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { createWorld, idOf, type TestLaptop } from './removal-laptops'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const LONG = 400_000

const worldOf = async (...names: readonly string[]) => {
  const world = await createWorld(names)
  const record = await world.meet()
  return { ...world, record }
}

const stateOf = (at: TestLaptop, of: TestLaptop) =>
  at.standing().laptops.find(({ id }) => id === of.id)?.state
const until = async (holds: () => boolean): Promise<void> => {
  await passUntil(holds, LONG)
  expect(holds()).toBe(true)
}
/** Hears of a removal and follows it. */
const followed = async (laptop: TestLaptop): Promise<void> => {
  await until(() => laptop.standing().standing.kind === 'follow')
  expect(await laptop.follow()).toBe('followed')
}
const epochAt = (laptop: TestLaptop, record: string): number =>
  epochOf(laptop.session().headOf(record)?.generation ?? 0)

test('the others follow, what is written goes on to them, and the removed laptop gets none of it', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home, lost] = [world.get('clinic'), world.get('home'), world.get('lost')]
  await clinic.write(world.record, 'before')
  await until(() => lost.titles().length === 1 && home.titles().length === 1)

  await clinic.remove('lost')
  await followed(home)
  await until(() => lost.standing().standing.kind === 'removed')
  expect(lost.standing().standing).toMatchObject({ by: clinic.id })

  await clinic.write(world.record, 'after')
  await until(() => home.titles().includes('after'))
  expect(home.titles()).toEqual(['after', 'before'])
  expect(lost.titles()).toEqual(['before'])
  expect(epochAt(home, world.record)).toBe(clinic.session().ring.epoch)
  expect(stateOf(clinic, lost)).toBe('removed')
  await until(() => stateOf(clinic, home) === 'here')
  await world.end()
})

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
  await pass(70_000)
  await home.unlock()
  await followed(home)
  expect(home.session().ring.epoch).toBe(clinic.session().ring.epoch)
  await world.end()
})

test('a laptop that was offline brings what it wrote meanwhile', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  await home.unlock({ online: false })
  await home.write(world.record, 'on the train')
  const own = await passing(home.session().addMentee({ name: 'Luis' }))
  await clinic.remove('lost')
  await clinic.write(world.record, 'at the clinic')
  home.goOnline()
  await followed(home)
  await until(() => home.titles().length === 2 && clinic.titles().length === 2)
  expect(clinic.titles()).toEqual(['at the clinic', 'on the train'])
  await until(() => clinic.standing().records[own ?? '']?.mentee.name === 'Luis')
  expect(epochAt(clinic, own ?? '')).toBe(home.session().ring.epoch)
  await world.end()
})

test('a laptop that was away for two removals follows both at its next unlock', async () => {
  const world = await worldOf('clinic', 'home', 'away', 'lost', 'sold')
  const [clinic, home, away] = [world.get('clinic'), world.get('home'), world.get('away')]
  await away.lock()
  await clinic.remove('lost')
  await followed(home)
  await until(() => stateOf(home, clinic) === 'here')
  await home.write(world.record, 'between')
  await home.remove('sold')
  await followed(clinic)
  await clinic.write(world.record, 'afterwards')
  // Until both announcements are where it looks first.
  await pass(90_000)
  await away.unlock({ online: false })
  await away.write(world.record, 'a year ago')
  away.goOnline()
  await followed(away)
  await until(() => away.standing().standing.kind === 'current' && away.titles().length === 3)
  await until(() => clinic.titles().length === 3)
  expect(away.session().ring.epoch).toBe(clinic.session().ring.epoch)
  expect(away.session().ring.former).toHaveLength(2)
  expect(home.titles()).toEqual(['a year ago', 'afterwards', 'between'])
  await world.end()
})

test('two laptops that remove the same one, apart, end in one epoch with what both wrote', async () => {
  const world = await worldOf('clinic', 'home', 'away', 'lost')
  const [clinic, home, away] = [world.get('clinic'), world.get('home'), world.get('away')]
  for (const one of [clinic, home]) {
    await one.lock()
    await one.unlock({ online: false })
  }
  await clinic.remove('lost')
  await home.remove('lost')
  await clinic.write(world.record, 'clinic')
  await home.write(world.record, 'home')
  clinic.goOnline()
  home.goOnline()
  const epochs = [clinic.session().ring.epoch, home.session().ring.epoch]
  expect(epochs[0]).not.toBe(epochs[1])
  const [winner, loser] = (epochs[0] ?? 0) > (epochs[1] ?? 0) ? [clinic, home] : [home, clinic]
  await followed(loser)
  await followed(away)
  for (const one of [clinic, home, away])
    await until(
      () => one.standing().standing.kind === 'current' && one.titles().join() === 'clinic,home',
    )
  expect(winner.session().ring.epoch).toBe(Math.max(...epochs))
  expect(loser.session().ring.epoch).toBe(Math.max(...epochs))
  expect(away.session().ring.epoch).toBe(Math.max(...epochs))
  await world.end()
})

test('two that remove each other each go on; a third takes neither, asks, and goes with the one that is chosen', async () => {
  const world = await worldOf('clinic', 'lost', 'home')
  const [clinic, lost, home] = [world.get('clinic'), world.get('lost'), world.get('home')]
  await home.lock()
  await clinic.lock()
  await clinic.unlock({ online: false })
  await lost.remove('clinic')
  await clinic.remove('lost')
  clinic.goOnline()
  await pass(90_000)
  await home.unlock()
  await until(() => home.standing().standing.kind === 'torn')
  const torn = home.standing().standing
  if (torn.kind !== 'torn') throw new Error('not torn')
  expect(torn.between.map(({ by }) => by).sort()).toEqual([clinic.id, lost.id].sort())
  expect(epochAt(home, world.record)).toBe(0)
  await pass(60_000)
  expect(clinic.standing().standing.kind).toBe('current')
  expect(lost.standing().standing.kind).toBe('current')

  const mine = torn.between.find(({ by }) => by === clinic.id)
  await passing(home.session().laptops.choose(mine?.epoch ?? 0))
  await followed(home)
  await clinic.write(world.record, 'ours')
  await until(() => home.titles().includes('ours'))
  expect(home.session().ring.epoch).toBe(clinic.session().ring.epoch)
  await pass(60_000)
  expect(home.standing().standing.kind).toBe('current')
  expect(lost.titles()).toEqual([])
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

test('a mentee who is erased stays erased when a laptop follows that still had the record', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  await clinic.remove('lost')
  await passing(clinic.session().runOnVault(destroyKey, world.record))
  await passing(clinic.session().whenCleared())
  await home.unlock({ online: false })
  await home.write(world.record, 'too late')
  home.goOnline()
  await followed(home)
  await until(() => home.standing().records[world.record] === undefined)
  await passing(home.session().whenCleared())
  expect(home.disk.folder.has(world.record)).toBe(false)
  expect(clinic.standing().records[world.record]).toBeUndefined()
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
