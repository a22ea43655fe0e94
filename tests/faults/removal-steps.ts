/** Watching laptops of a world (removal-laptops.ts): what one says of another, and following what it hears of. */
import { expect } from 'vitest'
import { epochOf } from '../../shared/vault/epochs'
import { passUntil } from './fake-time'
import { createWorld, type TestLaptop } from './removal-laptops'

const LONG = 400_000

export const worldOf = async (...names: readonly string[]) => {
  const world = await createWorld(names)
  const record = await world.meet()
  return { ...world, record }
}

export const stateOf = (at: TestLaptop, of: Pick<TestLaptop, 'id'>) =>
  at.standing().laptops.find(({ id }) => id === of.id)?.state
export const until = async (holds: () => boolean): Promise<void> => {
  await passUntil(holds, LONG)
  expect(holds()).toBe(true)
}
/** Hears of a removal and follows it. */
export const followed = async (laptop: TestLaptop): Promise<void> => {
  await until(() => laptop.standing().standing.kind === 'follow')
  expect(await laptop.follow()).toBe('followed')
}
export const epochAt = (laptop: TestLaptop, record: string): number =>
  epochOf(laptop.session().headOf(record)?.generation ?? 0)
