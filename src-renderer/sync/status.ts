/** The sync's status, as screens read it: how it stands by the relay's answers, since when, and what is still to come. */
import type { Unreached } from '../../shared/bridge/network'
import { CLOSE_FULL, CLOSE_NEEDS_SECRET } from '../../shared/relay/wire'
import type { LateChanges } from './late'
import type { SyncState } from './plan'

/** So long the relay may take to answer before the coach is told that it does not. */
const SILENT_MS = 3000
/** And so long one that has let this laptop in. */
const MUTE_MS = 12_000
/** "Synced a moment ago" is written so often. */
const SYNCED_EVERY_MS = 10_000

/** `needs-secret`, `refused` and `full`: of the whole vault when its own room is closed to it, else of some mentees. */
export type SyncProblem =
  | 'unreachable'
  | 'mute'
  | 'needs-secret'
  | 'refused'
  | 'full'
  | 'garbage'
  | Exclude<Unreached, 'silent' | 'answers'>

interface Standing {
  /**
   * 'refused': the relay keeps rooms closed to this vault, and there is nothing else to do. 'awaiting': nothing is under
   * way, and of mentees whom the vault lists nothing has arrived here yet.
   */
  readonly state: 'offline' | 'syncing' | 'refused' | 'awaiting' | 'synced'
  readonly problem: SyncProblem | null
  /** Mentees whose rooms the relay keeps closed while the vault's own is open. */
  readonly refused: number
}

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

export const NOT_YET: SyncStatus = {
  state: 'offline',
  lastSynced: null,
  problem: null,
  confirms: true,
  refused: 0,
  missing: 0,
  late: [],
  twin: null,
}

export interface Facts {
  readonly vault: string
  /** Of the vault's own room; nothing while it is not visited. */
  readonly wire:
    | { readonly connected: boolean; readonly synced: boolean; readonly confirms: boolean }
    | undefined
  readonly listed: readonly string[]
  /** Whom a record is about: a companion is about whom its record is. */
  readonly menteeOf: (record: string) => string
  readonly missing: number
  readonly late: readonly LateChanges[]
  /** Local changes that the relay has not confirmed: of all records, and of one. */
  readonly waiting: number
  readonly waitingOf: (record: string) => number
  /** What this laptop has changed is not in the change map yet, by which the others find it. */
  readonly telling: boolean
  /** Some room holds what cannot be read. */
  readonly garbage: boolean
  /** What main has found out of a relay that is not reached. */
  readonly unreached: Unreached | null
}

/** Whether the relay's own room has had no answer for so long that the coach is told. */
export const isSilent = (
  state: SyncState,
  { vault, wire }: Pick<Facts, 'vault' | 'wire'>,
  now: number,
): boolean => {
  const visit = state.visits.get(vault)
  return wire?.connected !== true && visit !== undefined && now - visit.startedAt >= SILENT_MS
}

/** Whether the relay has let this laptop in and not answered for so long that the coach is told. */
const isMute = ({ visits }: SyncState, vault: string, now: number): boolean => {
  const unanswered = visits.get(vault)?.unanswered
  return unanswered !== undefined && now - unanswered.since >= MUTE_MS
}

const problemOf = (codes: readonly number[]): SyncProblem | null => {
  if (codes.length === 0) return null
  if (codes.includes(CLOSE_NEEDS_SECRET)) return 'needs-secret'
  return codes.every((code) => code === CLOSE_FULL) ? 'full' : 'refused'
}

/** Of a relay that does not answer, what is known of why; of one that does, that the clocks are apart. */
const onTheWay = (silent: boolean, unreached: Unreached | null): SyncProblem | null => {
  if (unreached === 'clock') return 'clock'
  if (!silent) return null
  return unreached === null || unreached === 'silent' || unreached === 'answers'
    ? 'unreachable'
    : unreached
}

const standingOf = ({
  own,
  mentees,
  connected,
  busy,
  missing,
  garbage,
  silent,
  mute,
  unreached,
}: {
  /** The code with which the relay closed the vault's own room, and those of mentees. */
  readonly own: number | undefined
  readonly mentees: readonly number[]
  readonly connected: boolean
  /** Something is under way, or waits that the relay would take. */
  readonly busy: boolean
  /** Mentees of whom nothing has arrived. */
  readonly missing: number
  readonly garbage: boolean
  /** The relay has not answered for some seconds. */
  readonly silent: boolean
  /** It lets this laptop in, and does not answer then. */
  readonly mute: boolean
  readonly unreached: Unreached | null
}): Standing => {
  const refused = own === undefined ? mentees.length : 0
  const refusal = problemOf(own === undefined ? mentees : [own])
  const problem = refusal ?? (garbage ? 'garbage' : mute ? 'mute' : onTheWay(silent, unreached))
  if (own !== undefined) return { state: 'refused', problem, refused }
  if (!connected) return { state: 'offline', problem, refused }
  if (busy) return { state: 'syncing', problem, refused }
  if (refused > 0) return { state: 'refused', problem, refused }
  return { state: missing > 0 ? 'awaiting' : 'synced', problem, refused }
}

const standingNow = (state: SyncState, facts: Facts, now: number): Standing => {
  const { vault, wire, listed } = facts
  const connected = wire?.connected === true
  const closed = listed.filter((record) => record !== vault && state.closed.has(record))
  const closedMentees = new Map(closed.map((record) => [facts.menteeOf(record), record]))
  /** What is written about them waits for as long as their rooms are closed. */
  const held = closed.reduce((sum, record) => sum + facts.waitingOf(record), 0)
  return standingOf({
    own: state.closed.get(vault),
    mentees: [...closedMentees.values()].map((record) => state.closed.get(record) ?? CLOSE_FULL),
    connected,
    busy:
      state.queue.size > 0 ||
      state.opening.size > 0 ||
      state.sweptSince === undefined ||
      facts.telling ||
      [...state.visits].some(
        ([record, { idleSince }]) => idleSince === undefined && !state.closed.has(record),
      ) ||
      facts.waiting > held,
    missing: facts.missing,
    garbage: state.shunned.size > 0 || facts.garbage,
    silent: isSilent(state, facts, now),
    mute: isMute(state, vault, now),
    unreached: facts.unreached,
  })
}

/** `now` on the plan's clock, `date` as epoch milliseconds. Returns `before` when there is nothing new to say. */
export const statusOf = (
  before: SyncStatus,
  state: SyncState,
  facts: Facts,
  now: number,
  date: number,
): SyncStatus => {
  const next: SyncStatus = {
    ...before,
    ...standingNow(state, facts, now),
    missing: facts.missing,
    late: facts.late,
    confirms: facts.wire === undefined || !facts.wire.synced || facts.wire.confirms,
  }
  const isSynced = next.state === 'synced'
  const isSame = JSON.stringify(next) === JSON.stringify(before)
  if (isSame && !(isSynced && Math.abs(date - (before.lastSynced ?? 0)) > SYNCED_EVERY_MS))
    return before
  return { ...next, lastSynced: isSynced ? date : before.lastSynced }
}
