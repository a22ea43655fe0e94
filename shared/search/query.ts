/**
 * What is typed into the search: words, "phrases in quotation marks", and operators that narrow it down, for example
 * `mentee:amara kind:goal overdue`. The typed line is the whole of a search: chips only write operators into it, and a
 * saved search is the line itself.
 */

import { fold } from '../base/fold'

const OPERATORS = [
  'mentee',
  'kind',
  'theme',
  'visibility',
  'rotation',
  'after',
  'before',
  'on',
  'is',
] as const
export type Operator = (typeof OPERATORS)[number]

export interface SearchQuery {
  readonly words: readonly string[]
  readonly phrases: readonly string[]
  /** Folded values by operator; of several of one operator, any may hold. */
  readonly filters: Readonly<Partial<Record<Operator, readonly string[]>>>
}

export interface Token {
  /** As typed, with its quotation marks. */
  readonly raw: string
  readonly operator: Operator | undefined
  readonly value: string
  readonly quoted: boolean
}

const TOKEN = /([a-z]+):(?:"([^"]*)"?|(\S+))|"([^"]*)"?|(\S+)/gi
const isOperator = (name: string): name is Operator =>
  (OPERATORS as readonly string[]).includes(name)

export const tokensOf = (typed: string): readonly Token[] =>
  [...typed.matchAll(TOKEN)].map(([raw, name, quotedValue, bareValue, phrase, word]) => {
    const operator = name?.toLowerCase()
    if (operator !== undefined && isOperator(operator))
      return { raw, operator, value: quotedValue ?? bareValue ?? '', quoted: false }
    if (phrase !== undefined) return { raw, operator: undefined, value: phrase, quoted: true }
    // "overdue" alone narrows down; in quotation marks it is a word like any other.
    const bare = (word ?? raw).toLowerCase()
    return bare === 'overdue'
      ? { raw, operator: 'is', value: bare, quoted: false }
      : { raw, operator: undefined, value: word ?? raw, quoted: false }
  })

export const parseQuery = (typed: string): SearchQuery => {
  const words: string[] = []
  const phrases: string[] = []
  const filters: Partial<Record<Operator, string[]>> = {}
  for (const { operator, value, quoted } of tokensOf(typed.normalize('NFC'))) {
    const folded = fold(value).trim()
    if (folded === '') continue
    if (operator === undefined) (quoted ? phrases : words).push(folded)
    else filters[operator] = [...(filters[operator] ?? []), folded]
  }
  return { words, phrases, filters }
}

/** `mentee:"Wei Zhang"`, as it is typed. */
const writeOperator = (operator: Operator, value: string): string =>
  /\s/.test(value) ? `${operator}:"${value}"` : `${operator}:${value}`

export const withOperator = (typed: string, operator: Operator, value: string): string =>
  `${typed.trim()} ${writeOperator(operator, value)} `.trimStart()

export const withoutToken = (typed: string, raw: string): string =>
  typed.replace(raw, '').replace(/\s+/g, ' ').trimStart()

export const isEmptyQuery = ({ words, phrases, filters }: SearchQuery): boolean =>
  words.length === 0 && phrases.length === 0 && Object.keys(filters).length === 0
