/**
 * The search itself: an index of folded words (MiniSearch), and the documents' texts for phrases, passages and parts
 * of words. Pure, and used in a worker (store/search/search.worker.ts).
 *
 * A query is answered in three steps, each only if the one before found too little: words and their beginnings; words
 * that are nearly the same (a slip of the finger); and letters anywhere in a word.
 */
import MiniSearch, { type SearchResult } from 'minisearch'
import { fold, isPlain, wordsOf } from '../base/fold'
import type { SearchWeight } from '../crdt/field'
import { type SearchDocument, textOf } from './documents'
import type { Operator, SearchQuery } from './query'

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

export interface SearchAnswer {
  readonly hits: readonly SearchHit[]
  readonly total: number
}

export interface SearchOptions {
  readonly today: string
  readonly limit: number
  /** Only what may be on a screen that others look at (views/presenting.ts). */
  readonly presenting?: boolean
}

export interface SearchEngine {
  readonly put: (document: SearchDocument) => void
  readonly remove: (key: string) => void
  readonly search: (query: SearchQuery, options: SearchOptions) => SearchAnswer
  readonly size: () => number
}

const PASSAGE_LENGTH = 180
const BEFORE_MATCH = 60
/** Fewer than this, and words that are nearly the same are looked for, too. */
const FEW = 3
/** Shorter words are not taken for a slip of another one. */
const SHORTEST_FUZZY = 4
const SHORTEST_TWO_SLIPS = 6
const slips = (term: string): number | false =>
  term.length >= SHORTEST_TWO_SLIPS ? 2 : term.length >= SHORTEST_FUZZY ? 1 : false
/** The first letters that are typed begin half the words of every note: until there are three, names and titles count. */
const SHORTEST_IN_TEXT = 3
const TITLE_WEIGHT = 3
const PERSON_WEIGHT = 6
/** What a word counts by the field that it stands in (crdt/about.ts): a name as the title, a fact around it less. */
const WEIGHTS: Readonly<Record<SearchWeight, number>> = { name: TITLE_WEIGHT, body: 1, detail: 0.5 }

const shownOf = (document: SearchDocument): string => {
  const text = textOf(document)
  const { title } = document
  return (title === '' ? text : text === '' ? title : `${title}\n${text}`).normalize('NFC')
}

/** What is indexed of a document, each part with a weight of its own. */
const INDEXED: Readonly<Record<string, (document: SearchDocument) => string>> = {
  title: ({ title }) => title,
  name: ({ words }) => words.name,
  body: ({ words }) => words.body,
  detail: ({ words }) => words.detail,
  mentee: ({ mentee }) => mentee,
  themes: ({ themes }) => themes.join(' '),
}

/** A name is asked for by the beginning of it, or of one of its words. */
const beginsAWord = (text: string, start: string): boolean =>
  text.startsWith(start) || text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(start))

const ALIASES: Readonly<Record<string, string>> = { private: 'memory-aid', aid: 'memory-aid' }

/** Whether a document passes one value of an operator. */
const TESTS: Readonly<
  Record<Operator, (document: SearchDocument, value: string, today: string) => boolean>
> = {
  mentee: ({ mentee }, value) => beginsAWord(fold(mentee), value),
  kind: ({ kind }, value) => kind === value || kind === value.replace(/s$/, ''),
  theme: ({ themes }, value) => themes.some((theme) => fold(theme).includes(value)),
  visibility: ({ visibility }, value) =>
    visibility === (ALIASES[value] ?? value.replaceAll(' ', '-')),
  rotation: ({ rotation }, value) => rotation !== '' && fold(rotation).includes(value),
  after: ({ date }, value) => date !== '' && date >= value,
  before: ({ date }, value) => date !== '' && date < value,
  on: ({ date }, value) => date !== '' && date.startsWith(value),
  is: ({ states, due }, value, today) =>
    value === 'overdue' ? due !== '' && due < today : (states as readonly string[]).includes(value),
}

const passesFilters = (
  document: SearchDocument,
  { filters }: SearchQuery,
  today: string,
): boolean =>
  (Object.entries(filters) as [Operator, readonly string[]][]).every(([operator, values]) =>
    values.some((value) => TESTS[operator](document, value, today)),
  )

/** What the mentee asked not to be brought up stands in a prep; a check-in is nobody else's to see. */
const mayBePresented = ({ visibility, kind }: SearchDocument): boolean =>
  kind !== 'check-in' &&
  kind !== 'prep' &&
  (visibility === 'shared' ||
    visibility === 'program' ||
    kind === 'resource' ||
    kind === 'template')

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

/**
 * What was taken out is swept out of the index in one go. By itself MiniSearch sweeps in steps, with pauses in which a
 * document may be added: its walk then steps on a branch that is not there any more (7.2.0), and throws.
 */
const VACUUM = {
  minDirtCount: 1000,
  minDirtFactor: 0.1,
  batchSize: Number.POSITIVE_INFINITY,
  batchWait: 0,
}

const newestFirst = (a: SearchDocument, b: SearchDocument): number => b.date.localeCompare(a.date)

export const createSearchEngine = (): SearchEngine => {
  // Each text once: it is folded again for the few documents that are looked into, not kept folded for all.
  const stored = new Map<string, SearchDocument>()
  const index = new MiniSearch<SearchDocument>({
    idField: 'key',
    fields: Object.keys(INDEXED),
    extractField: (document, field) => INDEXED[field]?.(document) ?? document.key,
    tokenize: wordsOf,
    autoVacuum: VACUUM,
    // Folded already.
    processTerm: (term) => term,
    searchOptions: {
      boost: { ...WEIGHTS, title: TITLE_WEIGHT, mentee: 2, themes: 2 },
      combineWith: 'AND',
      boostDocument: (key) => (stored.get(key)?.kind === 'mentee' ? PERSON_WEIGHT : 1),
    },
  })

  const hitOf = (document: SearchDocument, words: readonly string[]): SearchHit => {
    const { key, record, kind, id, title, date, visibility, themes } = document
    const shown = shownOf(document)
    const folded = fold(shown)
    const body = title === '' ? 0 : Math.min(title.length + 1, shown.length)
    const [first] = placesOf(folded, words, body, folded.length)
    const start = first === undefined ? body : Math.max(body, first[0] - BEFORE_MATCH)
    const from = start === body ? body : folded.indexOf(' ', start) + 1 || start
    const to = Math.min(shown.length, from + PASSAGE_LENGTH)
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

  return {
    put: (document) => {
      const before = stored.get(document.key)
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(document)) return
      stored.set(document.key, document)
      if (before !== undefined) index.discard(document.key)
      index.add(document)
    },
    remove: (key) => {
      if (stored.delete(key)) index.discard(key)
    },
    size: () => stored.size,
    search: (query, { today, limit, presenting = false }) => {
      const has = (one: SearchDocument, parts: readonly string[]): boolean => {
        if (parts.length === 0) return true
        const folded = fold(shownOf(one))
        return parts.every((part) => folded.includes(part))
      }
      const passes = (one: SearchDocument | undefined): one is SearchDocument =>
        one !== undefined &&
        (!presenting || mayBePresented(one)) &&
        passesFilters(one, query, today) &&
        has(one, query.phrases)
      const terms = query.words.flatMap(wordsOf)
      // A phrase is looked for in the documents that have its words.
      const inPhrases = query.phrases.flatMap(wordsOf)
      const answer = (
        found: readonly SearchDocument[],
        wordsIn: (one: SearchDocument) => readonly string[],
      ): SearchAnswer => ({
        total: found.length,
        hits: found
          .slice(0, limit)
          .map((one) => hitOf(one, [...new Set([...query.phrases, ...wordsIn(one)])])),
      })
      const all = (): readonly SearchDocument[] =>
        inPhrases.length === 0
          ? [...stored.values()].filter(passes)
          : index
              .search(inPhrases.join(' '), { prefix: (term) => term === inPhrases.at(-1) })
              .flatMap(({ id }) => stored.get(id) ?? [])
              .filter(passes)
      if (terms.length === 0) return answer([...all()].sort(newestFirst), () => [])

      const short = terms.every((term) => term.length < SHORTEST_IN_TEXT && isPlain(term))
      const look = (fuzzy: boolean): readonly SearchResult[] =>
        index.search(query.words.join(' '), {
          ...(short ? { fields: ['title', 'name', 'mentee', 'themes'] } : {}),
          filter: ({ id }) => passes(stored.get(id)),
          prefix: true,
          fuzzy: fuzzy ? slips : false,
        })
      let results = look(false)
      if (results.length < FEW) results = look(true)
      if (results.length > 0) {
        const matched = new Map(results.map(({ id, terms: words }) => [id as string, words]))
        return answer(
          results.flatMap(({ id }) => stored.get(id) ?? []),
          ({ key }) => matched.get(key) ?? [],
        )
      }
      return answer(
        all()
          .filter((one) => has(one, terms))
          .sort(newestFirst),
        () => terms,
      )
    },
  }
}
