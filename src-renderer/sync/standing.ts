/** What a coach is told of the sync, from what the relay's answers come to. */
import type { Unreached } from '../../shared/bridge/network'
import { CLOSE_FULL, CLOSE_NEEDS_SECRET } from '../../shared/relay/wire'

/** `needs-secret`, `refused` and `full`: of the whole vault when its own room is closed to it, else of some mentees. */
export type SyncProblem =
  | 'unreachable'
  | 'mute'
  | 'needs-secret'
  | 'refused'
  | 'full'
  | 'garbage'
  | Exclude<Unreached, 'silent' | 'answers'>

export interface Standing {
  /**
   * 'refused': the relay keeps rooms closed to this vault, and there is nothing else to do. 'awaiting': nothing is under
   * way, and of mentees whom the vault lists nothing has arrived here yet.
   */
  readonly state: 'offline' | 'syncing' | 'refused' | 'awaiting' | 'synced'
  readonly problem: SyncProblem | null
  /** Mentees whose rooms the relay keeps closed while the vault's own is open. */
  readonly refused: number
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

export const standingOf = ({
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
