/**
 * A place in a note's text that stays where it is while others type: with the letter before it, or, at a line's start,
 * with the one behind, as a caret here does (text-to-steps.ts).
 */
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { unitAt } from './units'

/** The position of the document in front of a unit of its text. */
const positionAt = (doc: Node, unit: number): number => {
  let before = 0
  let position = 0
  for (let index = 0; index < doc.childCount; index++) {
    const { content, nodeSize } = doc.child(index)
    if (unit <= before + content.size) return position + 1 + unit - before
    before += content.size + 1
    position += nodeSize
  }
  return Math.max(0, doc.content.size - 1)
}

export const placeAt = (text: Y.Text, doc: Node, position: number): Uint8Array => {
  const $position = doc.resolve(position)
  const unit = Math.min(unitAt($position), text.length)
  const side = $position.parentOffset > 0 ? -1 : 0
  return Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(text, unit, side))
}

/** Nothing for a place that is in another text, or in what has not arrived here. */
export const positionOf = (text: Y.Text, doc: Node, place: Uint8Array): number | undefined => {
  const record = text.doc
  if (record === null) return undefined
  try {
    const found = Y.createAbsolutePositionFromRelativePosition(
      Y.decodeRelativePosition(place),
      record,
      false,
    )
    return found?.type === text ? positionAt(doc, found.index) : undefined
  } catch {
    // Bytes that are no place.
    return undefined
  }
}
