/**
 * What can be done to lines where they are: made something else, indented, split, joined, ticked off, put in. Plain
 * ProseMirror commands, which need no screen. Moving them is in line-moves.ts.
 *
 * Two laptops may be at one line at once, and what a command takes out and puts in anew is lost to what the other one
 * writes there. So each says as little as it can: an attribute for what a line is, a break alone to split or join; only
 * moving takes words out and puts them in again.
 */

import { type Fragment, Slice } from '@tiptap/pm/model'
import {
  AllSelection,
  type Command,
  type EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import {
  type LineAttributes,
  type LineKind,
  MOST_DEPTH,
  PLAIN_LINE,
} from '../../../../shared/note-text/delta'
import { lineOf } from '../../../store/record/note-binding/units'
import {
  isList,
  type LineRange,
  type PlacedLine,
  placedLines,
  rangeOf,
  selectedLines,
  setLine,
  withDeeper,
} from './lines'
import { lineItemMarks } from './mark-words'

const isHeading = (kind: LineKind): boolean => kind.startsWith('heading')
/** Headings and what stands under a line across the page are never indented. */
const isFlat = (kind: LineKind): boolean => isHeading(kind) || kind === 'rule'

/** Makes the selected lines this kind; paragraphs where all of them are of it already. */
export const setKind =
  (kind: LineKind): Command =>
  (state, dispatch) => {
    const selected = rangeOf(placedLines(state.doc), selectedLines(state.selection))
    const next = selected.every((line) => line.kind === kind) ? 'paragraph' : kind
    if (selected.every((line) => line.kind === next)) return false
    const { tr } = state
    for (const line of selected)
      setLine(tr, line, { kind: next, ...(isFlat(next) ? { depth: 0 } : {}) })
    dispatch?.(tr.scrollIntoView())
    return true
  }

/** What was typed at a line's start goes, and the line becomes what it stands for. In a list it is another list's point. */
export const startAs =
  (
    kind: LineKind,
    typed: { readonly from: number; readonly to: number },
    checked = false,
  ): Command =>
  (state, dispatch) => {
    const line = placedLines(state.doc)[state.doc.resolve(typed.from).index(0)]
    if (line === undefined || line.kind === kind || line.kind === 'code') return false
    if (isList(line.kind) && !isList(kind)) return false
    const { tr } = state
    tr.delete(typed.from, typed.to)
    setLine(tr, line, {
      kind,
      ...(isFlat(kind) ? { depth: 0 } : {}),
      ...(kind === 'task' ? { checked } : {}),
    })
    dispatch?.(tr)
    return true
  }

/** In by one, with the deeper lines under them: one deeper than the line above at most. */
export const indent: Command = (state, dispatch) => {
  const lines = placedLines(state.doc)
  const block = withDeeper(lines, selectedLines(state.selection))
  const above = lines[block.first - 1]
  const moved = rangeOf(lines, block).filter(({ kind }) => !isFlat(kind))
  const [top] = moved
  if (above === undefined || top === undefined || top !== lines[block.first]) return false
  if (top.depth > above.depth || moved.some(({ depth }) => depth >= MOST_DEPTH)) return false
  const { tr } = state
  for (const line of moved) setLine(tr, line, { depth: line.depth + 1 })
  dispatch?.(tr.scrollIntoView())
  return true
}

const outBy = (state: EditorState, range: LineRange): Transaction | undefined => {
  const lines = placedLines(state.doc)
  const moved = new Set<PlacedLine>()
  for (let place = range.first; place <= range.last; place++)
    if ((lines[place]?.depth ?? 0) > 0)
      for (const line of rangeOf(lines, withDeeper(lines, { first: place, last: place })))
        moved.add(line)
  if (moved.size === 0) return undefined
  const { tr } = state
  for (const line of moved) setLine(tr, line, { depth: line.depth - 1 })
  return tr.scrollIntoView()
}

/** Out by one, with the deeper lines under them. */
export const outdent: Command = (state, dispatch) => {
  const transaction = outBy(state, selectedLines(state.selection))
  if (transaction === undefined) return false
  dispatch?.(transaction)
  return true
}

const sameBlock = (line: PlacedLine, other: PlacedLine | undefined): boolean =>
  other?.kind === line.kind && other.depth === line.depth

/** What an empty line becomes on Enter instead of a second empty one. */
const leaving = (
  lines: readonly PlacedLine[],
  place: number,
  line: PlacedLine,
): Partial<LineAttributes> | undefined => {
  if (!line.empty || line.kind === 'rule') return undefined
  if (line.kind === 'code') {
    const above = lines[place - 1]
    const inside =
      sameBlock(line, lines[place + 1]) || (sameBlock(line, above) && above?.empty === false)
    return inside ? undefined : { kind: 'paragraph' }
  }
  if (line.depth > 0) return { depth: line.depth - 1 }
  return line.kind === 'paragraph' ? undefined : { kind: 'paragraph' }
}

/** Enter. */
export const splitLine: Command = (state, dispatch) => {
  const { tr, selection } = state
  const lines = placedLines(state.doc)
  const { first } = selectedLines(selection)
  const line = lines[first]
  if (line === undefined) return false
  if (selection.empty) {
    const next = leaving(lines, first, line)
    if (next?.depth !== undefined) return outdent(state, dispatch)
    if (next !== undefined) {
      setLine(tr, line, next)
      dispatch?.(tr.scrollIntoView())
      return true
    }
  }
  if (dispatch === undefined) return true
  const marks = (
    state.storedMarks ?? (selection.$from.parentOffset > 0 ? selection.$from.marks() : [])
  ).filter(({ type }) => type.spec.inclusive !== false && type.name !== 'link')
  // Words and breaks alone: `deleteSelection` would take a line that is selected whole for what it is, too.
  if (selection instanceof TextSelection) tr.delete(selection.from, selection.to)
  else tr.deleteSelection()
  const { $from } = tr.selection
  if ($from.depth === 0) return false
  const own = lineOf($from.parent)
  const atEnd = $from.parentOffset === $from.parent.content.size
  // A line that became an item, alone and not in a list of tasks, was made a task by that: what follows is none.
  const isAlone =
    lineItemMarks($from.parent).length > 0 &&
    !sameBlock(line, lines[first - 1]) &&
    !sameBlock(line, lines[first + 1])
  const fresh: LineAttributes =
    own.kind === 'rule' || ((isHeading(own.kind) || isAlone) && atEnd)
      ? { ...PLAIN_LINE, depth: own.depth }
      : { ...own, checked: false }
  if ($from.parentOffset === 0 && !atEnd && own.kind !== 'rule')
    // The words keep their break, with what somebody may be making of it elsewhere; an empty line comes before it.
    tr.insert(
      $from.before(),
      $from.parent.type.create(isHeading(own.kind) ? { ...PLAIN_LINE, depth: own.depth } : fresh),
    )
  else {
    tr.split($from.pos, 1, [{ type: $from.parent.type, attrs: fresh }])
    // What the line became stays with its first words: of two lines only one is the item.
    const rest = tr.selection.$from
    for (const mark of lineItemMarks(rest.parent)) tr.removeMark(rest.start(), rest.end(), mark)
  }
  dispatch(tr.ensureMarks(marks).scrollIntoView())
  return true
}

/** Backspace at a line's start. Lines of one quote or of one piece of code are joined, as paragraphs are. */
export const joinBack: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth === 0 || $from.parentOffset > 0) return false
  const lines = placedLines(state.doc)
  const place = $from.index(0)
  const line = lines[place]
  const above = lines[place - 1]
  if (line === undefined) return false
  const { tr } = state
  const joins = (line.kind === 'quote' || line.kind === 'code') && sameBlock(line, above)
  if (line.kind !== 'paragraph' && !joins) setLine(tr, line, { kind: 'paragraph' })
  else if (line.depth > 0 && !joins) return outdent(state, dispatch)
  else if (above === undefined) return false
  else tr.join(line.at)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Delete at a line's end. What follows an empty paragraph stays what it is. */
export const joinForward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth === 0 || $from.parentOffset < $from.parent.content.size) return false
  const lines = placedLines(state.doc)
  const place = $from.index(0)
  const line = lines[place]
  if (line === undefined || lines[place + 1] === undefined) return false
  const { tr } = state
  if (line.empty && line.kind === 'paragraph' && line.depth === 0) {
    tr.delete(line.at, line.end)
    tr.setSelection(TextSelection.create(tr.doc, line.at + 1))
  } else tr.join(line.end)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Ticks the task at a position, or the selected ones: all of them unless all are ticked already. */
export const toggleChecked =
  (position?: number): Command =>
  (state, dispatch) => {
    const place = position === undefined ? undefined : state.doc.resolve(position).index(0)
    const range =
      place === undefined ? selectedLines(state.selection) : { first: place, last: place }
    const tasks = rangeOf(placedLines(state.doc), range).filter(({ kind }) => kind === 'task')
    if (tasks.length === 0) return false
    const checked = !tasks.every((task) => task.checked)
    const { tr } = state
    for (const task of tasks) setLine(tr, task, { checked })
    dispatch?.(tr)
    return true
  }

/**
 * Puts lines where the selection is: words without a break into the line that is there, whatever it is; more lines
 * into it and after it. An empty paragraph becomes what the first of them is.
 */
export const pasteLines =
  ({ content }: Slice): Command =>
  (state, dispatch) => {
    const [first] = content.content
    if (first === undefined || !first.isTextblock) return false
    if (dispatch === undefined) return true
    const { tr, selection } = state
    const { from, to } = TextSelection.between(selection.$from, selection.$to)
    if (to > from) tr.delete(from, to)
    tr.setSelection(TextSelection.create(tr.doc, from))
    const [top] = placedLines(tr.doc)
    // With everything, what the first line was goes, too.
    if (selection instanceof AllSelection && top !== undefined) setLine(tr, top, PLAIN_LINE)
    if (content.childCount === 1) tr.replace(from, from, new Slice(first.content, 0, 0))
    else {
      const line = placedLines(tr.doc)[tr.selection.$from.index(0)]
      if (line?.empty === true && line.kind === 'paragraph' && line.depth === 0)
        setLine(tr, line, lineOf(first))
      tr.replace(from, from, new Slice(content, 1, 1))
    }
    dispatch(tr.scrollIntoView())
    return true
  }

/** Puts lines after the one that the caret is in, or in its place when it is empty; the caret goes to their end. */
export const insertLines =
  (lines: Fragment): Command =>
  (state, dispatch) => {
    const line = placedLines(state.doc)[selectedLines(state.selection).last]
    if (line === undefined) return false
    const { tr } = state
    tr.insert(line.end, lines)
    tr.setSelection(Selection.near(tr.doc.resolve(line.end + lines.size), -1))
    if (line.empty) tr.delete(line.at, line.end)
    dispatch?.(tr.scrollIntoView())
    return true
  }
