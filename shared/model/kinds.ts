/**
 * All kinds, by the record that holds them. Whatever goes over every kind (the projection, the bin, the search, what
 * leaves, the export, the notices after a merge) goes over these two lists and reads what each kind says about itself.
 */
import type { Named } from '../crdt/about'
import type { Fields } from '../crdt/field'
import type { AnyItem, AnyToldKind } from '../crdt/kind'
import { t } from '../words/words'
import { captures } from './caseload/capture'
import { importedFrameworks } from './caseload/competency'
import { erasures, substitutions } from './caseload/ending'
import { resources, supportCards } from './caseload/resource'
import { savedSearches } from './caseload/saved-search'
import { ownWords, snippets } from './caseload/snippet'
import { ownTemplates } from './caseload/template'
import { actionItems } from './record/action-item'
import { agreements } from './record/agreement'
import { checkIns } from './record/check-in'
import { goalMoves, goals } from './record/goal'
import { groupLines, groupSessions } from './record/group-session'
import { learningPlans } from './record/learning-plan'
import { notes } from './record/note'
import { importantDates, rotations } from './record/placement'
import { reachWeeks } from './record/reach'
import { escalations, referrals } from './record/referral'
import { ownFrameworks, reflections } from './record/reflection'
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
  checkIns,
  referrals,
  rotations,
  importantDates,
  agreements,
  learningPlans,
  groupLines,
  copies,
  disclosures,
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
  competencyFrameworks: importedFrameworks,
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

/** What has a name and a place like a kind's, and merges in a way of its own. */
const BESIDE: Readonly<Record<string, Named>> = {
  mentee: { label: 'common.mentee', count: 'count.mentee', opens: { tab: 'overview' } },
  reachMarks: { label: 'label.reachMark', count: 'count.reachMark', opens: { tab: 'reach' } },
  settings: { label: 'label.setting', count: 'count.setting', opens: { screen: 'settings' } },
}

const ALL: Readonly<Record<string, AnyToldKind>> = { ...RECORD_KINDS, ...VAULT_KINDS }

/** A kind by its name, as it stands in a key or a file; nothing for a name that this version does not know. */
export const kindNamed = (name: string): AnyToldKind | undefined => ALL[name]

export const namedAs = (name: string): Named | undefined => ALL[name]?.about ?? BESIDE[name]

/** One of a kind, in words: a name that is not known stands as it is. */
export const kindLabel = (name: string): string => {
  const named = namedAs(name)
  return named === undefined ? name : t(named.label)
}

/** What an item of a kind is called by: its own title, or its day, or ''. */
export const itemTitle = (name: string, item: object): string => {
  const { date } = item as { readonly date?: unknown }
  return ALL[name]?.about.title(item as AnyItem) || (typeof date === 'string' ? date : '')
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
    return about.search === true && typeof text === 'string' && text.trim() !== ''
      ? [[name, fieldLabel(fields, name) ?? name, text] as const]
      : []
  })
}

/** `1 goal`, `2 goals`. */
export const kindCount = (name: string, count: number): string =>
  t(namedAs(name)?.count ?? 'count.item', { count })
