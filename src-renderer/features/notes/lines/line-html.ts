/** A line as HTML: what the editor draws (line-view.ts), and how what was copied from a note is read again. */

import type { DOMOutputSpec, Node, TagParseRule } from '@tiptap/pm/model'
import { type LineKind, lineAttributes } from '../../../../shared/note-text/delta'
import { lineOf } from '../../../store/record/note-binding/units'

const HEADINGS: Partial<Record<LineKind, string>> = {
  heading1: 'h1',
  heading2: 'h2',
  heading3: 'h3',
}

/** What a line is, as attributes of its element. */
export const lineData = (line: Node): Readonly<Record<string, string>> => {
  const { kind, depth, checked } = lineOf(line)
  return {
    'data-line': kind,
    ...(depth === 0 ? {} : { 'data-depth': String(depth) }),
    ...(kind === 'task' ? { 'data-checked': String(checked) } : {}),
  }
}

export const lineToDom = (line: Node): DOMOutputSpec => {
  const { kind } = lineOf(line)
  const attributes = lineData(line)
  switch (kind) {
    case 'bullet':
    case 'task':
      return ['ul', attributes, ['li', 0]]
    case 'number':
      return ['ol', attributes, ['li', 0]]
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

const rule = (tag: string, words?: string): TagParseRule => ({
  tag,
  preserveWhitespace: 'full',
  getAttrs: readAttributes,
  ...(words === undefined
    ? {}
    : {
        contentElement: (element: HTMLElement) =>
          element.querySelector<HTMLElement>(words) ?? element,
      }),
})

/** Only what a note has written (copied-html.ts): other programs' pages are brought into that form first (note-paste.ts). */
export const lineParseRules: readonly TagParseRule[] = [
  { tag: 'span[data-sign]', ignore: true },
  rule('pre[data-line]', 'code'),
  rule('div[data-line]', 'p'),
  rule('[data-line]'),
  { tag: 'p' },
]
