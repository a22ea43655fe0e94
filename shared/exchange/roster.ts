/**
 * The roster as CSV: read with a mapping of columns, matched with the mentees who are there already (by the school's
 * id, then by e-mail), and written again. Nothing is imported before every row has been shown.
 */
import Papa from 'papaparse'
import * as v from 'valibot'
import { err, ok, type Result } from '../base/result'
import { profileFor, profileNames } from '../model/leaving'
import type { RecordProjection } from '../model/projection'
import {
  MENTEE_STATUSES,
  type Mentee,
  type MenteeInput,
  menteeProfile,
} from '../model/record/mentee'
import { spoken, t } from '../words/words'

/** The fields that a roster may bring: those that leave on one, and the tags, which stay. */
export type RosterField = ReturnType<typeof profileNames<'roster'>>[number] | 'tags'

/** What a field is called on the screen. */
export const rosterHeadings: Readonly<Record<RosterField, string>> = spoken({
  studentId: 'mentee.studentId',
  name: 'common.name',
  preferredName: 'mentee.preferredName',
  pronouns: 'mentee.pronouns',
  email: 'mentee.email',
  phone: 'mentee.phone',
  classYear: 'roster.class',
  status: 'common.status',
  coachedSince: 'mentee.coachedSince',
  reachGroup: 'common.reachGroup',
  cadenceWeeks: 'mentee.meetEvery',
  tags: 'mentee.tags',
})

/** The headings of the file: the same in every language, so that one coach's file can be read by another's app. */
const FILE_HEADINGS: Readonly<Record<RosterField, string>> = {
  studentId: 'Student ID',
  name: 'Name',
  preferredName: 'Preferred name',
  pronouns: 'Pronouns',
  email: 'E-mail',
  phone: 'Phone',
  classYear: 'Class',
  status: 'Status',
  coachedSince: 'Coached since',
  reachGroup: 'REACH group',
  cadenceWeeks: 'Meet every (weeks)',
  tags: 'Tags',
}

/** In the order of the file's columns. */
export const ROSTER_FIELDS = Object.keys(FILE_HEADINGS) as readonly RosterField[]

/** Other headings that schools use. */
const ALIASES: Readonly<Record<RosterField, readonly string[]>> = {
  studentId: ['id', 'studentid', 'studentnumber', 'universityid', 'netid'],
  name: ['fullname', 'student', 'studentname', 'mentee'],
  preferredName: ['preferred', 'nickname', 'goesby'],
  pronouns: ['pronoun'],
  email: ['mail', 'emailaddress'],
  phone: ['mobile', 'telephone', 'cell'],
  classYear: ['classof', 'graduationyear', 'gradyear', 'classyear', 'graduation'],
  status: ['state'],
  coachedSince: ['since', 'start', 'startdate'],
  reachGroup: ['group', 'reach'],
  cadenceWeeks: ['cadence', 'cadenceweeks', 'meetevery', 'every', 'weeks', 'weeksbetweensessions'],
  tags: ['tag', 'labels'],
}

/** The two halves of a name, which many registrars write in columns of their own. */
const GIVEN_NAME = ['firstname', 'givenname', 'forename', 'first', 'given']
const FAMILY_NAME = ['lastname', 'familyname', 'surname', 'last', 'family']

export interface RosterFile {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export const MOST_ROWS = 5000

export const readCsv = (text: string): Result<RosterFile, 'empty' | 'too-long' | 'malformed'> => {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' })
  // A missing delimiter is only a file of one column; an unclosed quotation mark has eaten rows.
  if (parsed.errors.some(({ type }) => type === 'Quotes')) return err('malformed')
  const [columns, ...rows] = parsed.data
  if (columns === undefined || rows.length === 0) return err('empty')
  if (rows.length > MOST_ROWS) return err('too-long')
  return ok(withWholeName({ columns: columns.map((column) => column.trim()), rows }))
}

export type Mapping = Readonly<Partial<Record<RosterField, number>>>

const squeezed = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '')

/** A name in two columns gets a third, with all of it. */
const withWholeName = (file: RosterFile): RosterFile => {
  const { columns, rows } = file
  const at = (names: readonly string[]): number =>
    columns.findIndex((column) => names.includes(squeezed(column)))
  const [given, family] = [at(GIVEN_NAME), at(FAMILY_NAME)]
  if (guessMapping(columns).name !== undefined || given < 0 || family < 0) return file
  return {
    columns: [...columns, FILE_HEADINGS.name],
    rows: rows.map((cells) => [
      ...columns.map((_column, index) => cells[index] ?? ''),
      [cells[given], cells[family]]
        .map((part = '') => part.trim())
        .join(' ')
        .trim(),
    ]),
  }
}

/** The mapping that the headings suggest. */
export const guessMapping = (columns: readonly string[]): Mapping => {
  const mapping: Partial<Record<RosterField, number>> = {}
  for (const field of ROSTER_FIELDS) {
    const names = [squeezed(FILE_HEADINGS[field]), ...ALIASES[field]]
    const at = columns.findIndex(
      (column, index) =>
        names.includes(squeezed(column)) && !Object.values(mapping).includes(index),
    )
    if (at >= 0) mapping[field] = at
  }
  return mapping
}

export interface RosterRow {
  /** The row's number in the file, the heading being 1. */
  readonly line: number
  readonly name: string
  readonly what: 'new' | 'update' | 'unchanged' | 'duplicate' | 'error'
  /** The record it updates. */
  readonly record?: string
  readonly next?: Partial<MenteeInput>
  /** For an update: what is there now, of the fields that change. */
  readonly base?: Partial<MenteeInput>
  /** Why it is left out. */
  readonly problem?: string
  /** What of it is left out, and why: the mentee comes in all the same. */
  readonly warnings?: readonly string[]
}

const problems = (): Readonly<Partial<Record<RosterField, string>>> => ({
  classYear: t('roster.badClass'),
  email: t('roster.badEmail'),
  status: t('roster.badStatus', { statuses: MENTEE_STATUSES.join(', ') }),
  coachedSince: t('roster.badCoachedSince'),
  cadenceWeeks: t('roster.badCadence'),
})

const fromCell = (field: RosterField, cell: string): unknown => {
  if (field === 'cadenceWeeks')
    return Number(/^(?:every )?(\d+) ?(?:weeks?|wks?)?$/i.exec(cell)?.[1])
  if (field === 'classYear') return Number(cell)
  if (field === 'tags')
    return [
      ...new Set(
        cell
          .split(/[;,]/)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ].sort((a, b) => a.localeCompare(b))
  if (field === 'status') return cell.toLowerCase().replace(/\s+/g, '-')
  // A spreadsheet takes what begins so for a formula; the quote that keeps it from doing so is not the value's.
  return cell.replace(/^'(?=[=+\-@])/, '')
}

/** Without these a row is nobody, or perhaps another. */
const NEEDED: readonly RosterField[] = ['name', 'studentId']

interface ReadRow {
  readonly next: Partial<MenteeInput>
  readonly problem: string | undefined
  readonly warnings: readonly string[]
}

/** What a row says, cell by cell: one that cannot be is left out, and with it the row only if it says who it is. */
const readRow = (cells: readonly string[], mapping: Mapping): ReadRow => {
  const values: Partial<Record<RosterField, unknown>> = {}
  const warnings: string[] = []
  let problem: string | undefined
  for (const field of ROSTER_FIELDS) {
    const column = mapping[field]
    const cell = column === undefined ? '' : (cells[column] ?? '').trim()
    if (cell === '') continue
    const value = fromCell(field, cell)
    if (v.safeParse(menteeProfile.fields[field].input, value).success) {
      values[field] = value
      continue
    }
    const why = problems()[field] ?? t('roster.tooLong', { heading: rosterHeadings[field] })
    if (NEEDED.includes(field)) problem ??= why
    else warnings.push(t('roster.cellLeftOut', { why, cell: cell.slice(0, 60) }))
  }
  return { next: values as Partial<MenteeInput>, problem, warnings }
}

export const planRoster = (
  file: RosterFile,
  mapping: Mapping,
  records: readonly RecordProjection[],
): readonly RosterRow[] => {
  const live = records.filter(({ mentee }) => mentee.deletedAt === null)
  const seen = new Map<string, number>()
  return file.rows.map((cells, index): RosterRow => {
    const line = index + 2
    const { next, problem, warnings } = readRow(cells, mapping)
    const name = next.name ?? ''
    if (problem !== undefined) return { line, name, what: 'error', problem }
    const warned = warnings.length === 0 ? {} : { warnings }
    const match =
      live.find(
        ({ mentee }) => next.studentId !== undefined && mentee.studentId === next.studentId,
      ) ??
      live.find(
        ({ mentee }) =>
          next.email !== undefined &&
          mentee.email.toLowerCase() === next.email.toLowerCase() &&
          // Somebody with another id is somebody else, even at the same address.
          (next.studentId === undefined || mentee.studentId === ''),
      )
    const key = next.studentId ?? next.email?.toLowerCase() ?? `name:${name.toLowerCase()}`
    const earlier = seen.get(key)
    if (earlier !== undefined)
      return { line, name, what: 'duplicate', problem: t('roster.sameAsRow', { row: earlier }) }
    seen.set(key, line)
    if (match === undefined) {
      if (name === '') return { line, name, what: 'error', problem: t('roster.noName') }
      const namesake =
        next.studentId === undefined && next.email === undefined
          ? live.find(({ mentee }) => mentee.name.toLowerCase() === name.toLowerCase())
          : undefined
      if (namesake !== undefined)
        return {
          line,
          name,
          what: 'duplicate',
          problem: t('roster.sameName'),
        }
      return { line, name, what: 'new', next: { ...menteeProfile.empty, ...next }, ...warned }
    }
    const changed = Object.fromEntries(
      Object.entries(next).filter(
        ([field, value]) =>
          JSON.stringify(match.mentee[field as keyof Mentee]) !== JSON.stringify(value),
      ),
    ) as Partial<MenteeInput>
    if (Object.keys(changed).length === 0)
      return {
        line,
        name: name || match.mentee.name,
        what: 'unchanged',
        record: match.id,
        ...warned,
      }
    const base = Object.fromEntries(
      Object.keys(changed).map((field) => [field, match.mentee[field as keyof Mentee]]),
    ) as Partial<MenteeInput>
    return {
      line,
      name: name || match.mentee.name,
      what: 'update',
      record: match.id,
      next: changed,
      base,
      ...warned,
    }
  })
}

/** A cell that a spreadsheet would run as a formula is written with a leading quote. */
export const safeCell = (value: string): string =>
  /^[=+\-@\t\r]/.test(value) ? `'${value}` : value

/** Which fields leave the profile says (model/record/mentee.ts): tags are the coach's own, and come in only. */
export const rosterToCsv = (mentees: readonly Mentee[]): string => {
  const leaving: readonly RosterField[] = profileNames('roster')
  const columns = ROSTER_FIELDS.filter((field) => leaving.includes(field))
  return Papa.unparse({
    fields: columns.map((field) => FILE_HEADINGS[field]),
    data: mentees.map((mentee) => {
      const going: Readonly<Partial<Record<RosterField, unknown>>> = profileFor(mentee, 'roster')
      return columns.map((field) => safeCell(String(going[field] ?? '')))
    }),
  })
}

/** A file to begin with: the headings, and two people who are nobody. */
export const sampleRoster = (): string =>
  Papa.unparse({
    fields: ROSTER_FIELDS.map((field) => FILE_HEADINGS[field]),
    data: [
      ['S0001', 'Jordan Example', 'Jo', 'they/them', 'jordan@example.edu', '', '2029', 'active'],
      ['S0002', 'Riley Example', '', 'she/her', 'riley@example.edu', '', '2029', 'active'],
    ].map((row, index) => [...row, '2026-08-01', 'A', index === 0 ? '4' : '6', '']),
  })
