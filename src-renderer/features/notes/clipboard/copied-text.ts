/**
 * What leaves a note as plain text: a line a line, with the signs of lists in front as one types them. Words from the
 * middle of a line are these words.
 */
import type { Node, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { type PlacedLine, placedLines, selectedLines } from '../lines/lines'
import { type ListPlace, listPlaces } from '../lines/list-places'

const INDENT = '  '

const signOf = ({ kind, checked, depth }: PlacedLine, place: ListPlace | undefined): string => {
  const indent = INDENT.repeat(depth)
  if (kind === 'bullet') return `${indent}- `
  if (kind === 'number') return `${indent}${place?.position ?? 1}. `
  return kind === 'task' ? `${indent}[${checked ? 'x' : ' '}] ` : ''
}

export const wordsOfLine = (line: Node): string =>
  line.textBetween(0, line.content.size, undefined, ({ type }) =>
    type.name === 'hardBreak' ? '\n' : ' ',
  )

/** The selection as text; `slice` is what of it is copied. */
export const copiedText = ({ content }: Slice, { state }: EditorView): string => {
  const { $from } = state.selection
  const { first } = selectedLines(state.selection)
  const lines = placedLines(state.doc)
  const places = listPlaces(lines)
  const text: string[] = []
  content.forEach((node, _offset, index) => {
    const line = lines[first + index]
    const whole = content.childCount > 1 && (index > 0 || $from.parentOffset === 0)
    const sign = whole && line !== undefined ? signOf(line, places.get(first + index)) : ''
    text.push(`${sign}${node.isText ? (node.text ?? '') : wordsOfLine(node)}`)
  })
  return text.join('\n')
}
