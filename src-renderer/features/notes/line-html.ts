/** A line as HTML: what the editor draws, what is copied, and what of it is read again when it is pasted. */
import type { DOMOutputSpec, Node, TagParseRule } from '@tiptap/pm/model'
import type { LineKind } from '../../../shared/note-text/delta'

const HEADINGS: Partial<Record<LineKind, string>> = { heading1: 'h1', heading2: 'h2', heading3: 'h3' }

export const lineToDom = (line: Node): DOMOutputSpec => {
  const { kind, depth, checked } = line.attrs as { kind: LineKind; depth: number; checked: boolean }
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
    default:
      return [HEADINGS[kind] ?? 'p', attributes, 0]
  }
}

const attributesOf = (element: HTMLElement): Record<string, unknown> => ({
  kind: element.dataset.line,
  depth: Number(element.dataset.depth ?? 0),
  checked: element.dataset.checked === 'true',
})

/** Only lines as `lineToDom` writes them: what another program has written is brought into that form first (note-paste.ts). */
export const lineParseRules: readonly TagParseRule[] = [
  { tag: 'ul[data-line], ol[data-line]', contentElement: 'li', getAttrs: attributesOf },
  { tag: 'pre[data-line]', contentElement: 'code', preserveWhitespace: 'full', getAttrs: attributesOf },
  { tag: '[data-line]', getAttrs: attributesOf },
  { tag: 'p' },
]
