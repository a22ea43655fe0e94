/** Reordering a note: a handle beside the line under the pointer to drag it by, and Alt with the arrows. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { dropPoint } from '@tiptap/pm/transform'
import type { EditorView } from '@tiptap/pm/view'
import { t } from '../../../../shared/words/words'
import { moveLines, moveLinesTo } from './line-moves'
import { type LineRange, placedLines, withDeeper } from './lines'

/** The line at a height in the window. */
const lineAtHeight = (view: EditorView, y: number): number | undefined => {
  const box = view.dom.getBoundingClientRect()
  const found = view.posAtCoords({ left: box.left + box.width / 2, top: y })
  return found === null
    ? undefined
    : Math.min(view.state.doc.resolve(found.pos).index(0), view.state.doc.childCount - 1)
}

const handlePlugin = (): Plugin => {
  /** What is being dragged by the handle: a line, with the deeper ones under it. */
  let dragged: LineRange | undefined
  return new Plugin({
    props: {
      handleDrop: (view, event, slice, moved) => {
        const found = view.posAtCoords({ left: event.clientX, top: event.clientY })
        if (dragged === undefined || !moved || found === null) return false
        const to = dropPoint(view.state.doc, found.pos, slice) ?? found.pos
        moveLinesTo(dragged, view.state.doc.resolve(to).index(0))(view.state, view.dispatch)
        dragged = undefined
        return true
      },
    },
    view: (view) => {
      const handle = document.createElement('div')
      handle.className = 'note-handle'
      handle.draggable = true
      handle.title = t('note.dragToMove')
      handle.setAttribute('aria-hidden', 'true')
      view.dom.parentElement?.append(handle)
      let line: number | undefined
      const follow = (event: MouseEvent): void => {
        line = view.editable ? lineAtHeight(view, event.clientY) : undefined
        const at = line === undefined ? undefined : placedLines(view.state.doc)[line]?.at
        const element = at === undefined ? null : view.nodeDOM(at)
        const parent = view.dom.parentElement
        handle.hidden = !(element instanceof HTMLElement) || parent === null
        if (element instanceof HTMLElement && parent !== null)
          handle.style.top = `${element.getBoundingClientRect().top - parent.getBoundingClientRect().top}px`
      }
      const drag = (event: DragEvent): void => {
        if (line === undefined || event.dataTransfer === null) return
        const lines = placedLines(view.state.doc)
        dragged = withDeeper(lines, { first: line, last: line })
        const slice = view.state.doc.slice(lines[dragged.first]?.at ?? 0, lines[dragged.last]?.end)
        event.dataTransfer.effectAllowed = 'move'
        // Only within the note: nothing of it is handed to another program.
        event.dataTransfer.setData('application/x-confidant-block', '')
        view.dragging = { slice, move: true }
      }
      const drop = (): void => {
        dragged = undefined
        view.dragging = null
      }
      handle.hidden = true
      view.dom.addEventListener('mousemove', follow)
      handle.addEventListener('dragstart', drag)
      handle.addEventListener('dragend', drop)
      return {
        destroy: () => {
          view.dom.removeEventListener('mousemove', follow)
          handle.remove()
        },
      }
    },
  })
}

export const NoteMove = Extension.create({
  name: 'noteMove',
  addKeyboardShortcuts() {
    const press = (by: 1 | -1) => (): boolean => {
      moveLines(by)(this.editor.state, this.editor.view.dispatch)
      // At either end, too, the key is no other's.
      return true
    }
    return { 'Alt-ArrowUp': press(-1), 'Alt-ArrowDown': press(1) }
  },
  addProseMirrorPlugins: () => [handlePlugin()],
})
