/**
 * A page that comes in from another program, before its text is read: what it is called, of which day, about whom,
 * and under which themes, from what Notion, Obsidian, OneNote and plain folders write about a page.
 */
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import Papa from 'papaparse'
import { parseDocument } from 'yaml'
import { toBase64Url } from '../base/base64'
import { isRealDay } from '../base/day'

const PAGE_TYPES = ['md', 'markdown', 'txt', 'html', 'htm', 'docx', 'csv'] as const
export type PageType = (typeof PAGE_TYPES)[number]

export const typeOf = (path: string): PageType | undefined => {
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase()
  return PAGE_TYPES.find((type) => type === extension)
}

export interface PageFacts {
  readonly title: string
  /** `2026-11-24`, or '' where nothing says it. */
  readonly date: string
  readonly themes: readonly string[]
  /** Where a name may stand: the path, the title, a field of its own. */
  readonly about: string
}

/** The same file is the same note, however often it comes in. */
export const noteIdOf = (path: string, content: string | Uint8Array): string => {
  const name = encodeUtf8(`${path}\n`)
  const bytes = typeof content === 'string' ? encodeUtf8(content) : content
  const whole = new Uint8Array(name.length + bytes.length)
  whole.set(name)
  whole.set(bytes, name.length)
  return toBase64Url(digest(whole).subarray(0, 16))
}

const ISO_DAY = /(?<!\d)(\d{4})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/
const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december'
const MONTH_DAY = new RegExp(`(${MONTHS})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})`, 'i')
const DAY_MONTH = new RegExp(`(\\d{1,2})\\s+(${MONTHS}),?\\s+(\\d{4})`, 'i')

const monthNumber = (name: string): string =>
  String(MONTHS.split('|').indexOf(name.toLowerCase()) + 1).padStart(2, '0')

/** The first day that a text names, `2026-11-24`; '' when it names none. */
export const dayIn = (text: string): string => {
  const iso = ISO_DAY.exec(text)
  const monthFirst = MONTH_DAY.exec(text)
  const dayFirst = DAY_MONTH.exec(text)
  const found = [
    iso === null ? '' : `${iso[1]}-${iso[2]}-${iso[3]}`,
    monthFirst === null
      ? ''
      : `${monthFirst[3]}-${monthNumber(monthFirst[1] ?? '')}-${monthFirst[2]?.padStart(2, '0')}`,
    dayFirst === null
      ? ''
      : `${dayFirst[3]}-${monthNumber(dayFirst[2] ?? '')}-${dayFirst[1]?.padStart(2, '0')}`,
  ]
  return found.find((day) => day !== '' && isRealDay(day)) ?? ''
}

/** A file's name without its folder, its ending and the id that Notion puts behind it. */
const nameOf = (path: string): string => {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const dot = file.lastIndexOf('.')
  return (dot < 0 ? file : file.slice(0, dot)).replace(/\s[\da-f]{32}$/i, '').trim()
}

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/
/** Notion writes a page's properties under its title, one a line: `Date: November 24, 2026`. */
const PROPERTIES =
  'date|created|last edited|day|mentee|student|name|person|with|tags|themes|topics|title'.split('|')
const isProperty = (line: string): boolean => {
  const [name = '', value = ''] = line.slice(0, LONGEST_FIELD).split(':', 2)
  return PROPERTIES.includes(name.trimEnd().toLowerCase()) && value.trim() !== ''
}
const FIELD_NAME = /^[\w ]+$/
const MOST_THEMES = 20
/** Nobody's list of themes is longer, and what is longer costs. */
const LONGEST_FIELD = 5000
/** Front matter is a screen at most, and what reads YAML takes more than linear time over what nests. */
const LONGEST_FRONT_MATTER = 4000
const TITLE_LENGTH = 300

const QUOTES = new Set(['"', "'", '#'])

/** Without the quotation marks around it. Walks in from both ends: a pattern for the end would look from each one. */
const unquoted = (text: string): string => {
  let from = 0
  let to = text.length
  while (from < to && QUOTES.has(text.charAt(from))) from++
  while (to > from && QUOTES.has(text.charAt(to - 1)) && text.charAt(to - 1) !== '#') to--
  return text.slice(from, to)
}

/** What a page says of itself by name: a text, or a list of them. */
export type PageFields = ReadonlyMap<string, string | readonly string[]>

const listOf = (value: string | readonly string[]): readonly string[] =>
  (typeof value === 'string' ? value.replace(/^\[|\]$/g, '').split(/[,;]/) : value)
    .map((text) => unquoted(text.trim()).slice(0, TITLE_LENGTH))
    .filter((text) => text !== '')
    .slice(0, MOST_THEMES)

/** `key: value` lines. */
const fieldsIn = (lines: readonly string[]): PageFields => {
  const fields = new Map<string, string>()
  for (const whole of lines) {
    const line = whole.slice(0, LONGEST_FIELD)
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trimEnd()
    if (colon < 0 || !FIELD_NAME.test(name)) continue
    fields.set(
      name.toLowerCase(),
      line
        .slice(colon + 1)
        .trim()
        .replace(/^["']|["']$/g, ''),
    )
  }
  return fields
}

const textsIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(textsIn) : []

/**
 * A page's front matter. Every value is read as text: a day stays as it is written. What is no YAML (people write
 * `title: Week 3: nights`) is read line by line, as is what asks for more than a page's facts would.
 */
const frontMatterIn = (text: string): PageFields => {
  const lines = text.slice(0, LONGEST_FRONT_MATTER).split(/\r?\n/)
  if (text.length > LONGEST_FRONT_MATTER) lines.pop()
  try {
    const document = parseDocument(lines.join('\n'), {
      schema: 'failsafe',
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
    })
    const read: unknown = document.errors.length === 0 ? document.toJS() : null
    if (typeof read === 'object' && read !== null)
      return new Map(
        Object.entries(read).map(([name, value]) => {
          const texts = textsIn(value).map((one) => one.slice(0, LONGEST_FIELD))
          return [
            name.toLowerCase(),
            Array.isArray(value) ? texts.slice(0, MOST_THEMES) : (texts[0] ?? ''),
          ]
        }),
      )
  } catch {
    // Too deep, or aliases that would multiply.
  }
  return fieldsIn(lines)
}

const namedIn = (fields: PageFields, ...names: readonly string[]): string | readonly string[] =>
  names.map((name) => fields.get(name) ?? '').find(({ length }) => length > 0) ?? ''

const first = (fields: PageFields, ...names: readonly string[]): string =>
  [namedIn(fields, ...names)].flat().join(', ')

/** What a page's fields, title and path say of it. */
export const factsOf = (path: string, fields: PageFields, heading: string): PageFacts => {
  const title = (first(fields, 'title') || heading || nameOf(path)).slice(0, TITLE_LENGTH)
  return {
    title,
    date:
      dayIn(first(fields, 'date', 'day', 'created', 'last edited')) || dayIn(title) || dayIn(path),
    themes: listOf(namedIn(fields, 'tags', 'themes', 'topics')),
    about: [first(fields, 'mentee', 'student', 'name', 'person', 'with'), title, path]
      .join(' ')
      .slice(0, LONGEST_FIELD),
  }
}

/**
 * `![[a.png]]` and `![a](b.png)`, and `[[Page]]` and `[[Page|words]]`, which are links into the other program. What
 * stands inside holds no bracket of its kind: a search that fails ends where the next one begins, and a page of
 * nothing but openings is gone through once.
 */
const PICTURE = /!\[\[[^[\]]*\]\]|!\[[^[\]]*\]\([^()]*\)/g
const LINK = /\[\[([^[\]]*)\]\]/g

/** Takes apart a Markdown page: its facts, and its text with what only its own program understands put into words. */
export const readMarkdownPage = (
  path: string,
  content: string,
): { readonly facts: PageFacts; readonly markdown: string; readonly pictures: boolean } => {
  const front = FRONT_MATTER.exec(content)
  let body = (front === null ? content : content.slice(front[0].length)).replace(/^\uFEFF/, '')
  const heading = /^\s*#\s+(.+)\r?\n?/.exec(body)
  if (heading !== null) body = body.slice(heading[0].length)
  // Properties stand right under the title, before the first empty line that follows them.
  const lines = body.replace(/^\s+/, '').split(/\r?\n/)
  let properties = 0
  while (properties < lines.length && isProperty(lines[properties] ?? '')) properties++
  const fields = new Map([
    ...fieldsIn(lines.slice(0, properties)),
    ...frontMatterIn(front?.[1] ?? ''),
  ])
  const text = lines.slice(properties).join('\n')
  const withoutPictures = text.replace(PICTURE, '')
  return {
    facts: factsOf(path, fields, heading?.[1]?.trim() ?? ''),
    pictures: withoutPictures !== text,
    markdown: withoutPictures
      .replace(LINK, (_link, inside: string) => inside.slice(inside.indexOf('|') + 1))
      .trim(),
  }
}

/** Column names of a table of notes, in the words that people use for them. */
const COLUMNS = {
  about: ['mentee', 'student', 'name', 'person', 'who'],
  date: ['date', 'day', 'when', 'created'],
  title: ['title', 'subject', 'topic'],
  text: ['note', 'notes', 'text', 'body', 'content', 'comments', 'summary'],
  themes: ['themes', 'tags', 'topics'],
} as const

export interface TableRow {
  readonly facts: PageFacts
  readonly text: string
}

/** A CSV of notes, one a row; undefined when no column holds a text. */
export const readTable = (path: string, content: string): readonly TableRow[] | undefined => {
  const { data } = Papa.parse<string[]>(content.replace(/^\uFEFF/, ''), {
    skipEmptyLines: 'greedy',
  })
  const [head = [], ...rows] = data
  const columnOf = (names: readonly string[]): number =>
    head.findIndex((cell) => names.includes(cell.trim().toLowerCase()))
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([name, names]) => [name, columnOf(names)]),
  ) as Record<keyof typeof COLUMNS, number>
  if (at.text < 0) return undefined
  return rows
    .map((row) => {
      const cell = (name: keyof typeof COLUMNS): string =>
        at[name] < 0 ? '' : (row[at[name]] ?? '').trim()
      return {
        facts: {
          title: cell('title').slice(0, TITLE_LENGTH),
          date: dayIn(cell('date')),
          themes: listOf(cell('themes')),
          about: `${cell('about')} ${cell('title')} ${path}`.slice(0, LONGEST_FIELD),
        },
        text: cell('text'),
      }
    })
    .filter(({ text }) => text !== '')
}
