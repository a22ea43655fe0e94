/** A mentee: the medical student whom the coach accompanies for four years. */
import * as v from 'valibot'
import * as Y from 'yjs'
import { DEFAULT_TURNOVER, yearOf } from '../../base/academic-year'
import type { Audience } from '../../crdt/audience'
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
import { defineOne } from '../../crdt/one'
import { profileOf, stampSchema } from '../../crdt/record'
import { momentOf } from '../../crdt/record-clock'
import { t } from '../../words/words'

export const MENTEE_STATUSES = ['active', 'on-leave', 'graduated', 'transferred'] as const
export type MenteeStatus = (typeof MENTEE_STATUSES)[number]
export const CONTACTS = ['contact-not-asked', 'contact-yes', 'contact-no'] as const
const PHASES = ['', 'pre-clerkship', 'clerkship', 'post-clerkship', 'research'] as const

/** Meetings are due every four weeks unless the coach says otherwise (domain.md). */
export const DEFAULT_CADENCE_WEEKS = 4

const email: Field<string> = {
  ...line(),
  input: v.union([
    v.literal(''),
    v.pipe(
      shortText,
      v.email(() => t('mentee.notAnEmail')),
    ),
  ]),
}

/** Who a mentee is goes along with their record, and on a roster what a school's table of students says. */
const RECORD = ['next-coach', 'mentee-inspection'] as const satisfies readonly Audience[]
const RECORD_AND_ROSTER = [...RECORD, 'roster'] as const satisfies readonly Audience[]

/** The name that the coach says: the preferred one before the family name, or the name as it is. */
export const displayName = (mentee: {
  readonly name: string
  readonly preferredName: string
}): string => {
  if (mentee.preferredName === '') return mentee.name
  const family = mentee.name.split(' ').slice(1).join(' ')
  return family === '' ? mentee.preferredName : `${mentee.preferredName} ${family}`
}

export const byDisplayName = (
  a: { readonly mentee: Parameters<typeof displayName>[0] },
  b: { readonly mentee: Parameters<typeof displayName>[0] },
): number => displayName(a.mentee).localeCompare(displayName(b.mentee))

/** What the coach keeps about a mentee for themselves says of no audience that it leaves. */
export const menteeProfile = defineOne(
  'mentee',
  {
    name: field(requiredLine('mentee.nameMissing'), 'common.name', {
      search: 'name',
      leaves: RECORD_AND_ROSTER,
    }),
    preferredName: field(line(), 'conflict.preferredName', {
      search: 'name',
      leaves: RECORD_AND_ROSTER,
    }),
    pronouns: field(line(), 'mentee.pronouns', { leaves: RECORD_AND_ROSTER }),
    email: field(email, 'mentee.email', { search: 'detail', leaves: RECORD_AND_ROSTER }),
    phone: field(line(), 'mentee.phone', { search: 'detail', leaves: RECORD_AND_ROSTER }),
    /** The school's own id, by which a roster is imported again. */
    studentId: field(line(), 'mentee.studentId', { search: 'name', leaves: RECORD_AND_ROSTER }),
    classYear: field(optionalWhole(1950, 2150), 'roster.class', { leaves: RECORD_AND_ROSTER }),
    phase: field(oneOf(PHASES, ''), 'mentee.phase', { leaves: RECORD }),
    status: field(oneOf(MENTEE_STATUSES, 'active'), 'common.status', { leaves: RECORD_AND_ROSTER }),
    coachedSince: field(optionalDate, 'conflict.coachedSince', { leaves: RECORD_AND_ROSTER }),
    reachGroup: field(line(), 'common.reachGroup', { search: 'detail', leaves: RECORD_AND_ROSTER }),
    cadenceWeeks: field(whole(1, 52, DEFAULT_CADENCE_WEEKS), 'fields.cadence', {
      leaves: RECORD_AND_ROSTER,
    }),
    strengths: field(text, 'mentee.strengths', { search: 'body', leaves: RECORD }),
    values: field(text, 'mentee.values', { search: 'body', leaves: RECORD }),
    interests: field(text, 'mentee.interests', { search: 'body', leaves: RECORD }),
    /** What the mentee asked not to be brought up: their own wish, so it is theirs to see. */
    avoid: field(text, 'mentee.ratherNotTalkAbout', {
      search: 'body',
      leaves: ['mentee-inspection'],
    }),
    /** What they asked the coach to know, in their words: never a diagnosis, and for no next coach. */
    accommodations: field(text, 'mentee.accommodations', {
      search: 'body',
      leaves: ['mentee-inspection'],
    }),
    tags: field(setOf, 'mentee.tags', { search: 'detail' }),
    /** Role conflicts: each yes asks whether to recuse, and stays on the page. */
    assessor: field(flag, 'mentee.iAssess'),
    committee: field(flag, 'mentee.iDecide'),
    treated: field(flag, 'mentee.iTreated'),
    supervises: field(flag, 'mentee.iSupervise'),
    admits: field(flag, 'mentee.iAdmit'),
    letters: field(flag, 'mentee.iWriteLetters'),
    family: field(flag, 'mentee.iAmClose'),
    employs: field(flag, 'mentee.iEmploy'),
    /** Which of them was said to be there on which day, `committee 2026-07-01` (role.ts). */
    rolesOn: field(setOf, 'mentee.rolesOn'),
    recusal: field(text, 'mentee.recusal'),
    /** The coach who handed this mentee over, and when. */
    receivedFrom: field(line(), 'fields.receivedFrom'),
    /** When the coaching ended: graduation, transfer, or hand-over. */
    endedOn: field(optionalDate, 'fields.endedOn', { leaves: ['mentee-inspection'] }),
    /** Kept until this day whatever the rule says. */
    keepUntil: field(optionalDate, 'fields.keepUntil'),
    /** Whether they want to hear from the coach after it. */
    contactAfter: field(oneOf(CONTACTS, 'contact-not-asked'), 'ending.contactAfter', {
      leaves: ['mentee-inspection'],
    }),
    /** The one word in their first year was sent (closing.ts). */
    greeted: field(flag, 'ending.greeted'),
    /** Why nothing of it may be erased: an open inspection request, a dispute; '' when it may. */
    hold: field(line(), 'fields.hold'),
  },
  {
    label: 'common.mentee',
    count: 'count.mentee',
    title: displayName,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'roster', 'coach'],
    opens: { tab: 'overview' },
    search: { kind: 'mentee', themes: ({ tags }) => tags },
    timeline: null,
  },
)
export type MenteeInput = Values<typeof menteeProfile.fields>

// A type, not an interface: it is read as a plain object of named values, too.
export type Mentee = MenteeInput & {
  readonly createdAt: string
  readonly archivedAt: string | null
  /** The record's id in the file that it was taken in from, or ''. */
  readonly cameFrom: string
  readonly deletedAt: string | null
  /** Deleted on one device and edited on another. */
  readonly returned: boolean
}

/** Writes a new mentee into an empty record. */
export const createMentee = (record: Y.Doc, input: Partial<MenteeInput>): void =>
  record.transact(() => {
    stampSchema(record)
    profileOf(record).set('createdAt', momentOf(record))
    menteeProfile.begin(record, input)
  })

export const editMentee = menteeProfile.edit

export const archiveMentee = (record: Y.Doc, archived: boolean): void => {
  profileOf(record).set('archivedAt', archived ? momentOf(record) : null)
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
    const at = deleted ? momentOf(record) : null
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
    ...menteeProfile.read(record),
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
