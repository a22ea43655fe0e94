/**
 * Sync through a folder: brings every record's envelope together with the other laptops', with no server, through files
 * that each laptop writes and the others read (decision 29). A folder is one more wire: what lies in it are envelope updates,
 * taken in as a relay's are.
 *
 * One thing at a time: looked (looking.ts, taking.ts), written (writing.ts) or told, as the plan has it (folder-plan.ts).
 */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Host } from '../../../shared/bridge/host'
import type { SyncFolderProblem } from '../../../shared/bridge/sync-folder'
import type { VaultSession } from '../../store/session/vault-session'
import { awaited } from '../awaited'
import { isHeld } from '../held'
import { createConfirming } from './confirming'
import { createFolderSealer, placeOf, stateOf } from './folder-file'
import { decodeMemory, encodeMemory, type FolderMemory, newMemory } from './folder-memory'
import {
  changed,
  failed,
  lookNow,
  NO_TIMES,
  planFolder,
  succeeded,
  type Timing,
} from './folder-plan'
import {
  FOLDER_NOT_YET,
  type FolderProblem,
  type FolderStatus,
  laptopsOf,
  statusAfter,
} from './folder-status'
import { createLooking } from './looking'
import { tendOldPlaces } from './old-places'
import { createTaking } from './taking'
import { createWriting } from './writing'

const TICK_MS = 250
/** Own files may be out of sight for so long before they are written anew: a sync program moves them about. */
const OWN_AWAY_MS = 30_000
/** What a file follows on is read once more at most so often. */
const READ_AGAIN_MS = 60_000
/** A reading of more records than this says how far it is. */
const QUIET_RECORDS = 3

export interface FolderSync {
  readonly status: StoreApi<FolderStatus>
  readonly lookNow: () => void
  /** The place is gone from the folder, and the coach says that this is the right folder: everything is written anew. */
  readonly writeAnew: () => void
  /** Writes what is waiting; resolves when that is done or has failed. Never rejects. */
  readonly flush: () => Promise<void>
  /** Ends it for good; `remove`: with what this laptop has written there. */
  readonly leave: (remove: boolean) => Promise<void>
  readonly destroy: () => void
}

// biome-ignore lint/complexity/noExcessiveLinesPerFunction: what is known, what was found and what time it is are one state, over which one thing at a time is done.
export const startFolderSync = (
  session: VaultSession,
  host: Host['syncFolder'],
  { alone }: { /** No relay beside it. */ readonly alone: boolean },
): FolderSync => {
  const { vaultKey } = session.opened
  const place = placeOf(vaultKey)
  const sealer = createFolderSealer(vaultKey)
  const run = crypto.randomUUID()
  const status = createStore<FolderStatus>(() => FOLDER_NOT_YET)
  const stopping = new AbortController()
  const { signal } = stopping
  let known: FolderMemory = newMemory()
  let timing: Timing = NO_TIMES
  let busy: Promise<unknown> | undefined
  let problem: FolderProblem | null = null
  let names: ReadonlySet<string> = new Set()
  let [isRead, isFirst, isLate, isRefused] = [false, true, false, false]
  let progress: FolderStatus['progress'] = null
  let ownAwaySince: number | undefined
  let readAgainAt = Number.NEGATIVE_INFINITY
  /** What this laptop told last: its own state, and those of the others that it had read. */
  let told = ''
  let entries = session.entries()

  const listed = (): readonly string[] => [session.vaultRecordId, ...entries.map(({ id }) => id)]
  const confirmAll = createConfirming(session)
  const looking = createLooking(host, place, sealer, () => known)
  const taking = createTaking(session, () => known)
  const writing = createWriting(session, host, place, sealer, () => known, {
    run,
    listed,
    moves: alone,
    unread: () => looking.unread(),
  })

  const others = () =>
    [...looking.heads.values()].filter(({ head }) => head.device !== session.device)
  const unreadOf = (files: readonly string[]): number =>
    files.filter((hash) => !known.done.has(hash)).length
  const readStates = (): readonly string[] =>
    others()
      .filter(({ head }) => unreadOf(head.files) === 0)
      .map(({ head }) => stateOf(head.device, head.files))
      .sort()
  const toTell = (): string => [writing.state(), ...readStates()].join()

  const publish = (): void => {
    const now = performance.now()
    const { vault } = session.model.getState()
    const laptops = laptopsOf(others(), {
      unreadOf,
      state: writing.state(),
      devices: vault.devices,
      now,
      date: Date.now(),
    })
    const waiting = writing.isWritten()
      ? writing.waiting().length
      : Math.max(1, writing.waiting().length)
    const { count: unopened, newer } = looking.unopened(now)
    const unwritable = writing.held() + (isRefused && timing.failures > 1 ? 1 : 0)
    const seen = { unopened, newer, unreadable: looking.unreadable(), unwritable }
    const facts = { problem, waiting, laptops, progress, missing: awaited(session).length, ...seen }
    status.setState((before) => statusAfter(before, facts, isRead, Date.now()))
    if (alone && status.getState().state === 'agreed') confirmAll(listed())
  }

  const noteTwin = (): void => {
    const own = looking.heads.get(session.device)
    // One that counts further than any that was written here.
    if (own === undefined || isFirst || own.head.run === run || own.head.count <= known.heads)
      return
    status.setState({ twin: run > own.head.run ? 'this' : 'other' })
  }

  const takeAll = async (): Promise<void> => {
    const took = await taking.take(looking.opened, (done, of) => {
      progress = of > QUIET_RECORDS && done < of ? { done, of } : null
      if (progress !== null) publish()
    })
    looking.took(took)
    progress = null
    // What they follow on was read and is not here: a record that was put back, or an envelope that was left.
    const left = [...looking.opened.values()]
    if (left.length > 0 && performance.now() - readAgainAt > READ_AGAIN_MS) {
      readAgainAt = performance.now()
      for (const { device } of left) looking.readAgain(device)
    }
    if (took.size > 0) await session.onFolder.write(encodeMemory(known))
  }

  /** What this laptop wrote is gone: by somebody's hand, or because the folder is another one. */
  const missOwn = (now: number): void => {
    const own = known.levels.flatMap(({ files }) => files)
    if (own.every(({ name }) => names.has(name))) ownAwaySince = undefined
    else ownAwaySince ??= now
    if (ownAwaySince === undefined || now - ownAwaySince < OWN_AWAY_MS) return
    ownAwaySince = undefined
    known.levels = []
  }

  /** A laptop is gone from the folder, or a file of one: what only that held is written by those that have it. */
  const takeOver = (): void => {
    const before = isLate
    // One that is there and is not given just now is not lost.
    isLate = status.getState().laptops.some(({ late }) => late > looking.unreadable())
    if (looking.takeLeft().length === 0 && (before || !isLate)) return
    for (const [record, lying] of known.lying) known.lying.set(record, { ...lying, commits: -1 })
  }

  const look = async (): Promise<void> => {
    const now = performance.now()
    const found = await looking.look(now)
    problem = found.problem
    if (found.problem !== null || signal.aborted) return
    if (!found.there && known.levels.length > 0) {
      problem = 'emptied'
      return
    }
    names = found.names
    await takeAll()
    noteTwin()
    takeOver()
    missOwn(now)
    await writing.tidyAgain(now)
    const all = new Set(listed())
    if (known.levels.some(({ ends }) => [...ends.keys()].some((record) => !all.has(record))))
      known.baseDue = true
    isRead = true
    isFirst = false
    status.setState({ readAt: Date.now() })
  }

  const tell = async (): Promise<SyncFolderProblem | null> => {
    const telling = toTell()
    const refused = await writing.tell(readStates())
    if (refused === null) told = telling
    return refused
  }

  const write = async (): Promise<SyncFolderProblem | null> => {
    const refused = await writing.write()
    // A file that another program holds keeps nobody from hearing what was read.
    if (refused === 'unwritable' && toTell() !== told) return (await tell()) ?? refused
    return refused ?? tell()
  }

  const doing = async (step: 'look' | 'write' | 'tell'): Promise<void> => {
    try {
      if (step === 'look') await look()
      else {
        const refused = step === 'write' ? await write() : await tell()
        isRefused = refused === 'unwritable'
        problem = isRefused ? null : refused
        timing = refused === null ? succeeded(timing) : failed(timing, performance.now())
      }
    } catch {
      // The store refuses, or the vault is being closed: it is tried again.
      timing = failed(timing, performance.now())
    }
  }

  const ready = session.onFolder.read().then(
    (row) => {
      known = decodeMemory(row)
    },
    () => undefined,
  )

  function tick(): void {
    if (signal.aborted || busy !== undefined || isHeld(session)) return
    const planned = planFolder(
      timing,
      {
        busy: false,
        reached: isRead && problem !== 'gone' && problem !== 'emptied' && problem !== 'slow',
        waits: !writing.isWritten() || writing.waiting().length > 0,
        tells: toTell() !== told,
      },
      performance.now(),
    )
    timing = planned.timing
    if (planned.step === undefined) return publish()
    const step = doing(planned.step)
    busy = step
    void step.then(() => {
      busy = undefined
      if (signal.aborted) return
      publish()
      tick()
    })
  }

  const stopListening = session.listen({
    stored: () => {
      timing = changed(timing, performance.now())
      publish()
    },
    entries: (now) => {
      entries = now
    },
  })
  void ready.then(tick)
  tendOldPlaces(session, host, signal)
  const timer = setInterval(() => void ready.then(tick), TICK_MS)

  const destroy = (): void => {
    stopping.abort()
    clearInterval(timer)
    stopListening()
    // Not under a step that still seals with it.
    void Promise.resolve(busy).then(sealer.forget)
  }

  return {
    status,
    lookNow: () => {
      timing = lookNow(timing)
      tick()
    },
    writeAnew: () => {
      known.levels = []
      known.lying.clear()
      known.done.clear()
      problem = null
      timing = lookNow(timing)
    },
    flush: async () => {
      await busy
      const isIdle = !isRead || problem !== null || writing.waiting().length === 0
      if (signal.aborted || isHeld(session) || isIdle) return
      busy = doing('write')
      await busy
      busy = undefined
    },
    leave: async (remove) => {
      destroy()
      await busy
      // Its head goes in any case: nobody is to wait for a laptop that reads no more.
      await host.keep(place, remove ? [] : writing.files())
      await session.onFolder.write(encodeMemory(newMemory()))
      await host.leave()
    },
    destroy,
  }
}
