/**
 * A visit: a record that is connected to its room on the relay, and what it needs to come to rest there. A visit is at
 * rest once everything here is stored by the relay, both sides have told each other so lately, and nothing waits.
 *
 * A visit that gets nowhere is helped along in steps: both sides exchange what they have, then the connection is
 * opened anew, ever more rarely; and if updates still wait for others that never come, the envelope itself is broken
 * and the record moves on to a fresh one.
 */
import type { Lease } from '../store/record/open-records'
import type { Wire } from './wire'

/** A stock server never says that it stored; after this long without a word, sent has to do. */
const UNCONFIRMED_GRACE_MS = 1000
/** Without progress for so long the connection is opened anew; the wait doubles each time. */
const FIRST_PATIENCE_MS = 8_000
const MOST_PATIENCE_MS = 32_000
/** Time for the laptop that has what is missing to notice, reconnect and send it, twice over. */
const STUCK_MS = 18_000
/** What was told of arrives within seconds, if at all; then it is asked for, and waited for. */
const ASK_AFTER_MS = 4000
const LATE_MS = 20_000
/** So much that cannot be read is not kept: a record of four years is below a tenth of it. */
export const MOST_UNREAD_BYTES = 16 * 1024 * 1024

export interface Visit {
  readonly record: string
  readonly lease: Lease
  wire: Wire
  readonly startedAt: number
  /** When both sides had exchanged what they had, in this connection. */
  syncedAt: number | undefined
  /** Since when it is at rest. */
  idleSince: number | undefined
  lastPush: number
  stuckSince: number | undefined
  /** Since when changes are missing that the relay should have brought. */
  lateSince: number | undefined
  confirming: boolean
  /** When something was last confirmed or came in, or the connection was opened anew. */
  progressAt: number
  patience: number
}

export const newVisit = (record: string, lease: Lease, wire: Wire): Visit => ({
  record,
  lease,
  wire,
  startedAt: performance.now(),
  syncedAt: undefined,
  idleSince: undefined,
  lastPush: 0,
  stuckSince: undefined,
  lateSince: undefined,
  confirming: false,
  progressAt: performance.now(),
  patience: FIRST_PATIENCE_MS,
})

/** The relay has everything that is stored here. */
export const isConfirmed = ({ wire, lastPush, syncedAt }: Visit): boolean =>
  wire.confirmed() &&
  (wire.confirms() || performance.now() - Math.max(lastPush, syncedAt ?? 0) > UNCONFIRMED_GRACE_MS)

export const isAtRest = (visit: Visit): boolean => {
  const { live } = visit.lease
  return (
    isConfirmed(visit) &&
    visit.wire.agrees() &&
    live.head().waiting === 0 &&
    live.saving() === 'saved' &&
    live.generation() === live.head().generation &&
    !isWaitingForLate(visit)
  )
}

const isWaitingForLate = ({ lateSince }: Visit): boolean =>
  lateSince !== undefined && performance.now() - lateSince < LATE_MS

/** Both sides agree, and still there are changes that others made and that are not here. */
const helpLate = (visit: Visit): 'wait' | 'leave' => {
  const { live } = visit.lease
  const now = performance.now()
  if (live.envelope.missing().size === 0) visit.lateSince = undefined
  else if (visit.wire.agrees()) visit.lateSince ??= now
  if (visit.lateSince === undefined) return 'wait'
  if (now - visit.lateSince > ASK_AFTER_MS) live.askForMissing()
  return now - visit.lateSince > LATE_MS ? 'leave' : 'wait'
}

/** Something went forward: the next trouble is a new one. */
export const noteProgress = (visit: Visit): void => {
  visit.progressAt = performance.now()
  visit.patience = FIRST_PATIENCE_MS
}

/**
 * Helps a visit along that is not at rest. Resolves to whether its envelope has to be left for a fresh one: updates wait
 * for others that never come, what others made is out of reach in it (`told`: they said so in this session, so that it
 * is somewhere), or too much in it cannot be read.
 */
export const helpAlong = (visit: Visit, told: boolean): 'wait' | 'leave' => {
  const { wire } = visit
  const now = performance.now()
  if (visit.lease.live.envelope.report().unreadBytes > MOST_UNREAD_BYTES) return 'leave'
  if (helpLate(visit) === 'leave' && told) {
    visit.lateSince = undefined
    return 'leave'
  }
  // A new connection, also one of our own making, does not begin the wait anew: only what it brings can end it.
  if (!wire.isStuck()) visit.stuckSince = undefined
  if (!wire.connected()) {
    visit.syncedAt = undefined
    visit.progressAt = now
    return 'wait'
  }
  if (wire.isStuck() && visit.stuckSince === undefined) {
    visit.stuckSince = now
    wire.exchange()
  } else if (
    visit.stuckSince !== undefined &&
    now - visit.stuckSince > STUCK_MS &&
    // An exchange that cannot be read never ends.
    (wire.synced() || wire.garbage() > 0)
  ) {
    visit.stuckSince = undefined
    return 'leave'
  }
  if (visit.idleSince === undefined && now - visit.progressAt > visit.patience) {
    visit.patience = Math.min(MOST_PATIENCE_MS, visit.patience * 2)
    visit.progressAt = now
    wire.reconnect()
  }
  return 'wait'
}
