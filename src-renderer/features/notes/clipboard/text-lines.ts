/** Plain text as lines for the place where it is to go. */

import { Fragment, type ResolvedPos, Slice } from '@tiptap/pm/model'
import { type LineAttributes, PLAIN_LINE } from '../../../../shared/note-text/delta'
import { lineOf } from '../../../store/record/note-binding/units'

/** What the line at a place is. */
export const lineAt = ($place: ResolvedPos): LineAttributes =>
  $place.depth === 0 ? PLAIN_LINE : lineOf($place.node(1))

/** More points of a list, more of a quote or of code, each not ticked; paragraphs anywhere else. */
const goingOn = (line: LineAttributes): LineAttributes =>
  line.kind === 'rule' || line.kind.startsWith('heading') ? PLAIN_LINE : { ...line, checked: false }

export const textToLines = (text: string, $place: ResolvedPos): Slice => {
  const { schema } = $place.doc.type
  const marks = $place.marks()
  const attributes = { ...goingOn(lineAt($place)) }
  // The break at the end of a line that was copied whole is no line of its own.
  const lines = text.replace(/(?:\r\n?|\n)$/, '').split(/\r\n?|\n/)
  const nodes = lines.map((words) =>
    schema.node('line', attributes, words === '' ? [] : [schema.text(words, marks)]),
  )
  return new Slice(Fragment.from(nodes), 1, 1)
}
