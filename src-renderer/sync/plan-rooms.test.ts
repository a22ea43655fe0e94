/** When a record leaves its room for a fresh one, or stays away from one that is closed (plan.ts, visit.ts). */
import { expect, test } from 'vitest'
import { CLOSE_FULL } from '../../shared/relay/wire'
import { AWAY, createWorld, TICK_MS, visiting } from '../../tests/steps/plan-world'
import { ended, heardOf, opened, pinned, visited } from './plan'
import { MOST_UNREAD_BYTES } from './visit'

test('updates that wait for others for more than 18 seconds: the record goes on in a fresh envelope', () => {
  const world = visiting({ wire: { stuck: true, agrees: false } })
  world.pass(19_000)
  // Since the first look at it, which comes a tick after it is opened.
  expect(world.times('move amara')).toEqual([world.since + 18_000 + 2 * TICK_MS])
})

test('an exchange is asked for once, when updates begin to wait', () => {
  const world = visiting()
  world.look('amara', { wire: { stuck: true, agrees: false } })
  world.pass(5000)
  expect(world.steps().filter((step) => step === 'exchange amara')).toHaveLength(1)
})

test('a wait that ended in between begins anew', () => {
  const world = visiting({ wire: { stuck: true, agrees: false } })
  world.pass(15_000)
  world.look('amara', {})
  world.pass(TICK_MS)
  world.look('amara', { wire: { stuck: true, agrees: false } })
  world.pass(15_000)
  expect(world.steps()).not.toContain('move amara')
})

test('changes that should have arrived are asked for after 4 seconds, and left for after 20 if they were told of', () => {
  const world = visiting({ lacks: true, told: true })
  world.pass(3500)
  expect(world.steps()).not.toContain('ask amara')
  world.pass(1000)
  expect(world.steps()).toContain('ask amara')
  world.pass(20_000)
  expect(world.times('move amara')).toEqual([world.since + 20_000 + 2 * TICK_MS])
})

test('what nobody has told of in this session is waited for 20 seconds, and then holds nothing up', () => {
  const world = visiting({ lacks: true })
  world.pass(19_000)
  expect(world.state().visits.get('amara')?.idleSince).toBeUndefined()
  world.pass(2000)
  expect(world.state().visits.get('amara')?.idleSince).toBeDefined()
  expect(world.steps()).not.toContain('move amara')
})

test('an envelope with too many editing sessions in it is left at once, and one move is made at a time', () => {
  const world = createWorld()
  world.pass(1000)
  world.change((state) => opened(pinned(state, 'amara'), 'amara', world.now(), true))
  world.pass(TICK_MS)
  expect(world.steps()).toContain('move amara')
  world.look('amara', { unreadBytes: MOST_UNREAD_BYTES + 1 })
  world.pass(10_000)
  expect(world.steps()).not.toContain('move amara')
  expect(world.state().visits.get('amara')?.idleSince).toBeUndefined()
})

test('a room that is full of what is none of ours after three moves is not gone to again', () => {
  const world = createWorld(['amara'])
  world.look('amara', { unreadBytes: MOST_UNREAD_BYTES + 1 })
  world.pass(500)
  for (let move = 0; move < 3; move++) {
    world.pass(TICK_MS)
    world.change((state) => visited(state, 'amara', (visit) => ({ ...visit, moving: false })))
  }
  world.pass(TICK_MS)
  expect(world.steps().filter((step) => / amara/.test(step) && !/tend/.test(step))).toEqual([
    'visit amara',
    'move amara',
    'move amara',
    'move amara',
    'end amara',
  ])
  world.change((state) => heardOf(state, 'amara'))
  world.pass(6 * 60_000)
  expect(world.steps()).not.toContain('visit amara')
})

test('a record whose fresh rooms are spoilt, too, goes on to three at once, and then to one every five minutes', () => {
  const world = visiting({ wire: { stuck: true, agrees: false } })
  for (let minute = 0; minute < 12; minute += 0.5) {
    world.pass(30_000)
    world.change((state) => visited(state, 'amara', (visit) => ({ ...visit, moving: false })))
  }
  const moves = world.times('move amara').map((at) => Math.floor((at - world.since) / 60_000))
  expect(moves).toHaveLength(5)
  expect(moves.slice(0, 3).every((minute) => minute < 2)).toBe(true)
  expect((moves[3] ?? 0) - (moves[2] ?? 0)).toBeGreaterThanOrEqual(5)
})

test('where another laptop has moved to is followed, and the room is changed once that is stored', () => {
  const world = visiting({ knownGeneration: 1 })
  world.pass(TICK_MS)
  expect(world.steps()).toContain('follow amara')
  world.look('amara', { knownGeneration: 1, generation: 1 })
  world.pass(TICK_MS)
  expect(world.steps()).toEqual([])
  expect(world.state().visits.get('amara')?.idleSince).toBeUndefined()
  world.look('amara', { knownGeneration: 1, generation: 1, storedGeneration: 1 })
  world.pass(TICK_MS)
  expect(world.steps()).toEqual(['reopen amara'])
})

test('a room that the relay keeps closed is remembered until a visit succeeds', () => {
  const world = createWorld(['amara'])
  world.look('amara', { wire: { ...AWAY, closedWith: CLOSE_FULL } })
  world.pass(1000)
  expect(world.state().closed.get('amara')).toBe(CLOSE_FULL)
  world.change((state) => ended(state, 'amara'))
  world.pass(1000)
  expect(world.state().closed.get('amara')).toBe(CLOSE_FULL)
  world.look('amara', {})
  world.change((state) => heardOf(state, 'amara'))
  world.pass(1000)
  expect(world.state().closed.has('amara')).toBe(false)
})

test('a visit to a room that is closed for good ends at once, unless a screen shows the record', () => {
  const world = createWorld(['amara', 'luis'])
  for (const record of ['amara', 'luis'])
    world.look(record, { wire: { ...AWAY, refused: true, closedWith: 4403 } })
  world.change((state) => pinned(state, 'luis'))
  world.pass(1000)
  expect(world.steps()).toContain('end amara')
  expect(world.state().visits.has('luis')).toBe(true)
  expect(world.state().closed.get('luis')).toBe(4403)
})
