/**
 * Editor states in a short notation. A line is written as its kind, its depth and its words, `t1 call` being a task
 * indented once (`x1 call` when it is ticked); `|` is the caret, and two of them are a selection's ends.
 */
import type { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import type { LineKind } from '../../shared/note-text/delta'
import { noteSchema } from '../../src-renderer/features/notes/lines/note-schema'

const KINDS: Readonly<Record<string, LineKind>> = {
  p: 'paragraph',
  h1: 'heading1',
  h2: 'heading2',
  h3: 'heading3',
  b: 'bullet',
  n: 'number',
  t: 'task',
  x: 'task',
  q: 'quote',
  c: 'code',
  r: 'rule',
}

export const read = (lines: readonly string[]): EditorState => {
  const carets: number[] = []
  let at = 0
  const nodes = lines.map((line) => {
    const [, letter = '', depth, marked = ''] = /^(h[1-3]|[a-z])(\d?) ?(.*)$/.exec(line) ?? []
    const words = marked.replaceAll('|', '')
    for (let from = marked.indexOf('|'); from >= 0; from = marked.indexOf('|', from + 1))
      carets.push(at + 1 + marked.slice(0, from).replaceAll('|', '').length)
    const node = noteSchema.node(
      'line',
      { kind: KINDS[letter], depth: Number(depth || 0), checked: letter === 'x' },
      words === '' ? [] : [noteSchema.text(words)],
    )
    at += node.nodeSize
    return node
  })
  const doc = noteSchema.node('doc', null, nodes)
  const [anchor = 1, head = anchor] = carets
  return EditorState.create({ doc, selection: TextSelection.create(doc, anchor, head) })
}

const letterOf = (line: Node): string =>
  line.attrs.kind === 'task'
    ? line.attrs.checked
      ? 'x'
      : 't'
    : (Object.entries(KINDS).find(([, kind]) => kind === line.attrs.kind)?.[0] ?? '?')

export const write = ({ doc, selection }: EditorState): readonly string[] => {
  const lines: string[] = []
  doc.forEach((line, at) => {
    let words = line.textContent
    for (const caret of [...new Set([selection.to, selection.from])])
      if (caret > at && caret < at + line.nodeSize)
        words = `${words.slice(0, caret - at - 1)}|${words.slice(caret - at - 1)}`
    lines.push(`${letterOf(line)}${line.attrs.depth || ''}${words === '' ? '' : ` ${words}`}`)
  })
  return lines
}
