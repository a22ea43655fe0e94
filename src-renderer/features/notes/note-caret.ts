/** The caret of a note that was asked for: in its text as soon as that is there, with all that was typed meanwhile. */
import { Selection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { landTyping, maySettle, stopTypingAhead } from '../../context/typing/type-ahead'
import type { NoteFace } from './note-editor'

/** Key by key, as a person types: "## " makes a heading, "/" opens its menu, Enter takes what is chosen there. */
const typeInto = (editor: Editor, words: string): void => {
  const { view } = editor
  for (const character of words) {
    if (character === '\n') {
      editor.commands.enter()
      continue
    }
    const { from, to } = view.state.selection
    const insert = () => view.state.tr.insertText(character, from, to)
    if (
      view.someProp('handleTextInput', (handle) => handle(view, from, to, character, insert)) !==
      true
    )
      view.dispatch(insert())
  }
}

type End = 'start' | 'end'

const placeCaret = (editor: Editor, end: End): void => {
  const { view } = editor
  const words = landTyping(() => {
    const { doc, tr } = view.state
    view.dispatch(tr.setSelection(end === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)))
    view.focus()
  })
  typeInto(editor, words)
}

export const useCaret = (face: NoteFace, note: string, caret = 0, end: End = 'end'): void => {
  const editor = face !== undefined && 'editor' in face ? face.editor : undefined
  const readOnly = face !== undefined && 'readOnly' in face
  useEffect(() => {
    if (caret > 0 && editor !== undefined && maySettle(note)) placeCaret(editor, end)
    if (caret > 0 && readOnly) stopTypingAhead()
  }, [editor, readOnly, note, caret, end])
}
