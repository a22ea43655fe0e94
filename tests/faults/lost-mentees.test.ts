/** Mentees whom only a removed laptop had: the others know that nothing will arrive, and only then. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyKey } from '../../shared/crdt/vault-record'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { followed, until, worldOf } from './removal-steps'
import { type Passing, passAll } from './two-faced-relay'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

/** The others hear that Luis is listed, and get nothing of him. */
const listedOnly = async () => {
  const world = await worldOf('clinic', 'home', 'lost')
  const [clinic, home, lost] = [world.get('clinic'), world.get('home'), world.get('lost')]
  const { ring, vaultRecordId, headOf } = lost.session()
  const vaultRoom = ring.room(vaultRecordId, headOf(vaultRecordId)?.generation ?? 0)?.room
  const passVaultOnly: Passing = (update, room, shown) => {
    if (room === `/${vaultRoom}`) passAll(update, room, shown)
  }
  world.relay.turn(passVaultOnly)
  const luis = (await passing(lost.session().addMentee({ name: 'Luis' }))) ?? ''
  await until(() => [clinic, home].every((one) => one.status().relay?.missing === 1))
  return { world, clinic, home, lost, luis }
}

test('is said once all who stay have followed the removal, and taken off all lists by one of them', async () => {
  const { world, clinic, home, lost, luis } = await listedOnly()
  await lost.lock()
  world.relay.turn(passAll)
  await pass(120_000)
  // It is somebody's who may come back.
  expect([clinic, home].map((one) => one.lostMentees())).toEqual([[], []])

  await home.lock()
  await clinic.remove('lost')
  await pass(120_000)
  // Home may have got something before.
  expect(clinic.lostMentees()).toEqual([])
  expect(clinic.status().relay).toMatchObject({ state: 'awaiting', missing: 1 })

  await home.unlock()
  await followed(home)
  await until(() => [clinic, home].every((one) => one.lostMentees()[0] === luis))
  await passing(clinic.session().runOnVault(destroyKey, luis))
  await until(() => [clinic, home].every((one) => one.status().relay?.state === 'synced'))
  expect([clinic, home].map((one) => one.lostMentees())).toEqual([[], []])
  await world.end()
})

test('is not said of a mentee whom a laptop that stays has and has not sent', async () => {
  const { world, clinic, home, lost, luis } = await listedOnly()
  world.relay.turn(passAll)
  await until(() => home.standing().records[luis] !== undefined)
  await lost.lock()
  await until(() => clinic.standing().records[luis] !== undefined)
  await clinic.remove('lost')
  await followed(home)
  for (let minute = 0; minute < 5; minute++) {
    await pass(60_000)
    expect([clinic, home].map((one) => one.lostMentees())).toEqual([[], []])
  }
  await world.end()
})
