/**
 * What comes first of what was found. What was written about a mentee stands before what the app or a form brought
 * along, and the name of a mentee before both; then what has the words where they weigh most and is nearest in time. So
 * "sleep" finds what was last written about somebody's sleep.
 */
import { fold, foldedWords } from '../base/fold'
import type { SearchDocument } from './documents'

/** A text this many days away counts half as much as one of today. */
const HALF_DAYS = 45
/** What has no day, such as a mentee's own page: as if it were this many days away. */
const NO_DAY = 365
const DAY_MS = 86_400_000

/** From 1 (today) towards 0. What is coming is as near as what was; `date` and `today` are `2026-11-24`, or ''. */
export const nearness = (date: string, today: string): number => {
  const days =
    date === '' ? NO_DAY : Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(today)) / DAY_MS
  return HALF_DAYS / (HALF_DAYS + (Number.isNaN(days) ? NO_DAY : days))
}

/** Whether every term begins a word of the text. */
const begins = (text: string, terms: readonly string[]): boolean => {
  const words = foldedWords(fold(text))
  return terms.every((term) => words.some((word) => word.startsWith(term)))
}

const shelfOf = ({ kind, shipped, title }: SearchDocument, terms: readonly string[]): number =>
  kind === 'mentee' && begins(title, terms) ? 0 : shipped ? 2 : 1

/** What was found in its order. `terms`: the folded words that were looked for. */
export const ranked = (
  results: readonly { readonly document: SearchDocument; readonly score: number }[],
  terms: readonly string[],
  today: string,
): readonly SearchDocument[] =>
  results
    .map(({ document, score }) => ({
      document,
      shelf: shelfOf(document, terms),
      // The root: a word once more, or in a shorter text, must not outweigh a year.
      weight: Math.sqrt(score) * nearness(document.date, today),
    }))
    .sort((a, b) => a.shelf - b.shelf || b.weight - a.weight)
    .map(({ document }) => document)
