/** Reordering a note: a handle beside the block under the pointer to drag it by, and Alt with the arrows. */

import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { t } from '../../../shared/words'

/** The depth of what is moved: an item of a list, or a block of the note. */
const movedDepth = ({ state }: Editor): number => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--)
    if (['listItem', 'taskItem'].includes($from.node(depth).type.name)) return depth
  return $from.depth > 0 ? 1 : 0
}

/** Changes places with the neighbour above or below; the caret goes along. */
const moveBlock = (editor: Editor, by: 1 | -1): boolean => {
  const { state } = editor
  const { $from } = state.selection
  const depth = movedDepth(editor)
  if (depth === 0) return false
  const parent = $from.node(depth - 1)
  const index = $from.index(depth - 1)
  const other = parent.maybeChild(index + by)
  if (other === null) return true
  const start = $from.before(depth)
  const node = $from.node(depth)
  const target = by === 1 ? start + other.nodeSize : start - other.nodeSize
  const transaction = state.tr.delete(start, start + node.nodeSize).insert(target, node)
  const caret = target + ($from.pos - start)
  editor.view.dispatch(
    transaction.setSelection(TextSelection.create(transaction.doc, caret)).scrollIntoView(),
  )
  return true
}

/** Position of the note's own block at a height in the window. */
const blockAt = (view: EditorView, y: number): number | undefined => {
  const box = view.dom.getBoundingClientRect()
  const found = view.posAtCoords({ left: box.left + box.width / 2, top: y })
  if (found === null) return undefined
  const place = view.state.doc.resolve(found.inside >= 0 ? found.inside : found.pos)
  return place.depth === 0 ? (found.inside >= 0 ? found.inside : undefined) : place.before(1)
}

const handlePlugin = (): Plugin =>
  new Plugin({
    view: (view) => {
      const handle = document.createElement('div')
      handle.className = 'note-handle'
      handle.draggable = true
      handle.title = t('noteMove.dragToMove')
      handle.setAttribute('aria-hidden', 'true')
      view.dom.parentElement?.append(handle)
      let block: number | undefined
      const follow = (event: MouseEvent): void => {
        block = view.editable ? blockAt(view, event.clientY) : undefined
        const element = block === undefined ? null : view.nodeDOM(block)
        const parent = view.dom.parentElement
        handle.hidden = !(element instanceof HTMLElement) || parent === null
        if (element instanceof HTMLElement && parent !== null)
          handle.style.top = `${element.getBoundingClientRect().top - parent.getBoundingClientRect().top}px`
      }
      const drag = (event: DragEvent): void => {
        if (block === undefined || event.dataTransfer === null) return
        const selection = NodeSelection.create(view.state.doc, block)
        view.dispatch(view.state.tr.setSelection(selection))
        event.dataTransfer.effectAllowed = 'move'
        // Only within the note: nothing of it is handed to another program.
        event.dataTransfer.setData('application/x-confidant-block', '')
        view.dragging = { slice: selection.content(), move: true }
      }
      handle.hidden = true
      view.dom.addEventListener('mousemove', follow)
      handle.addEventListener('dragstart', drag)
      return {
        destroy: () => {
          view.dom.removeEventListener('mousemove', follow)
          handle.remove()
        },
      }
    },
  })

export const NoteMove = Extension.create({
  name: 'noteMove',
  addKeyboardShortcuts() {
    return {
      'Alt-ArrowUp': () => moveBlock(this.editor, -1),
      'Alt-ArrowDown': () => moveBlock(this.editor, 1),
    }
  },
  addProseMirrorPlugins: () => [handlePlugin()],
})
