/** The words of a note that are to be spelled right, and the dotted lines under those that are not. */
import type { Node } from '@tiptap/pm/model'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { lineOf } from '../../../store/record/note-binding/units'
import type { Spelling } from './spelling'

/**
 * Words of letters with an apostrophe inside; what has digits, or is all capitals, is an abbreviation or a code. An accent
 * alone is no word: the last sign of an emoji is one, and a line under it would part it from the rest.
 */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu
const SKIPPED = /^(?:\p{L}|\p{Lu}+s?)$/u

export interface WordPlace {
  readonly from: number
  readonly to: number
  readonly word: string
}

const plain = (word: string): string => word.replaceAll('’', "'")

const wordsIn = (line: Node): readonly WordPlace[] => {
  const text = line.textBetween(0, line.content.size, undefined, ' ')
  const found: WordPlace[] = []
  for (const match of text.matchAll(WORD)) {
    const before = text[match.index - 1] ?? ' '
    const after = text[match.index + match[0].length] ?? ' '
    if (SKIPPED.test(match[0]) || /[\d@/:_-]/.test(before) || /[\d@:_]/.test(after)) continue
    found.push({ from: match.index, to: match.index + match[0].length, word: plain(match[0]) })
  }
  return found
}

/** A line's words are looked for once; ProseMirror keeps the node of one that did not change. Code is no prose. */
const wordsByLine = new WeakMap<Node, readonly WordPlace[]>()
export const eachWord = (document: Node, use: (place: WordPlace) => void): void =>
  document.descendants((node, position) => {
    if (!node.isTextblock || lineOf(node).kind === 'code') return false
    let words = wordsByLine.get(node)
    if (words === undefined) {
      words = wordsIn(node)
      wordsByLine.set(node, words)
    }
    for (const { from, to, word } of words)
      use({ from: position + 1 + from, to: position + 1 + to, word })
    return false
  })

export const underlineMisspelled = (
  document: Node,
  caret: number,
  spelling: Spelling,
): DecorationSet => {
  const marks: Decoration[] = []
  eachWord(document, ({ from, to, word }) => {
    // The word that is being typed is not wrong yet.
    if (spelling.isRight(word) === false && !(caret > from && caret <= to))
      marks.push(Decoration.inline(from, to, { class: 'misspelled' }))
  })
  return DecorationSet.create(document, marks)
}
