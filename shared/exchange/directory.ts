/**
 * The directory of support services as a file that a program fills in once for all its coaches: CSV or JSON. It is read
 * entry by entry and matched by name with what is there; every difference is shown before anything is taken in. What a
 * file leaves blank stays as the coach has it, and nothing is removed.
 */
import Papa from 'papaparse'
import * as v from 'valibot'
import type * as Y from 'yjs'
import { fold } from '../base/fold'
import { err, ok, type Result } from '../base/result'
import { editResource, type Resource, resources } from '../model/caseload/resource'
import { fieldLabel } from '../model/kinds'
import { t } from '../words/words'
import { MOST_ROWS, safeCell } from './roster'

/** In the order of the file's columns; their headings are the same in every language. */
const HEADINGS = {
  name: 'Name',
  category: 'Category',
  purpose: 'What for',
  years: 'Years',
  where: 'Where',
  hours: 'Hours',
  contact: 'Contact',
  link: 'Link',
  reporting: 'Reporting',
  whoSees: 'Who sees',
  sites: 'Sites',
  dates: 'Dates',
  themes: 'Themes',
  checkedOn: 'Checked on',
} as const
type DirectoryField = keyof typeof HEADINGS
const FIELDS = Object.keys(HEADINGS) as readonly DirectoryField[]
const LISTS: readonly DirectoryField[] = ['years', 'sites', 'dates', 'themes']

type Values = Pick<Resource, DirectoryField>
export type DirectoryEntry = Readonly<Partial<Record<DirectoryField, string>>>

export type DirectoryProblem = 'empty' | 'malformed' | 'too-long'

const heading = (text: string): string => fold(text).replace(/[^a-z]/g, '')
const fieldOf = (name: string): DirectoryField | undefined =>
  FIELDS.find((field) => [heading(field), heading(HEADINGS[field])].includes(heading(name)))

const Words = v.union([v.string(), v.number(), v.array(v.union([v.string(), v.number()]))])
const Json = v.union([
  v.array(v.record(v.string(), v.unknown())),
  v.object({ resources: v.array(v.record(v.string(), v.unknown())) }),
])

const entryOf = (cells: readonly (readonly [string, unknown])[]): DirectoryEntry =>
  Object.fromEntries(
    cells.flatMap(([name, value]) => {
      const field = fieldOf(name)
      const words = v.safeParse(Words, value)
      return field === undefined || !words.success
        ? []
        : [[field, [words.output].flat().join('; ').trim()] as const]
    }),
  )

const readJson = (text: string): Result<readonly DirectoryEntry[], DirectoryProblem> => {
  try {
    const parsed = v.safeParse(Json, JSON.parse(text))
    if (!parsed.success) return err('malformed')
    const all = Array.isArray(parsed.output) ? parsed.output : parsed.output.resources
    if (all.length > MOST_ROWS) return err('too-long')
    return all.length === 0 ? err('empty') : ok(all.map((one) => entryOf(Object.entries(one))))
  } catch {
    return err('malformed')
  }
}

const readTable = (text: string): Result<readonly DirectoryEntry[], DirectoryProblem> => {
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy' })
  if (errors.some(({ type }) => type === 'Quotes')) return err('malformed')
  const [columns, ...rows] = data
  if (columns === undefined || rows.length === 0) return err('empty')
  if (rows.length > MOST_ROWS) return err('too-long')
  if (!columns.some((column) => fieldOf(column) === 'name')) return err('malformed')
  // What begins like a formula was given a quote that is not the value's.
  const cell = (value = ''): string => value.replace(/^'(?=[=+\-@])/, '')
  return ok(
    rows.map((row) => entryOf(columns.map((column, at) => [column, cell(row[at])] as const))),
  )
}

export const readDirectory = (
  text: string,
): Result<readonly DirectoryEntry[], DirectoryProblem> => {
  const plain = text.replace(/^\uFEFF/, '')
  if (plain.trim() === '') return err('empty')
  return /^\s*[[{]/.test(plain) ? readJson(plain) : readTable(plain)
}

export interface DirectoryRow {
  /** Its place in the file, from 1. */
  readonly line: number
  readonly name: string
  readonly what: 'new' | 'update' | 'unchanged' | 'duplicate' | 'error'
  /** The entry that it changes. */
  readonly resource?: Resource
  readonly next?: Partial<Values>
  readonly problem?: string
  /** What of it can't be, and is left out. */
  readonly warnings: readonly string[]
}

/** What the choices of a field are called: a program may write that as well as the code. */
export type DirectoryNames = Readonly<
  Partial<Record<DirectoryField, Readonly<Record<string, string>>>>
>

const readValue = (field: DirectoryField, words: string, names: DirectoryNames): unknown => {
  if (LISTS.includes(field))
    return [
      ...new Set(
        words
          .split(';')
          .map((one) => one.trim())
          .filter(Boolean),
      ),
    ].sort((a, b) => a.localeCompare(b))
  // "Must report" is must-report.
  if (field === 'category' || field === 'reporting')
    return (
      Object.entries(names[field] ?? {}).find(([, name]) => fold(name) === fold(words))?.[0] ??
      fold(words).replace(/\s+/g, '-')
    )
  return words
}

export const directoryLabel = (field: string): string =>
  fieldLabel(resources.fields, field) ?? field

const readEntry = (
  entry: DirectoryEntry,
  names: DirectoryNames,
): Pick<DirectoryRow, 'warnings'> & { next: Partial<Values> } => {
  const next: Partial<Record<DirectoryField, unknown>> = {}
  const warnings: string[] = []
  for (const field of FIELDS) {
    const words = entry[field] ?? ''
    if (words === '') continue
    const value = readValue(field, words, names)
    if (v.safeParse(resources.fields[field].input, value).success) next[field] = value
    else
      warnings.push(
        t('directory.leftOut', { field: directoryLabel(field), words: words.slice(0, 60) }),
      )
  }
  return { next: next as Partial<Values>, warnings }
}

export const planDirectory = (
  entries: readonly DirectoryEntry[],
  directory: readonly Resource[],
  names: DirectoryNames = {},
): readonly DirectoryRow[] => {
  const seen = new Set<string>()
  return entries.map((entry, index): DirectoryRow => {
    const { next, warnings } = readEntry(entry, names)
    const { name = '' } = next
    const row = { line: index + 1, name, warnings }
    if (name === '') return { ...row, what: 'error', problem: t('resource.nameMissing') }
    if (seen.has(fold(name))) return { ...row, what: 'duplicate', problem: t('directory.twice') }
    seen.add(fold(name))
    const resource = directory.find((one) => fold(one.name) === fold(name))
    if (resource === undefined) return { ...row, what: 'new', next }
    const changed = Object.fromEntries(
      Object.entries(next).filter(
        ([field, value]) =>
          JSON.stringify(resource[field as DirectoryField]) !== JSON.stringify(value),
      ),
    ) as Partial<Values>
    return Object.keys(changed).length === 0
      ? { ...row, what: 'unchanged', resource }
      : { ...row, what: 'update', resource, next: changed }
  })
}

/** What taking a file in did, to take it back. */
export type DirectoryTaken = readonly {
  readonly id: string
  /** What stood there before, or nothing for an entry that is new. */
  readonly before?: Partial<Values>
}[]

export const takeInDirectory = (vault: Y.Doc, rows: readonly DirectoryRow[]): DirectoryTaken =>
  vault.transact(() =>
    rows.flatMap(({ what, resource, next }) => {
      if (next === undefined) return []
      if (what === 'new') return [{ id: resources.add(vault, next) }]
      if (resource === undefined) return []
      const before = Object.fromEntries(
        Object.keys(next).map((field) => [field, resource[field as DirectoryField]]),
      )
      return [{ id: editResource(vault, { resource, next: { ...resource, ...next } }), before }]
    }),
  )

export const takeBackDirectory = (vault: Y.Doc, taken: DirectoryTaken): void =>
  vault.transact(() => {
    for (const { id, before } of taken)
      if (before === undefined) resources.remove(vault, { id, deleted: true })
      else resources.edit(vault, { id, next: before })
  })

export const directoryToCsv = (directory: readonly Resource[]): string =>
  Papa.unparse({
    fields: Object.values(HEADINGS),
    data: directory.map((one) =>
      FIELDS.map((field) => safeCell([one[field] ?? ''].flat().join('; '))),
    ),
  })
