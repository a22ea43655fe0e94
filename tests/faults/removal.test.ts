/** A laptop is removed: the others follow, and nothing that anybody wrote is lost. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { agreedWithout, epochAt, followed, stateOf, until, worldOf } from './removal-steps'
import { keepBack, passAll, poison } from './two-faced-relay'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

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

test('a laptop whose vault record had left its room, because a relay had spoilt that, hears of the removal all the same', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  await home.unlock({ online: false })
  // Where it went cannot be read in the room that it left: so it is nowhere said.
  const { vaultRecordId } = home.session()
  for (const generation of [1, 2])
    await passing(home.session().use(vaultRecordId, ({ moveTo }) => moveTo(generation)))
  await home.write(world.record, 'from home')
  await clinic.remove('lost')
  home.goOnline()
  await followed(home)
  await until(() => clinic.titles().includes('from home'))
  await world.end()
})

test('a laptop that never heard where the vault record went on hears of the removal all the same', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  await clinic.lock()
  await clinic.unlock({ online: false })
  const { vaultRecordId } = clinic.session()
  for (const generation of [1, 2, 3, 4, 5])
    await passing(clinic.session().use(vaultRecordId, ({ moveTo }) => moveTo(generation)))
  await clinic.write(world.record, 'from clinic')
  await clinic.remove('lost')
  clinic.goOnline()
  await home.unlock()
  await followed(home)
  await until(() => home.titles().includes('from clinic'))
  await world.end()
})

test('a laptop that was away hears of the removal although a relay has spoilt every room in which it was announced', async () => {
  const world = await worldOf('clinic', 'home', 'desk', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  world.relay.turn(poison)
  await clinic.remove('lost')
  await followed(world.get('desk'))
  // Each announces it in the room and in three later ones, and finds those of the other spoilt.
  await pass(3 * 60_000)
  world.relay.turn(passAll)
  await home.unlock()
  await until(() => home.standing().standing.kind === 'follow', 20 * 60_000)
  await world.end()
})

test('who is there hears of the removal although the relay passes on nothing of what is stored', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  world.relay.turn(keepBack)
  await world.get('clinic').remove('lost')
  await until(() => world.get('home').standing().standing.kind === 'follow')
  await until(() => world.get('lost').standing().standing.kind === 'removed')
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

test('a removal that a full disk keeps from being carried out is carried out once there is space, without a restart', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const clinic = world.get('clinic')
  await clinic.lock()
  let isFull = false
  await clinic.unlock({
    faults: (call) =>
      isFull && /^(folder|header|database)\./.test(call) ? { fault: 'reject', late: 0 } : undefined,
  })
  isFull = true
  await clinic.remove('lost')
  await pass(5000)
  expect(clinic.session().ring.epoch).toBe(0)
  isFull = false
  await pass(5000)
  expect(clinic.standing().standing.kind).toBe('follow')
  expect(await clinic.follow()).toBe('followed')
  expect(clinic.standing().standing.kind).toBe('current')
  expect(clinic.session().ring.epoch).toBeGreaterThan(0)
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

test('two that remove two laptops, apart, end in one epoch without either', async () => {
  const world = await worldOf('clinic', 'home', 'away', 'lost', 'stolen')
  const [clinic, home, away] = [world.get('clinic'), world.get('home'), world.get('away')]
  for (const one of [clinic, home]) {
    await one.lock()
    await one.unlock({ online: false })
  }
  await clinic.remove('lost')
  await home.remove('stolen')
  clinic.goOnline()
  home.goOnline()
  await agreedWithout([clinic, home, away], [world.get('lost'), world.get('stolen')])
  await world.end()
})

test('two that remove two laptops, apart, hear of each other although the relay passes on nothing of what is stored', async () => {
  const world = await worldOf('clinic', 'home', 'lost', 'stolen')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  for (const one of [clinic, home]) {
    await one.lock()
    await one.unlock({ online: false })
  }
  await clinic.remove('lost')
  await home.remove('stolen')
  world.relay.turn(keepBack)
  clinic.goOnline()
  home.goOnline()
  const [loser] = [clinic, home].sort((a, b) => a.session().ring.epoch - b.session().ring.epoch)
  await followed(loser as typeof clinic)
  world.relay.becomeHonest()
  await agreedWithout([clinic, home], [world.get('lost'), world.get('stolen')])
  await world.end()
})

test('a laptop that removes another one while it is removed is removed, and nobody is asked', async () => {
  const world = await worldOf('clinic', 'lost', 'home', 'old')
  const [clinic, lost, home] = [world.get('clinic'), world.get('lost'), world.get('home')]
  await clinic.lock()
  await clinic.unlock({ online: false })
  await clinic.remove('lost')
  // It did not hear of that, and whoever follows it has not, either.
  await lost.remove('old')
  await followed(home)
  await home.write(world.record, 'home')
  clinic.goOnline()
  await followed(home)
  // Whoever had followed it removes the other one again.
  await agreedWithout([clinic, home], [lost, world.get('old')])
  await until(() => clinic.titles().includes('home'))
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

test('a mentee who is added while another laptop is still to follow is synced as any other', async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.lock()
  await clinic.remove('lost')
  const luis = (await passing(clinic.session().addMentee({ name: 'Luis' }))) ?? ''
  await clinic.write(luis, 'after the removal')
  await until(() => clinic.standing().waiting === 0)
  await home.unlock()
  await followed(home)
  await until(() => home.titles().includes('after the removal'))
  await until(() => home.standing().waiting === 0)
  await world.end()
})
