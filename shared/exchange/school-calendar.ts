/**
 * The school's own calendar as a file: the days of all its classes, as an .ics of a calendar program or as a table. All
 * that is asked of an entry are its words and its days. What it is and whose it is are guessed from those: by
 * school-weeks.ts for REACH weeks. What a table says in a column counts by the column's heading, as if both stood in the
 * title: "Year" over a 2 reads as "Year 2".
 */
import { yearOf } from '../base/academic-year'
import { err, ok, type Result } from '../base/result'
import { dayTyped } from '../base/typed-day'
import {
  type CalendarProblem,
  type CalendarRead,
  type CalendarWindow,
  readCalendar,
} from '../formats/ics'
import { type RosterFile, readCsv } from './roster'

export interface SchoolEvent {
  /** The same whenever the file is read again. */
  readonly key: string
  readonly words: string
  readonly start: string
  readonly end: string
}

export type SchoolCalendarProblem = CalendarProblem | 'no-days'

export interface SchoolCalendarRead {
  readonly events: readonly SchoolEvent[]
  /** Entries that were left out: damaged, without a day, or repeated without an end in sight. */
  readonly unreadable: number
  readonly onNoDay: CalendarRead['onNoDay']
}

const LONGEST_WORDS = 300
/** Longer is no date, and would only take long. */
const LONGEST_DAY = 40
/** What schools write is American, whatever language the app speaks; but 16/11/2026 says that it is not, of all its days. */
const LANGUAGES = ['en-US', 'en-GB'] as const

const START = /^(?:start|begin|from|date|day)/i
const END = /^(?:end|until|to$|through|last)/i
/** Columns that say nothing of what it is: a time, a place. */
const BESIDE = /time|all ?day|location|place|room|remind|private|priority|creat|modif/i
/** A day that is not the entry's own. */
const NOT_ITS = /remind|creat|modif/i
/** Behind a day. */
const TIME = /[ T]+\d{1,2}:\d{2}.*$/
/** What such a column is about, its words say by themselves. */
const TITLE = /title|subject|event|summary|name|what|description|activity/i

/** The entries of a table whose days are written as that language writes them; undefined when it has no column of days. */
const entriesOf = (
  { columns, rows }: RosterFile,
  language: string,
): readonly SchoolEvent[] | undefined => {
  const dayIn = (cell = ''): string | null =>
    cell.length > LONGEST_DAY ? null : dayTyped(cell.replace(TIME, ''), language)
  /** The first one that is called so and has a day in it: "Day" may be Monday, with the date beside it. */
  const columnOf = (called: RegExp): number | undefined => {
    const all = columns.flatMap((column, at) =>
      called.test(column) && !NOT_ITS.test(column) ? [at] : [],
    )
    return all.find((at) => rows.some((cells) => dayIn(cells[at]) !== null)) ?? all[0]
  }
  const [startsAt, endsAt] = [columnOf(START), columnOf(END)]
  if (startsAt === undefined) return undefined
  return rows.flatMap((cells, index): readonly SchoolEvent[] => {
    const start = dayIn(cells[startsAt])
    if (start === null) return []
    const last = endsAt === undefined ? null : dayIn(cells[endsAt])
    const [, end = start] = [start, last ?? start].sort()
    const words = columns
      .map((column, at) => {
        const cell = (cells[at] ?? '').trim()
        if (cell === '' || at === startsAt || at === endsAt || BESIDE.test(column)) return ''
        return TITLE.test(column) ? cell : `${column} ${cell}`
      })
      .filter(Boolean)
      .join(' · ')
    return [{ key: String(index), words: words.slice(0, LONGEST_WORDS), start, end }]
  })
}

const readTable = (
  text: string,
  window: CalendarWindow,
): Result<SchoolCalendarRead, SchoolCalendarProblem> => {
  const table = readCsv(text)
  if (!table.ok) return err(table.error === 'too-long' ? 'too-much-in-it' : 'not-a-calendar')
  const [american, european = []] = LANGUAGES.map((language) => entriesOf(table.value, language))
  if (american === undefined) return err('no-days')
  const events = european.length > american.length ? european : american
  return ok({
    events: events.filter(({ start }) => window.from <= start && start <= window.to),
    unreadable: table.value.rows.length - events.length,
    onNoDay: [],
  })
}

/** Reads a file of either sort; a calendar says what it is in its first line. */
export const readSchoolCalendar = (
  text: string,
  window: CalendarWindow,
): Result<SchoolCalendarRead, SchoolCalendarProblem> => {
  if (!/BEGIN:VCALENDAR/i.test(text)) return readTable(text, window)
  const calendar = readCalendar(text, window)
  if (!calendar.ok) return calendar
  const { meetings, unreadable, endless, onNoDay } = calendar.value
  return ok({
    events: meetings
      .filter(({ cancelled }) => !cancelled)
      .map(({ uid, title, date, until }) => ({
        // A program that gives all of them one id means several all the same.
        key: `${uid} ${date}`,
        words: title,
        start: date,
        end: until,
      })),
    unreadable: unreadable + endless,
    onNoDay,
  })
}

const NUMBER = '(?:[1-4](?!\\d)|IV|I{1,3})(?![a-z])'
const JOINT = '\\s*(?:,|/|&|\\+|and|–|-|to|through)\\s*'
const YEAR = '(?:OMS|MS|M|Y|years?|yrs?)'
/** "MS2", "OMS-II", "Year 3", "MS1/MS2", "Years 1–4". */
const YEARS = new RegExp(
  `(?<![a-z])${YEAR}[ .-]?(${NUMBER}(?:${JOINT}(?:${YEAR}[ .-]?)?${NUMBER})*)`,
  'gi',
)
const ORDINALS = ['first|1st', 'second|2nd', 'third|3rd', 'fourth|4th'] as const
/** "Class of 2029", "C/O 2029". */
const CLASSES = /(?:\bclass(?: of)?|\bc\/?o)[ :]*(20\d\d)\b/gi

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 }
export const numberIn = (written: string): number => ROMAN[written.toUpperCase()] ?? Number(written)

/** "1–3" is three of them; "1 and 3" is two. */
const spread = (list: string): readonly number[] => {
  const parts = list.split(new RegExp(`(${NUMBER})`, 'i'))
  const found: number[] = []
  parts.forEach((part, at) => {
    if (at % 2 === 0) return
    const number = numberIn(part)
    const before = found.at(-1)
    const isRange = before !== undefined && /–|-|to|through/i.test(parts[at - 1] ?? '')
    for (let next = isRange ? before + 1 : number; next <= number; next++) found.push(next)
  })
  return found
}

/** The ordinal that stands before a word, 1 to 4: "second-year", "3rd quarter". */
export const ordinalBefore = (words: string, what: string): readonly number[] =>
  ORDINALS.flatMap((ordinal, index) =>
    new RegExp(`\\b(?:${ordinal})[ -]?(?:${what})`, 'i').test(words) ? [index + 1] : [],
  )

/** The classes that an entry names, by their year or by the year in school that they are in on that day. */
export const classesNamed = (words: string, day: string, turnover: string): readonly number[] => {
  const bySchoolYear = [...words.matchAll(YEARS)].flatMap(([, list = '']) => spread(list))
  const years = [...bySchoolYear, ...ordinalBefore(words, 'years?')]
  const inSchool = classesOn(day, turnover)
  const named = [...words.matchAll(CLASSES)].map(([, year]) => Number(year))
  return inSchool.filter(
    (one) => named.includes(one) || years.includes(yearOf(one, day, turnover) ?? 0),
  )
}

/** The four classes that are in school on a day, the first years last. */
export const classesOn = (day: string, turnover: string): readonly number[] => {
  const year = Number(day.slice(0, 4))
  return Array.from({ length: 6 }, (_, index) => year + index).filter(
    (one) => yearOf(one, day, turnover) !== null,
  )
}
