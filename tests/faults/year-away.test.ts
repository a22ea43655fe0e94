/**
 * A laptop that lies in a drawer for a year. Meanwhile the others write every month, go on in fresh rooms, remove two
 * laptops, add one mentee and erase another. It comes back with what it wrote offline before.
 */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { destroyKey, raiseGeneration } from '../../shared/crdt/vault-record'
import { epochOf } from '../../shared/vault/epochs'
import { pass, passing, startFakeTime, stopFakeTime } from './fake-time'
import { DAY_MS, later } from './kept-history'
import { createLossyFolder } from './lossy-folder'
import { createWorld, type TestLaptop } from './removal-laptops'
import { followed, until } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const NAMES = ['clinic', 'home', 'away', 'lost', 'sold'] as const
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

const addMentee = async (at: TestLaptop, name: string): Promise<string> => {
  const record = await passing(at.session().addMentee({ name }))
  if (record === undefined) throw new Error('no mentee')
  return record
}
const hasAll = (at: TestLaptop, titles: readonly string[]): boolean =>
  titles.every((title) => at.titles().includes(title))

/** The record goes on in a fresh room with a fresh envelope, as one does that has grown too old. */
const begunAnew = async ({ session }: TestLaptop, record: string): Promise<void> => {
  const entry = session()
    .entries()
    .find(({ id }) => id === record)
  if (entry === undefined) throw new Error('no such record')
  const generation = (session().headOf(record)?.generation ?? 0) + 1
  await passing(session().runOnVault(raiseGeneration, { ...entry, generation }))
  await passing(session().use(record, ({ moveTo }) => moveTo(generation)))
}

const aYear = async (
  clinic: TestLaptop,
  home: TestLaptop,
  { record, erased }: { readonly record: string; readonly erased: string },
): Promise<readonly string[]> => {
  const written: string[] = []
  for (const month of MONTHS) {
    later(30 * DAY_MS)
    for (const one of [clinic, home]) {
      await one.lock()
      await one.unlock()
      written.push(`${one.name} in month ${month}`)
      await one.write(record, `${one.name} in month ${month}`)
    }
    if (month === 2 || month === 7) await begunAnew(clinic, record)
    if (month === 3) await clinic.remove('lost')
    if (month === 6) await home.remove('sold')
    if (month === 3) await followed(home)
    if (month === 6) await followed(clinic)
    if (month === 8) await passing(clinic.session().runOnVault(destroyKey, erased))
    await until(() => hasAll(clinic, written) && hasAll(home, written))
  }
  return written
}

test.each(['a relay', 'a folder'])(
  'a year away from %s: both sides have everything of both, and who was erased stays erased',
  async (over) => {
    const world = await createWorld(
      NAMES,
      over === 'a folder' ? createLossyFolder(() => 1) : undefined,
    )
    const record = await world.meet()
    const [clinic, home, away] = [world.get('clinic'), world.get('home'), world.get('away')]
    const erased = await addMentee(clinic, 'Luis')
    await until(() => [home, away].every((one) => one.standing().records[erased] !== undefined))
    for (const name of ['lost', 'sold']) await world.get(name).lock()
    away.goOffline()
    await away.write(record, 'in the plane')
    await away.write(erased, 'of one who is erased')
    const onlyThere = await addMentee(away, 'Wei, met in the plane')
    await away.write(onlyThere, 'first words')
    await away.lock()

    const written = await aYear(clinic, home, { record, erased })

    await away.unlock({ online: false })
    await away.write(record, 'in the drawer')
    away.goOnline()
    await followed(away)
    await until(() => away.standing().standing.kind === 'follow' || hasAll(away, written))
    // It may have heard of the second removal after the first.
    if (away.standing().standing.kind === 'follow') await followed(away)
    await until(() => away.standing().standing.kind === 'current' && hasAll(away, written))
    const own = ['in the plane', 'in the drawer', 'first words']
    await until(() => [clinic, home].every((one) => hasAll(one, own)))
    await until(() => [clinic, home, away].every((one) => one.standing().waiting === 0))
    await pass(5000)
    for (const one of [clinic, home, away]) {
      expect(one.titles()).toEqual([...own, ...written].sort())
      expect(one.standing().records[erased]).toBeUndefined()
      expect(one.session().keyOf(erased)).toBeUndefined()
      expect(one.standing().unread).toEqual([])
      expect(epochOf(one.session().headOf(record)?.generation ?? 0)).toBe(
        clinic.session().ring.epoch,
      )
    }
    expect(away.session().ring.epoch).toBe(clinic.session().ring.epoch)
    await world.end()
  },
)
