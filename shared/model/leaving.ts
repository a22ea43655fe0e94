/**
 * What may leave the vault. Every report, hand-over, export, roster, calendar, print and share goes through this file:
 * nothing else decides.
 *
 * The class of an item decides first: an escalation goes to nobody; a memory aid to nobody but the coach. Then the
 * audience: what the mentee may see, what a next coach needs, what the program may know. Each kind says for whom it is
 * (crdt/about.ts). Then, field by field, what says of itself that it leaves: a field that does not say so stays. The
 * program never gets content, only counts (program-facts.ts).
 */

import type { Audience } from '../crdt/audience'
import type { FieldAbout, Fields } from '../crdt/field'
import { type AnyItem, type AnyKind, type AnyToldKind, type Kind, kept } from '../crdt/kind'
import type { Visibility } from '../crdt/visibility'
import { type RECORD_KINDS, type RecordKind, recordKinds } from './kinds'
import type { RecordProjection } from './projection'
import type { GroupSession } from './record/group-session'
import { type Mentee, menteeProfile } from './record/mentee'
import { openFollowUps } from './record/referral'

export interface LeavingItem {
  readonly kind: RecordKind
  readonly id: string
  readonly visibility: Visibility
  readonly item: Readonly<Record<string, unknown>>
}

export interface Leaving {
  readonly items: readonly LeavingItem[]
  /** How many items of each kind stay behind: named by class, never by content. */
  readonly staysBehind: Readonly<Partial<Record<RecordKind, number>>>
}

/** What an item is, whatever its kind. Not when it was deleted, nor from what it was copied. */
const STAMP = ['id', 'createdAt', 'order', 'visibility', 'provenance'] as const

interface LeavingField<To extends Audience> {
  readonly about: { readonly leaves: true | readonly To[] }
}
type NamesIn<K> =
  K extends Kind<infer F, infer N, unknown>
    ?
        | {
            [Name in keyof F]: F[Name] extends LeavingField<Audience> ? Name : never
          }[keyof F]
        | keyof N
        | (typeof STAMP)[number]
    : never
/** An item as it leaves: the fields that say that they do. */
export type Given<Name extends RecordKind> = Pick<
  RecordProjection[Name][number],
  Extract<NamesIn<(typeof RECORD_KINDS)[Name]>, keyof RecordProjection[Name][number]>
>

const only = <T extends object, Name extends keyof T>(
  from: T,
  names: readonly Name[],
): Pick<T, Name> =>
  Object.fromEntries(names.flatMap((name) => (name in from ? [[name, from[name]]] : []))) as Pick<
    T,
    Name
  >

export const leavesTo = ({ leaves }: FieldAbout, audience: Audience): boolean =>
  leaves === true || leaves?.includes(audience) === true

const namesFor = (fields: Fields, audience: Audience): readonly string[] =>
  Object.entries(fields).flatMap(([name, { about }]) => (leavesTo(about, audience) ? [name] : []))

/** Who the mentee is, for whom: the fields of the profile that say so. */
type Profile = typeof menteeProfile.fields
type ProfileFor<To extends Audience> = {
  [Name in keyof Profile]: Profile[Name] extends {
    readonly about: { readonly leaves: readonly (infer Told)[] }
  }
    ? To extends Told
      ? Name
      : never
    : never
}[keyof Profile]

export const profileNames = <To extends Audience>(to: To): readonly ProfileFor<To>[] =>
  namesFor(menteeProfile.fields, to) as readonly ProfileFor<To>[]

export const profileFor = <To extends Audience>(
  mentee: Mentee,
  to: To,
): Pick<Mentee, ProfileFor<To>> => only(mentee, profileNames(to))

/** The fields of an item that leave; of what is nested in it, again only those. */
const fieldsOf = (
  kind: AnyKind,
  item: AnyItem,
  audience: Audience,
): Readonly<Record<string, unknown>> => ({
  ...only(item, [...STAMP, ...namesFor(kind.fields, audience)]),
  ...Object.fromEntries(
    Object.entries<AnyKind>(kind.nested).map(([name, inner]) => [
      name,
      (item[name] as readonly AnyItem[]).map((one) => fieldsOf(inner, one, audience)),
    ]),
  ),
})

/** The class of an item, by what its kind says of it or by the field that says so. */
const classOf = ({ about }: AnyToldKind, item: AnyItem): Visibility => {
  const own = about.seenBy?.(item) ?? item.visibility
  return own === 'shared' || own === 'program' || own === 'escalation' ? own : 'memory-aid'
}

const isFor = (audience: Audience, { about }: AnyToldKind, item: AnyItem): boolean =>
  about.leavesFor.includes(audience) &&
  // The next coach gets what is open, not the history.
  (audience !== 'next-coach' ||
    (about.isOver?.(item) !== true && about.isAgreedTo?.(item) !== false))

/**
 * Whether it is told that an item stays behind. The mentee may know what is kept of them, escalations excepted. The next
 * coach hears of what they would look for, a closed goal above all, and of nothing that is the coach's and the mentee's.
 */
const isTold = (
  audience: Audience,
  { about }: AnyToldKind,
  item: AnyItem,
  visibility: Visibility,
): boolean =>
  visibility !== 'escalation' &&
  (audience !== 'next-coach' ||
    (about.leavesFor.includes('next-coach') &&
      visibility !== 'memory-aid' &&
      about.isAgreedTo?.(item) !== false))

export const leaving = (record: RecordProjection, audience: Audience): Leaving => {
  const items: LeavingItem[] = []
  const staysBehind: Partial<Record<RecordKind, number>> = {}
  for (const [name, kind] of recordKinds)
    for (const item of record[name] as readonly AnyItem[]) {
      if (item.deletedAt !== null) continue
      const visibility = classOf(kind, item)
      const allowed =
        visibility !== 'escalation' && (visibility !== 'memory-aid' || audience === 'coach')
      if (allowed && isFor(audience, kind, item))
        items.push({
          kind: name,
          id: item.id,
          visibility,
          // It leaves as what it is by its kind, whatever an older version stored of its class.
          item: audience === 'coach' ? item : { ...fieldsOf(kind, item, audience), visibility },
        })
      else if (isTold(audience, kind, item, visibility))
        staysBehind[name] = (staysBehind[name] ?? 0) + 1
    }
  return { items, staysBehind }
}

/** The items of one kind, with the fields that leave. */
export const given = <Name extends RecordKind>(
  { items }: Leaving,
  kind: Name,
): readonly Given<Name>[] =>
  items.filter((one) => one.kind === kind).map(({ item }) => item as unknown as Given<Name>)

/** Of which classes something stays behind; of escalations nothing is told. */
export const classesBehind = (
  record: RecordProjection,
  audience: Audience,
): readonly Visibility[] => {
  const gone = new Set(leaving(record, audience).items.map(({ id }) => id))
  return [
    ...new Set(
      recordKinds.flatMap(([name, kind]) =>
        (record[name] as readonly AnyItem[])
          .filter(({ id, deletedAt }) => deletedAt === null && !gone.has(id))
          .map((item) => classOf(kind, item)),
      ),
    ),
  ].filter((visibility) => visibility !== 'escalation')
}

export interface Meeting {
  readonly date: string
  readonly kind: string
}

/** That a mentee and the coach met, and when: a fact both know, whatever was said. Newest first. */
export const meetings = (
  record: RecordProjection,
  groups: readonly GroupSession[],
): readonly Meeting[] =>
  [
    ...kept(record.sessions)
      .filter(({ status }) => status === 'held')
      .map(({ date, kind }) => ({ date, kind })),
    ...kept(groups)
      .filter(({ status, present }) => status === 'held' && present.includes(record.id))
      .map(({ date }) => ({ date, kind: 'group' })),
  ].sort((a, b) => b.date.localeCompare(a.date))

export interface Appointment {
  readonly id: string
  readonly date: string
  readonly time: string | null
  readonly minutes: number
  readonly place: string
}

/** What a calendar may know: when and where the coach means to meet a mentee, from a day on. Not why, nor of what kind. */
export const appointments = (record: RecordProjection, from: string): readonly Appointment[] =>
  kept(record.sessions)
    .filter(({ status, date }) => status === 'planned' && date >= from)
    .map(({ id, date, time, minutes, place }) => ({ id, date, time, minutes, place }))

/** Days on which to follow up; not of what, since a referral must not show in a calendar. */
export const followUpDays = (
  record: RecordProjection,
  from: string,
): readonly { readonly id: string; readonly date: string }[] =>
  [
    ...kept(record.sessions).filter(
      ({ followUp, followUpDone }) => followUp !== null && !followUpDone,
    ),
    ...openFollowUps(record.referrals),
  ].flatMap(({ id, followUp }) =>
    followUp !== null && followUp >= from ? [{ id, date: followUp }] : [],
  )

/** What a brief is made of, and all that comes along on paper. */
const ON_PAPER = [
  'sessions',
  'notes',
  'preps',
  'actionItems',
  'goals',
  'goalMoves',
  'reflections',
  'feedback',
  'checkIns',
  'importantDates',
  'rotations',
  'exams',
  'seasons',
  'enrolments',
  'agreements',
  'agendaItems',
] as const satisfies readonly RecordKind[]
export type BriefSource = Pick<
  RecordProjection,
  'id' | 'concerns' | 'escalations' | (typeof ON_PAPER)[number]
> & {
  readonly mentee: Pick<Mentee, 'avoid'>
}

/** The record as the coach may take it along on paper: without memory aids, and nothing of another kind. */
export const onPaper = (record: RecordProjection): BriefSource => {
  const going = new Set(leaving(record, 'coach').items.map(({ id }) => id))
  const lists = ON_PAPER.map((kind) => [
    kind,
    (record[kind] as readonly AnyItem[]).filter(({ id }) => going.has(id)),
  ])
  const paper = Object.fromEntries(lists) as Pick<RecordProjection, (typeof ON_PAPER)[number]>
  return {
    ...paper,
    id: record.id,
    notes: paper.notes.filter(({ role }) => role !== 'aid'),
    // A sheet lies about, and what others told is for nobody else's eyes.
    concerns: [],
    escalations: [],
    mentee: only(record.mentee, ['avoid']),
  }
}

/** Whether an item may be shared as a copy at all: the session's memory aid and an escalation never are. */
export const mayBeCopied = (kind: RecordKind, item: Readonly<Record<string, unknown>>): boolean =>
  kind !== 'escalations' && !(kind === 'notes' && item.role === 'aid')
