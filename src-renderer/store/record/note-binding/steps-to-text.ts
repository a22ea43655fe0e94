/** What was done in the editor, written into the stored text: each step as the few operations that it is. */
import type { Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import type { LineAttributes } from '../../../../shared/note-text/delta'
import { changeLine, createBreak } from '../../../../shared/note-text/text'
import {
  isInCharacter,
  lengthOf,
  lineOf,
  sameLine,
  storedMarks,
  type Unit,
  unitAt,
  unitsIn,
} from './units'

const sameUnit = (a: Unit, b: Unit): boolean =>
  'line' in a
    ? 'line' in b && sameLine(a.line, b.line)
    : 'insert' in b &&
      JSON.stringify(a.insert) === JSON.stringify(b.insert) &&
      JSON.stringify(a.marks) === JSON.stringify(b.marks)

/** Units as a delta has them: words of the same marks are one. */
const insertions = (
  units: readonly Unit[],
): readonly { insert: string | object; attributes: object }[] => {
  const found: { insert: string | object; attributes: object }[] = []
  for (const unit of units) {
    const last = found.at(-1)
    if ('line' in unit) found.push({ insert: createBreak(unit.line), attributes: {} })
    else if (
      typeof unit.insert === 'string' &&
      typeof last?.insert === 'string' &&
      JSON.stringify(unit.marks) === JSON.stringify(last.attributes)
    )
      last.insert += unit.insert
    else found.push({ insert: unit.insert, attributes: { ...unit.marks } })
  }
  return found
}

/** A part of the document before and after a step. */
interface Replacement {
  readonly doc: Node
  readonly from: number
  readonly to: number
  readonly after: Node
  /** Where the part ends in `after`. */
  readonly end: number
}

/** A step may begin or end between the two halves of a character; Yjs would break it there. */
const inWholeCharacters = ({ doc, from, to, after, end }: Replacement): Replacement => {
  const before = isInCharacter(doc.resolve(from)) ? 1 : 0
  const behind = isInCharacter(doc.resolve(to)) || isInCharacter(after.resolve(end)) ? 1 : 0
  return { doc, from: from - before, to: to + behind, after, end: end + behind }
}

/**
 * Writes a replacement without what is equal at both ends. A break that stays at its place is kept, and told what its
 * line is now; the last one of a note always is.
 */
const replace = (text: Y.Text, part: Replacement): void => {
  const { doc, from, to, after, end } = inWholeCharacters(part)
  const [$from, $to, $end] = [doc.resolve(from), doc.resolve(to), after.resolve(end)]
  const removed = [...unitsIn(doc.slice(from, to))]
  const inserted = [...unitsIn(after.slice(from, end))]
  let at = unitAt($from)
  /** Of lines that are what they were not, by their numbers in the end. */
  const changed = new Map<number, LineAttributes>()
  let line = $end.index(0)

  // From behind: what the line is that goes on after the part, and breaks that end it on both sides.
  if ($end.depth > 0 && $to.depth > 0 && !sameLine(lineOf($end.node(1)), lineOf($to.node(1))))
    changed.set(line, lineOf($end.node(1)))
  for (;;) {
    const [a, b] = [removed.at(-1), inserted.at(-1)]
    if (a === undefined || b === undefined || !(sameUnit(a, b) || ('line' in a && 'line' in b)))
      break
    if ('line' in b) {
      line--
      if (!sameUnit(a, b)) changed.set(line, b.line)
    }
    removed.pop()
    inserted.pop()
  }
  let equal = 0
  for (;;) {
    const [a, b] = [removed[equal], inserted[equal]]
    if (a === undefined || b === undefined || !sameUnit(a, b)) break
    at += lengthOf(a)
    equal++
  }
  removed.splice(0, equal)
  inserted.splice(0, equal)

  const first = inserted[0]
  if (
    removed.length === 0 &&
    first !== undefined &&
    'line' in first &&
    $to.parentOffset === $to.parent.content.size &&
    $to.depth > 0 &&
    sameLine(first.line, lineOf($to.node(1)))
  ) {
    // Enter at the end of a line: the line keeps its break, and the new one is behind it.
    at++
    inserted.shift()
    inserted.push({ line: lineOf($end.node(1)) })
    changed.delete($end.index(0))
  }
  const last = removed.at(-1)
  if (
    last !== undefined &&
    'line' in last &&
    inserted.length === 0 &&
    to === doc.content.size &&
    at > 0
  ) {
    // The last lines are gone: the note's last break ends the line before them now.
    removed.pop()
    at--
    removed.unshift(last)
    changed.set(after.childCount - 1, lineOf(after.child(after.childCount - 1)))
  }
  // Words behind the last break, where somebody took back the Enter that made their line, are to be a line of their own.
  if (text.length < doc.content.size - doc.childCount && inserted.some((unit) => 'line' in unit))
    text.insertEmbed(text.length, createBreak(), {})
  const length = removed.reduce((sum, unit) => sum + lengthOf(unit), 0)
  // Not `text.delete`: in a text that was stored before it was first asked for, Yjs finds the place without the marks
  // there, and takes the end of a mark away with the words around it. And one walk through the text, not one a piece.
  if (length > 0 || inserted.length > 0)
    text.applyDelta([
      { retain: at },
      ...insertions(inserted),
      ...(length > 0 ? [{ delete: length }] : []),
    ])
  for (const [number, attributes] of changed) changeLine(text, number, attributes)
}

/**
 * Gives each word of a range the marks that it has after a step, and takes those off that it has not: a mark that the
 * editor did not show because another one excludes it (code is never bold) would come to light later.
 */
const format = (text: Y.Text, after: Node, from: number, to: number): void => {
  const none = Object.fromEntries(Object.keys(after.type.schema.marks).map((name) => [name, null]))
  after.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return
    const [$start, $end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)].map(
      (at) => after.resolve(at),
    )
    if ($start === undefined || $end === undefined) return
    // Of a character of which one half was marked, the first one says what it is.
    const start = unitAt($start) + (isInCharacter($start) ? 1 : 0)
    const end = unitAt($end) + (isInCharacter($end) ? 1 : 0)
    if (end > start) text.format(start, end - start, { ...none, ...storedMarks(node.marks) })
  })
}

const writeStep = (text: Y.Text, doc: Node, after: Node, step: Step): void => {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep)
    format(text, after, step.from, step.to)
  else if (step instanceof AttrStep && doc.nodeAt(step.pos)?.type.name === 'line')
    changeLine(text, doc.resolve(step.pos).index(0), { [step.attr]: step.value as unknown })
  else {
    const map = step.getMap()
    // A step of two ranges changes what is around words: those are equal, and left alone.
    let [from, to] = [doc.content.size, -1]
    map.forEach((start, end) => {
      from = Math.min(from, start)
      to = end
    })
    if (to >= 0) replace(text, { doc, after, from, to, end: map.map(to, 1) })
  }
}

/** Writes a transaction's steps into the text, which says what the document said before it. */
export const writeTransaction = (text: Y.Text, { steps, docs, doc: last }: Transaction): void => {
  for (const [index, step] of steps.entries()) {
    const doc = docs[index]
    if (doc !== undefined) writeStep(text, doc, docs[index + 1] ?? last, step)
  }
}

/** Makes the text, which says `doc`, say something else, from the first to the last difference. */
export const writeWhole = (text: Y.Text, doc: Node, after: Node): void =>
  replace(text, { doc, from: 0, to: doc.content.size, after, end: after.content.size })
