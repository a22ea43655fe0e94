/** Undo and redo of one text, once there is something to take back; the caret stays in the text. */
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { t } from '../../../shared/words/words'
import { tipOf } from '../../context/commands/shortcuts'
import { QuietButton } from '../../ui/quiet-button'

export const UndoButtons = ({ editor }: { readonly editor: Editor }) => {
  const able = useEditorState({
    editor,
    selector: ({ editor: { storage } }) => ({
      undo: storage.noteUndo.canUndo(),
      redo: storage.noteUndo.canRedo(),
    }),
  })
  if (!able.undo && !able.redo) return null
  const act = (way: 'undo' | 'redo'): void => {
    editor.commands[way]()
    // The view's own: the editor's command gives the caret back a frame later, and a key that is quicker is lost.
    editor.view.focus()
  }
  return (
    <>
      <QuietButton
        name={t('note.undo')}
        tip={tipOf('undo')}
        icon={IconArrowBackUp}
        size={24}
        disabled={!able.undo}
        onClick={() => act('undo')}
      />
      <QuietButton
        name={t('note.redo')}
        tip={tipOf('redo')}
        icon={IconArrowForwardUp}
        size={24}
        disabled={!able.redo}
        onClick={() => act('redo')}
      />
    </>
  )
}
