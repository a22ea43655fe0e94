/** A removal that is cut off at any step goes on at the next unlock, and nothing that was acknowledged is gone. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { epochOf } from '../../shared/vault/epochs'
import { pass, passUntil, startFakeTime, stopFakeTime } from './fake-time'
import { createWorld, idOf } from './removal-laptops'
import { stopAt } from './removal-steps'

beforeEach(startFakeTime)
afterEach(stopFakeTime)

const removing = async (n: number, fault: 'hang' | 'hang-after') => {
  const world = await createWorld(['clinic', 'lost'])
  const record = await world.meet()
  const clinic = world.get('clinic')
  await clinic.write(record, 'before')
  await world.get('lost').lock()
  await clinic.lock()
  const stop = stopAt(n, fault)
  await clinic.unlock({ online: false, faults: stop.faults })
  stop.arm()
  await clinic.remove('lost')
  await pass(3000)
  if (clinic.isOpen()) clinic.crash()
  stop.disarm()
  await clinic.unlock({ online: false })
  expect(clinic.standing().standing.kind).toBe('current')
  // Cut off before it was announced: the coach does it again.
  if (clinic.session().ring.epoch === 0) await clinic.remove('lost')
  const { epoch } = clinic.session().ring
  expect(epoch).toBeGreaterThan(0)
  await passUntil(() => clinic.standing().moving === undefined, 10_000)
  await clinic.write(record, 'after')
  await clinic.lock()
  await clinic.unlock({ online: false })
  await passUntil(() => clinic.titles().length === 2, 10_000)
  expect(clinic.titles()).toEqual(['after', 'before'])
  expect(clinic.standing().unread).toEqual([])
  expect(epochOf(clinic.session().headOf(record)?.generation ?? 0)).toBe(epoch)
  expect(clinic.standing().laptops.find(({ id }) => id === idOf('lost'))?.state).toBe('removed')
  // And it goes on with the others in that epoch.
  clinic.goOnline()
  await passUntil(() => clinic.standing().waiting === 0, 60_000)
  expect(clinic.standing().waiting).toBe(0)
  await world.end()
  return stop.calls()
}

test.each(['hang', 'hang-after'] as const)('at each call to the disk (%s)', async (fault) => {
  const all = await removing(Number.POSITIVE_INFINITY, fault)
  expect(all).toBeGreaterThan(20)
  for (let n = 1; n <= all; n++) await removing(n, fault)
})
