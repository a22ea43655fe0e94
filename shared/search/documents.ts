/**
 * What the search knows of a vault: one document for each thing that can be found and opened. Escalations are in none,
 * as in every list (domain.md), and what is in the bin is not either. What its words are to somebody who looks for it
 * (a name, what was written, a fact around it) each field says (crdt/about.ts).
 */

import type { Found, SearchKind, SearchState } from '../crdt/about'
import type { Fields, SearchWeight } from '../crdt/field'
import { type AnyItem, type AnyKind, kept } from '../crdt/kind'
import type { Visibility } from '../crdt/visibility'
import { directoryOf } from '../model/caseload/resource'
import { templatesWith } from '../model/caseload/template'
import { type Declared, recordKinds, type VaultKind, vaultKinds } from '../model/kinds'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { displayName, menteeProfile } from '../model/record/mentee'
import type { Note } from '../model/record/note'
import { rotationNames } from '../model/record/placement'

export interface SearchDocument {
  /** `<record>/<kind>/<id>`; what belongs to the whole caseload has no record. */
  readonly key: string
  readonly record: string
  readonly kind: SearchKind
  /** The item's own id. */
  readonly id: string
  readonly title: string
  /** The words of its fields, by what they are there. */
  readonly words: Words
  readonly mentee: string
  /** `2026-11-24`, or ''. */
  readonly date: string
  readonly themes: readonly string[]
  readonly visibility: Visibility | ''
  readonly rotation: string
  readonly states: readonly SearchState[]
  /** Not written about a mentee: brought by the app or a form. */
  readonly shipped: boolean
  /** Overdue from the day after this one while it is open. */
  readonly due: string
}

type Words = Readonly<Record<SearchWeight, string>>

type Item = AnyItem & { readonly visibility?: Visibility }

const lines = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part != null && part.trim() !== '').join(' · ')

/** The texts in a value, whatever its shape: a text, texts by section, fields of a template. */
const wordsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : []

type Values = Readonly<Record<string, unknown>>

/** The words of an item's fields that weigh so, and of what is nested in it. */
const weighing = (
  weight: SearchWeight,
  { fields, nested = {} }: { readonly fields: Fields; readonly nested?: object },
  item: Values,
): readonly string[] => [
  ...Object.entries(fields).flatMap(([name, { about }]) =>
    about.search === weight ? wordsIn(item[name]) : [],
  ),
  ...Object.entries<AnyKind>(nested as Readonly<Record<string, AnyKind>>).flatMap(([name, inner]) =>
    (item[name] as readonly AnyItem[]).flatMap((one) => weighing(weight, inner, one)),
  ),
]

const weighedWords = (declared: Declared, item: Values): Words => ({
  name: lines(...weighing('name', declared, item)),
  body: lines(...weighing('body', declared, item)),
  detail: lines(...weighing('detail', declared, item)),
})

/** All of a document's words below its title, in the order in which they are shown. */
export const textOf = ({ words: { name, body, detail } }: SearchDocument): string =>
  lines(name, body, detail)

/** One item of a record, and the document it makes. */
export interface SearchSource {
  readonly key: string
  /** The same object as long as nothing in the item has changed. */
  readonly item: object
  readonly document: () => SearchDocument
}

interface Around extends Pick<SearchDocument, 'record' | 'mentee'> {
  /** What it is opened by; its own id if nothing else is said. */
  readonly id?: string
  /** All that it says, where the item itself has the beginning only. */
  readonly whole?: () => Values
  readonly rotationOf?: (day: string) => string
}

/** What is declared and found by the search. `around`: what a document says beside the item itself. */
const sourceOf = (
  declared: Declared,
  search: Found<Values>,
  item: Values & { readonly id: string; readonly visibility?: Visibility },
  { record, mentee, id = item.id, whole = () => item, rotationOf = () => '' }: Around,
): SearchSource => {
  const key = `${record}/${declared.name}/${item.id}`
  return {
    key,
    item,
    document: () => {
      const date = search.day?.(item) ?? (typeof item.date === 'string' ? item.date : '')
      return {
        record,
        mentee,
        key,
        kind: search.kind,
        id,
        title: (search.title ?? declared.about.title)(item),
        words: weighedWords(declared, whole()),
        date,
        themes: search.themes?.(item) ?? (Array.isArray(item.themes) ? item.themes : []),
        visibility: item.visibility ?? '',
        rotation: date === '' ? '' : rotationOf(date),
        shipped: search.shipped === true,
        states: search.states?.(item) ?? [],
        due: search.due?.(item) ?? '',
      }
    },
  }
}

/** What stands around every item of a record and is searched with it: documents are made anew when it changes. */
export const surroundingsOf = ({ mentee, rotations }: RecordProjection): string =>
  JSON.stringify([
    displayName(mentee),
    kept(rotations).map(({ block, start, end }) => [block, start, end]),
  ])

export const recordSources = (
  record: RecordProjection,
  textOf: (note: Note) => string,
): readonly SearchSource[] => {
  const { mentee } = record
  if (mentee.deletedAt !== null) return []
  const around = { record: record.id, mentee: displayName(mentee) }
  const { search: profile } = menteeProfile.about
  const self =
    profile === null
      ? []
      : [
          sourceOf(
            menteeProfile,
            profile,
            { ...mentee, id: 'mentee' },
            { ...around, id: record.id },
          ),
        ]
  const items = recordKinds.flatMap(([of, kind]) => {
    const { search } = kind.about
    if (search === null) return []
    return kept(record[of] as readonly Item[]).map((item) =>
      sourceOf(kind, search, item, {
        ...around,
        // Of a note the projection has the beginning; all of it is searched.
        whole: () => (of === 'notes' ? { ...item, body: textOf(item as Note) } : item),
        rotationOf: (day) => rotationNames(record.rotations, day),
      }),
    )
  })
  return [...self, ...items]
}

/** What the coach sees of a kind of the whole caseload: of some, more than what is stored. */
const shownOf = (vault: VaultProjection, kind: VaultKind): readonly object[] => {
  if (kind === 'resources') return directoryOf(vault.resources)
  if (kind === 'templates') return templatesWith(vault.templates)
  return kept(vault[kind] as readonly Item[])
}

export const vaultSources = (vault: VaultProjection): readonly SearchSource[] =>
  vaultKinds.flatMap(([of, kind]) => {
    const { search } = kind.about
    if (search === null) return []
    return (shownOf(vault, of) as readonly Item[]).map((item) =>
      sourceOf(kind, search, item, { record: '', mentee: '' }),
    )
  })
