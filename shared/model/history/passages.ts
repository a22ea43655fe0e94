/**
 * What differs between a version's text and what it says now: passage by passage, each of whole lines, and in a passage
 * word by word.
 */
import { diffArrays, diffWordsWithSpace } from 'diff'
import {
  type Delta,
  deltaOf,
  type Line,
  linesOf,
  plainLine,
  plainText,
  wordsOf,
} from '../../note-text/delta'
import { isSameLine } from '../../note-text/edit-lines'

export interface Passage {
  /** The line of the version's text that it begins with. */
  readonly at: number
  readonly before: readonly Line[]
  readonly now: readonly Line[]
  readonly changed: boolean
}

/** A text that is not there is no line at all. */
export const textLines = (text: string | Delta | undefined): readonly Line[] =>
  text === undefined || text === ''
    ? []
    : typeof text === 'string'
      ? text.split('\n').map((words) => plainLine(words))
      : linesOf(text)

/** Lines in the form that a text of the same sort has. */
export const linesAs = (like: string | Delta, lines: readonly Line[]): string | Delta =>
  typeof like === 'string' ? plainText(lines) : deltaOf(lines)

export const passagesBetween = (
  before: readonly Line[],
  now: readonly Line[],
): readonly Passage[] => {
  const passages: Passage[] = []
  let at = 0
  let open: Passage | undefined
  const close = (): void => {
    if (open !== undefined) passages.push(open)
    open = undefined
  }
  for (const { added, removed, value } of diffArrays([...before], [...now], {
    comparator: isSameLine,
  })) {
    const changed = added || removed
    if (!changed) close()
    open = {
      at: open?.at ?? at,
      before: [...(open?.before ?? []), ...(added ? [] : value)],
      now: [...(open?.now ?? []), ...(removed ? [] : value)],
      changed,
    }
    if (!changed) close()
    if (!added) at += value.length
  }
  close()
  return passages
}

/** The text as it is now, with one passage as it was. */
export const withPassage = (
  before: readonly Line[],
  now: readonly Line[],
  at: number,
): readonly Line[] =>
  passagesBetween(before, now).flatMap((one) =>
    one.changed && one.at === at ? one.before : one.now,
  )

/** Words that a passage says still, said then, or says now. */
export interface Words {
  readonly words: string
  readonly when: 'still' | 'then' | 'now'
}

/** What is seen of a line that is no word. */
const signOf = ({ kind, checked }: Line): string =>
  kind === 'task' ? (checked ? '☑ ' : '☐ ') : kind === 'bullet' || kind === 'number' ? '• ' : ''

export const shownLines = (lines: readonly Line[]): string =>
  lines.map((line) => `${'  '.repeat(line.depth)}${signOf(line)}${wordsOf(line)}`).join('\n')

/** Between two words that changed, a space or a comma that did not is no word that is still there. */
const IS_BETWEEN_WORDS = /^[^\p{L}\p{N}\n]*$/u

/** In order; what was there then comes before what has come in its place, so that each can be read. */
export const wordsBetween = (before: readonly Line[], now: readonly Line[]): readonly Words[] => {
  const found: Words[] = []
  /** Of a change that may go on: what was said, what is said, and, so far unchanged, what follows. */
  let open = { said: '', says: '', after: '' }
  const close = (): void => {
    const { said, says, after } = open
    if (said !== '') found.push({ words: said, when: 'then' })
    if (says !== '') found.push({ words: says, when: 'now' })
    if (after !== '') found.push({ words: after, when: 'still' })
    open = { said: '', says: '', after: '' }
  }
  for (const { value, added, removed } of diffWordsWithSpace(shownLines(before), shownLines(now))) {
    const changes = open.said !== '' || open.says !== ''
    if (added || removed)
      open = {
        said: open.said + open.after + (removed ? value : ''),
        says: open.says + open.after + (added ? value : ''),
        after: '',
      }
    else if (changes && open.after === '' && IS_BETWEEN_WORDS.test(value)) open.after = value
    else {
      close()
      open.after = value
      close()
    }
  }
  close()
  return found
}
