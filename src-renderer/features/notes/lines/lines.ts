/** The lines of an editor's document: where each one is, what it is, and which of them belong together. */
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Selection, Transaction } from '@tiptap/pm/state'
import type { LineAttributes, LineKind } from '../../../../shared/note-text/delta'
import { lineOf } from '../../../store/record/note-binding/units'

export interface PlacedLine extends LineAttributes {
  /** Position before the line in the document; its words begin one later. */
  readonly at: number
  /** Position after the line. */
  readonly end: number
  readonly empty: boolean
}

export const isList = (kind: LineKind): boolean =>
  kind === 'bullet' || kind === 'number' || kind === 'task'

/** Of a document, which never changes, they are looked for once: several plugins ask at every key. */
const placedIn = new WeakMap<Node, readonly PlacedLine[]>()

export const placedLines = (document: Node): readonly PlacedLine[] => {
  const placed = placedIn.get(document)
  if (placed !== undefined) return placed
  const lines: PlacedLine[] = []
  document.forEach((line, at) => {
    lines.push({
      ...lineOf(line),
      at,
      end: at + line.nodeSize,
      empty: line.content.size === 0,
    })
  })
  placedIn.set(document, lines)
  return lines
}

/** Lines by their places in the note, the last one included. */
export interface LineRange {
  readonly first: number
  readonly last: number
}

/** The lines that a selection touches. */
export const selectedLines = ({ $from, $to }: Selection): LineRange => {
  const first = $from.index(0)
  // A selection of whole lines ends behind the last one.
  return { first, last: Math.max(first, $to.depth === 0 ? $to.index(0) - 1 : $to.index(0)) }
}

export const rangeOf = (
  lines: readonly PlacedLine[],
  { first, last }: LineRange,
): readonly PlacedLine[] => lines.slice(first, last + 1)

/** The range with the deeper lines under any of its own. */
export const withDeeper = (lines: readonly PlacedLine[], { first, last }: LineRange): LineRange => {
  const depth = Math.min(...lines.slice(first, last + 1).map((line) => line.depth))
  let end = last
  while ((lines[end + 1]?.depth ?? 0) > depth) end++
  return { first, last: end }
}

/** What the selected lines are, if all are the same. */
export const selectedKind = ({ doc, selection }: EditorState): LineKind | undefined => {
  const { first, last } = selectedLines(selection)
  const { kind } = lineOf(doc.child(first))
  for (let place = first + 1; place <= last; place++)
    if (lineOf(doc.child(place)).kind !== kind) return undefined
  return kind
}

/** Says of a line what it is: what it is already is not said again. */
export const setLine = (
  transaction: Transaction,
  line: PlacedLine,
  next: Partial<LineAttributes>,
): void => {
  for (const name of ['kind', 'depth', 'checked'] as const)
    if (next[name] !== undefined && next[name] !== line[name])
      transaction.setNodeAttribute(line.at, name, next[name])
}
