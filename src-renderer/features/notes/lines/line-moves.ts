/**
 * Moving lines: up and down by keys, or to where they are dropped. A text cannot move words: they are taken out and put
 * in anew, and what another laptop writes in them meanwhile is lost. So of two that change places the shorter goes, and
 * of two that are as long the one without the caret.
 */
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state'
import {
  type LineRange,
  type PlacedLine,
  placedLines,
  rangeOf,
  selectedLines,
  setLine,
  withDeeper,
} from './lines'

/** The neighbour that lines change places with: a line and those under it, or the line that they stand under. */
const neighbourOf = (
  lines: readonly PlacedLine[],
  block: LineRange,
  depth: number,
  by: 1 | -1,
): LineRange | undefined => {
  if (by === 1) {
    const first = block.last + 1
    return lines[first] === undefined ? undefined : withDeeper(lines, { first, last: first })
  }
  const last = block.first - 1
  if (last < 0) return undefined
  let first = last
  while (first > 0 && (lines[first]?.depth ?? 0) > depth) first--
  return { first, last }
}

const sizeOf = (lines: readonly PlacedLine[], { first, last }: LineRange): number =>
  (lines[last]?.end ?? 0) - (lines[first]?.at ?? 0)

/** Takes whole lines out and puts them in again farther down, or up; a selection in them goes along. */
const jump = (transaction: Transaction, at: number, size: number, by: number): void => {
  const { content } = transaction.doc.slice(at, at + size)
  const { from, to, anchor, head } = transaction.selection
  transaction.delete(at, at + size).insert(at + by, content)
  if (from < at || to > at + size) return
  const [$anchor, $head] = [
    transaction.doc.resolve(anchor + by),
    transaction.doc.resolve(head + by),
  ]
  transaction.setSelection(TextSelection.between($anchor, $head))
}

/** No line is more than one deeper than what is above it now. */
const settleDepth = (transaction: Transaction, first: number, count: number): void => {
  const lines = placedLines(transaction.doc)
  const moved = rangeOf(lines, { first, last: first + count - 1 })
  const excess =
    Math.min(...moved.map(({ depth }) => depth)) - ((lines[first - 1]?.depth ?? -1) + 1)
  if (excess > 0)
    for (const line of moved) setLine(transaction, line, { depth: line.depth - excess })
}

/** The selected lines, with the deeper ones under them, change places with their neighbour; the selection goes along. */
export const moveLines =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const lines = placedLines(state.doc)
    const block = withDeeper(lines, selectedLines(state.selection))
    const own = rangeOf(lines, block)
    const depth = Math.min(...own.map((line) => line.depth))
    const neighbour = neighbourOf(lines, block, depth, by)
    const start = lines[block.first]?.at
    if (neighbour === undefined || start === undefined) return false
    if (dispatch === undefined) return true
    const { tr } = state
    const ownSize = sizeOf(lines, block)
    const otherSize = sizeOf(lines, neighbour)
    const shift = by * otherSize
    if (ownSize < otherSize) jump(tr, start, ownSize, shift)
    else jump(tr, lines[neighbour.first]?.at ?? 0, otherSize, -by * ownSize)
    settleDepth(
      tr,
      by === 1 ? block.first + neighbour.last - block.last : neighbour.first,
      own.length,
    )
    dispatch(tr.scrollIntoView())
    return true
  }

/** Lines go where they are dropped: before the line at a place of the note. */
export const moveLinesTo =
  (range: LineRange, before: number): Command =>
  (state, dispatch) => {
    const lines = placedLines(state.doc)
    const [first, last] = [lines[range.first], lines[range.last]]
    if (first === undefined || last === undefined) return false
    if (before >= range.first && before <= range.last + 1) return false
    const { tr } = state
    const size = last.end - first.at
    const target = lines[before]?.at ?? state.doc.content.size
    const count = range.last - range.first + 1
    const down = before > range.last
    jump(tr, first.at, size, target - (down ? size : 0) - first.at)
    settleDepth(tr, down ? before - count : before, count)
    dispatch?.(tr)
    return true
  }
