/** When records are visited, helped along and let go of (plan.ts, visit.ts), on a clock that the tests move. */
import { expect, test } from 'vitest'
import { AWAY, createWorld, seenOf, TICK_MS, VAULT, visiting } from '../../tests/steps/plan-world'
import {
  heardOf,
  INITIAL,
  notOpened,
  opened,
  pinned,
  plan,
  unpinned,
  visited,
  wentForward,
  written,
} from './plan'

test('once the vault’s room is synced all records are visited, and again every five minutes', () => {
  const world = createWorld(['amara', 'luis'])
  world.look(VAULT, { wire: AWAY })
  world.pass(10_000)
  expect(world.steps()).toEqual(['visit vault'])
  world.look(VAULT, {})
  world.pass(1000)
  expect(world.steps()).toEqual(expect.arrayContaining(['visit amara', 'visit luis']))
  world.pass(5 * 60_000 - 1000)
  expect(world.steps()).not.toContain('visit amara')
  world.pass(1000)
  expect(world.steps()).toEqual(expect.arrayContaining(['visit amara', 'visit luis']))
})

test('what is due is visited, and nothing else; and nothing before it is known', () => {
  const listed = Array.from({ length: 300 }, (_, number) => `record ${number}`)
  let due: readonly string[] | undefined
  const world = createWorld(listed, [], () => due)
  world.pass(3000)
  expect(world.steps()).toEqual(['visit vault', 'tend vault', 'rest vault'])
  expect(world.state().sweptSince).toBeUndefined()
  due = []
  world.pass(60_000)
  expect(world.steps()).toEqual([])
  due = ['record 7']
  world.look(VAULT, { wire: AWAY })
  world.pass(1000)
  world.look(VAULT, {})
  world.pass(5000)
  expect(world.steps().filter((step) => step.startsWith('visit'))).toEqual(['visit record 7'])
})

test('a new connection of the vault’s room sweeps anew', () => {
  const world = createWorld(['amara'])
  world.pass(10_000)
  world.steps()
  world.look(VAULT, { wire: AWAY })
  world.pass(1000)
  world.look(VAULT, {})
  world.pass(1000)
  expect(world.steps()).toContain('visit amara')
})

test('six records are visited at once, and the next as soon as one has come to rest', () => {
  const world = createWorld(['1', '2', '3', '4', '5', '6', '7', '8'])
  for (let record = 1; record <= 8; record++)
    world.look(`${record}`, { waiting: 1, wire: { confirmed: false } })
  world.pass(3000)
  expect(world.steps().filter((step) => step.startsWith('visit'))).toHaveLength(7)
  world.look('3', {})
  world.pass(2 * TICK_MS)
  expect(world.steps()).toEqual(expect.arrayContaining(['end 3', 'visit 7']))
  expect(world.state().visits.has('8')).toBe(false)
})

test('records that are still being opened take a place each', () => {
  const listed = ['1', '2', '3', '4', '5', '6', '7']
  const seen = {
    vault: VAULT,
    listed,
    missing: [],
    due: () => listed,
    visits: new Map([[VAULT, seenOf(VAULT, {})]]),
  }
  const visitsOf = ({ steps }: ReturnType<typeof plan>) =>
    steps.flatMap((step) => (step.do === 'visit' ? [step.record] : []))
  const first = plan(opened(INITIAL, VAULT, 0), seen, 250)
  expect(visitsOf(first)).toEqual(['1', '2', '3', '4', '5', '6'])
  const second = plan(first.state, seen, 500)
  expect(visitsOf(second)).toEqual([])
  expect(visitsOf(plan(notOpened(second.state, '1'), seen, 750))).toEqual(['7'])
})

test('a record that a screen shows takes none of the six places, and stays until no screen shows it', () => {
  const world = createWorld(['1', '2', '3', '4', '5', '6'])
  for (let record = 1; record <= 6; record++)
    world.look(`${record}`, { wire: { confirmed: false } })
  world.change((state) => pinned(pinned(state, 'shown'), 'shown'))
  world.pass(5000)
  expect([...world.state().visits.keys()].sort()).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    'shown',
    VAULT,
  ])
  world.change((state) => unpinned(state, 'shown'))
  world.pass(5000)
  expect(world.state().visits.has('shown')).toBe(true)
  world.change((state) => unpinned(state, 'shown'))
  world.pass(TICK_MS)
  expect(world.state().visits.has('shown')).toBe(false)
})

test('a record at rest stays for a second and a half, to answer for what it sent', () => {
  const world = createWorld(['amara'])
  world.pass(500)
  const from = world.times('visit amara')[0] ?? 0
  world.pass(5000)
  const [until = 0] = world.times('end amara')
  expect(until - from).toBeGreaterThan(1500)
  expect(until - from).toBeLessThanOrEqual(1500 + 2 * TICK_MS)
})

test('a visit that does not connect ends after twenty seconds; the vault’s never does', () => {
  const world = createWorld(['amara'])
  world.look('amara', { wire: AWAY })
  world.pass(500)
  const from = world.times('visit amara')[0] ?? 0
  world.look(VAULT, { wire: AWAY })
  world.pass(60_000)
  const steps = world.times('end amara')
  expect(steps[0]).toBe(from + 20_000 + TICK_MS)
  expect(world.state().visits.has(VAULT)).toBe(true)
})

test('the vault’s room is tried every five seconds for as long as it does not open', () => {
  const world = createWorld()
  world.opens = false
  world.pass(16_000)
  expect(world.times('visit vault')).toEqual([250, 5500, 10_750, 16_000])
})

test('a mentee of whom nothing has arrived is asked for every fifteen seconds', () => {
  const world = createWorld([], ['amara'])
  world.pass(40_000)
  const times = world.times('visit amara')
  expect(times).toHaveLength(3)
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBe(15_000 + TICK_MS)
})

test('a hint brings a visit at once; during a visit it brings another one after it', () => {
  const world = createWorld()
  world.pass(1000)
  world.change((state) => heardOf(state, 'amara'))
  world.pass(TICK_MS)
  expect(world.steps()).toContain('visit amara')
  world.change((state) => heardOf(state, 'amara'))
  world.pass(4000)
  expect(world.steps().filter((step) => /^(end|visit)/.test(step))).toEqual([
    'end amara',
    'visit amara',
    'end amara',
  ])
})

test('what is written here is sent by a visit, and a visit that is under way notes when', () => {
  const world = createWorld()
  world.pass(1000)
  world.change((state) => written(state, 'amara', world.now()))
  world.pass(TICK_MS)
  expect(world.steps()).toContain('visit amara')
  world.change((state) => written(state, 'amara', world.now()))
  expect(world.state().visits.get('amara')?.lastPush).toBe(world.now())
  expect(world.state().queue.size).toBe(0)
})

test('a rest is told, and told again after something went either way; not over while a hint waits', () => {
  const world = visiting()
  world.pass(2000)
  expect(world.steps().filter((step) => step === 'rest amara')).toHaveLength(1)
  world.change((state) => written(state, 'amara', world.now()))
  world.pass(2000)
  expect(world.steps()).toEqual(['rest amara'])
  world.change((state) => wentForward(state, 'amara', world.now()))
  world.pass(2000)
  expect(world.steps()).toEqual(['rest amara'])
  const over = (isOver: boolean) => expect.objectContaining({ do: 'rest', record: 'amara', isOver })
  const seen = {
    vault: VAULT,
    listed: [],
    missing: [],
    due: () => [],
    visits: new Map([['amara', seenOf('amara', {})]]),
  }
  const visit = opened(INITIAL, 'amara', 0)
  expect(plan(visit, seen, 250).steps).toContainEqual(over(true))
  expect(plan(heardOf(visit, 'amara'), seen, 250).steps).toContainEqual(over(false))
})

test('what the relay has stored is noted once at a time', () => {
  const world = visiting({ waiting: 2 })
  world.pass(TICK_MS)
  expect(world.steps()).toContain('confirm amara')
  world.pass(2000)
  expect(world.steps()).not.toContain('confirm amara')
  world.change((state) => visited(state, 'amara', (visit) => ({ ...visit, confirming: false })))
  world.pass(TICK_MS)
  expect(world.steps()).toContain('confirm amara')
})

test('nothing is confirmed of what is not stored here yet', () => {
  const world = visiting({ waiting: 2, saved: false })
  world.pass(2000)
  expect(world.steps()).not.toContain('confirm amara')
})

test('a server that does not say what it has stored is believed a second after the last word was sent', () => {
  const world = visiting({ waiting: 1, wire: { confirms: false } })
  world.pass(500)
  world.change((state) => written(state, 'amara', world.now()))
  const from = world.now()
  world.pass(3000)
  expect(world.times('confirm amara')).toEqual([from + 1000 + TICK_MS])
})

test('a visit that gets nowhere is connected anew after 8, 16 and then 32 seconds', () => {
  const world = visiting({ wire: { agrees: false } })
  world.pass(130_000)
  const times = world.times('reconnect amara')
  const waits = times.map((at, index) => at - (times[index - 1] ?? world.since))
  expect(waits.slice(0, 4)).toEqual([8000, 16_000, 32_000, 32_000].map((wait) => wait + TICK_MS))
})

test('something that came in begins the waits anew', () => {
  const world = visiting({ wire: { agrees: false } })
  world.pass(7000)
  world.change((state) =>
    visited(state, 'amara', (visit) => ({ ...visit, progressAt: world.now() })),
  )
  world.pass(7000)
  expect(world.steps()).not.toContain('reconnect amara')
  world.pass(2000)
  expect(world.steps()).toContain('reconnect amara')
})
