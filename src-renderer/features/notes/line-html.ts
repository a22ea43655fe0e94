/** A line as HTML: what the editor draws, what is copied, and what of it is read again when it is pasted. */
import type { DOMOutputSpec, Node, TagParseRule } from '@tiptap/pm/model'
import { type LineKind, lineAttributes } from '../../../shared/note-text/delta'
import { attributesOf } from './lines'

const HEADINGS: Partial<Record<LineKind, string>> = { heading1: 'h1', heading2: 'h2', heading3: 'h3' }

export const lineToDom = (line: Node): DOMOutputSpec => {
  const { kind, depth, checked } = attributesOf(line)
  const attributes = { 'data-line': kind, ...(depth === 0 ? {} : { 'data-depth': String(depth) }) }
  switch (kind) {
    case 'bullet':
      return ['ul', attributes, ['li', 0]]
    case 'number':
      return ['ol', attributes, ['li', 0]]
    case 'task':
      return ['ul', { ...attributes, 'data-checked': String(checked) }, ['li', 0]]
    case 'quote':
      return ['blockquote', attributes, 0]
    case 'code':
      return ['pre', attributes, ['code', 0]]
    case 'rule':
      return ['div', attributes, ['hr'], ['p', 0]]
    default:
      return [HEADINGS[kind] ?? 'p', attributes, 0]
  }
}

const readAttributes = ({ dataset }: HTMLElement) => ({
  ...lineAttributes((name) => (name === 'kind' ? dataset.line : Number(dataset.depth ?? 0))),
  checked: dataset.checked === 'true',
})

const wordsIn =
  (tag: string) =>
  (element: HTMLElement): HTMLElement =>
    element.querySelector<HTMLElement>(tag) ?? element

const rule = (tag: string, words?: string): TagParseRule => ({
  tag,
  preserveWhitespace: 'full',
  getAttrs: readAttributes,
  ...(words === undefined ? {} : { contentElement: wordsIn(words) }),
})

/** Only lines as `lineToDom` writes them: what another program has written is brought into that form first (note-paste.ts). */
export const lineParseRules: readonly TagParseRule[] = [
  rule('ul[data-line], ol[data-line]', 'li'),
  rule('pre[data-line]', 'code'),
  rule('div[data-line]', 'p'),
  rule('[data-line]'),
  { tag: 'p' },
]
