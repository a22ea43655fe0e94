/**
 * The note that the benches write into, 10,000 words in a hundred paragraphs, and what is done in its middle. Both sorts
 * of document have it: the app's lines, and Tiptap's own tree.
 */
import type { Node } from '@tiptap/pm/model'
import { EditorState, type Transaction } from '@tiptap/pm/state'

export const WORDS_IN_NOTE = 10_000
const PARAGRAPHS = 100

export const paragraphs: readonly string[] = Array.from({ length: PARAGRAPHS }, (_, paragraph) =>
  Array.from(
    { length: WORDS_IN_NOTE / PARAGRAPHS },
    (_unused, word) => ['coach', 'goal', 'ward', 'rest', 'plan'][(paragraph + word * 3) % 5],
  ).join(' '),
)

/** The paragraph in the middle: where it begins and ends, and where a word begins in it. */
export const middleOf = (
  doc: Node,
): { readonly from: number; readonly to: number; readonly word: number } => {
  const index = PARAGRAPHS / 2
  let from = 0
  for (let before = 0; before < index; before++) from += doc.child(before).nodeSize
  const { nodeSize, textContent } = doc.child(index)
  const word = textContent.indexOf(' ', textContent.length / 2) + 1
  return { from, to: from + nodeSize, word: from + 1 + word }
}

export const CHANGES = [
  'a word in the middle',
  'a heading of a paragraph',
  'two paragraphs made one',
] as const
export type Change = (typeof CHANGES)[number]

const isLine = ({ type }: Node): boolean => type.name === 'line'

/** A word more; a heading of a paragraph; two paragraphs made one. */
export const change = (doc: Node, what: Change): Transaction => {
  const { tr } = EditorState.create({ doc })
  const { from, to, word } = middleOf(doc)
  if (what === CHANGES[0]) return tr.insertText('night ', word)
  if (what === CHANGES[2]) return tr.join(to)
  return isLine(doc.child(0))
    ? tr.setNodeAttribute(from, 'kind', 'heading2')
    : tr.setNodeMarkup(from, doc.type.schema.nodes.heading, { level: 2 })
}

/** The same back again: `before` is the document that was changed. */
export const changeBack = (doc: Node, what: Change, before: Node): Transaction => {
  const { tr } = EditorState.create({ doc })
  const { from, to, word } = middleOf(before)
  if (what === CHANGES[0]) return tr.delete(word, word + 'night '.length)
  if (what === CHANGES[2]) return tr.split(to - 1)
  return isLine(doc.child(0))
    ? tr.setNodeAttribute(from, 'kind', 'paragraph')
    : tr.setNodeMarkup(from, doc.type.schema.nodes.paragraph, {})
}
