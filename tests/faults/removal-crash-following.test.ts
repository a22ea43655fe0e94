/** A laptop that is ended in the midst of following somebody else's removal goes on at the next unlock. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { pass, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { createWorld, idOf } from './removal-laptops'
import { epochAt, stopAt, until } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const following = async (n: number, fault: 'hang' | 'hang-after'): Promise<number> => {
  const world = await createWorld(['clinic', 'home', 'lost'])
  const record = await world.meet()
  const [clinic, home] = [world.get('clinic'), world.get('home')]
  await home.write(record, 'before')
  await until(() => clinic.titles().length === 1)
  await world.get('lost').lock()
  await home.lock()
  await clinic.remove('lost')
  await clinic.write(record, 'after')
  const stop = stopAt(n, fault)
  await home.unlock({ online: false, follows: false, faults: stop.faults })
  // It has this, and nobody else does, when it hears of the removal.
  await home.write(record, 'on the train')
  home.goOnline()
  await until(() => home.standing().standing.kind === 'follow')
  stop.arm()
  await home.follow()
  await pass(3000)
  if (home.isOpen()) home.crash()
  stop.disarm()
  // At the unlock the passphrase is at hand.
  await home.unlock()
  await passUntil(() => home.standing().standing.kind !== 'current', 5000)
  if (home.standing().standing.kind === 'follow') await home.follow()
  const { epoch } = clinic.session().ring
  await until(() => home.session().ring.epoch === epoch && home.standing().moving === undefined)
  await until(() => home.titles().length === 3 && clinic.titles().length === 3)
  for (const one of [clinic, home]) {
    expect(one.titles()).toEqual(['after', 'before', 'on the train'])
    expect(one.standing().unread).toEqual([])
    expect(epochAt(one, record)).toBe(epoch)
    expect(one.standing().laptops.find(({ id }) => id === idOf('lost'))?.state).toBe('removed')
  }
  await world.end()
  return stop.calls()
}

test.each(['hang', 'hang-after'] as const)(
  'at each call to the disk of a laptop that follows (%s)',
  async (fault) => {
    const all = await following(Number.POSITIVE_INFINITY, fault)
    expect(all).toBeGreaterThan(10)
    for (let n = 1; n <= all; n++) await following(n, fault)
  },
)
