/** A vault whose rooms look as a test says, for the sync's plan (src-renderer/sync/plan.ts): on a clock that it moves. */
import { expect } from 'vitest'
import {
  INITIAL,
  notOpened,
  opened,
  pinned,
  plan,
  type SyncState,
} from '../../src-renderer/sync/plan'
import type { SeenVisit, SeenWire } from '../../src-renderer/sync/visit'

export const TICK_MS = 250
export const VAULT = 'vault'

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
export const AWAY: SeenWire = {
  ...WELL,
  connected: false,
  synced: false,
  confirmed: false,
  agrees: false,
}

type Look = Partial<Omit<SeenVisit, 'wire'>> & { readonly wire?: Partial<SeenWire> }

export const seenOf = (record: string, { wire, ...look }: Look): SeenVisit => ({
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
export const createWorld = (
  listed: readonly string[] = [],
  missing: readonly string[] = [],
  due: () => readonly string[] | undefined = () => listed,
) => {
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
        const planned = plan(state, { vault: VAULT, listed, missing, due, visits }, now)
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

export const visiting = (look: Look = {}) => {
  const world = createWorld(['amara'])
  world.look('amara', look)
  world.change((state) => pinned(state, 'amara'))
  world.pass(2 * TICK_MS)
  expect(world.steps()).toContain('visit amara')
  return { ...world, since: world.now() }
}
