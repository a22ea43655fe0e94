/** When the folder is looked at, written and told, on a clock that the test moves. */
import { expect, test } from 'vitest'
import { changed, failed, lookNow, NO_TIMES, planFolder, type SeenFolder } from './folder-plan'

const RESTING: SeenFolder = { busy: false, reached: true, waits: false, tells: false }
const TICK_MS = 250

const createWorld = () => {
  let timing = NO_TIMES
  let now = 100_000
  const steps: string[] = []
  return {
    steps: () => steps.splice(0),
    edit: () => {
      timing = changed(timing, now)
    },
    fail: () => {
      timing = failed(timing, now)
    },
    lookNow: () => {
      timing = lookNow(timing)
    },
    /** `seen` may follow from the time that has passed. */
    pass: (ms: number, seen: Partial<SeenFolder> = {}, each: () => void = () => undefined) => {
      for (const until = now + ms; now < until; now += TICK_MS) {
        each()
        const planned = planFolder(timing, { ...RESTING, ...seen }, now)
        timing = planned.timing
        if (planned.step !== undefined) steps.push(planned.step)
      }
    },
  }
}

test('the folder is looked at first, and then every five seconds', () => {
  const world = createWorld()
  world.pass(TICK_MS, { waits: true })
  expect(world.steps()).toEqual(['look'])
  world.pass(14_500)
  expect(world.steps()).toEqual(['look', 'look'])
})

test('what changed is written in a pause of two seconds', () => {
  const world = createWorld()
  world.pass(TICK_MS)
  world.edit()
  world.steps()
  world.pass(1750, { waits: true })
  expect(world.steps()).toEqual([])
  world.pass(500, { waits: true })
  expect(world.steps()).toContain('write')
})

test('whoever types on is written every ten seconds at the latest', () => {
  const world = createWorld()
  world.pass(TICK_MS)
  world.steps()
  world.pass(9500, { waits: true }, world.edit)
  expect(world.steps()).not.toContain('write')
  world.pass(1000, { waits: true }, world.edit)
  expect(world.steps()).toContain('write')
})

test('nothing is written into a folder that was not reached, nor at once again after a failure', () => {
  const world = createWorld()
  world.pass(20_000, { waits: true, reached: false })
  expect(new Set(world.steps())).toEqual(new Set(['look']))
  world.fail()
  world.pass(4750, { waits: true })
  expect(world.steps()).not.toContain('write')
  world.pass(1000, { waits: true })
  expect(world.steps()).toContain('write')
})

test('while something is under way nothing else is begun; “Look now” is done first', () => {
  const world = createWorld()
  world.pass(30_000, { busy: true, waits: true, tells: true })
  expect(world.steps()).toEqual([])
  world.pass(TICK_MS)
  world.steps()
  world.lookNow()
  world.pass(TICK_MS, { waits: true })
  expect(world.steps()).toEqual(['look'])
})

test('what was read is told a second later', () => {
  const world = createWorld()
  world.pass(TICK_MS)
  world.steps()
  world.pass(1000, { tells: true })
  expect(world.steps()).toEqual([])
  world.pass(TICK_MS, { tells: true })
  expect(world.steps()).toEqual(['tell'])
})
