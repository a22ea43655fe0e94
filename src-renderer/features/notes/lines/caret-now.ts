/**
 * The caret is where it is seen, for every key. The browser moves it by arrow keys and clicks and says so in a task of
 * its own, which a busy page may run after the next key: ArrowUp and Tab pressed quickly then moved the wrong line. Said
 * once more before each key, ProseMirror reads the caret in time. Where it is as ProseMirror has it, as between any two
 * letters, nobody is told again: the whole page listens.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

const isWhereItWas = (view: EditorView): boolean => {
  const { selection } = view.state
  const seen = view.dom.ownerDocument.getSelection()
  if (seen === null || !seen.isCollapsed || !selection.empty) return false
  // Behind the letter before it, as the browser has it after typing.
  const { node, offset } = view.domAtPos(selection.head, -1)
  return seen.focusNode === node && seen.focusOffset === offset
}

export const CaretNow = Extension.create({
  name: 'caretNow',
  // Before every plugin that acts upon a key.
  priority: 10_000,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          keydown: (view) => {
            if (!view.composing && !isWhereItWas(view))
              view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
            return false
          },
        },
      },
    }),
  ],
})
