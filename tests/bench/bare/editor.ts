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
