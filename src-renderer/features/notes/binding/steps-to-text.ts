/** What was done in the editor, written into the stored text: each step as the few operations that it is. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import type { LineAttributes } from '../../../../shared/note-text/delta'
import {
  attributesOf,
  changeLine,
  createBreak,
  isBreak,
  type LineBreak,
} from '../../../../shared/note-text/text'
import { lengthOf, lineOf, sameLine, storedMarks, type Unit, unitAt, unitsIn } from './units'

/** The break of a line; the first line has none. */
const breakOfLine = (text: Y.Text, line: number): LineBreak | undefined => {
  let left = line
  for (let item = text._start; item !== null && left > 0; item = item.right) {
    if (item.deleted) continue
    const [embed] = item.content.getContent() as readonly unknown[]
    if (isBreak(embed) && --left === 0) return embed
  }
  return undefined
}

const sameUnit = (a: Unit, b: Unit): boolean =>
  'line' in a
    ? 'line' in b && sameLine(a.line, b.line)
    : 'insert' in b &&
      JSON.stringify(a.insert) === JSON.stringify(b.insert) &&
      JSON.stringify(a.marks) === JSON.stringify(b.marks)

interface Replacement {
  /** The first unit that is replaced, and the line whose break is the next one from there. */
  readonly at: number
  readonly line: number
  readonly removed: readonly Unit[]
  readonly inserted: readonly Unit[]
  /** What the line behind is, if the replaced units end at its break. */
  readonly next: LineAttributes | undefined
}

/** The same replacement without what is equal at both ends, and with breaks that change what their line is kept. */
const replaceUnits = (text: Y.Text, replacement: Replacement): void => {
  let { at, line } = replacement
  let removed = [...replacement.removed]
  let inserted = [...replacement.inserted]
  const skip = (unit: Unit): void => {
    at += lengthOf(unit)
    if ('line' in unit) line++
    removed = removed.slice(1)
    inserted = inserted.slice(1)
  }
  const lineAt = (): LineBreak | undefined => (at === 0 ? undefined : breakOfLine(text, line))
  const trimStart = (): void => {
    for (;;) {
      const [a, b] = [removed[0], inserted[0]]
      if (a === undefined || b === undefined) return
      if ('line' in a && 'line' in b) changeLine(text, lineAt(), b.line)
      else if (!sameUnit(a, b)) return
      skip(a)
    }
  }
  const trimEnd = (): void => {
    for (;;) {
      const [a, b] = [removed.at(-1), inserted.at(-1)]
      if (a === undefined || b === undefined || !sameUnit(a, b)) return
      removed.pop()
      inserted.pop()
    }
  }
  trimStart()
  if (at === 0) {
    // In front of everything: the first line becomes another one, and what it was stands behind a break of its own.
    const [gone, come] = [removed[0], inserted[0]]
    if (gone === undefined && come !== undefined && 'line' in come) {
      const before = attributesOf(text)
      changeLine(text, undefined, come.line)
      inserted = [...inserted.slice(1), { line: before }]
    } else if (gone !== undefined && replacement.next !== undefined) {
      changeLine(text, undefined, replacement.next)
      removed = [...removed.slice(1), { line: replacement.next }]
    }
    at = 1
  } else trimEnd()
  const start = at - 1
  const length = removed.reduce((sum, unit) => sum + lengthOf(unit), 0)
  if (length > 0) text.delete(start, length)
  insertUnits(text, start, inserted)
}

/** Units of the same marks are inserted as one. */
const insertUnits = (text: Y.Text, start: number, units: readonly Unit[]): void => {
  let at = start
  let words = ''
  let marks: object = {}
  const say = (): void => {
    if (words === '') return
    text.insert(at, words, { ...marks })
    at += words.length
    words = ''
  }
  for (const unit of units) {
    if ('insert' in unit && typeof unit.insert === 'string') {
      if (JSON.stringify(unit.marks) !== JSON.stringify(marks)) say()
      marks = unit.marks
      words += unit.insert
      continue
    }
    say()
    if ('line' in unit) text.insertEmbed(at, createBreak(unit.line), {})
    else text.insertEmbed(at, unit.insert as object, { ...unit.marks })
    at++
  }
  say()
}

const replace = (text: Y.Text, doc: Node, from: number, to: number, inserted: readonly Unit[]): void => {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  const { content, openStart } = doc.slice(from, to)
  const isBetweenLines = $to.depth === 0
  replaceUnits(text, {
    at: unitAt($from),
    line: $from.index(0) + ($from.depth === 0 ? 0 : 1),
    removed: unitsIn(content, openStart > 0),
    inserted,
    next: isBetweenLines && $to.nodeAfter !== null ? lineOf($to.nodeAfter) : undefined,
  })
}

/**
 * Gives each word of a range the marks that it has after a step, and takes those off that it has not: a mark that the
 * editor did not show because another one excludes it (code is never bold) would come to light later.
 */
const format = (text: Y.Text, after: Node, from: number, to: number): void => {
  const none = Object.fromEntries(Object.keys(after.type.schema.marks).map((name) => [name, null]))
  after.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return
    const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)]
    text.format(unitAt(after.resolve(start)) - 1, end - start, { ...none, ...storedMarks(node.marks) })
  })
}

const writeStep = (text: Y.Text, doc: Node, after: Node, step: Step): void => {
  if (step instanceof ReplaceStep)
    replace(text, doc, step.from, step.to, unitsIn(step.slice.content, step.slice.openStart > 0))
  else if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
    format(text, after, step.from, step.to)
  else if (step instanceof AttrStep && doc.nodeAt(step.pos)?.type.name === 'line') {
    const line = doc.resolve(step.pos).index(0)
    changeLine(text, breakOfLine(text, line), { [step.attr]: step.value as unknown })
  }
  // A step of another sort: what is different after it.
  else replace(text, doc, 0, doc.content.size, unitsIn(after.content, false))
}

/** Writes a transaction's steps into the text, which says what the document said before it. */
export const writeTransaction = (text: Y.Text, { steps, docs, doc: last }: Transaction): void => {
  for (const [index, step] of steps.entries()) {
    const doc = docs[index]
    if (doc !== undefined) writeStep(text, doc, docs[index + 1] ?? last, step)
  }
}
