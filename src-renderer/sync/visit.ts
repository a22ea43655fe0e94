/**
 * A visit: a record that is connected to its room on the relay, and what it needs to come to rest there. A visit is at
 * rest once everything here is stored by the relay, both sides have told each other so lately, and nothing waits.
 *
 * A visit that gets nowhere is helped along in steps: both sides exchange what they have, then the connection is
 * opened anew, ever more rarely; and if updates still wait for others that never come, the envelope itself is broken
 * and the record moves on to a fresh one.
 *
 * Nothing is done here. From what is remembered of a visit and what is seen of it now follows what to remember, and
 * which steps to take (sync.ts takes them). All times are milliseconds of one clock.
 */

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
/** A connection that is opened anew, of our own accord, is open again within this. */
const REOPENED_WITHIN_MS = 2000
/** So much that cannot be read is not kept: a record of four years is below a tenth of it. */
export const MOST_UNREAD_BYTES = 16 * 1024 * 1024

export interface Visit {
  readonly startedAt: number
  /** When both sides had exchanged what they had, in this connection. */
  readonly syncedAt: number | undefined
  /** Since when the relay lets this laptop in and does not answer, and when that was last seen. */
  readonly unanswered: { readonly since: number; readonly seenAt: number } | undefined
  /** Since when it is at rest. */
  readonly idleSince: number | undefined
  /** When something of this laptop's own was last sent. */
  readonly lastPush: number
  /** The last news from either side when its rest was noted. */
  readonly notedUpTo: number
  readonly stuckSince: number | undefined
  /** Since when changes are missing that the relay should have brought. */
  readonly lateSince: number | undefined
  /** When something was last confirmed or came in, or the connection was opened anew. */
  readonly progressAt: number
  readonly patience: number
  /** Under way: noting what the relay has stored, and leaving for a fresh envelope. */
  readonly confirming: boolean
  readonly moving: boolean
  /** Too many editing sessions have left their mark on the envelope. */
  readonly overgrown: boolean
}

/** What a wire says of itself (wire.ts). */
export interface SeenWire {
  readonly connected: boolean
  readonly synced: boolean
  readonly confirmed: boolean
  readonly confirms: boolean
  readonly agrees: boolean
  readonly stuck: boolean
  readonly refused: boolean
  readonly closedWith: number | undefined
  readonly garbage: boolean
}

export interface SeenVisit {
  readonly record: string
  readonly wire: SeenWire
  /** Of the room that the wire is in. */
  readonly wireGeneration: number
  /** Of the envelope that edits go into, and of the one that is stored. */
  readonly generation: number
  readonly storedGeneration: number
  /** The latest that the record is known to have moved to. */
  readonly knownGeneration: number
  /** Local changes that the relay has not confirmed. */
  readonly waiting: number
  readonly saved: boolean
  /** Changes that others made are not here; `told`: they said so in this session, so that those are somewhere. */
  readonly lacks: boolean
  readonly told: boolean
  readonly unreadBytes: number
}

export type VisitStep =
  /** Leaves the room for the one of the generation that is stored. */
  | { readonly do: 'reopen'; readonly record: string }
  /** Puts the envelope in order, and answers what others ask for. */
  | { readonly do: 'tend'; readonly record: string }
  /** Asks the other laptops for what is missing. */
  | { readonly do: 'ask'; readonly record: string }
  | { readonly do: 'exchange'; readonly record: string }
  | { readonly do: 'reconnect'; readonly record: string }
  /** Leaves the envelope for a fresh one; the record is the truth. */
  | { readonly do: 'move'; readonly record: string }
  /** Moves where another laptop has moved to. */
  | { readonly do: 'follow'; readonly record: string; readonly generation: number }
  | { readonly do: 'confirm'; readonly record: string; readonly waiting: number }

export interface VisitPlan {
  readonly visit: Visit
  /** The wire as the steps will leave it. */
  readonly wire: SeenWire
  readonly steps: readonly VisitStep[]
  /** The room is full of what is none of ours, again and again. */
  readonly shun: boolean
}

export const newVisit = (now: number, overgrown = false): Visit => ({
  startedAt: now,
  syncedAt: undefined,
  unanswered: undefined,
  idleSince: undefined,
  lastPush: 0,
  notedUpTo: Number.NEGATIVE_INFINITY,
  stuckSince: undefined,
  lateSince: undefined,
  progressAt: now,
  patience: FIRST_PATIENCE_MS,
  confirming: false,
  moving: false,
  overgrown,
})

/** Something went forward: the next trouble is a new one. */
export const progressed = (visit: Visit, now: number): Visit => ({
  ...visit,
  progressAt: now,
  patience: FIRST_PATIENCE_MS,
})

const FRESH_WIRE: SeenWire = {
  connected: false,
  synced: false,
  confirmed: false,
  confirms: false,
  agrees: false,
  stuck: false,
  refused: false,
  closedWith: undefined,
  garbage: false,
}

const isInFormerRoom = ({ generation, storedGeneration, wireGeneration }: SeenVisit): boolean =>
  // Not stored yet: the room is changed once it is.
  storedGeneration === generation && wireGeneration !== storedGeneration

/** The wire of a visit as it is once a former room is left. */
export const wireOf = (seen: SeenVisit): SeenWire => (isInFormerRoom(seen) ? FRESH_WIRE : seen.wire)

/** The relay has everything that is stored here. */
const isConfirmed = ({ lastPush, syncedAt }: Visit, wire: SeenWire, now: number): boolean =>
  wire.confirmed &&
  (wire.confirms || now - Math.max(lastPush, syncedAt ?? 0) > UNCONFIRMED_GRACE_MS)

const isAtRest = (visit: Visit, wire: SeenWire, seen: SeenVisit, now: number): boolean =>
  isConfirmed(visit, wire, now) &&
  wire.agrees &&
  seen.waiting === 0 &&
  seen.saved &&
  seen.generation === seen.storedGeneration &&
  !visit.moving &&
  !visit.confirming &&
  !(visit.lateSince !== undefined && now - visit.lateSince < LATE_MS)

const unansweredAt = (
  { unanswered }: Visit,
  { connected, synced }: SeenWire,
  now: number,
): Visit['unanswered'] => {
  if (synced) return undefined
  if (connected) return { since: unanswered?.since ?? now, seenAt: now }
  return unanswered !== undefined && now - unanswered.seenAt <= REOPENED_WITHIN_MS
    ? unanswered
    : undefined
}

interface Help {
  readonly visit: Visit
  readonly steps: readonly ('ask' | 'exchange' | 'reconnect')[]
  readonly leave: boolean
}

/** Both sides agree, and still there are changes that others made and that are not here. */
const helpLate = (visit: Visit, wire: SeenWire, { lacks, told }: SeenVisit, now: number): Help => {
  const since = visit.lateSince ?? (wire.agrees ? now : undefined)
  if (!lacks || since === undefined)
    return { visit: { ...visit, lateSince: undefined }, steps: [], leave: false }
  const leave = now - since > LATE_MS && told
  return {
    visit: { ...visit, lateSince: leave ? undefined : since },
    steps: now - since > ASK_AFTER_MS ? ['ask'] : [],
    leave,
  }
}

/** Updates wait for others. A new connection, also one of our own making, does not begin the wait anew. */
const helpStuck = (visit: Visit, wire: SeenWire, now: number): Help => {
  if (visit.stuckSince === undefined)
    return { visit: { ...visit, stuckSince: now }, steps: ['exchange'], leave: false }
  // An exchange that cannot be read never ends.
  const leave = now - visit.stuckSince > STUCK_MS && (wire.synced || wire.garbage)
  return { visit: leave ? { ...visit, stuckSince: undefined } : visit, steps: [], leave }
}

/**
 * Helps a visit along that is not at rest. Its envelope has to be left for a fresh one when updates wait for others that
 * never come, what others made is out of reach in it, or too much in it cannot be read.
 */
const helpAlong = (visit: Visit, wire: SeenWire, seen: SeenVisit, now: number): Help => {
  if (visit.overgrown || seen.unreadBytes > MOST_UNREAD_BYTES)
    return { visit, steps: [], leave: true }
  const late = helpLate(visit, wire, seen, now)
  if (late.leave) return late
  // Only what a connection brings can end the wait.
  const waiting = wire.stuck ? late.visit : { ...late.visit, stuckSince: undefined }
  if (!wire.connected)
    return { ...late, visit: { ...waiting, syncedAt: undefined, progressAt: now } }
  const stuck = wire.stuck
    ? helpStuck(waiting, wire, now)
    : { visit: waiting, steps: [], leave: false }
  const steps = [...late.steps, ...stuck.steps]
  if (stuck.leave || visit.idleSince !== undefined || now - visit.progressAt <= visit.patience)
    return { ...stuck, steps }
  const patience = Math.min(MOST_PATIENCE_MS, visit.patience * 2)
  return {
    visit: { ...stuck.visit, patience, progressAt: now },
    steps: [...steps, 'reconnect'],
    leave: false,
  }
}

/** What a look at a visit comes to. `canMove`: it has not moved to fresh envelopes again and again already. */
export const planVisit = (
  before: Visit,
  seen: SeenVisit,
  now: number,
  canMove: boolean,
): VisitPlan => {
  const { record, waiting } = seen
  const steps: VisitStep[] = []
  let wire = wireOf(seen)
  let visit: Visit = { ...before, unanswered: unansweredAt(before, seen.wire, now) }
  if (isInFormerRoom(seen)) {
    steps.push({ do: 'reopen', record })
    visit = progressed({ ...visit, syncedAt: undefined, stuckSince: undefined }, now)
  }
  if (wire.synced && visit.syncedAt === undefined) {
    steps.push({ do: 'tend', record })
    visit = { ...visit, syncedAt: now }
  }
  const help = helpAlong(visit, wire, seen, now)
  visit = help.visit
  steps.push(...help.steps.map((step): VisitStep => ({ do: step, record })))
  if (help.steps.includes('reconnect'))
    wire = { ...FRESH_WIRE, stuck: wire.stuck, refused: wire.refused, garbage: wire.garbage }
  const leaves = help.leave && !visit.moving
  if (leaves && !canMove && seen.unreadBytes > MOST_UNREAD_BYTES)
    return { visit, wire, steps, shun: true }
  if (leaves) visit = { ...visit, overgrown: false, moving: canMove }
  if (leaves && canMove) steps.push({ do: 'move', record })
  else if (seen.knownGeneration > seen.generation)
    steps.push({ do: 'follow', record, generation: seen.knownGeneration })
  if (
    waiting > 0 &&
    !visit.confirming &&
    !visit.moving &&
    seen.saved &&
    isConfirmed(visit, wire, now)
  ) {
    steps.push({ do: 'confirm', record, waiting })
    visit = { ...visit, confirming: true }
  }
  const rests = isAtRest(visit, wire, seen, now)
  // What is written after a rest has all the time that a fresh visit has.
  if (!rests && visit.idleSince !== undefined) visit = progressed(visit, now)
  visit = { ...visit, idleSince: rests ? (visit.idleSince ?? now) : undefined }
  return { visit, wire, steps, shun: false }
}
