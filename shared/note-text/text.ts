/**
 * A note's text as it is stored: one Y.Text. Words are its characters, marks its formats. A line break is a small Y.Map
 * among them, which holds what the line behind it is; what the first line is, the text's own attributes hold, so that
 * there always is one. So a change of what a line is touches no word, two lines become one by taking a break away, and
 * what is typed anywhere meanwhile stays in the text (docs/decisions/0025-one-text.md).
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
  plainText,
  type Run,
  run,
  tellingAttributes,
} from './delta'

export type LineBreak = Y.Map<unknown>

/** Everything in one place of the text that is not a character. */
export const isBreak = (embed: unknown): embed is LineBreak => embed instanceof Y.Map

/** What a line is: that of a break, or of the text's first line. */
export const attributesOf = (text: Y.Text, lineBreak?: LineBreak): LineAttributes =>
  lineAttributes((name) =>
    lineBreak === undefined ? (text.getAttribute(name) as unknown) : lineBreak.get(name),
  )

export const createBreak = (attributes: LineAttributes): LineBreak =>
  new Y.Map(Object.entries(tellingAttributes(attributes)))

/** Writes what is different about a line now. */
export const changeLine = (
  text: Y.Text,
  lineBreak: LineBreak | undefined,
  next: Partial<LineAttributes>,
): void => {
  const before = attributesOf(text, lineBreak)
  for (const name of ['kind', 'depth', 'checked'] as const) {
    const value = next[name]
    if (value === undefined || value === before[name]) continue
    if (lineBreak === undefined) text.setAttribute(name, value)
    else lineBreak.set(name, value)
  }
}

const plainEmbed = (embed: unknown): Run['insert'] =>
  embed instanceof Y.AbstractType || typeof embed !== 'object' || embed === null ? {} : { ...embed }

export const readLines = (text: Y.Text): readonly Line[] => {
  let runs: Run[] = []
  const lines: Line[] = [{ ...attributesOf(text), runs }]
  for (const { insert, attributes } of text.toDelta() as { insert: unknown; attributes?: Marks }[]) {
    if (isBreak(insert)) {
      runs = []
      lines.push({ ...attributesOf(text, insert), runs })
    } else runs.push(run(typeof insert === 'string' ? insert : plainEmbed(insert), attributes))
  }
  return lines
}

const withMarks = ({ insert, attributes = {} }: Run) => ({ insert, attributes: { ...attributes } })

/** Writes lines behind what the text has; the first of them into the text's one line while that is empty. */
export const appendLines = (text: Y.Text, lines: readonly Line[]): void => {
  const [first] = lines
  const empty = text.length === 0
  if (empty && first !== undefined) changeLine(text, undefined, first)
  const written = lines.flatMap((line, index) => [
    ...(empty && index === 0 ? [] : [{ insert: createBreak(line), attributes: {} }]),
    ...line.runs.map(withMarks),
  ])
  text.applyDelta(empty ? written : [{ retain: text.length }, ...written])
}

/** The words alone, a line a line; cut after `most` characters. */
export const readWords = (text: Y.Text, most = Number.POSITIVE_INFINITY): string =>
  plainText(readLines(text)).slice(0, most)

/** Same content, same value: what a fingerprint is made of (model/knowing.ts). Of words without any form, the words. */
export const textContent = (text: Y.Text): unknown => {
  const own = text.getAttributes()
  const delta = (text.toDelta() as { insert: unknown; attributes?: Marks }[]).map(
    ({ insert, attributes }) => ({
      insert: insert instanceof Y.AbstractType ? { break: insert.toJSON() as unknown } : insert,
      ...(attributes === undefined ? {} : { attributes }),
    }),
  )
  const isPlain =
    Object.keys(own).length === 0 &&
    delta.every(({ insert, attributes }) => typeof insert === 'string' && attributes === undefined)
  return isPlain ? text.toString() : { own, delta }
}
