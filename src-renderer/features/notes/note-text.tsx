/** The text of a note: a rich-text editor on the record's own fragment, bound only when that is safe. */
import { Alert, Skeleton, Text } from '@mantine/core'
import { RichTextEditor, RichTextEditorContent } from '@mantine/tiptap'
import Collaboration from '@tiptap/extension-collaboration'
import { Placeholder } from '@tiptap/extensions'
import { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { useOpenVault } from '../../app/session'
import { bindNote } from '../../store/note-binding'
import { noteExtensions, noteSchema } from './note-schema'
import classes from './note-text.module.css'

type Face = { readonly editor: Editor } | { readonly readOnly: string } | undefined

const useNoteEditor = (recordId: string, noteId: string): Face => {
  const { session } = useOpenVault()
  const [face, setFace] = useState<Face>()
  useEffect(() => {
    let editor: Editor | undefined
    let stop = (): void => undefined
    let ended = false
    void session.acquire(recordId).then((live) => {
      if (ended || live === undefined) return
      const bound = bindNote(live.doc, noteId, noteSchema, (text) => {
        editor?.destroy()
        setFace({ readOnly: text })
      })
      if (bound === undefined) return
      if ('text' in bound) return setFace({ readOnly: bound.text })
      stop = bound.stop
      editor = new Editor({
        extensions: [
          ...noteExtensions,
          Placeholder.configure({ placeholder: 'Write here. # makes a heading, - a list, [ ] a task.' }),
          Collaboration.configure({ fragment: bound.fragment }),
        ],
        editorProps: { attributes: { 'aria-label': 'Note text', role: 'textbox', 'aria-multiline': 'true' } },
      })
      setFace({ editor })
    })
    return () => {
      ended = true
      stop()
      editor?.destroy()
      setFace(undefined)
      session.release(recordId)
    }
  }, [session, recordId, noteId])
  return face
}

const Toolbar = () => (
  <RichTextEditor.Toolbar className={classes.toolbar ?? ''}>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.H1 />
      <RichTextEditor.H2 />
      <RichTextEditor.H3 />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Bold />
      <RichTextEditor.Italic />
      <RichTextEditor.Link />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.BulletList />
      <RichTextEditor.OrderedList />
      <RichTextEditor.TaskList />
      <RichTextEditor.Blockquote />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Undo />
      <RichTextEditor.Redo />
    </RichTextEditor.ControlsGroup>
  </RichTextEditor.Toolbar>
)

export const NoteText = ({ recordId, noteId }: { readonly recordId: string; readonly noteId: string }) => {
  const face = useNoteEditor(recordId, noteId)
  if (face === undefined) return <Skeleton h={280} animate={false} />
  if ('readOnly' in face)
    return (
      <>
        <Alert color="amber" title="Read-only">
          A newer Confidant has written something here that this version does not know. The text is shown and
          left untouched; update Confidant to edit it.
        </Alert>
        <Text className={classes.readOnly ?? ''} aria-label="Note text, read-only">
          {face.readOnly}
        </Text>
      </>
    )
  return (
    <RichTextEditor editor={face.editor} className={classes.editor ?? ''} withTypographyStyles={false}>
      <Toolbar />
      <RichTextEditorContent className={classes.content ?? ''} />
    </RichTextEditor>
  )
}
