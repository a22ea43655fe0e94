/** What a coach is told of the sync (status.ts). */
import { expect, test } from 'vitest'
import { CLOSE_FULL } from '../../shared/relay/wire'
import { AWAY, createWorld, VAULT } from '../../tests/steps/plan-world'
import { INITIAL, opened, type SyncState, visited } from './plan'
import { type Facts, NOT_YET, statusOf } from './status'

const WELL: Facts = {
  vault: 'vault',
  wire: { connected: true, synced: true, confirms: true },
  listed: ['amara'],
  menteeOf: (record) => record,
  missing: 0,
  late: [],
  waiting: 0,
  waitingOf: () => 0,
  telling: false,
  garbage: false,
  unreached: null,
}
const RESTING: SyncState = {
  ...visited(opened(INITIAL, 'vault', 0), 'vault', (visit) => ({ ...visit, idleSince: 0 })),
  sweptSince: 0,
}

test('“synced” once everything rests and nothing waits; something that waits is “syncing”, and mentees that are missing are awaited', () => {
  expect(statusOf(NOT_YET, RESTING, WELL, 0, 5)).toMatchObject({ state: 'synced', lastSynced: 5 })
  for (const busy of [{ waiting: 1 }, { telling: true }])
    expect(statusOf(NOT_YET, RESTING, { ...WELL, ...busy }, 0, 5)).toMatchObject({
      state: 'syncing',
      lastSynced: null,
    })
  expect(statusOf(NOT_YET, RESTING, { ...WELL, missing: 1 }, 0, 5)).toMatchObject({
    state: 'awaiting',
    lastSynced: null,
  })
  const unswept = { ...RESTING, sweptSince: undefined }
  const waiting = { ...RESTING, queue: new Set(['amara']) }
  for (const busy of [opened(RESTING, 'amara', 0), waiting, unswept])
    expect(statusOf(NOT_YET, busy, WELL, 0, 5).state).toBe('syncing')
})

test('a relay that has not answered for three seconds is unreachable', () => {
  const state = opened(INITIAL, 'vault', 1000)
  const at = (now: number) => statusOf(NOT_YET, state, { ...WELL, wire: AWAY }, now, 0)
  expect(at(3999)).toMatchObject({ state: 'offline', problem: null })
  expect(at(4000)).toMatchObject({ state: 'offline', problem: 'unreachable' })
})

test('a relay that lets the laptop in and does not answer is said to, also while the connection is opened anew', () => {
  const world = createWorld()
  const wire = { ...AWAY, connected: true }
  const told = () => statusOf(NOT_YET, world.state(), { ...WELL, wire }, world.now(), 0)
  const passWith = (seen: typeof AWAY, ms: number) => {
    world.look(VAULT, { wire: seen })
    world.pass(ms)
  }
  passWith(wire, 8000)
  passWith(AWAY, 500)
  passWith(wire, 3500)
  expect(told()).toMatchObject({ state: 'syncing', problem: null })
  passWith(wire, 1000)
  expect(told()).toMatchObject({ state: 'syncing', problem: 'mute' })
  // The network was gone meanwhile: what follows is no longer the same silence.
  passWith(AWAY, 5000)
  passWith(wire, 1000)
  expect(told()).toMatchObject({ problem: null })
})

test('what waits for a room that is kept closed is said, and holds up nothing else', () => {
  const state = { ...RESTING, closed: new Map([['amara', CLOSE_FULL]]) }
  const waiting = { waiting: 3, waitingOf: () => 3 }
  expect(statusOf(NOT_YET, state, { ...WELL, ...waiting }, 0, 0)).toMatchObject({
    state: 'refused',
    problem: 'full',
    refused: 1,
  })
})

test('nothing new is nothing to draw; when everything was last confirmed is said every ten seconds', () => {
  const synced = statusOf(NOT_YET, RESTING, WELL, 0, 20_000)
  expect(statusOf(synced, RESTING, WELL, 0, 30_000)).toBe(synced)
  expect(statusOf(synced, RESTING, WELL, 0, 30_001)).toEqual({ ...synced, lastSynced: 30_001 })
})
