// @vitest-environment jsdom
/** Keys that come before the browser has said where the caret went. */
import '../../../../tests/steps/window'
import { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { read, write } from '../../../../tests/steps/written-lines'
import { noteExtensions } from './note-schema'

let editor: Editor | undefined
afterEach(() => editor?.destroy())

test('a key acts upon the line where the caret is seen, although nobody has said yet that it moved', () => {
  const element = document.body.appendChild(document.createElement('div'))
  const { doc, selection } = read(['b One', 'b Two', 'b Three|'])
  editor = new Editor({
    element,
    extensions: [...noteExtensions],
    content: doc.toJSON(),
    // Nothing has a place here that it could be scrolled to.
    editorProps: { handleScrollToSelection: () => true },
  })
  editor.commands.setTextSelection(selection.anchor)
  editor.view.focus()
  // As the browser does it for ArrowUp: its event comes in a task of its own.
  const two = editor.view.domAtPos(selection.anchor - 'Three'.length - 2)
  document.getSelection()?.collapse(two.node, two.offset)
  editor.view.dom.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Tab', keyCode: 9, bubbles: true, cancelable: true }),
  )
  expect(write(editor.state)).toEqual(['b One', 'b1 Two|', 'b Three'])
})
