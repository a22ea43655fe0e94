/** Words of a line that became a goal or an action item: how they are marked, and what a line says it became. */
import type { Mark, Node } from '@tiptap/pm/model'
import type { Command } from '@tiptap/pm/state'
import { type LineItem, lineItemAddress, lineItemOf } from '../../../../shared/note-text/line-item'
import { lineOf } from '../../../store/record/note-binding/units'

/** The marks of a line that say so, in the order of its words. */
export const lineItemMarks = (line: Node): readonly Mark[] => {
  const found: Mark[] = []
  line.descendants(({ marks }) => {
    found.push(...marks.filter(({ attrs }) => lineItemOf(attrs.href) !== undefined))
  })
  return found
}

/** What each line became is looked for once; ProseMirror keeps the node of one that did not change. */
const itemByLine = new WeakMap<Node, LineItem | null>()

/** What a line became, the first of it. */
export const lineItemOfNode = (line: Node): LineItem | undefined => {
  let item = itemByLine.get(line)
  if (item === undefined) {
    item = lineItemOf(lineItemMarks(line)[0]?.attrs.href) ?? null
    itemByLine.set(line, item)
  }
  return item ?? undefined
}

/** Of the transaction that does so: it is no writing of the line. */
export const MARKS_WORDS = 'marks words'

/**
 * Marks the words between two places of one line, but for those that are a link already. A line that became an action
 * item as a whole is a task from then on, to be ticked where it stands.
 */
export const markWords =
  (item: LineItem, from: number, to: number): Command =>
  (state, dispatch) => {
    const { tr, schema } = state
    const $from = tr.doc.resolve(from)
    const type = schema.marks.link
    if (type === undefined || $from.depth === 0) return false
    const end = Math.min(to, $from.end())
    tr.doc.nodesBetween(from, end, (node, at) => {
      if (node.isText && !node.marks.some((mark) => mark.type === type))
        tr.addMark(
          Math.max(from, at),
          Math.min(end, at + node.nodeSize),
          type.create({ href: lineItemAddress(item) }),
        )
    })
    if (!tr.docChanged) return false
    const isWhole = from === $from.start() && end === $from.end()
    const { kind } = lineOf($from.parent)
    if (item.kind === 'actionItems' && isWhole && (kind === 'paragraph' || kind === 'bullet'))
      tr.setNodeAttribute($from.before(), 'kind', 'task')
    // What is typed behind a few words of a line is none of them.
    if (!isWhole) tr.setStoredMarks([])
    dispatch?.(tr.setMeta(MARKS_WORDS, true))
    return true
  }
