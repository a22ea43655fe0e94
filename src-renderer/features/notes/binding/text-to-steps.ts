/**
 * What came into the stored text from elsewhere, as steps for the editor: only what changed is touched, so that the
 * caret, the selection and a composition under way stay where they are.
 *
 * Yjs can tell what changed (`event.delta`), but tidies formats while it looks, which writes. So it is read here.
 */
import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, type Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { AddMarkStep, type Mappable, RemoveMarkStep, ReplaceStep, type Step } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import { type Marks, PLAIN_LINE } from '../../../../shared/note-text/delta'
import { attributesOf, isBreak } from '../../../../shared/note-text/text'
import { lineOf, marksIn, nodeOf, sameLine } from './units'

const sameMarks = (a: Marks, b: Marks): boolean => {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...names].every((name) => JSON.stringify(a[name] ?? null) === JSON.stringify(b[name] ?? null))
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
    for (const mark of wanted) if (!mark.isInSet(node.marks)) steps.push(new AddMarkStep(start, end, mark))
  })
  for (const step of steps) tr.step(step)
}

/** Takes words and breaks over, from the beginning to the end of the text. */
const takeWords = (tr: Transaction, text: Y.Text, transaction: Y.Transaction): void => {
  const { schema } = tr.doc.type
  const isNew = ({ id }: Y.Item): boolean => id.clock >= (transaction.beforeState.get(id.client) ?? 0)
  const isGone = ({ id }: Y.Item): boolean => Y.isDeleted(transaction.deleteSet, id)
  /** The unit after what is right already, and the line that it stands in. */
  let at = 1
  let line = 0
  let gone = 0
  let goneLines = 0
  let before: Marks = {}
  let now: Marks = {}
  const remove = (): void => {
    if (gone > 0) tr.step(new ReplaceStep(at + line, at + gone + line + goneLines, Slice.empty))
    gone = 0
    goneLines = 0
  }
  const insert = (content: unknown): void => {
    const position = at + line
    if (isBreak(content)) {
      const lines = [PLAIN_LINE, attributesOf(text, content)].map((attributes) =>
        schema.node('line', { ...attributes }),
      )
      tr.step(new ReplaceStep(position, position, new Slice(Fragment.from(lines), 1, 1)))
      line++
      at++
      return
    }
    const node = nodeOf(
      schema,
      typeof content === 'string' ? content : ({ ...(content as object) } as Record<string, unknown>),
      now,
    )
    tr.step(new ReplaceStep(position, position, new Slice(Fragment.from(node), 0, 0)))
    at += node.nodeSize
  }
  for (let item = text._start; item !== null; item = item.right) {
    const { content } = item
    const [was, is] = [!isNew(item) && (!item.deleted || isGone(item)), !item.deleted]
    if (content instanceof Y.ContentFormat) {
      const { key, value } = content as unknown as { key: string; value: unknown }
      if (was) before = { ...before, [key]: value }
      if (is) now = { ...now, [key]: value }
      continue
    }
    if (!item.countable && !was) continue
    const embed = content instanceof Y.ContentString ? undefined : contentOf(content)
    if (was && !is) {
      gone += item.length
      if (isBreak(embed)) goneLines++
    } else if (is) {
      remove()
      if (!was) insert(content instanceof Y.ContentString ? content.str : embed)
      else {
        const words = !isBreak(embed)
        if (words && !sameMarks(before, now)) setMarks(tr, at + line, at + line + item.length, now)
        at += item.length
        if (!words) line++
      }
    }
  }
  remove()
}
const contentOf = (content: Y.Item['content']): unknown =>
  content instanceof Y.ContentType ? content.type : (content.getContent()[0] as unknown)

/** Each line is what its break says. */
const takeLines = (tr: Transaction, text: Y.Text): void => {
  let position = 0
  const settle = (wanted: ReturnType<typeof attributesOf>): void => {
    const node = tr.doc.nodeAt(position)
    if (node === null) return
    if (!sameLine(lineOf(node), wanted))
      for (const [name, value] of Object.entries(wanted))
        if (node.attrs[name] !== value) tr.setNodeAttribute(position, name, value)
    position += node.nodeSize
  }
  settle(attributesOf(text))
  for (let item = text._start; item !== null; item = item.right) {
    const embed = !item.deleted && item.content instanceof Y.ContentType ? item.content.type : undefined
    if (isBreak(embed)) settle(attributesOf(text, embed))
  }
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

const linesChanged = (text: object, { changed }: Y.Transaction): boolean =>
  [...changed].some(([type, keys]: [unknown, ReadonlySet<string | null>]) =>
    type === text ? [...keys].some((key) => key !== null) : type instanceof Y.Map && type.parent === text,
  )

/** The transaction that brings a document up to date with what a Yjs transaction did to the text that it shows. */
export const takeChanges = (state: EditorState, text: Y.Text, transaction: Y.Transaction): Transaction => {
  const { tr } = state
  takeWords(tr, text, transaction)
  if (linesChanged(text, transaction)) takeLines(tr, text)
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
