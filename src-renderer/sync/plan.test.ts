/** When records are visited, helped along and let go of (plan.ts, visit.ts), on a clock that the tests move. */
import { expect, test } from 'vitest'
import { CLOSE_FULL } from '../../shared/relay/wire'
import {
  ended,
  heardOf,
  INITIAL,
  notOpened,
  opened,
  pinned,
  plan,
  type SyncState,
  unpinned,
  visited,
  written,
} from './plan'
import { MOST_UNREAD_BYTES, type SeenVisit, type SeenWire } from './visit'

const TICK_MS = 250
const VAULT = 'vault'

const WELL: SeenWire = {
  connected: true,
  synced: true,
  confirmed: true,
  confirms: true,
  agrees: true,
  stuck: false,
  refused: false,
  closedWith: undefined,
  garbage: false,
}
const AWAY: SeenWire = { ...WELL, connected: false, synced: false, confirmed: false, agrees: false }

type Look = Partial<Omit<SeenVisit, 'wire'>> & { readonly wire?: Partial<SeenWire> }

const seenOf = (record: string, { wire, ...look }: Look): SeenVisit => ({
  record,
  wireGeneration: 0,
  generation: 0,
  storedGeneration: 0,
  knownGeneration: 0,
  waiting: 0,
  saved: true,
  lacks: false,
  told: false,
  unreadBytes: 0,
  ...look,
  wire: { ...WELL, ...wire },
})

/** A vault with some records whose rooms look as the test says, and a driver that takes each step at once. */
const createWorld = (listed: readonly string[] = [], missing: readonly string[] = []) => {
  let state: SyncState = INITIAL
  let now = 0
  const looks = new Map<string, Look>()
  const taken: { readonly at: number; readonly step: string }[] = []
  const world = {
    opens: true,
    now: () => now,
    state: () => state,
    look: (record: string, look: Look) => void looks.set(record, look),
    change: (change: (state: SyncState) => SyncState) => {
      state = change(state)
    },
    /** Steps as `do record`, since the last time this was asked. */
    steps: () => taken.splice(0).map(({ step }) => step),
    /** When a step was taken, since the last time this was asked. */
    times: (step: string) => taken.splice(0).flatMap((one) => (one.step === step ? [one.at] : [])),
    pass: (ms: number) => {
      for (const until = now + ms; now < until; ) {
        now += TICK_MS
        const visits = new Map(
          [...state.visits.keys()].map((record) => [
            record,
            seenOf(record, looks.get(record) ?? {}),
          ]),
        )
        const planned = plan(state, { vault: VAULT, listed, missing, visits }, now)
        state = planned.state
        for (const { do: what, record } of planned.steps) {
          taken.push({ at: now, step: `${what} ${record}` })
          if (what !== 'visit') continue
          state = world.opens ? opened(state, record, now) : notOpened(state, record)
        }
      }
    },
  }
  return world
}

const visiting = (look: Look = {}) => {
  const world = createWorld(['amara'])
  world.look('amara', look)
  world.change((state) => pinned(state, 'amara'))
  world.pass(2 * TICK_MS)
  expect(world.steps()).toContain('visit amara')
  return { ...world, since: world.now() }
}

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
  const seen = { vault: VAULT, listed, missing: [], visits: new Map([[VAULT, seenOf(VAULT, {})]]) }
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
