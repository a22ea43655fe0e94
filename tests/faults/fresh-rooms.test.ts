/** Two laptops that went on in fresh rooms while neither heard of the other. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { raiseGeneration } from '../../shared/crdt/vault-record'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { HOST, type Open, open } from './relay-laptop'
import { createTwoFacedRelay } from './two-faced-relay'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const goOn = async ({ session }: Open, record: string, generation: number): Promise<void> => {
  const entry = session.entries().find(({ id }) => id === record)
  if (entry === undefined) throw new Error('no such record')
  await passing(session.runOnVault(raiseGeneration, { ...entry, generation }))
  await passing(session.use(record, ({ moveTo }) => moveTo(generation)))
}

test('one of them farther than the other: whichever number the vault record kept, both end in one room', async () => {
  // Of two numbers that are written at the same time the one of the greater client stays, and clients are drawn: six times.
  for (let round = 0; round < 6; round++) {
    const [far, near] =
      round % 2 === 0 ? (['clinic', 'home'] as const) : (['home', 'clinic'] as const)
    const relay = createTwoFacedRelay([HOST])
    vi.stubGlobal('WebSocket', relay.Socket)
    const laptops = { clinic: await open('clinic'), home: await open('home') }
    const { clinic, home } = laptops
    await passing(clinic.session.addMentee({ name: 'Amara' }))
    await clinic.synced()
    await home.synced()
    const record = clinic.session.entries()[0]?.id ?? ''
    for (const one of [clinic, home]) one.leave()
    await goOn(laptops[near], record, 1)
    await goOn(laptops[far], record, 1)
    await goOn(laptops[far], record, 2)
    await clinic.write(record, 'at the clinic')
    await home.write(record, 'at home')
    // Never there together: nobody is told by a hint that something is missing.
    for (const one of [clinic, home, clinic, home, clinic, home]) {
      one.come()
      await one.synced()
      await pass(1500)
      one.leave()
    }
    const both = 'at home,at the clinic'
    expect([clinic.titles().join(), home.titles().join()]).toEqual([both, both])
    for (const one of [clinic, home]) await one.end()
  }
})

test('where the room of the vault record says nothing of it, the others hear where that goes on, together and apart', async () => {
  for (const areTogether of [true, false]) {
    const relay = createTwoFacedRelay([HOST])
    vi.stubGlobal('WebSocket', relay.Socket)
    const [clinic, home] = [await open('clinic'), await open('home')]
    await passing(clinic.session.addMentee({ name: 'Amara' }))
    await clinic.synced()
    await home.synced()
    const record = clinic.session.entries()[0]?.id ?? ''
    for (const one of [clinic, home]) one.leave()
    // As after a relay that has kept back what was said of it.
    await passing(clinic.session.use(clinic.session.vaultRecordId, ({ moveTo }) => moveTo(2)))
    await clinic.write(record, 'at the clinic')
    await home.write(record, 'at home')
    clinic.come()
    if (areTogether) home.come()
    // The rooms that were left are looked after every five minutes.
    await pass(7 * 60_000)
    if (!areTogether) {
      clinic.leave()
      home.come()
      await pass(60_000)
    }
    expect(home.session.headOf(home.session.vaultRecordId)?.generation).toBe(2)
    clinic.come()
    await passing(Promise.all([clinic.synced(), home.synced()]))
    await pass(5000)
    expect([clinic.titles().join(), home.titles().join()]).toEqual(
      Array(2).fill('at home,at the clinic'),
    )
    for (const one of [clinic, home]) await one.end()
  }
})
