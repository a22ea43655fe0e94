/** A mentee: the medical student whom the coach accompanies for four years. */
import * as v from 'valibot'
import * as Y from 'yjs'
import { DEFAULT_TURNOVER, yearOf } from '../../base/academic-year'
import {
  type Field,
  field,
  flag,
  line,
  oneOf,
  optionalDate,
  optionalWhole,
  requiredLine,
  setOf,
  text,
  type Values,
  whole,
} from '../../crdt/field'
import { shortText } from '../../crdt/item'
import { knewAll, knowing, knownOfRecord } from '../../crdt/knowing'
import { profileOf, stampSchema } from '../../crdt/record'
import { t } from '../../words/words'

export const MENTEE_STATUSES = ['active', 'on-leave', 'graduated', 'transferred'] as const
export type MenteeStatus = (typeof MENTEE_STATUSES)[number]
const PHASES = ['', 'pre-clerkship', 'clerkship', 'post-clerkship', 'research'] as const

/** Meetings are due every four weeks unless the coach says otherwise (domain.md). */
export const DEFAULT_CADENCE_WEEKS = 4

const email: Field<string> = {
  ...line(),
  input: v.union([v.literal(''), v.pipe(shortText, v.email(t('mentee.notAnEmail')))]),
}

export const menteeFields = {
  name: field(requiredLine(t('mentee.nameMissing')), 'common.name', { search: true }),
  preferredName: field(line(), 'conflict.preferredName', { search: true }),
  pronouns: field(line(), 'mentee.pronouns'),
  email: field(email, 'mentee.email', { search: true }),
  phone: field(line(), 'mentee.phone', { search: true }),
  /** The school's own id, by which a roster is imported again. */
  studentId: field(line(), 'mentee.studentId', { search: true }),
  classYear: field(optionalWhole(1950, 2150), 'roster.class'),
  phase: field(oneOf(PHASES, ''), 'mentee.phase'),
  status: field(oneOf(MENTEE_STATUSES, 'active'), 'common.status'),
  coachedSince: field(optionalDate, 'conflict.coachedSince'),
  reachGroup: field(line(), 'common.reachGroup', { search: true }),
  cadenceWeeks: field(whole(1, 52, DEFAULT_CADENCE_WEEKS), 'fields.cadence'),
  strengths: field(text, 'mentee.strengths', { search: true }),
  values: field(text, 'mentee.values', { search: true }),
  interests: field(text, 'mentee.interests', { search: true }),
  /** What the mentee asked not to be brought up. */
  avoid: field(text, 'mentee.ratherNotTalkAbout', { search: true }),
  tags: field(setOf, 'mentee.tags', { search: true }),
  /** Role conflicts: each yes asks whether to recuse, and stays on the page. */
  assessor: field(flag, 'mentee.iAssess'),
  committee: field(flag, 'mentee.iDecide'),
  treated: field(flag, 'mentee.iTreated'),
  recusal: field(text, 'mentee.recusal'),
  /** The coach who handed this mentee over, and when. */
  receivedFrom: field(line(), 'fields.receivedFrom'),
  /** When the coaching ended: graduation, transfer, or hand-over. */
  endedOn: field(optionalDate, 'fields.endedOn'),
  /** Kept until this day whatever the rule says. */
  keepUntil: field(optionalDate, 'fields.keepUntil'),
  /** Why nothing of it may be erased: an open inspection request, a dispute; '' when it may. */
  hold: field(line(), 'fields.hold'),
} as const

export const MenteeInput = v.object({
  ...Object.fromEntries(Object.entries(menteeFields).map(([name, { input }]) => [name, input])),
}) as unknown as v.GenericSchema<unknown, MenteeInput>
export type MenteeInput = Values<typeof menteeFields>

const entries = Object.entries(menteeFields) as [string, Field<unknown>][]
const PROFILE = 'mentee'

export const emptyMentee = Object.fromEntries(
  entries.map(([name, { empty }]) => [name, empty]),
) as MenteeInput

export interface Mentee extends MenteeInput {
  readonly createdAt: string
  readonly archivedAt: string | null
  /** The record's id in the file that it was taken in from, or ''. */
  readonly cameFrom: string
  readonly deletedAt: string | null
  /** Deleted on one device and edited on another. */
  readonly returned: boolean
}

/** Writes a new mentee into an empty record. */
export const createMentee = (record: Y.Doc, input: Partial<MenteeInput>): void => {
  record.transact(() => {
    stampSchema(record)
    const profile = profileOf(record)
    const first = new Map<string, unknown>([['createdAt', new Date().toISOString()]])
    const values = input as Record<string, unknown>
    for (const [name, { create, empty }] of entries) create(first, name, values[name] ?? empty)
    for (const [name, value] of first) profile.set(name, value)
  })
}

/** Two devices that change different fields both keep theirs. */
export const editMentee = (
  record: Y.Doc,
  input: { readonly base?: Partial<MenteeInput>; readonly next: Partial<MenteeInput> },
): void =>
  record.transact(() => {
    const profile = profileOf(record)
    for (const [name, value] of Object.entries(input.next)) {
      const how = menteeFields[name as keyof typeof menteeFields] as Field<unknown>
      const from =
        input.base === undefined
          ? how.read(profile, name, PROFILE)
          : (input.base as Record<string, unknown>)[name]
      if (JSON.stringify(from) !== JSON.stringify(value))
        how.write(profile, name, PROFILE, from ?? how.empty, value)
    }
  })

export const archiveMentee = (record: Y.Doc, archived: boolean): void => {
  profileOf(record).set('archivedAt', archived ? new Date().toISOString() : null)
}

/** Version 0.2.0 noted which edits it had, and counted its own book-keeping and another laptop's deletion as edits. */
const clocksOf = (record: Y.Doc): Readonly<Record<string, number>> =>
  Object.fromEntries(Y.decodeStateVector(Y.encodeStateVector(record)))

const editedSince = (record: Y.Doc, deletedBy: unknown, deletedKnowing: unknown): boolean => {
  if (deletedKnowing === null || typeof deletedKnowing !== 'object') return false
  const then = deletedKnowing as Readonly<Record<string, unknown>>
  return Object.entries(clocksOf(record)).some(
    ([client, clock]) => client !== String(deletedBy) && clock > Number(then[client] ?? 0),
  )
}

/** To the bin, with what this device knew of the record: what it did not know brings the mentee back (knowing.ts). */
export const binMentee = (record: Y.Doc, deleted: boolean): void =>
  record.transact(() => {
    const profile = profileOf(record)
    const at = deleted ? new Date().toISOString() : null
    profile.set('deletedAt', at)
    profile.set('deletedAs', at === null ? null : knowing(at, knownOfRecord(record)))
    // What version 0.2.0 looks at.
    profile.set('deletedKnowing', at === null ? null : clocksOf(record))
    profile.set('deletedBy', at === null ? null : record.clientID)
  })

const stamp = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const readMentee = (record: Y.Doc): Mentee => {
  const profile = profileOf(record)
  const deletedAt = stamp(profile.get('deletedAt'))
  const knew = (): boolean =>
    knewAll(deletedAt, profile.get('deletedAs'), () => knownOfRecord(record)) ??
    !editedSince(record, profile.get('deletedBy'), profile.get('deletedKnowing'))
  const returned = deletedAt !== null && !knew()
  return {
    ...(Object.fromEntries(
      entries.map(([name, { read }]) => [name, read(profile, name, PROFILE)]),
    ) as MenteeInput),
    createdAt: stamp(profile.get('createdAt')) ?? '',
    archivedAt: stamp(profile.get('archivedAt')),
    cameFrom: stamp(profile.get('cameFrom')) ?? '',
    deletedAt: returned ? null : deletedAt,
    returned,
  }
}

/** MS1 to MS4, or "Class of 2031" outside the four years; '' when unknown. */
export const yearLabel = (
  classYear: number | null,
  day: string,
  turnover = DEFAULT_TURNOVER,
): string => {
  if (classYear === null) return ''
  const year = yearOf(classYear, day, turnover)
  return year === null
    ? t('caseload.classOf', { year: classYear })
    : t('caseload.schoolYear', { year })
}

/** The name that the coach says: the preferred one before the family name, or the name as it is. */
export const displayName = (mentee: Pick<Mentee, 'name' | 'preferredName'>): string => {
  if (mentee.preferredName === '') return mentee.name
  const family = mentee.name.split(' ').slice(1).join(' ')
  return family === '' ? mentee.preferredName : `${mentee.preferredName} ${family}`
}
