/**
 * A line as the editor draws it: as it is copied (line-html.ts), with what only the screen has. A task has a checkbox
 * of its own, named after the task's words; each point of a list says how deep it is and where in its list
 * (list-places.ts), since every line is an element of its own and assistive technology cannot count them.
 */

import type { NodeViewRenderer } from '@tiptap/core'
import { DOMSerializer, type Node } from '@tiptap/pm/model'
import type { Decoration } from '@tiptap/pm/view'
import { t } from '../../../../shared/words/words'
import { lineOf } from '../../../store/record/note-binding/units'
import { toggleChecked } from './line-commands'
import { lineToDom } from './line-html'
import { doneByItem } from './line-items'
import { listPlaceOf } from './list-places'

const createCheckbox = (toggle: () => void): HTMLInputElement => {
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.contentEditable = 'false'
  // The caret stays where it is.
  box.addEventListener('mousedown', (event) => event.preventDefault())
  box.addEventListener('change', toggle)
  return box
}

const placeItem = (item: HTMLElement, decorations: readonly Decoration[]): void => {
  const place = decorations.map(listPlaceOf).find((found) => found !== undefined)
  if (place === undefined) return
  item.setAttribute('aria-level', String(place.level))
  item.setAttribute('aria-posinset', String(place.position))
  item.setAttribute('aria-setsize', String(place.size))
}

const doneByItemIn = (decorations: readonly Decoration[]): boolean | undefined =>
  decorations.map(doneByItem).find((done) => done !== undefined)

export const lineView: NodeViewRenderer = ({ node, view, getPos, decorations }) => {
  const { dom, contentDOM } = DOMSerializer.renderSpec(document, lineToDom(node))
  if (!(dom instanceof HTMLElement) || contentDOM === undefined)
    throw new Error('a line is an element')
  const { kind } = lineOf(node)
  let words = contentDOM
  let box: HTMLInputElement | undefined
  if (kind === 'task') {
    words = document.createElement('div')
    box = createCheckbox(() => {
      const position = getPos()
      if (view.editable && position !== undefined)
        toggleChecked(position)(view.state, view.dispatch)
      else draw(drawn)
    })
    contentDOM.append(box, words)
  }
  dom.querySelector('hr')?.setAttribute('contenteditable', 'false')
  let drawn = node
  let byItem = doneByItemIn(decorations)
  const draw = (next: Node): void => {
    const { depth, ...line } = lineOf(next)
    const checked = byItem ?? line.checked
    drawn = next
    if (depth === 0) delete dom.dataset.depth
    else dom.dataset.depth = String(depth)
    if (box === undefined) return
    dom.dataset.checked = String(checked)
    box.setAttribute('aria-label', next.textContent.trim() || t('note.task'))
    box.checked = checked
    box.disabled = !view.editable
  }
  draw(drawn)
  if (dom !== contentDOM) placeItem(contentDOM, decorations)
  return {
    dom,
    contentDOM: words,
    update: (next: Node, nextDecorations: readonly Decoration[]) => {
      if (next.type !== node.type || lineOf(next).kind !== kind) return false
      byItem = doneByItemIn(nextDecorations)
      draw(next)
      if (dom !== contentDOM) placeItem(contentDOM, nextDecorations)
      return true
    },
    stopEvent: ({ target }: Event) => target === box,
    // What the view itself says of the line: no words are in it.
    ignoreMutation: ({ type }: { readonly type: string }) => type === 'attributes',
  }
}
