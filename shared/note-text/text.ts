/**
 * A note's text as it is stored: one Y.Text. Words are its characters, marks its formats. Each line ends in a break: a
 * small Y.Map among the characters, which holds what its line is. So a change of what a line is touches no word, two
 * lines become one by taking a break away, and what is typed anywhere meanwhile stays in the text
 * (docs/decisions/0025-one-text.md).
 *
 * A break stands at the end of its line and not before it, so that going on in a line and beginning one under it are
 * two places: words typed at the end of a line stay in it when the other laptop has pressed Enter there. The last break
 * comes with the note and is never taken away.
 *
 * Breaks are not formatted characters: where two laptops format beside each other, Yjs may carry a format over to a
 * neighbour. A map's keys belong to its own break alone.
 */
import * as Y from 'yjs'
import {
  type Line,
  type LineAttributes,
  lineAttributes,
  type Marks,
  PLAIN_LINE,
  plainLine,
  plainText,
  type Run,
  run,
  tellingAttributes,
} from './delta'

export type LineBreak = Y.Map<unknown>

/** Everything in one place of the text that is not a character. */
export const isBreak = (embed: unknown): embed is LineBreak => embed instanceof Y.Map

/** What the line is that a break ends; words behind the last break are a paragraph. */
export const attributesOf = (lineBreak: LineBreak | undefined): LineAttributes =>
  lineBreak === undefined ? PLAIN_LINE : lineAttributes((name) => lineBreak.get(name))

export const createBreak = (attributes: Partial<LineAttributes> = {}): LineBreak =>
  new Y.Map(Object.entries(tellingAttributes({ ...PLAIN_LINE, ...attributes })))

/** The break that ends a line, by the line's number. */
const breakOfLine = (text: Y.Text, line: number): LineBreak | undefined => {
  let left = line
  for (let item = text._start; item !== null; item = item.right) {
    const embed =
      !item.deleted && item.content instanceof Y.ContentType ? item.content.type : undefined
    if (isBreak(embed) && left-- === 0) return embed
  }
  return undefined
}

/** Writes what is different about a line now. */
export const changeLine = (text: Y.Text, line: number, next: Partial<LineAttributes>): void => {
  const lineBreak = breakOfLine(text, line)
  if (lineBreak === undefined) {
    text.insertEmbed(text.length, createBreak(next), {})
    return
  }
  const before = attributesOf(lineBreak)
  for (const name of ['kind', 'depth', 'checked'] as const) {
    const value = next[name]
    if (value !== undefined && value !== before[name]) lineBreak.set(name, value)
  }
}

/** Begins a text: one empty line. */
export const beginText = (text: Y.Text): void => {
  if (text.length === 0) text.insertEmbed(0, createBreak(), {})
}

export const plainEmbed = (embed: unknown): Run['insert'] =>
  embed instanceof Y.AbstractType || typeof embed !== 'object' || embed === null ? {} : { ...embed }

export const readLines = (text: Y.Text): readonly Line[] => {
  const lines: Line[] = []
  let runs: Run[] = []
  const end = (lineBreak?: LineBreak): void => {
    lines.push({ ...attributesOf(lineBreak), runs })
    runs = []
  }
  for (const { insert, attributes } of text.toDelta() as {
    insert: unknown
    attributes?: Marks
  }[]) {
    if (isBreak(insert)) end(insert)
    else runs.push(run(typeof insert === 'string' ? insert : plainEmbed(insert), attributes))
  }
  if (runs.length > 0 || lines.length === 0) end()
  return lines
}

/** The lines one by one, without their marks: whoever wants the first few of a long text reads no more of it. */
export function* plainLines(text: Y.Text): Generator<Line> {
  let words = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const { content } = item
    if (content instanceof Y.ContentString) words += content.str
    else if (content instanceof Y.ContentType && isBreak(content.type)) {
      yield plainLine(words, attributesOf(content.type))
      words = ''
    } else if (content instanceof Y.ContentType || content instanceof Y.ContentEmbed) words += ' '
  }
  if (words !== '') yield plainLine(words)
}

const withMarks = ({ insert, attributes = {} }: Run) => ({ insert, attributes: { ...attributes } })

/** Writes lines behind what the text has, or, as long as it is one empty line, in its place. */
export const appendLines = (text: Y.Text, lines: readonly Line[]): void => {
  const last = lines.at(-1)
  if (last === undefined) return
  const written = lines.flatMap((line) => [
    ...line.runs.map(withMarks),
    { insert: createBreak(line), attributes: {} },
  ])
  const before = readLines(text)
  if (before.length > 1 || (before[0]?.runs.length ?? 0) > 0) {
    // Words behind the last break are a line, too.
    const isOpen = !isBreak((text.toDelta() as { insert: unknown }[]).at(-1)?.insert)
    const end = isOpen ? [{ insert: createBreak(), attributes: {} }] : []
    text.applyDelta([{ retain: text.length }, ...end, ...written])
    return
  }
  beginText(text)
  text.applyDelta(written.slice(0, -1))
  changeLine(text, lines.length - 1, last)
}

/** The words alone, a line a line. */
export const readWords = (text: Y.Text): string => plainText(readLines(text))

/** Same content, same value: what a fingerprint is made of (crdt/knowing.ts). Of words without any form, the words. */
export const textContent = (text: Y.Text): unknown => {
  const delta = (text.toDelta() as { insert: unknown; attributes?: Marks }[]).map(
    ({ insert, attributes }) => ({
      insert: insert instanceof Y.AbstractType ? { break: insert.toJSON() as unknown } : insert,
      ...(attributes === undefined ? {} : { attributes }),
    }),
  )
  const isPlain = delta.every(
    ({ insert, attributes }) => typeof insert === 'string' && attributes === undefined,
  )
  return isPlain ? text.toString() : delta
}
