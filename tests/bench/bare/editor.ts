/** A bare Tiptap editor with the same nodes and marks, for comparison: no Yjs, no toolbar, no app. */
import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'

if (location.hash === '#editor') {
  const element = document.getElementById('editor')
  const editor = new Editor({ element, extensions: [StarterKit] })
  Object.assign(window, {
    setWords: (paragraphs: string[]) =>
      editor.commands.setContent(paragraphs.map((text) => `<p>${text}</p>`).join('')),
  })
}

// Loaded apart: a bare window's start and memory are figures, too.
const [, note] = location.hash.split('#note-')
if (note !== undefined)
  void import('./notes').then(({ openNote }) => Object.assign(window, { openNote: openNote(note) }))
