/** Watching laptops of a world (removal-laptops.ts): what one says of another, and following what it hears of. */
import { expect } from 'vitest'
import { epochOf } from '../../shared/vault/epochs'
import { pass, passUntil } from './fake-time'
import type { Faults } from './laptop'
import { createWorld, type TestLaptop } from './removal-laptops'

const LONG = 400_000

export const worldOf = async (...names: readonly string[]) => {
  const world = await createWorld(names)
  const record = await world.meet()
  return { ...world, record }
}

export const stateOf = (at: TestLaptop, of: Pick<TestLaptop, 'id'>) =>
  at.standing().laptops.find(({ id }) => id === of.id)?.state
export const until = async (holds: () => boolean, most = LONG): Promise<void> => {
  await passUntil(holds, most)
  expect(holds()).toBe(true)
}
/** Hears of a removal and follows it. */
export const followed = async (laptop: TestLaptop): Promise<void> => {
  await until(() => laptop.standing().standing.kind === 'follow')
  expect(await laptop.follow()).toBe('followed')
}
/** All who stay follow whatever they hear of, and end in one epoch; those who were removed have its key no more. */
export const agreedWithout = async (
  staying: readonly TestLaptop[],
  removed: readonly TestLaptop[],
): Promise<void> => {
  const isAgreed = (): boolean =>
    staying.every(({ standing, session }) => {
      const { kind } = standing().standing
      return kind === 'current' && session().ring.epoch === staying[0]?.session().ring.epoch
    })
  const isOut = (): boolean => removed.every((one) => one.standing().standing.kind === 'removed')
  for (let minute = 0; minute < 10 && !(isAgreed() && isOut()); minute++) {
    await pass(60_000)
    for (const one of [...staying, ...removed])
      if (one.standing().standing.kind === 'follow') await one.follow()
  }
  expect(isAgreed()).toBe(true)
  expect(removed.map((one) => one.standing().standing.kind)).toEqual(removed.map(() => 'removed'))
  for (const at of staying)
    for (const of of removed) {
      expect(stateOf(at, of)).toBe('removed')
      expect(of.session().ring.keys.has(at.session().ring.epoch)).toBe(false)
    }
}
export const epochAt = (laptop: TestLaptop, record: string): number =>
  epochOf(laptop.session().headOf(record)?.generation ?? 0)

/** Everything stops at the n-th call to the disk from when it is armed: before it is carried out, or right after. */
export const stopAt = (n: number, fault: 'hang' | 'hang-after') => {
  let armed = false
  let calls = 0
  const faults: Faults = () => {
    if (!armed) return undefined
    calls++
    return calls < n ? undefined : { fault: calls === n ? fault : 'hang', late: 0 }
  }
  return {
    faults,
    calls: () => calls,
    arm: () => {
      armed = true
    },
    disarm: () => {
      armed = false
    },
  }
}
