/**
 * What the search knows of a vault: one document for each thing that can be found and opened. Escalations are in none,
 * as in every list (domain.md), and what is in the bin is not either.
 */

import type { Found, SearchKind, SearchState } from '../crdt/about'
import type { Fields } from '../crdt/field'
import { type AnyItem, type AnyKind, type AnyToldKind, kept } from '../crdt/kind'
import type { Visibility } from '../crdt/visibility'
import { directoryOf } from '../model/caseload/resource'
import { templatesWith } from '../model/caseload/template'
import { recordKinds, type VaultKind, vaultKinds } from '../model/kinds'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { displayName, menteeFields } from '../model/record/mentee'
import type { Note } from '../model/record/note'
import { rotationOn } from '../model/record/placement'

export interface SearchDocument {
  /** `<record>/<kind>/<id>`; what belongs to the whole caseload has no record. */
  readonly key: string
  readonly record: string
  readonly kind: SearchKind
  /** The item's own id. */
  readonly id: string
  readonly title: string
  readonly text: string
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

/** The words of the fields that say that they are searched. */
const searchedIn = (fields: Fields, values: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.entries(fields).flatMap(([name, { about }]) =>
    about.search === true ? wordsIn(values[name]) : [],
  )

/** Those of an item, and of what is nested in it. */
const searchedWords = (
  kind: AnyKind,
  item: Readonly<Record<string, unknown>>,
): readonly string[] => [
  ...searchedIn(kind.fields, item),
  ...Object.entries<AnyKind>(kind.nested).flatMap(([name, inner]) =>
    (item[name] as readonly AnyItem[]).flatMap((one) => searchedWords(inner, one)),
  ),
]

/** One item of a record, and the document it makes. */
export interface SearchSource {
  readonly key: string
  /** The same object as long as nothing in the item has changed. */
  readonly item: object
  readonly document: () => SearchDocument
}

/** An item of a kind that the search finds. `around`: what a document says beside the item itself. */
const sourceOf = (
  [name, kind]: readonly [string, AnyToldKind],
  search: Found<AnyItem>,
  item: Item,
  around: Pick<SearchDocument, 'record' | 'mentee'>,
  { whole = () => item, rotationOf = (_day: string): string => '' } = {},
): SearchSource => {
  const key = `${around.record}/${name}/${item.id}`
  return {
    key,
    item,
    document: () => {
      const date = search.day?.(item) ?? (typeof item.date === 'string' ? item.date : '')
      return {
        ...around,
        key,
        kind: search.kind,
        id: item.id,
        title: (search.title ?? kind.about.title)(item),
        text: lines(...searchedWords(kind, whole())),
        date,
        themes: Array.isArray(item.themes) ? item.themes : [],
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
  const name = displayName(record.mentee)
  if (record.mentee.deletedAt !== null) return []
  const { mentee } = record
  const profile: SearchSource = {
    key: `${record.id}/mentee/mentee`,
    item: mentee,
    document: () => ({
      key: `${record.id}/mentee/mentee`,
      record: record.id,
      kind: 'mentee',
      id: record.id,
      title: name,
      text: lines(...searchedIn(menteeFields, { ...mentee })),
      mentee: name,
      date: '',
      themes: mentee.tags,
      visibility: '',
      rotation: '',
      shipped: false,
      states: [],
      due: '',
    }),
  }
  const items = recordKinds.flatMap(([of, kind]) => {
    const { search } = kind.about
    if (search === null) return []
    return kept(record[of] as readonly Item[]).map((item) =>
      sourceOf(
        [of, kind],
        search,
        item,
        { record: record.id, mentee: name },
        {
          // Of a note the projection has the beginning; all of it is searched.
          whole: () => (of === 'notes' ? { ...item, body: textOf(item as Note) } : item),
          rotationOf: (day) => rotationOn(record.rotations, day)?.block ?? '',
        },
      ),
    )
  })
  return [profile, ...items]
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
      sourceOf([of, kind], search, item, { record: '', mentee: '' }),
    )
  })
