/**
 * What came into the stored text from elsewhere, as steps for the editor: only what changed is touched, so that the
 * caret, the selection and a composition under way stay where they are.
 *
 * Yjs can tell what changed (`event.delta`), but tidies formats while it looks, which writes. So it is read here.
 */
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  AddMarkStep,
  type Mappable,
  RemoveMarkStep,
  ReplaceStep,
  type Step,
} from '@tiptap/pm/transform'
import * as Y from 'yjs'
import type { LineAttributes, Marks, Run } from '../../../../shared/note-text/delta'
import { attributesOf, isBreak, plainEmbed } from '../../../../shared/note-text/text'
import { lineOf, marksIn, nodeOf, sameLine } from './units'

const sameMarks = (a: Marks, b: Marks): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every(
    (name) => JSON.stringify(a[name] ?? null) === JSON.stringify(b[name] ?? null),
  )
}

/** Puts the marks of a part of the document right. */
const setMarks = (tr: Transaction, from: number, to: number, stored: Marks): void => {
  const wanted = marksIn(tr.doc.type.schema, stored)
  const steps: Step[] = []
  tr.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isInline) return
    const [start, end] = [Math.max(from, position), Math.min(to, position + node.nodeSize)]
    const off = (mark: Mark): boolean => !mark.isInSet(wanted)
    for (const mark of node.marks.filter(off)) steps.push(new RemoveMarkStep(start, end, mark))
    for (const mark of wanted)
      if (!mark.isInSet(node.marks)) steps.push(new AddMarkStep(start, end, mark))
  })
  for (const step of steps) tr.step(step)
}

/** What happened to the text, from its beginning to its end. */
type Change =
  | {
      readonly what: 'keep'
      readonly length: number
      readonly breaks: number
      readonly marks?: Marks
    }
  | { readonly what: 'remove'; readonly length: number; readonly breaks: number }
  | { readonly what: 'insert'; readonly insert: Run['insert']; readonly marks: Marks }
  | { readonly what: 'insert break' }

interface Changes {
  readonly changes: readonly Change[]
  /** Whether the text ended in a break before, and does now. */
  readonly ended: boolean
  readonly ends: boolean
}

const IN_TEXT = [Y.ContentString, Y.ContentType, Y.ContentEmbed]

const changesIn = (text: Y.Text, transaction: Y.Transaction): Changes => {
  const isNew = ({ id }: Y.Item): boolean =>
    id.clock >= (transaction.beforeState.get(id.client) ?? 0)
  const isGone = ({ id }: Y.Item): boolean => Y.isDeleted(transaction.deleteSet, id)
  const changes: Change[] = []
  let before: Marks = {}
  let now: Marks = {}
  let [ended, ends] = [false, false]
  /** Whether the marks here are what they were; and the last stretch that is kept as it is, which goes on. */
  let same = true
  let kept: { readonly what: 'keep'; length: number; breaks: number } | undefined
  const put = (change: Change): void => {
    kept = undefined
    changes.push(change)
  }
  for (let item = text._start; item !== null; item = item.right) {
    const { content, length } = item
    const [was, is] = [!isNew(item) && (!item.deleted || isGone(item)), !item.deleted]
    if (content instanceof Y.ContentFormat) {
      const { key, value } = content as unknown as { key: string; value: unknown }
      if (was) before = { ...before, [key]: value }
      if (is) now = { ...now, [key]: value }
      if (was !== is || !same) same = sameMarks(before, now)
      continue
    }
    // What else a damaged text may hold is no part of it (Y.Text leaves it out, too).
    if (!(was || is) || !IN_TEXT.some((one) => content instanceof one)) continue
    const embed = content instanceof Y.ContentType ? content.type : undefined
    const breaks = isBreak(embed) ? 1 : 0
    if (was) ended = breaks === 1
    if (is) ends = breaks === 1
    if (was && is && same && kept !== undefined) {
      kept.length += length
      kept.breaks += breaks
    } else if (was && is && (same || breaks === 1)) {
      kept = { what: 'keep', length, breaks }
      changes.push(kept)
    } else if (was && is) put({ what: 'keep', length, breaks, marks: now })
    else if (was) put({ what: 'remove', length, breaks })
    else if (breaks === 1) put({ what: 'insert break' })
    else {
      const [value] =
        content instanceof Y.ContentString ? [content.str] : (content.getContent() as unknown[])
      const insert = typeof value === 'string' ? value : plainEmbed(value)
      put({ what: 'insert', insert, marks: now })
    }
  }
  return { changes, ended, ends }
}

/** Takes words and breaks over; what the lines are is settled afterwards. */
const takeWords = (tr: Transaction, { changes, ended, ends }: Changes): void => {
  const { schema } = tr.doc.type
  const isPlain = (change: Change): boolean => change.what === 'keep' && change.marks === undefined
  let last = changes.length
  for (
    let change = changes[last - 1];
    change !== undefined && isPlain(change);
    change = changes[last - 1]
  )
    last--
  // Behind the last break there is no line in the document: while something changes there, there is.
  const open = ended && last === changes.length
  if (open) tr.insert(tr.doc.content.size, schema.node('line'))
  /** The unit after what is right already, and the line that it stands in. */
  let at = 0
  let line = 0
  const here = (): number => at + line + 1
  for (const change of changes.slice(0, last))
    switch (change.what) {
      case 'keep':
        if (change.marks !== undefined) setMarks(tr, here(), here() + change.length, change.marks)
        at += change.length
        line += change.breaks
        break
      case 'remove':
        tr.step(new ReplaceStep(here(), here() + change.length + change.breaks, Slice.empty))
        break
      case 'insert': {
        const node = nodeOf(schema, change.insert, change.marks)
        tr.step(new ReplaceStep(here(), here(), new Slice(Fragment.from(node), 0, 0)))
        at += node.nodeSize
        break
      }
      case 'insert break': {
        const attributes = tr.doc.resolve(here()).node(1).attrs
        const lines = [schema.node('line'), schema.node('line', attributes)]
        tr.step(new ReplaceStep(here(), here(), new Slice(Fragment.from(lines), 1, 1)))
        at++
        line++
      }
    }
  const { childCount, content, lastChild } = tr.doc
  if ((open || !ended) && ends && childCount > 1 && lastChild?.content.size === 0)
    tr.delete(content.size - lastChild.nodeSize, content.size)
}

/** Each line is what its break says. */
const takeLines = (tr: Transaction, text: Y.Text): void => {
  let position = 0
  let number = 0
  const settle = (wanted: LineAttributes): void => {
    const node = tr.doc.maybeChild(number++)
    if (node === null) return
    if (!sameLine(lineOf(node), wanted))
      for (const [name, value] of Object.entries(wanted))
        if (node.attrs[name] !== value) tr.setNodeAttribute(position, name, value)
    position += node.nodeSize
  }
  for (let item = text._start; item !== null; item = item.right) {
    const embed =
      !item.deleted && item.content instanceof Y.ContentType ? item.content.type : undefined
    if (isBreak(embed)) settle(attributesOf(embed))
  }
  settle(attributesOf(undefined))
}

/**
 * A caret stays with the words that are before it in its line, or, at a line's start, with those behind it: where the
 * other laptop types at the same place, neither goes on in the other's words.
 */
const keptSelection = (selection: Selection, doc: Node, mapping: Mappable): Selection => {
  if (!(selection instanceof TextSelection)) return selection.map(doc, mapping)
  const { $anchor, $head, empty } = selection
  const bias = empty ? ($head.parentOffset > 0 ? -1 : 1) : 0
  const map = (position: number, other: number): number =>
    mapping.map(position, bias === 0 ? (position < other ? 1 : -1) : bias)
  const [anchor, head] = [map($anchor.pos, $head.pos), map($head.pos, $anchor.pos)]
  return TextSelection.between(doc.resolve(anchor), doc.resolve(head))
}

const finish = (state: EditorState, tr: Transaction): Transaction =>
  tr.docChanged
    ? tr
        .setSelection(keptSelection(state.selection, tr.doc, tr.mapping))
        .setMeta('addToHistory', false)
        .setMeta('preventAutolink', true)
    : tr

const linesChanged = (text: object, { changes }: Changes, { changed }: Y.Transaction): boolean =>
  changes.some(
    (change) => change.what === 'insert break' || (change.what === 'remove' && change.breaks > 0),
  ) || [...changed.keys()].some((type) => isBreak(type) && type.parent === text)

/** The transaction that brings a document up to date with what a Yjs transaction did to the text that it shows. */
export const takeChanges = (
  state: EditorState,
  text: Y.Text,
  transaction: Y.Transaction,
): Transaction => {
  const { tr } = state
  const changes = changesIn(text, transaction)
  takeWords(tr, changes)
  if (linesChanged(text, changes, transaction)) takeLines(tr, text)
  return finish(state, tr)
}

/** The transaction that makes a document say something else, from the first to the last difference. */
export const takeWhole = (state: EditorState, next: Node): Transaction => {
  const { tr } = state
  const start = state.doc.content.findDiffStart(next.content)
  const end = state.doc.content.findDiffEnd(next.content)
  if (start !== null && end !== null) {
    // Where both ends meet in what repeats itself, the end is behind the start.
    const over = Math.max(0, start - Math.min(end.a, end.b))
    tr.replace(start, end.a + over, next.slice(start, end.b + over))
  }
  return finish(state, tr)
}
