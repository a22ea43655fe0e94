/**
 * The search itself: an index of folded words (MiniSearch), and the documents' texts for phrases, passages and parts
 * of words. Pure, and used in a worker (store/search/search.worker.ts).
 *
 * A query is answered in three steps, each only if the one before found too little: words and their beginnings; words
 * that are nearly the same (a slip of the finger); and letters anywhere in a word.
 */
import MiniSearch, { type SearchResult } from 'minisearch'
import { fold, foldedWords, isPlain } from '../base/fold'
import type { SearchWeight } from '../crdt/field'
import type { SearchDocument } from './documents'
import { mayBePresented, passesFilters } from './filters'
import { hitOf, type SearchHit, shownOf } from './hit'
import type { SearchQuery } from './query'
import { ranked } from './ranking'

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
/** What a word counts by the field that it stands in (crdt/field.ts): a name as the title, a fact around it less. */
const WEIGHTS: Readonly<Record<SearchWeight, number>> = { name: TITLE_WEIGHT, body: 1, detail: 0.5 }

/** What is indexed of a document, each part with a weight of its own. */
const INDEXED: Readonly<Record<string, (document: SearchDocument) => string>> = {
  title: ({ title }) => title,
  name: ({ words }) => words.name,
  body: ({ words }) => words.body,
  detail: ({ words }) => words.detail,
  mentee: ({ mentee }) => mentee,
  themes: ({ themes }) => themes.join(' '),
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

/** The words of every document, folded. */
const createIndex = (): MiniSearch<SearchDocument> =>
  new MiniSearch<SearchDocument>({
    idField: 'key',
    fields: Object.keys(INDEXED),
    extractField: (document, field) => INDEXED[field]?.(document) ?? document.key,
    tokenize: foldedWords,
    autoVacuum: VACUUM,
    // Folded already.
    processTerm: (term) => term,
    searchOptions: {
      boost: { ...WEIGHTS, title: TITLE_WEIGHT, mentee: 2, themes: 2 },
      combineWith: 'AND',
    },
  })

/** Whether a document has every one of some stretches of folded text. */
const hasAll = (document: SearchDocument, parts: readonly string[]): boolean => {
  if (parts.length === 0) return true
  const folded = fold(shownOf(document))
  return parts.every((part) => folded.includes(part))
}

interface Found {
  readonly documents: readonly SearchDocument[]
  /** The words by which a document was found. */
  readonly wordsOf: (document: SearchDocument) => readonly string[]
}

/** What has the words, or, if that is little, words that are nearly the same. */
const byWords = (
  index: MiniSearch<SearchDocument>,
  query: SearchQuery,
  terms: readonly string[],
  passing: (key: string) => SearchDocument | undefined,
  today: string,
): Found => {
  const short = terms.every((term) => term.length < SHORTEST_IN_TEXT && isPlain(term))
  const matched = new Map<string, readonly string[]>()
  const look = (fuzzy: boolean): readonly SearchDocument[] => {
    const results = index
      .search(query.words.join(' '), {
        ...(short ? { fields: ['title', 'name', 'mentee', 'themes'] } : {}),
        filter: ({ id }) => !matched.has(id) && passing(id) !== undefined,
        prefix: true,
        fuzzy: fuzzy ? slips : false,
      })
      .flatMap(({ id, score, terms: words }: SearchResult) => {
        matched.set(id, words)
        const document = passing(id)
        return document === undefined ? [] : [{ document, score }]
      })
    return ranked(results, terms, today)
  }
  const exact = look(false)
  return {
    documents: exact.length < FEW ? [...exact, ...look(true)] : exact,
    wordsOf: ({ key }) => matched.get(key) ?? [],
  }
}

export const createSearchEngine = (): SearchEngine => {
  // Each text once: it is folded again for the few documents that are looked into, not kept folded for all.
  const stored = new Map<string, SearchDocument>()
  const index = createIndex()

  const find = (query: SearchQuery, { today, presenting = false }: SearchOptions): Found => {
    const passes = (one: SearchDocument): boolean =>
      (!presenting || mayBePresented(one)) &&
      passesFilters(one, query, today) &&
      hasAll(one, query.phrases)
    // A phrase is looked for in the documents that have its words.
    const inPhrases = query.phrases.flatMap(foldedWords)
    const all = (): readonly SearchDocument[] =>
      (inPhrases.length === 0
        ? [...stored.values()]
        : index
            .search(inPhrases.join(' '), { prefix: (term) => term === inPhrases.at(-1) })
            .flatMap(({ id }) => stored.get(id) ?? [])
      )
        .filter(passes)
        .sort(newestFirst)
    const terms = query.words.flatMap(foldedWords)
    if (terms.length === 0) return { documents: all(), wordsOf: () => [] }
    const passing = (key: string): SearchDocument | undefined => {
      const one = stored.get(key)
      return one !== undefined && passes(one) ? one : undefined
    }
    const found = byWords(index, query, terms, passing, today)
    return found.documents.length > 0
      ? found
      : { documents: all().filter((one) => hasAll(one, terms)), wordsOf: () => terms }
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
    search: (query, options) => {
      const found = find(query, options)
      return {
        total: found.documents.length,
        hits: found.documents
          .slice(0, options.limit)
          .map((one) => hitOf(one, [...new Set([...query.phrases, ...found.wordsOf(one)])])),
      }
    },
  }
}
