/**
 * Making a note's text say other lines, by as little as possible: what both have stays in its place with whatever is
 * typed beside it meanwhile, here or on another laptop. Compared is word by word; a line's break is the same break
 * whatever its line is, and its last one is never taken away.
 */
import { diffArrays } from 'diff'
import type * as Y from 'yjs'
import { type Line, type Run, wordsOf } from './delta'
import { changeLine, createBreak, isBreak, readLines } from './text'

/** Comparing costs words × changed words: a text with more changes than this is written anew. */
const MOST_CHANGED_WORDS = 2000

const words = new Intl.Segmenter(undefined, { granularity: 'word' })

/** A word with its marks, what stands among words, or a line's break. */
type Token = { readonly key: string; readonly length: number } & (
  | { readonly run: Run }
  | { readonly line: Line }
)

const runTokens = (run: Run): readonly Token[] => {
  const { insert } = run
  const marks = JSON.stringify(run.attributes ?? {})
  if (typeof insert !== 'string')
    return [{ key: `${marks} ${JSON.stringify(insert)}`, length: 1, run }]
  return [...words.segment(insert)].map(({ segment }) => ({
    key: `${marks} ${segment}`,
    length: segment.length,
    run: { ...run, insert: segment },
  }))
}

/** Without the last break, which stays. */
const tokensOf = (lines: readonly Line[]): readonly Token[] =>
  lines
    .flatMap((line): readonly Token[] => [
      ...line.runs.flatMap(runTokens),
      { key: 'break', length: 1, line },
    ])
    .slice(0, -1)

const insertAt = (text: Y.Text, at: number, token: Token): void => {
  if ('line' in token) return text.insertEmbed(at, createBreak(token.line), {})
  const { insert, attributes = {} } = token.run
  if (typeof insert === 'string') text.insert(at, insert, { ...attributes })
  else text.insertEmbed(at, { ...insert }, { ...attributes })
}

interface Change {
  readonly at: number
  readonly remove: number
  readonly insert: readonly Token[]
}

const changesBetween = (old: readonly Token[], next: readonly Token[]): readonly Change[] => {
  const lengthOf = (tokens: readonly Token[]): number =>
    tokens.reduce((sum, { length }) => sum + length, 0)
  const compared = diffArrays([...old], [...next], {
    comparator: (a, b) => a.key === b.key,
    maxEditLength: MOST_CHANGED_WORDS,
  })
  if (compared === undefined) return [{ at: 0, remove: lengthOf(old), insert: next }]
  const changes: Change[] = []
  let at = 0
  for (const { added, removed, value } of compared) {
    const length = lengthOf(value)
    if (added) changes.push({ at, remove: 0, insert: value })
    else if (removed) changes.push({ at, remove: length, insert: [] })
    if (!added) at += length
  }
  return changes
}

export const editLines = (text: Y.Text, next: readonly Line[]): void => {
  const ends = isBreak((text.toDelta() as { insert: unknown }[]).at(-1)?.insert)
  if (!ends) text.insertEmbed(text.length, createBreak(), {})
  // From the end, so that places in front of a change stay what they were.
  for (const { at, remove, insert } of [
    ...changesBetween(tokensOf(readLines(text)), tokensOf(next)),
  ].reverse()) {
    if (remove > 0) text.delete(at, remove)
    for (const token of [...insert].reverse()) insertAt(text, at, token)
  }
  const now = readLines(text)
  for (const [index, line] of next.entries()) {
    const { kind, depth, checked } = line
    const is = now[index]
    if (is?.kind !== kind || is.depth !== depth || is.checked !== checked)
      changeLine(text, index, { kind, depth, checked })
  }
}

/** Whether two lines say the same and are the same. */
export const isSameLine = (a: Line, b: Line): boolean =>
  a.kind === b.kind &&
  a.depth === b.depth &&
  a.checked === b.checked &&
  wordsOf(a) === wordsOf(b) &&
  JSON.stringify(a.runs) === JSON.stringify(b.runs)
