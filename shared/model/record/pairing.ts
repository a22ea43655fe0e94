/**
 * Pairing: since when a mentee and the coach are paired, by whom, and the way to the first meeting. Until that is held
 * the mentee is first wherever it is shown who waits. After ninety days the mentee is asked how the pairing fits, in a few
 * words of theirs; that they asked for another coach is kept as a day, and never with a reason.
 */
import type * as Y from 'yjs'
import { addDays, daysBetween } from '../../base/day'
import { date, field, line, oneOf, optionalDate, text } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import type { Mentee } from './mentee'
import type { Session } from './session'

const REASONS = ['not-said', 'by-chance', 'shared-interest', 'change-of-coach'] as const

export const pairings = defineKind(
  'pairings',
  {
    pairedOn: field(date, 'paired.on', { leaves: true }),
    pairedBy: field(line(), 'paired.by', { leaves: true }),
    reason: field(oneOf(REASONS, 'not-said'), 'paired.reason', { leaves: true }),
    /** None: two weeks after they were paired. */
    meetBy: field(optionalDate, 'paired.meetBy', { leaves: true }),
    messageOn: field(optionalDate, 'paired.messageOn', { leaves: true }),
    /** A first meeting that no session tells of. */
    metOn: field(optionalDate, 'paired.metOn', { leaves: true }),
    /** How it fits, as the mentee says it. */
    fit: field(text, 'paired.fit', { search: 'body', leaves: true }),
    fitOn: field(optionalDate, 'paired.fitOn', { leaves: true }),
    /** Another coach was asked for: by nobody in particular, and without a reason. */
    changeOn: field(optionalDate, 'paired.changeOn', { leaves: true }),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.pairing',
    count: 'count.pairing',
    title: () => '',
    bin: true,
    leavesFor: ['mentee-inspection', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'date', day: ({ pairedOn }) => pairedOn },
    timeline: { kind: 'placement', day: ({ pairedOn }) => pairedOn, what: () => 'pairing' },
  },
)
export type Pairing = Of<typeof pairings>

/** The one that holds: the latest. */
export const pairingOf = (all: readonly Pairing[]): Pairing | undefined =>
  [...kept(all)].sort(
    (a, b) =>
      b.pairedOn.localeCompare(a.pairedOn) ||
      b.createdAt.localeCompare(a.createdAt) ||
      a.id.localeCompare(b.id),
  )[0]

const FIRST_MEETING_DAYS = 14
/** A record that says since when somebody is coached, and of no meeting for longer, was begun elsewhere. */
const NEW_FOR_DAYS = 90
export const firstMeetingDue = (pairedOn: string): string => addDays(pairedOn, FIRST_MEETING_DAYS)

export interface Paired {
  readonly mentee: Pick<Mentee, 'coachedSince'>
  readonly pairings: readonly Pairing[]
  readonly sessions: readonly Pick<Session, 'status' | 'date' | 'deletedAt'>[]
}

/** Since when, as far as that is known. */
export const pairedSince = ({ mentee, pairings: all }: Paired): string | null =>
  pairingOf(all)?.pairedOn ?? mentee.coachedSince

/** The first time that the two met alone, as far as it is written down. */
export const firstMeetingOn = ({ pairings: all, sessions }: Paired): string | null =>
  [
    ...kept(all).map(({ metOn }) => metOn),
    ...kept(sessions).map(({ status, date }) => (status === 'held' ? date : null)),
  ]
    .filter((day) => day !== null)
    .sort()[0] ?? null

export interface ToMeet {
  readonly since: string | null
  readonly by: string | null
}

/**
 * What is known of a first meeting that was not held yet. Where a pairing is written down only a meeting of the two counts
 * as the first one; of a record without it, any contact does.
 */
export const toMeet = (
  record: Paired,
  lastContact: string | null,
  today: string,
): ToMeet | null => {
  const pairing = pairingOf(record.pairings)
  const met = firstMeetingOn(record) ?? (pairing === undefined ? lastContact : null)
  if (met !== null) return null
  const known = pairedSince(record)
  if (known !== null && known > today) return null
  const isOld = pairing === undefined && known !== null && daysBetween(known, today) > NEW_FOR_DAYS
  const since = isOld ? null : known
  return { since, by: pairing?.meetBy ?? (since === null ? null : firstMeetingDue(since)) }
}

export interface PairingMoment {
  readonly what: 'message' | 'fit'
  readonly day: string
  readonly pairing: Pairing
}

const FIT_DAYS = 90
/** The question is asked within a month; later it would be another one. */
const FIT_FOR_DAYS = 30

/** What a pairing asks of the coach today. */
export const pairingMoments = (record: Paired, today: string): readonly PairingMoment[] => {
  const pairing = pairingOf(record.pairings)
  if (pairing === undefined || pairing.changeOn !== null || pairing.pairedOn > today) return []
  const { pairedOn, messageOn, fitOn } = pairing
  const fitDay = addDays(pairedOn, FIT_DAYS)
  return [
    ...(messageOn === null && firstMeetingOn(record) === null
      ? [{ what: 'message', day: pairedOn, pairing } as const]
      : []),
    ...(fitOn === null && fitDay <= today && today <= addDays(fitDay, FIT_FOR_DAYS)
      ? [{ what: 'fit', day: fitDay, pairing } as const]
      : []),
  ]
}

/** The first message has gone out; a record without a pairing has one from then on. */
export const sentFirstMessage = (
  record: Y.Doc,
  { today, since }: { readonly today: string; readonly since: string | null },
): void =>
  record.transact(() => {
    const pairing = pairingOf(pairings.readAll(record))
    if (pairing === undefined)
      pairings.add(record, {
        pairedOn: since !== null && since < today ? since : today,
        messageOn: today,
      })
    else pairings.edit(record, { id: pairing.id, next: { messageOn: today } })
  })
