/**
 * Sync: brings every record's envelope together with the other devices', over one relay, with few sockets.
 *
 * The vault record's room stays connected. On each (re)connection every record is visited once, a few at a time;
 * after that a device that stores a change says so (hints.ts), and the others visit that record. Records that a
 * screen has open stay connected, so that two people typing see each other at once. Nothing about this order matters
 * for safety: a record that was not visited is only late (docs/decisions/0004).
 */
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { raiseGeneration } from '../../shared/crdt/vault-record'
import { CLOSE_FULL } from '../../shared/relay/wire'
import { deriveRoom } from '../../shared/vault/keys'
import type { LiveRecord } from '../store/record/live-record'
import type { VaultSession } from '../store/session/vault-session'
import { createEmptying } from './emptying'
import { createHints } from './hints'
import { createLate, type LateChanges } from './late'
import { type Standing, standingOf } from './standing'
import {
  helpAlong,
  isAtRest,
  isConfirmed,
  MOST_UNREAD_BYTES,
  newVisit,
  noteProgress,
  type Visit,
} from './visit'
import { openWire, type Wire } from './wire'

const VISITS_AT_ONCE = 6
const VISIT_TIMEOUT_MS = 20_000
const TICK_MS = 250
/** How long a visited record that nobody uses stays connected, to answer for what it just sent. */
const LINGER_MS = 1500
const SWEEP_MS = 5 * 60_000
/** How often a mentee is asked for whom the vault lists and this laptop has never got. */
const ASK_FOR_MISSING_MS = 15_000
/** How often the vault's own room is tried when it could not be opened. */
const RETRY_VAULT_MS = 5_000
const MOST_MOVES = 3
/** Past so many editing sessions an envelope begins anew (traps.md 7). */
const MOST_CLIENTS = 2000

export interface SyncStatus extends Standing {
  /** When everything was last confirmed, as epoch milliseconds. */
  readonly lastSynced: number | null
  /** False on a server that does not say what it has stored: then "synced" means sent. */
  readonly confirms: boolean
  /** Mentees whom the vault lists and of whom nothing has arrived here yet. */
  readonly missing: number
  /** Changes that other laptops made and that have not arrived here. */
  readonly late: readonly LateChanges[]
  /** Another laptop goes by this one's id: this one is to take another, or the other one is. */
  readonly twin: 'this' | 'other' | null
}

export interface Sync {
  readonly status: StoreApi<SyncStatus>
  /** Keeps a record connected while a screen shows it. */
  readonly pin: (record: string) => () => void
  readonly destroy: () => void
}

export const startSync = (session: VaultSession, relay: string): Sync => {
  const { vaultKey } = session.opened
  const vaultId = session.vaultRecordId
  const visits = new Map<string, Visit>()
  const opening = new Set<string>()
  const pins = new Map<string, number>()
  const queue = new Set<string>()
  const moves = new Map<string, number>()
  /** Records whose room on this relay is full of what is none of ours, again and again. */
  const shunned = new Set<string>()
  /** Changed elsewhere during a visit, which may end before it has that: it is followed by another one. */
  const hinted = new Set<string>()
  /** Records whose rooms the relay keeps closed, by the code it said so with; until a visit succeeds. */
  const closed = new Map<string, number>()
  let sweptSince: number | undefined
  let askedForMissing = Number.NEGATIVE_INFINITY
  let triedVault = Number.NEGATIVE_INFINITY
  let destroyed = false
  let ticking = false
  const status = createStore<SyncStatus>(() => ({
    state: 'offline',
    lastSynced: null,
    problem: null,
    confirms: true,
    refused: 0,
    missing: 0,
    late: [],
    twin: null,
  }))

  const hints = createHints(vaultKey, session.device, crypto.randomUUID(), {
    changed: (record, from, last) => {
      late.heard(record, from, last)
      // The vault's own room is connected anyhow.
      if (record !== vaultId) (visits.has(record) ? hinted : queue).add(record)
      tick()
    },
    twin: (isForThisOne) => status.setState({ twin: isForThisOne ? 'this' : 'other' }),
  })
  const emptying = createEmptying(session, relay)
  const late = createLate()

  const openWireFor = (record: string, live: LiveRecord): Wire => {
    const { generation } = live.head()
    const wire = openWire(
      relay,
      deriveRoom(vaultKey, record, generation),
      Y.encodeStateAsUpdate(live.envelope.doc),
      {
        received: (update) => live.receive(update, generation),
        progressed: () => {
          const visit = visits.get(record)
          if (visit !== undefined) noteProgress(visit)
        },
        changed: () => tick(),
      },
    )
    if (record === vaultId) hints.listen(wire.provider.awareness)
    return wire
  }

  const follow = async (visit: Visit, generation: number): Promise<void> => {
    const { live } = visit.lease
    if (generation > live.generation()) await live.moveTo(generation)
    // Not stored yet: the room is changed once it is (settleVisit).
    if (live.head().generation !== live.generation() || visits.get(visit.record) !== visit) return
    reopenWire(visit)
  }

  /** The generation whose room a visit's wire is in. */
  const wireGenerations = new WeakMap<Wire, number>()
  const connect = (record: string, live: LiveRecord): Wire => {
    const wire = openWireFor(record, live)
    wireGenerations.set(wire, live.head().generation)
    return wire
  }

  const reopenWire = (visit: Visit): void => {
    if (wireGenerations.get(visit.wire) === visit.lease.live.head().generation) return
    const { wire } = visit
    // First: closing the old one says so, and whoever hears that looks at the visit.
    visit.wire = connect(visit.record, visit.lease.live)
    wire.destroy()
    visit.syncedAt = undefined
    visit.stuckSince = undefined
    noteProgress(visit)
  }

  /** Leaves a poisoned or overgrown envelope for a fresh one; the record is the truth. */
  const moveOn = async (visit: Visit): Promise<void> => {
    const made = moves.get(visit.record) ?? 0
    if (made >= MOST_MOVES) {
      if (visit.lease.live.envelope.report().unreadBytes <= MOST_UNREAD_BYTES) return
      shunned.add(visit.record)
      return end(visit)
    }
    moves.set(visit.record, made + 1)
    const { live } = visit.lease
    const generation = live.generation() + 1
    visit.wire.push(live.envelope.announceMove(generation))
    if (visit.record !== vaultId) await session.runOnVault(raiseGeneration, { id: visit.record, generation })
    await follow(visit, generation)
  }

  const start = async (record: string): Promise<void> => {
    if (visits.has(record) || opening.has(record) || shunned.has(record) || destroyed) return
    opening.add(record)
    try {
      const lease = await session.acquire(record)
      if (lease === undefined) return
      if (destroyed) return lease.release()
      const known = session.entries().find(({ id }) => id === record)?.generation ?? 0
      await lease.live.moveTo(known)
      // Without the move on the disk there is no room to go to yet.
      if (destroyed || lease.live.head().generation !== lease.live.generation()) return lease.release()
      const visit = newVisit(record, lease, connect(record, lease.live))
      visits.set(record, visit)
      const { size } = Y.decodeStateVector(Y.encodeStateVector(lease.live.envelope.doc))
      if (size > MOST_CLIENTS) await moveOn(visit)
    } catch {
      // A record that does not open just now is only late: the next sweep asks again.
    } finally {
      opening.delete(record)
    }
  }

  const end = (visit: Visit): void => {
    visits.delete(visit.record)
    visit.wire.destroy()
    visit.lease.release()
    if (hinted.delete(visit.record)) queue.add(visit.record)
  }

  const sweep = (): void => {
    sweptSince = performance.now()
    for (const { id } of session.entries()) queue.add(id)
  }

  const missing = (): readonly string[] => {
    const { records } = session.model.getState()
    return session.entries().flatMap(({ id }) => (records[id] === undefined ? [id] : []))
  }

  const confirm = async (visit: Visit, waiting: number): Promise<void> => {
    visit.confirming = true
    // All that is here is stored there.
    const last = visit.lease.live.envelope.lastNumber()
    try {
      await session.confirm(visit.record, waiting)
      noteProgress(visit)
      // Only now can the others find it on the relay.
      hints.tell(visit.record, last)
    } finally {
      visit.confirming = false
    }
  }

  const settleVisit = (visit: Visit): void => {
    const { wire, record } = visit
    const { live } = visit.lease
    if (live.head().generation === live.generation()) reopenWire(visit)
    const code = wire.closedWith()
    if (code !== undefined && (wire.refused() || code === CLOSE_FULL)) closed.set(record, code)
    else if (code !== undefined || wire.synced()) closed.delete(record)
    if (wire.synced() && visit.syncedAt === undefined) {
      visit.syncedAt = performance.now()
      live.tend()
    }
    late.look(record, live)
    if (helpAlong(visit, late.told(record)) === 'leave') void moveOn(visit).catch(() => undefined)
    if (record === vaultId && live.envelope.movedTo() > live.generation())
      void follow(visit, live.envelope.movedTo()).catch(() => undefined)
    const { waiting } = live.head()
    if (waiting > 0 && !visit.confirming && live.saving() === 'saved' && isConfirmed(visit))
      void confirm(visit, waiting).catch(() => undefined)
    const rests = isAtRest(visit)
    // What is written after a rest has all the time that a fresh visit has.
    if (!rests && visit.idleSince !== undefined) noteProgress(visit)
    visit.idleSince = rests ? (visit.idleSince ?? performance.now()) : undefined
    const unused = record !== vaultId && (pins.get(record) ?? 0) === 0
    const idle = visit.idleSince !== undefined && performance.now() - visit.idleSince > LINGER_MS
    const tooLong = performance.now() - visit.startedAt > VISIT_TIMEOUT_MS && !wire.connected()
    const crowded = visit.idleSince !== undefined && queue.size > 0
    if (unused && (idle || tooLong || crowded || wire.refused())) end(visit)
  }

  const publish = (): void => {
    const vault = visits.get(vaultId)
    const connected = vault?.wire.connected() === true
    const all = [...visits.values()]
    const closedMentees = session
      .entries()
      .flatMap(({ id }) => (id !== vaultId && closed.has(id) ? [id] : []))
    /** What is written about them waits for as long as their rooms are closed. */
    const held = closedMentees.reduce((sum, id) => sum + (session.headOf(id)?.waiting ?? 0), 0)
    const lacking = missing().length
    const standing = standingOf({
      own: closed.get(vaultId),
      mentees: closedMentees.map((id) => closed.get(id) ?? CLOSE_FULL),
      connected,
      busy:
        queue.size > 0 ||
        opening.size > 0 ||
        lacking > 0 ||
        all.some(({ idleSince, record }) => idleSince === undefined && !closed.has(record)) ||
        session.model.getState().waiting > held,
      garbage: shunned.size > 0 || all.some(({ wire }) => wire.garbage() > 0),
      silent: !connected && vault !== undefined && performance.now() - vault.startedAt >= 3000,
    })
    const before = status.getState()
    const next: SyncStatus = {
      ...before,
      ...standing,
      missing: lacking,
      late: late.all(),
      confirms: vault === undefined || !vault.wire.synced() || vault.wire.confirms(),
      lastSynced: standing.state === 'synced' ? Date.now() : before.lastSynced,
    }
    const same =
      before.state === next.state &&
      before.problem === next.problem &&
      before.confirms === next.confirms &&
      before.refused === next.refused &&
      before.missing === next.missing &&
      JSON.stringify(before.late) === JSON.stringify(next.late)
    if (!same || (next.state === 'synced' && Math.abs(Date.now() - (before.lastSynced ?? 0)) > 10_000))
      status.setState(next)
  }

  const startQueued = (): void => {
    let free =
      VISITS_AT_ONCE -
      [...visits.keys()].filter((record) => record !== vaultId && !pins.has(record)).length -
      opening.size
    for (const record of queue) {
      if (!visits.has(record) && !opening.has(record)) {
        if (free-- <= 0) break
        void start(record)
      }
      queue.delete(record)
    }
  }

  /** Closing a wire says so, in the middle of what closes it: that is looked at by the next tick. */
  function tick(): void {
    if (destroyed || ticking) return
    ticking = true
    try {
      look()
    } finally {
      ticking = false
    }
  }

  const look = (): void => {
    if (!visits.has(vaultId) && performance.now() - triedVault > RETRY_VAULT_MS) {
      triedVault = performance.now()
      void start(vaultId)
    }
    const connected = visits.get(vaultId)?.wire.synced() === true
    if (!connected) sweptSince = undefined
    else if (sweptSince === undefined || performance.now() - sweptSince > SWEEP_MS) sweep()
    for (const visit of [...visits.values()]) settleVisit(visit)
    if (connected) {
      if (performance.now() - askedForMissing > ASK_FOR_MISSING_MS) {
        askedForMissing = performance.now()
        for (const record of missing()) queue.add(record)
      }
      startQueued()
    }
    publish()
  }

  const stopListening = session.listen({
    stored: (record, { update, fromWire, generation }) => {
      const visit = visits.get(record)
      if (visit !== undefined) {
        if (!fromWire) visit.lastPush = performance.now()
        // What is of another generation is none of this room's: the wire for it starts from the whole envelope.
        if (wireGenerations.get(visit.wire) === generation) visit.wire.push(update)
        // A request that came in with it is answered at once.
        if (fromWire && visit.syncedAt !== undefined) visit.lease.live.tend()
      } else if (!fromWire) queue.add(record)
      if (!fromWire && visit !== undefined) hints.tell(record)
      tick()
    },
    entries: (entries) => {
      for (const visit of [...visits.values()])
        if (visit.record !== vaultId && !entries.some(({ id }) => id === visit.record)) {
          end(visit)
          late.forget(visit.record)
        }
      // The projection that says what was erased follows this change.
      setTimeout(emptying.look, TICK_MS)
      for (const { id, generation } of entries) {
        const visit = visits.get(id)
        if (visit !== undefined) {
          if (generation > visit.lease.live.generation())
            void follow(visit, generation).catch(() => undefined)
        } else if (session.headOf(id) === undefined) queue.add(id)
      }
    },
  })

  /** Going online or waking up: try at once, instead of waiting for the back-off to pass. */
  const tryNow = (): void => {
    for (const { wire } of visits.values()) if (!wire.connected() && !wire.refused()) wire.reconnect()
  }
  window.addEventListener('online', tryNow)
  const timer = setInterval(tick, TICK_MS)
  emptying.look()
  tick()

  return {
    status,
    pin: (record) => {
      pins.set(record, (pins.get(record) ?? 0) + 1)
      queue.add(record)
      tick()
      return () => {
        const left = (pins.get(record) ?? 1) - 1
        if (left > 0) pins.set(record, left)
        else pins.delete(record)
      }
    },
    destroy: () => {
      destroyed = true
      clearInterval(timer)
      stopListening()
      window.removeEventListener('online', tryNow)
      for (const visit of [...visits.values()]) end(visit)
      emptying.destroy()
      hints.destroy()
    },
  }
}
