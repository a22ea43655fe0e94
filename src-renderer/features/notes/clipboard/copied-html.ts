/**
 * What leaves a note as a page, for other programs and for another note. Lines of lists become real lists there, one
 * inside of the other, with a sign before each task; `data-line` on each line says the rest to whoever reads it as a
 * note again (line-html.ts).
 */

import { DOMSerializer, type Fragment, type Node, type Schema } from '@tiptap/pm/model'
import { lineOf } from '../../../store/record/note-binding/units'
import { lineData } from '../lines/line-html'
import { isList } from '../lines/lines'

const DONE = '☑ '
const OPEN = '☐ '

export const createCopySerializer = (schema: Schema): DOMSerializer => {
  const plain = DOMSerializer.fromSchema(schema)
  const serializer = new DOMSerializer(plain.nodes, plain.marks)

  const item = (line: Node, page: Document): HTMLElement => {
    const { kind, checked } = lineOf(line)
    const element = page.createElement('li')
    for (const [name, value] of Object.entries(lineData(line))) element.setAttribute(name, value)
    if (kind === 'task') {
      const sign = page.createElement('span')
      sign.dataset.sign = ''
      sign.textContent = checked ? DONE : OPEN
      element.append(sign)
    }
    element.append(plain.serializeFragment(line.content, { document: page }))
    return element
  }

  serializer.serializeFragment = (
    lines: Fragment,
    { document: page = document }: { document?: Document } = {},
    target: HTMLElement | DocumentFragment = page.createDocumentFragment(),
  ) => {
    /** The lists that are open, the outer one first: one for each depth that has lines. */
    let open: { readonly tag: string; readonly depth: number; readonly element: HTMLElement }[] = []
    lines.forEach((line) => {
      const { kind, depth } = lineOf(line)
      if (line.type.name !== 'line' || !isList(kind)) {
        open = []
        target.append(plain.serializeNode(line, { document: page }))
        return
      }
      const tag = kind === 'number' ? 'ol' : 'ul'
      open = open.filter((list) => list.depth < depth || (list.depth === depth && list.tag === tag))
      if (open.at(-1)?.depth !== depth) {
        const element = page.createElement(tag)
        const parent = open.at(-1)?.element ?? target
        parent.append(element)
        open.push({ tag, depth, element })
      }
      open.at(-1)?.element.append(item(line, page))
    })
    return target
  }
  return serializer
}
