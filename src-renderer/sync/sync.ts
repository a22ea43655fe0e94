/**
 * Sync: brings every record's envelope together with the other devices', over one relay, with few sockets.
 *
 * The vault record's room stays connected. On each (re)connection every record is visited once, a few at a time;
 * after that a device that stores a change says so, sealed, in the vault room's awareness, and the others visit that
 * record. Records that a screen has open stay connected, so that two people typing see each other at once. Nothing
 * about this order matters for safety: a record that was not visited is only late (docs/decisions/0004).
 */
import { fromBase64, toBase64 } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as Y from 'yjs'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { raiseGeneration } from '../../shared/model/vault-record'
import { deriveRoom, deriveVaultRecord } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'
import type { Erased } from '../store/erasing'
import type { LiveRecord } from '../store/live-record'
import type { VaultSession } from '../store/vault-session'
import { openWire, type Wire } from './wire'

const VISITS_AT_ONCE = 6
const VISIT_TIMEOUT_MS = 20_000
const TICK_MS = 250
/** How long a visited record that nobody uses stays connected, to answer for what it just sent. */
const LINGER_MS = 1500
const SWEEP_MS = 5 * 60_000
/** A stock server never says that it stored; after this long without a word, sent has to do. */
const UNCONFIRMED_GRACE_MS = 1000
const STUCK_MS = 8_000
const MOST_MOVES = 3
/** Past so many editing sessions an envelope begins anew (traps.md 7). */
const MOST_CLIENTS = 2000

export type SyncProblem = 'unreachable' | 'refused' | 'garbage'

export interface SyncStatus {
  readonly state: 'offline' | 'syncing' | 'synced'
  /** When everything was last confirmed, as epoch milliseconds. */
  readonly lastSynced: number | null
  readonly problem: SyncProblem | null
  /** False on a server that does not say what it has stored: then "synced" means sent. */
  readonly confirms: boolean
}

export interface Sync {
  readonly status: StoreApi<SyncStatus>
  /** Keeps a record connected while a screen shows it. */
  readonly pin: (record: string) => () => void
  readonly destroy: () => void
}

interface Visit {
  readonly record: string
  readonly live: LiveRecord
  wire: Wire
  readonly startedAt: number
  syncedAt: number | undefined
  idleSince: number | undefined
  lastPush: number
  stuckSince: number | undefined
  confirming: boolean
}

export const startSync = (session: VaultSession, relay: string): Sync => {
  const { vaultKey } = session.opened
  const vaultId = session.vaultRecordId
  const hintSealer = createSealer(deriveVaultRecord(vaultKey).key, 'hint')
  const visits = new Map<string, Visit>()
  const opening = new Set<string>()
  const pins = new Map<string, number>()
  const queue = new Set<string>()
  const moves = new Map<string, number>()
  const hints = new Set<string>()
  /** Changed elsewhere during a visit, which may end before it has that: it is followed by another one. */
  const hinted = new Set<string>()
  const emptying = new Set<Wire>()
  let sweptSince: number | undefined
  let destroyed = false
  const status = createStore<SyncStatus>(() => ({
    state: 'offline',
    lastSynced: null,
    problem: null,
    confirms: true,
  }))

  const openWireFor = (record: string, live: LiveRecord): Wire =>
    openWire(
      relay,
      deriveRoom(vaultKey, record, live.head().generation),
      Y.encodeStateAsUpdate(live.envelope.doc),
      {
        received: (update) => live.receive(update),
        changed: () => tick(),
      },
    )

  const reopenWire = (visit: Visit): void => {
    visit.wire.destroy()
    visit.wire = openWireFor(visit.record, visit.live)
    visit.syncedAt = undefined
    visit.stuckSince = undefined
    if (visit.record === vaultId) listenToHints(visit.wire)
  }

  const follow = async (visit: Visit, generation: number): Promise<void> => {
    if (generation <= visit.live.head().generation) return
    await visit.live.moveTo(generation)
    reopenWire(visit)
  }

  /** Leaves a poisoned or overgrown envelope for a fresh one; the record is the truth. */
  const moveOn = async (visit: Visit): Promise<void> => {
    const made = moves.get(visit.record) ?? 0
    if (made >= MOST_MOVES) return
    moves.set(visit.record, made + 1)
    const generation = visit.live.head().generation + 1
    const announcement = visit.live.envelope.announceMove(generation)
    if (announcement !== undefined) visit.wire.push(announcement.update)
    if (visit.record !== vaultId) await session.runOnVault(raiseGeneration, { id: visit.record, generation })
    await follow(visit, generation)
  }

  const start = async (record: string): Promise<void> => {
    if (visits.has(record) || opening.has(record) || destroyed) return
    opening.add(record)
    const live = await session.acquire(record)
    opening.delete(record)
    if (live === undefined) return
    if (destroyed) return session.release(record)
    const known = session.entries().find(({ id }) => id === record)?.generation ?? 0
    if (known > live.head().generation) await live.moveTo(known)
    const visit: Visit = {
      record,
      live,
      wire: openWireFor(record, live),
      startedAt: Date.now(),
      syncedAt: undefined,
      idleSince: undefined,
      lastPush: 0,
      stuckSince: undefined,
      confirming: false,
    }
    visits.set(record, visit)
    if (record === vaultId) listenToHints(visit.wire)
    if (Y.decodeStateVector(Y.encodeStateVector(live.envelope.doc)).size > MOST_CLIENTS) await moveOn(visit)
  }

  const end = (visit: Visit): void => {
    visits.delete(visit.record)
    visit.wire.destroy()
    session.release(visit.record)
    if (hinted.delete(visit.record)) queue.add(visit.record)
  }

  const sweep = (): void => {
    sweptSince = Date.now()
    for (const { id } of session.entries()) queue.add(id)
  }

  const isConfirmed = (visit: Visit): boolean =>
    visit.wire.confirmed() &&
    (visit.wire.confirms() ||
      Date.now() - Math.max(visit.lastPush, visit.syncedAt ?? 0) > UNCONFIRMED_GRACE_MS)

  const settleVisit = (visit: Visit): void => {
    const { wire, live, record } = visit
    if (wire.synced() && visit.syncedAt === undefined) {
      visit.syncedAt = Date.now()
      live.tend()
    }
    if (!wire.connected()) visit.syncedAt = undefined
    visit.stuckSince = wire.isStuck() ? (visit.stuckSince ?? Date.now()) : undefined
    if (visit.stuckSince !== undefined && Date.now() - visit.stuckSince > STUCK_MS) {
      visit.stuckSince = undefined
      void moveOn(visit)
    }
    if (record === vaultId && live.envelope.movedTo() > live.head().generation)
      void follow(visit, live.envelope.movedTo())
    const waiting = live.head().waiting
    if (waiting > 0 && !visit.confirming && live.saving() === 'saved' && isConfirmed(visit)) {
      visit.confirming = true
      void session.confirm(record, waiting).finally(() => {
        visit.confirming = false
      })
    }
    const done = isConfirmed(visit) && live.head().waiting === 0 && live.saving() === 'saved'
    visit.idleSince = done ? (visit.idleSince ?? Date.now()) : undefined
    const unused = record !== vaultId && (pins.get(record) ?? 0) === 0
    const idle = visit.idleSince !== undefined && Date.now() - visit.idleSince > LINGER_MS
    const late = Date.now() - visit.startedAt > VISIT_TIMEOUT_MS && !wire.connected()
    const crowded = visit.idleSince !== undefined && queue.size > 0
    if (unused && (idle || late || crowded || wire.refused())) end(visit)
  }

  const publish = (): void => {
    const vault = visits.get(vaultId)
    const all = [...visits.values()]
    const connected = vault?.wire.connected() === true
    const busy =
      queue.size > 0 ||
      opening.size > 0 ||
      all.some((visit) => visit.idleSince === undefined) ||
      session.model.getState().waiting > 0
    const state = !connected ? 'offline' : busy ? 'syncing' : 'synced'
    const problem: SyncProblem | null = all.some(({ wire }) => wire.refused())
      ? 'refused'
      : all.some(({ wire }) => wire.garbage() > 0)
        ? 'garbage'
        : connected || vault === undefined || Date.now() - vault.startedAt < 3000
          ? null
          : 'unreachable'
    const before = status.getState()
    const next: SyncStatus = {
      state,
      problem,
      confirms: vault === undefined || !vault.wire.synced() || vault.wire.confirms(),
      lastSynced: state === 'synced' ? Date.now() : before.lastSynced,
    }
    const same =
      before.state === next.state && before.problem === next.problem && before.confirms === next.confirms
    if (!same || (state === 'synced' && Date.now() - (before.lastSynced ?? 0) > 10_000)) status.setState(next)
  }

  function tick(): void {
    if (destroyed) return
    const vault = visits.get(vaultId)
    const connected = vault?.wire.synced() === true
    if (!connected) sweptSince = undefined
    else if (sweptSince === undefined || Date.now() - sweptSince > SWEEP_MS) sweep()
    for (const visit of [...visits.values()]) settleVisit(visit)
    if (connected) {
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
    publish()
  }

  /** Empties the rooms of a record whose key was destroyed; what lies there is noise, and goes as well. */
  const emptyRooms = ({ record, generation }: Erased): void => {
    let left = generation + 1
    for (let room = 0; room <= generation; room++) {
      const wire = openWire(relay, deriveRoom(vaultKey, record, room), Y.encodeStateAsUpdate(new Y.Doc()), {
        received: () => undefined,
        changed: () => {
          if (!wire.synced()) return
          const blobs = wire.provider.doc.getArray('blobs')
          if (blobs.length > 0) return blobs.delete(0, blobs.length)
          if (!wire.confirmed()) return
          emptying.delete(wire)
          wire.destroy()
          if (--left === 0) session.emptiedRooms.mark(record)
        },
      })
      emptying.add(wire)
    }
  }
  const emptied = new Set<string>()
  const emptyWhatWasErased = (): void => {
    for (const erased of session.emptiedRooms.left(session.model.getState().vault.erasures)) {
      if (emptied.has(erased.record)) continue
      emptied.add(erased.record)
      emptyRooms(erased)
    }
  }
  emptyWhatWasErased()

  /** Tells the other devices, sealed, which records have just changed. */
  const sendHints = (): void => {
    const provider = visits.get(vaultId)?.wire.provider
    if (provider === undefined || hints.size === 0) return
    const sealed = hintSealer.seal(encodeUtf8(JSON.stringify([...hints])))
    hints.clear()
    provider.awareness.setLocalStateField('changed', toBase64(sealed))
  }
  let hintTimer: ReturnType<typeof setTimeout> | undefined

  const listenToHints = (wire: Wire): void => {
    const { awareness } = wire.provider
    awareness.on('change', ({ added, updated }: { readonly added: number[]; readonly updated: number[] }) => {
      for (const client of [...added, ...updated]) {
        if (client === awareness.clientID) continue
        const sealed: unknown = awareness.getStates().get(client)?.changed
        if (typeof sealed !== 'string') continue
        try {
          const opened = hintSealer.open(fromBase64(sealed))
          if (!opened.ok) continue
          for (const record of JSON.parse(decodeUtf8(opened.value)) as string[])
            (visits.has(record) ? hinted : queue).add(record)
        } catch {
          // Not a hint of ours; the next sweep does without.
        }
      }
      tick()
    })
  }

  const stopListening = session.listen({
    stored: (record, update, fromWire) => {
      const visit = visits.get(record)
      if (visit !== undefined) {
        if (!fromWire) visit.lastPush = Date.now()
        visit.wire.push(update)
        // A request that came in with it is answered at once.
        if (fromWire && visit.syncedAt !== undefined) visit.live.tend()
      } else if (!fromWire) queue.add(record)
      if (!fromWire && record !== vaultId) {
        hints.add(record)
        clearTimeout(hintTimer)
        hintTimer = setTimeout(sendHints, 300)
      }
      tick()
    },
    entries: (entries) => {
      for (const visit of [...visits.values()])
        if (visit.record !== vaultId && !entries.some(({ id }) => id === visit.record)) end(visit)
      // The projection that says what was erased follows this change.
      setTimeout(emptyWhatWasErased, TICK_MS)
      for (const { id, generation } of entries) {
        const visit = visits.get(id)
        if (visit !== undefined) void follow(visit, generation)
        else if (session.headOf(id) === undefined) queue.add(id)
      }
    },
  })

  /** Going online or waking up: try at once, instead of waiting for the back-off to pass. */
  const tryNow = (): void => {
    for (const { wire } of visits.values()) {
      if (wire.connected() || wire.refused()) continue
      wire.provider.wsUnsuccessfulReconnects = 0
      wire.provider.disconnect()
      wire.provider.connect()
    }
  }
  window.addEventListener('online', tryNow)
  const timer = setInterval(tick, TICK_MS)
  void start(vaultId)

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
      clearTimeout(hintTimer)
      stopListening()
      window.removeEventListener('online', tryNow)
      for (const visit of [...visits.values()]) end(visit)
      for (const wire of emptying) wire.destroy()
      hintSealer.forget()
    },
  }
}
