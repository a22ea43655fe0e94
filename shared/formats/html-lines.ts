/**
 * The lines of a note as they gather while a page is walked through: words go to the line that is being written, and
 * to the one that has begun without words. Throws TooMuch before it holds more than a note may.
 */
import { MOST_CHARACTERS, MOST_ELEMENTS, TooMuch } from '../base/limits'
import {
  HARD_BREAK,
  type Line,
  type LineAttributes,
  type LineKind,
  type Marks,
  MOST_DEPTH,
  PLAIN_LINE,
  type Run,
  run,
} from '../note-text/delta'
import { addWords } from './html-words'

/** What the lines are among which an element stands. */
export interface Place {
  readonly kind: LineKind
  readonly depth: number
  readonly marks: Marks
}

export interface GatheredLines {
  readonly lines: readonly Line[]
  /** A line with its words, whole. */
  readonly push: (attributes: LineAttributes, words: readonly Run[]) => void
  /** Begins a line without words (an item of a list, a rule): the next words are its own. */
  readonly begin: (attributes: LineAttributes) => void
  readonly endBegun: () => void
  /** Words that are a line, or those of the one that has begun. */
  readonly add: (kind: LineKind, depth: number, words: readonly Run[]) => void
  readonly say: (text: string, marks: Marks) => void
  readonly breakLine: () => void
  readonly endLine: (place: Place) => void
}

const isBreak = ({ insert }: Run): boolean => typeof insert !== 'string'

/** A line without breaks and spaces at its ends; without anything where it has no words. */
const trimmed = (runs: readonly Run[]): readonly Run[] => {
  const kept = runs.slice(
    Math.max(
      0,
      runs.findIndex((one) => !isBreak(one)),
    ),
  )
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    if (typeof last.insert !== 'string') continue
    const words = last.insert.replace(/ $/, '')
    if (words === '') continue
    kept.push(run(words, last.attributes))
    break
  }
  return kept.every(({ insert }) => typeof insert !== 'string' || insert.trim() === '') ? [] : kept
}

export const gatherLines = (): GatheredLines => {
  const lines: Line[] = []
  let characters = 0
  let runs: Run[] = []
  let begun: LineAttributes | undefined

  const push = (attributes: LineAttributes, words: readonly Run[]): void => {
    for (const { insert } of words) characters += typeof insert === 'string' ? insert.length : 1
    if (lines.length >= MOST_ELEMENTS || characters > MOST_CHARACTERS) throw new TooMuch()
    lines.push({ ...attributes, depth: Math.min(attributes.depth, MOST_DEPTH), runs: words })
  }
  const endBegun = (): void => {
    if (begun !== undefined) push(begun, [])
    begun = undefined
  }
  const begin = (attributes: LineAttributes): void => {
    endBegun()
    begun = attributes
  }
  const add = (kind: LineKind, depth: number, words: readonly Run[]): void => {
    const takes = kind === 'paragraph' || (kind.startsWith('heading') && begun?.kind !== 'rule')
    if (begun === undefined || !takes) {
      endBegun()
      push({ ...PLAIN_LINE, kind, depth }, words)
      return
    }
    push(begun, words)
    begun = undefined
  }
  const endLine = ({ kind, depth }: Place): void => {
    const words = trimmed(runs)
    if (words.length > 0) add(kind, depth, words)
    runs = []
  }
  const say = (text: string, marks: Marks): void => {
    const last = runs.at(-1)
    const atSpace = typeof last?.insert !== 'string' || last.insert.endsWith(' ')
    const words = text.replace(/[ \t\r\n\f]+/g, ' ')
    addWords(runs, atSpace && words.startsWith(' ') ? words.slice(1) : words, marks)
  }

  return {
    lines,
    push,
    begin,
    endBegun,
    add,
    say,
    breakLine: () => void runs.push(run(HARD_BREAK)),
    endLine,
  }
}
