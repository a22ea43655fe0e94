/**
 * All kinds, by the record that holds them. Whatever goes over every kind (the projection, the bin, the search, what
 * leaves, the export, the notices after a merge) goes over these two lists and reads what each kind says about itself.
 * Beside them stands what a record has one of, or by key, and no items of.
 */
import type { About } from '../crdt/about'
import type { Fields } from '../crdt/field'
import type { AnyToldKind } from '../crdt/kind'
import { t } from '../words/words'
import { afterthoughts } from './caseload/afterthought'
import { captures } from './caseload/capture'
import { settings } from './caseload/caseload'
import { classDates } from './caseload/class-date'
import { coachGoals } from './caseload/coach-goal'
import { importedFrameworks } from './caseload/competency'
import { devices } from './caseload/device'
import { erasures, substitutions } from './caseload/ending'
import { feedbackRounds } from './caseload/feedback-round'
import { resources, supportCards } from './caseload/resource'
import { savedSearches } from './caseload/saved-search'
import { seasonDates } from './caseload/season-date'
import { ownWords, snippets } from './caseload/snippet'
import { ownTemplates } from './caseload/template'
import { coachReflections, work } from './caseload/work'
import { actionItems } from './record/action-item'
import { agreements } from './record/agreement'
import { checkIns } from './record/check-in'
import { concerns } from './record/concern'
import { consults } from './record/consult'
import { enrolments } from './record/enrolment'
import { exams } from './record/exam'
import { feedback } from './record/feedback'
import { futureLetters } from './record/future-letter'
import { goalMoves, goals } from './record/goal'
import { groupLines, groupSessions } from './record/group-session'
import { learningPlans } from './record/learning-plan'
import { menteeProfile } from './record/mentee'
import { notes } from './record/note'
import { pairings } from './record/pairing'
import { importantDates, rotations } from './record/placement'
import { reachMarks, reachWeeks } from './record/reach'
import { escalations, referrals } from './record/referral'
import { ownFrameworks, reflections } from './record/reflection'
import { rewordings } from './record/rewording'
import { seasons } from './record/season'
import { agendaItems, preps, sessions } from './record/session'
import { copies, disclosures } from './record/sharing'

/** Everything that a mentee's record holds. */
export const RECORD_KINDS = {
  notes,
  sessions,
  agendaItems,
  preps,
  actionItems,
  goals,
  goalMoves,
  reflections,
  feedback,
  checkIns,
  referrals,
  pairings,
  rotations,
  importantDates,
  exams,
  seasons,
  enrolments,
  concerns,
  futureLetters,
  consults,
  agreements,
  learningPlans,
  groupLines,
  copies,
  disclosures,
  rewordings,
  escalations,
} as const

/** Everything that the vault record holds for the whole caseload, beside the records' keys. */
export const VAULT_KINDS = {
  captures,
  savedSearches,
  snippets,
  ownWords,
  erasures,
  substitutions,
  reachWeeks,
  groupSessions,
  resources,
  supportCards,
  templates: ownTemplates,
  frameworks: ownFrameworks,
  seasonDates,
  classDates,
  competencyFrameworks: importedFrameworks,
  work,
  coachReflections,
  coachGoals,
  afterthoughts,
  feedbackRounds,
} as const

export type RecordKind = keyof typeof RECORD_KINDS
export type VaultKind = keyof typeof VAULT_KINDS

/** Each with its name, for what treats them all alike. */
export const recordKinds = Object.entries(RECORD_KINDS) as readonly (readonly [
  RecordKind,
  AnyToldKind,
])[]
export const vaultKinds = Object.entries(VAULT_KINDS) as readonly (readonly [
  VaultKind,
  AnyToldKind,
])[]

/** What is no list of items, and is declared in the same way (one.ts, keyed.ts). Its own name is its id in a conflict. */
const LONE = { mentee: menteeProfile, settings, reachMarks, devices } as const
export const isLone = (name: string): name is keyof typeof LONE => name in LONE

/** Whatever is declared: a kind, what there is one of, values by key. */
export interface Declared {
  readonly name: string
  readonly fields: Fields
  readonly about: About<Readonly<Record<string, unknown>>>
  readonly nested?: Readonly<Record<string, { readonly fields: Fields }>>
}

export const DECLARED: Readonly<Record<string, Declared>> = {
  ...RECORD_KINDS,
  ...VAULT_KINDS,
  ...LONE,
}

/** By its name, as it stands in a key or a file; nothing for a name that this version does not know. */
export const kindNamed = (name: string): Declared | undefined =>
  Object.hasOwn(DECLARED, name) ? DECLARED[name] : undefined

/** One of a kind, in words: a name that is not known stands as it is. */
export const kindLabel = (name: string): string => {
  const label = kindNamed(name)?.about.label
  return label === undefined ? name : t(label)
}

/** What an item of a kind is called by: its own title, or its day, or ''. */
export const itemTitle = (name: string, item: object): string => {
  const values: Readonly<Record<string, unknown>> = { ...item }
  const { date } = values
  return kindNamed(name)?.about.title(values) || (typeof date === 'string' ? date : '')
}

/** What a field of a kind is called, or undefined for one that nobody reads. */
export const fieldLabel = (fields: Fields, field: string): string | undefined => {
  const label = fields[field]?.about.label ?? null
  return label === null ? undefined : t(label)
}

/** The texts of an item that the search finds, with their fields' names and labels; those that are empty are left out. */
export const labelledTexts = (
  fields: Fields,
  item: object,
): readonly (readonly [name: string, label: string, text: string])[] => {
  const values = item as Readonly<Record<string, unknown>>
  return Object.entries(fields).flatMap(([name, { about }]) => {
    const text = values[name]
    return about.search !== undefined && typeof text === 'string' && text.trim() !== ''
      ? [[name, fieldLabel(fields, name) ?? name, text] as const]
      : []
  })
}

/** `1 goal`, `2 goals`. */
export const kindCount = (name: string, count: number): string =>
  t(kindNamed(name)?.about.count ?? 'count.item', { count })
