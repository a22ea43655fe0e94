// @vitest-environment jsdom
/** Hints are looked for in the pauses of typing, and stay under their words meanwhile. */
import '../../../tests/steps/window'
import { Editor } from '@tiptap/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noteExtensions } from './lines/note-schema'
import { NoteHints } from './note-hints'

let editor: Editor
beforeEach(() => {
  vi.useFakeTimers()
  editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [...noteExtensions, NoteHints],
    editorProps: { handleScrollToSelection: () => true },
  })
})
afterEach(() => {
  editor.destroy()
  vi.useRealTimers()
})
const type = (words: string): void => {
  for (const word of words) editor.view.dispatch(editor.state.tr.insertText(word))
}
const underlined = (): (string | null)[] =>
  [...editor.view.dom.querySelectorAll('.hint')].map(({ textContent }) => textContent)

test('what is typed is underlined in a pause, and what is typed before it moves the line along', () => {
  type('MRN 12345678')
  expect(underlined()).toEqual([])
  vi.advanceTimersByTime(1000)
  const [found] = underlined()
  expect(found).toContain('12345678')
  editor.commands.setTextSelection(1)
  type('See ')
  expect(underlined()).toEqual([found])
})
