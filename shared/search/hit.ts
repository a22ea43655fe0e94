/** What is shown of something that was found: its title, and the stretch of its text in which the words are. */
import { fold } from '../base/fold'
import { type SearchDocument, textOf } from './documents'

export interface SearchHit {
  readonly key: string
  readonly record: string
  readonly kind: SearchDocument['kind']
  readonly id: string
  readonly title: string
  readonly date: string
  readonly visibility: SearchDocument['visibility']
  readonly themes: readonly string[]
  /** A stretch of the text around the first word found, and where the words are in it. */
  readonly passage: string
  readonly marks: readonly (readonly [from: number, to: number])[]
  /** The words found, folded: what to look for on the screen that is opened. */
  readonly found: readonly string[]
}

const PASSAGE_LENGTH = 180
const BEFORE_MATCH = 60
const LONG_WORD = 30

/** Title and text as they are searched and shown, one under the other. */
export const shownOf = (document: SearchDocument): string =>
  [document.title, textOf(document)]
    .filter((part) => part !== '')
    .join('\n')
    .normalize('NFC')

/** The lines of a text in one: a heading does not run into what is below it, and a sentence needs no more than its end. */
export const inOneLine = (text: string): string =>
  text.replace(/([.!?…:;]?)\s*\n\s*/g, (_, end: string) => (end === '' ? ' · ' : `${end} `))

/** Every place of the words in a folded text, in order and not overlapping. */
const placesOf = (folded: string, words: readonly string[], from: number, to: number) => {
  const places: [number, number][] = []
  for (const word of words)
    for (
      let at = folded.indexOf(word, from);
      at >= 0 && at < to;
      at = folded.indexOf(word, at + word.length)
    )
      places.push([at, at + word.length])
  places.sort((a, b) => a[0] - b[0] || b[1] - a[1])
  return places.filter(([start], index) => index === 0 || start >= (places[index - 1]?.[1] ?? 0))
}

export const hitOf = (document: SearchDocument, words: readonly string[]): SearchHit => {
  const { key, record, kind, id, title, date, visibility, themes } = document
  const shown = shownOf(document)
  const folded = fold(shown)
  const body = title === '' ? 0 : Math.min(title.length + 1, shown.length)
  const [first] = placesOf(folded, words, body, folded.length)
  const start = first === undefined ? body : Math.max(body, first[0] - BEFORE_MATCH)
  const from = start === body ? body : folded.indexOf(' ', start) + 1 || start
  const most = Math.min(shown.length, from + PASSAGE_LENGTH)
  // It ends with a whole word, where words have spaces between them.
  const space = most === shown.length ? most : shown.lastIndexOf(' ', most)
  const to = space > most - LONG_WORD ? space : most
  return {
    key,
    record,
    kind,
    id,
    title,
    date,
    visibility,
    themes,
    passage: `${from > body ? '… ' : ''}${shown.slice(from, to)}${to < shown.length ? ' …' : ''}`,
    marks: placesOf(folded, words, from, to).map(([a, b]) => {
      const shift = (from > body ? 2 : 0) - from
      return [a + shift, Math.min(b, to) + shift] as const
    }),
    found: words.filter((word) => folded.includes(word)),
  }
}
