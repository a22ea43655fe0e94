/** A mentee: the medical student whom the coach accompanies for four years. */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { applyEdit, longText, newText, optionalDay, readFields, setFields, shortText } from './item'
import { profileOf, stampSchema } from './record'

export const menteeStatus = v.picklist(['active', 'on-leave', 'graduated', 'transferred'])
export type MenteeStatus = v.InferOutput<typeof menteeStatus>

/** Meetings are due every four weeks unless the coach says otherwise (domain.md). */
export const DEFAULT_CADENCE_WEEKS = 4

export const MenteeInput = v.object({
  name: v.pipe(shortText, v.nonEmpty('Write a name.')),
  preferredName: shortText,
  pronouns: shortText,
  email: v.union([v.literal(''), v.pipe(shortText, v.email('This is not an e-mail address.'))]),
  phone: shortText,
  classYear: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1950), v.maxValue(2150))),
  status: menteeStatus,
  coachedSince: optionalDay,
  reachGroup: shortText,
  cadenceWeeks: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(52)),
  strengths: longText,
  values: longText,
  interests: longText,
})
export type MenteeInput = v.InferOutput<typeof MenteeInput>

const LONG = ['strengths', 'values', 'interests'] as const

export const emptyMentee: MenteeInput = {
  name: '',
  preferredName: '',
  pronouns: '',
  email: '',
  phone: '',
  classYear: null,
  status: 'active',
  coachedSince: null,
  reachGroup: '',
  cadenceWeeks: DEFAULT_CADENCE_WEEKS,
  strengths: '',
  values: '',
  interests: '',
}

export interface Mentee extends MenteeInput {
  readonly createdAt: string
  readonly archivedAt: string | null
  readonly deletedAt: string | null
}

/** Writes a new mentee into an empty record. */
export const createMentee = (record: Y.Doc, input: MenteeInput): void => {
  record.transact(() => {
    stampSchema(record)
    const profile = profileOf(record)
    setFields(profile, { createdAt: new Date().toISOString(), ...input })
    for (const name of LONG) profile.set(name, newText(input[name]))
  })
}

/** Two devices that change different fields both keep theirs. */
export const editMentee = (
  record: Y.Doc,
  input: { readonly base: MenteeInput; readonly next: MenteeInput },
): void => record.transact(() => applyEdit(profileOf(record), input.base, input.next))

export const archiveMentee = (record: Y.Doc, archived: boolean): void =>
  setFields(profileOf(record), { archivedAt: archived ? new Date().toISOString() : null })

export const binMentee = (record: Y.Doc, deleted: boolean): void =>
  setFields(profileOf(record), { deletedAt: deleted ? new Date().toISOString() : null })

const text = v.optional(v.fallback(v.string(), ''), '')
const StoredMentee = v.object({
  name: v.optional(v.fallback(v.string(), ''), ''),
  preferredName: text,
  pronouns: text,
  email: text,
  phone: text,
  classYear: v.optional(v.fallback(v.nullable(v.number()), null), null),
  status: v.optional(v.fallback(menteeStatus, 'active'), 'active'),
  coachedSince: v.optional(v.fallback(optionalDay, null), null),
  reachGroup: text,
  cadenceWeeks: v.optional(v.fallback(v.number(), DEFAULT_CADENCE_WEEKS), DEFAULT_CADENCE_WEEKS),
  strengths: text,
  values: text,
  interests: text,
  createdAt: text,
  archivedAt: v.optional(v.nullable(v.string()), null),
  deletedAt: v.optional(v.nullable(v.string()), null),
})

export const readMentee = (record: Y.Doc): Mentee => readFields(StoredMentee, profileOf(record))

/** The name that the coach says: the preferred one before the family name, or the name as it is. */
export const displayName = (mentee: Pick<Mentee, 'name' | 'preferredName'>): string => {
  if (mentee.preferredName === '') return mentee.name
  const family = mentee.name.split(' ').slice(1).join(' ')
  return family === '' ? mentee.preferredName : `${mentee.preferredName} ${family}`
}

/** The academic year turns over on 1 July (domain.md). */
const ACADEMIC_YEAR_FIRST_MONTH = 6

/** MS1 to MS4 from the graduation year, or "Class of 2031" outside the four years; '' when unknown. */
export const yearLabel = (classYear: number | null, today: Date): string => {
  if (classYear === null) return ''
  const endsIn = today.getMonth() >= ACADEMIC_YEAR_FIRST_MONTH ? today.getFullYear() + 1 : today.getFullYear()
  const year = 4 - (classYear - endsIn)
  return year >= 1 && year <= 4 ? `MS${year}` : `Class of ${classYear}`
}
