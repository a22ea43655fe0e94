/**
 * Sync: brings every record's envelope together with the other devices', over one relay, with few sockets.
 *
 * Here the steps are taken, and what happens is told, of a plan that is made elsewhere (plan.ts): four times a second,
 * and whenever something changed, what is to be seen of the connections goes in, and steps come out.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Unreached } from '../../shared/bridge/network'
import type { VaultSession } from '../store/session/vault-session'
import { createAgreeing, type SyncAgreement } from './agreed/agreeing'
import { createTelling, type Telling } from './awareness/telling'
import type { Connection } from './connections'
import { createMapFollower, followSession } from './following'
import { isHeld, restSync } from './held'
import { createLate } from './late'
import { factsOf, lookAround } from './look'
import { createChangeMap } from './map/change-map'
import { tendRooms } from './old-rooms/old-rooms'
import { heardOf, INITIAL, pinned, plan, type SyncState, unpinned, unswept } from './plan'
import { isSilent, NOT_YET, type SyncStatus, statusOf } from './status'
import { createSteps } from './steps'
import { createTending } from './tending'
import { createWhyUnreached } from './unreached'

export type { SyncStatus } from './status'

const TICK_MS = 250

export interface Sync {
  readonly status: StoreApi<SyncStatus>
  /** Keeps a record connected while a screen shows it. */
  readonly pin: (record: string) => () => void
  /** Where the other laptops are in open notes. */
  readonly carets: Telling['carets']
  /** What the other laptops have. */
  readonly agreement: StoreApi<SyncAgreement>
  readonly destroy: () => void
}

/** Nothing is on its way, as far as is known. */
const isSettled = ({ model }: VaultSession, { state, late }: SyncStatus): boolean =>
  (state === 'synced' || state === 'awaiting') &&
  late.length === 0 &&
  model.getState().waiting === 0 &&
  model.getState().saving === 'saved'

const repeat = (tick: () => void, stopping: AbortSignal): void => {
  const timer = setInterval(tick, TICK_MS)
  stopping.addEventListener('abort', () => clearInterval(timer))
}

export const startSync = (
  session: VaultSession,
  relay: string,
  /** Asks main what stands between this laptop and the relay. */
  askWhy: () => Promise<Unreached> = async () => 'silent',
): Sync => {
  const vault = session.vaultRecordId
  const connections = new Map<string, Connection>()
  const stopping = new AbortController()
  const { signal } = stopping
  const status = createStore<SyncStatus>(() => NOT_YET)
  const late = createLate()
  let state = INITIAL
  let ticking = false
  const remember = (change: (state: SyncState) => SyncState): void => {
    state = change(state)
  }
  const map = createChangeMap(session, relay, {
    heard: (record, device, last) => late.heard(record, device, last, 'before'),
    lost: () => remember(unswept),
    changed: () => tick(),
  })
  const telling = createTelling(session, {
    changed: (record, from, last) => {
      late.heard(record, from, last, 'now')
      // The vault's own room is connected anyhow.
      if (record !== vault) state = heardOf(state, record)
      tick()
    },
    twin: (isForThisOne) => status.setState({ twin: isForThisOne ? 'this' : 'other' }),
  })
  const tending = createTending()
  const unreached = createWhyUnreached(askWhy, () => tick())
  const told = { telling, tending, map, remember, tick, stopping: signal }
  const { take, end } = createSteps(session, relay, connections, told)
  const followMap = createMapFollower(vault, connections, { map, remember })
  const rest = (): void => {
    restSync(connections, end, status)
    map.leave()
  }

  /** Closing a wire says so, in the middle of what closes it: that is looked at by the next tick. */
  function tick(): void {
    if (signal.aborted || ticking) return
    ticking = true
    try {
      if (isHeld(session)) return rest()
      const now = performance.now()
      followMap()
      const seen = lookAround(session, connections, late, map)
      const { state: next, steps } = plan(state, seen, now)
      state = next
      for (const step of steps) take(step)
      const facts = factsOf(session, connections, late, map, seen, unreached.now())
      const connected = facts.wire?.connected === true
      unreached.look({ connected, silent: isSilent(state, facts, now) }, now)
      status.setState((before) => statusOf(before, state, facts, now, Date.now()))
    } finally {
      ticking = false
    }
  }

  const follow = { map, telling, tending, late, state: () => state, remember, end, tick }
  const stopListening = followSession(session, connections, follow)

  const tryNow = (): void => {
    for (const one of [map, ...connections.values()]) one.tryNow()
  }
  window.addEventListener('online', tryNow, { signal })
  repeat(tick, signal)
  tendRooms(session, relay, signal)
  const agreeing = createAgreeing(session, () => isSettled(session, status.getState()))
  tick()

  return {
    status,
    pin: (record) => {
      state = pinned(state, record)
      tick()
      return () => {
        state = unpinned(state, record)
      }
    },
    carets: telling.carets,
    agreement: agreeing.status,
    destroy: () => {
      agreeing.destroy()
      stopping.abort()
      stopListening()
      rest()
      map.destroy()
      telling.destroy()
      tending.destroy()
    },
  }
}
