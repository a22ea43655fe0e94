/**
 * The plan of the sync: which record is visited when, and what is done next.
 *
 * The vault record's room stays connected. On each (re)connection, and every five minutes, the records that may have
 * something new on either side are visited once, a few at a time (map/change-map.ts knows which); in between those that
 * a hint tells of, that are written in, or that a screen shows, which stay connected. Nothing about this order matters
 * for safety: a record that was not visited is only late.
 *
 * Nothing is done here, and no clock is read: from what is remembered, what is seen and what time it is follows what to
 * remember and which steps to take (sync.ts takes them). All times are milliseconds of one clock.
 */
import { CLOSE_FULL } from '../../shared/relay/wire'
import {
  newVisit,
  planVisit,
  progressed,
  type SeenVisit,
  type Visit,
  type VisitStep,
  wireOf,
} from './visit'

const VISITS_AT_ONCE = 6
const VISIT_TIMEOUT_MS = 20_000
/** How long a visited record that nobody uses stays connected, to answer for what it just sent. */
const LINGER_MS = 1500
const SWEEP_MS = 5 * 60_000
/** How often a mentee is asked for whom the vault lists and this laptop has never got. */
const ASK_FOR_MISSING_MS = 15_000
/** How often the vault's own room is tried when it could not be opened. */
const RETRY_VAULT_MS = 5_000
/** A record goes on in a fresh room so often at once, and then only after a while: somebody spoils those, too. */
const MOST_MOVES = 3
const MOVE_AGAIN_MS = 5 * 60_000

export interface SyncState {
  readonly visits: ReadonlyMap<string, Visit>
  /** Records that are being opened for a visit. */
  readonly opening: ReadonlySet<string>
  /** Records that wait for a visit, the first first. */
  readonly queue: ReadonlySet<string>
  /** Changed elsewhere during a visit, which may end before it has that: it is followed by another one. */
  readonly hinted: ReadonlySet<string>
  /** How many screens show a record. */
  readonly pins: ReadonlyMap<string, number>
  /** How often a record has left its envelope for a fresh one, and when it last did. */
  readonly moves: ReadonlyMap<string, { readonly count: number; readonly at: number }>
  /** Records whose room on this relay is full of what is none of ours, again and again. */
  readonly shunned: ReadonlySet<string>
  /** Records whose rooms the relay keeps closed, by the code it said so with; until a visit succeeds. */
  readonly closed: ReadonlyMap<string, number>
  readonly sweptSince: number | undefined
  readonly askedForMissing: number
  readonly triedVault: number
}

/** What there is to see, beside what is remembered. */
export interface Seen {
  readonly vault: string
  /** The records that the vault lists, and those of them whose mentees have never arrived here. */
  readonly listed: readonly string[]
  readonly missing: readonly string[]
  /** The records whose rooms may have something new, or lack something of ours; nothing until that is known. */
  readonly due: () => readonly string[] | undefined
  readonly visits: ReadonlyMap<string, SeenVisit>
}

export type Step =
  | VisitStep
  | { readonly do: 'visit'; readonly record: string }
  | { readonly do: 'end'; readonly record: string }
  /** Both sides have all that either has; `isOver`: nothing was heard of the record since the visit began. */
  | { readonly do: 'rest'; readonly record: string; readonly isOver: boolean }

export const INITIAL: SyncState = {
  visits: new Map(),
  opening: new Set(),
  queue: new Set(),
  hinted: new Set(),
  pins: new Map(),
  moves: new Map(),
  shunned: new Set(),
  closed: new Map(),
  sweptSince: undefined,
  askedForMissing: Number.NEGATIVE_INFINITY,
  triedVault: Number.NEGATIVE_INFINITY,
}

const plus = <T>(set: ReadonlySet<T>, ...more: readonly T[]): ReadonlySet<T> =>
  new Set([...set, ...more])
const minus = <T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> =>
  new Set([...set].filter((each) => each !== one))
const put = <T>(map: ReadonlyMap<string, T>, key: string, value: T): ReadonlyMap<string, T> =>
  new Map(map).set(key, value)
const drop = <T>(map: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> =>
  new Map([...map].filter(([each]) => each !== key))

/** A record is to be visited. */
export const wanted = (state: SyncState, ...records: readonly string[]): SyncState => ({
  ...state,
  queue: plus(state.queue, ...records),
})

/** Another laptop has changed a record, or says that the relay has it. */
export const heardOf = (state: SyncState, record: string): SyncState =>
  state.visits.has(record)
    ? { ...state, hinted: plus(state.hinted, record) }
    : wanted(state, record)

/** A record was opened for a visit; `overgrown`: its envelope is to be left. */
export const opened = (
  state: SyncState,
  record: string,
  now: number,
  overgrown = false,
): SyncState => ({
  ...state,
  opening: minus(state.opening, record),
  visits: put(state.visits, record, newVisit(now, overgrown)),
})

/** It did not open just now, so it is only late: the next sweep asks again. */
export const notOpened = (state: SyncState, record: string): SyncState => ({
  ...state,
  opening: minus(state.opening, record),
})

/** Remembers something of a visit, for as long as that lasts. */
export const visited = (
  state: SyncState,
  record: string,
  change: (visit: Visit) => Visit,
): SyncState => {
  const visit = state.visits.get(record)
  return visit === undefined
    ? state
    : { ...state, visits: put(state.visits, record, change(visit)) }
}

/** Something was written here and is stored. */
export const written = (state: SyncState, record: string, now: number): SyncState =>
  state.visits.has(record)
    ? visited(state, record, (visit) => ({ ...visit, lastPush: now }))
    : wanted(state, record)

/** Something came in, or the relay has stored more than before. */
export const wentForward = (state: SyncState, record: string, now: number): SyncState =>
  visited(state, record, (visit) => progressed(visit, now))

export const pinned = (state: SyncState, record: string): SyncState =>
  wanted({ ...state, pins: put(state.pins, record, (state.pins.get(record) ?? 0) + 1) }, record)

export const unpinned = (state: SyncState, record: string): SyncState => {
  const left = (state.pins.get(record) ?? 1) - 1
  return { ...state, pins: left > 0 ? put(state.pins, record, left) : drop(state.pins, record) }
}

/** What was due is to be asked for anew. */
export const unswept = (state: SyncState): SyncState => ({ ...state, sweptSince: undefined })

/** A visit ends. */
export const ended = (state: SyncState, record: string): SyncState => {
  const over = { ...state, visits: drop(state.visits, record) }
  return state.hinted.has(record)
    ? wanted({ ...over, hinted: minus(state.hinted, record) }, record)
    : over
}

interface Plan {
  readonly state: SyncState
  readonly steps: readonly Step[]
}

const closedAsSeen = (closed: SyncState['closed'], seen: SeenVisit): SyncState['closed'] => {
  const { closedWith, refused, synced } = wireOf(seen)
  if (closedWith !== undefined && (refused || closedWith === CLOSE_FULL))
    return put(closed, seen.record, closedWith)
  return (closedWith !== undefined || synced) && closed.has(seen.record)
    ? drop(closed, seen.record)
    : closed
}

const mayEnd = (
  state: SyncState,
  visit: Visit,
  { record, wire }: SeenVisit,
  now: number,
): boolean => {
  const idle = visit.idleSince !== undefined && now - visit.idleSince > LINGER_MS
  const tooLong = now - visit.startedAt > VISIT_TIMEOUT_MS && !wire.connected
  const crowded = visit.idleSince !== undefined && state.queue.size > 0
  return !state.pins.has(record) && (idle || tooLong || crowded || wire.refused)
}

const lookAt = (
  before: SyncState,
  visit: Visit,
  seen: SeenVisit,
  vault: string,
  now: number,
): Plan => {
  const { record } = seen
  const { count, at } = before.moves.get(record) ?? { count: 0, at: 0 }
  const planned = planVisit(visit, seen, now, count < MOST_MOVES || now - at > MOVE_AGAIN_MS)
  const upTo = Math.max(visit.progressAt, visit.lastPush)
  const isNoted = planned.visit.idleSince === undefined || visit.notedUpTo === upTo
  const steps: readonly Step[] = isNoted
    ? planned.steps
    : [...planned.steps, { do: 'rest', record, isOver: !before.hinted.has(record) }]
  const state: SyncState = {
    ...before,
    closed: closedAsSeen(before.closed, seen),
    visits: put(
      before.visits,
      record,
      isNoted ? planned.visit : { ...planned.visit, notedUpTo: upTo },
    ),
    moves: steps.some((step) => step.do === 'move')
      ? put(before.moves, record, { count: count + 1, at: now })
      : before.moves,
  }
  if (planned.shun) {
    const shunning = { ...state, shunned: plus(state.shunned, record) }
    return { state: ended(shunning, record), steps: [...steps, { do: 'end', record }] }
  }
  return record !== vault && mayEnd(state, planned.visit, { ...seen, wire: planned.wire }, now)
    ? { state: ended(state, record), steps: [...steps, { do: 'end', record }] }
    : { state, steps }
}

/** As many of those that wait as there are places for; a screen's record takes none once it is open. */
const startWaiting = (before: SyncState, vault: string): Plan => {
  const taken = [...before.visits.keys()].filter(
    (record) => record !== vault && !before.pins.has(record),
  )
  let free = VISITS_AT_ONCE - taken.length - before.opening.size
  const [opening, queue] = [new Set(before.opening), new Set(before.queue)]
  const steps: Step[] = []
  for (const record of before.queue) {
    const isUnderWay =
      before.visits.has(record) || opening.has(record) || before.shunned.has(record)
    if (!isUnderWay) {
      if (free-- <= 0) break
      opening.add(record)
      steps.push({ do: 'visit', record })
    }
    queue.delete(record)
  }
  return { state: { ...before, opening, queue }, steps }
}

const mayTryVault = (
  { visits, opening, shunned, triedVault }: SyncState,
  vault: string,
  now: number,
): boolean =>
  !visits.has(vault) &&
  !opening.has(vault) &&
  !shunned.has(vault) &&
  now - triedVault > RETRY_VAULT_MS

export const plan = (before: SyncState, seen: Seen, now: number): Plan => {
  const { vault } = seen
  const steps: Step[] = []
  let state = before
  if (mayTryVault(state, vault, now)) {
    state = { ...state, triedVault: now, opening: plus(state.opening, vault) }
    steps.push({ do: 'visit', record: vault })
  }
  const isConnected = seen.visits.get(vault)?.wire.synced === true
  if (!isConnected) state = { ...state, sweptSince: undefined }
  else if (state.sweptSince === undefined || now - state.sweptSince > SWEEP_MS) {
    const due = seen.due()
    if (due !== undefined) state = wanted({ ...state, sweptSince: now }, ...due)
  }
  for (const [record, visit] of state.visits) {
    const seenVisit = seen.visits.get(record)
    if (seenVisit === undefined) continue
    const looked = lookAt(state, visit, seenVisit, vault, now)
    state = looked.state
    steps.push(...looked.steps)
  }
  if (!isConnected) return { state, steps }
  if (now - state.askedForMissing > ASK_FOR_MISSING_MS)
    state = wanted({ ...state, askedForMissing: now }, ...seen.missing)
  const started = startWaiting(state, vault)
  return { state: started.state, steps: [...steps, ...started.steps] }
}
