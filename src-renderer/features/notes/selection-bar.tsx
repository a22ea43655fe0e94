/**
 * What can be done with the selected words, beside them: there only while something is selected. Tab goes on into it,
 * Alt F10 from lists too, where Tab indents; Escape goes back to the text. Without a selection, "/" has the same.
 */
import { Box } from '@mantine/core'
import { RichTextEditor } from '@mantine/tiptap'
import {
  IconBlockquote,
  IconCheckbox,
  IconH2,
  IconH3,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconTarget,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import type { ComponentType, KeyboardEvent } from 'react'
import type { LineKind } from '../../../shared/note-text/delta'
import { type PlainKey, t } from '../../../shared/words/words'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf } from '../../context/commands/shortcuts'
import { selectedKind } from './lines/lines'
import classes from './note-text.module.css'
import { runOnChosen, type SlashCommand } from './suggestions/slash-menu'

type Icon = ComponentType<{ readonly size: number; readonly stroke: number }>

/** Commands that have a button: the selected words become something. */
const buttons = (): readonly (readonly [id: string, icon: Icon, name: string, tip: string])[] => [
  [
    'action',
    IconCheckbox,
    t('note.actionItemFromLine'),
    t('note.actionItemFromWords', { keys: keycapsOf(commandOf('action-from-line')) }),
  ],
  [
    'goal',
    IconTarget,
    t('note.goalFromLine'),
    t('note.goalFromWords', { keys: keycapsOf(commandOf('goal-from-line')) }),
  ],
]

/** What the selected lines can be made, and made paragraphs from. */
const KINDS: readonly (readonly [kind: LineKind, icon: Icon, name: PlainKey])[] = [
  ['heading2', IconH2, 'note.headingControl'],
  ['heading3', IconH3, 'note.subheadingControl'],
  ['bullet', IconList, 'note.bulletListControl'],
  ['number', IconListNumbers, 'note.orderedListControl'],
  ['task', IconListCheck, 'note.tasksControl'],
  ['quote', IconBlockquote, 'note.blockquoteControl'],
]

const LineKinds = ({ editor }: { readonly editor: Editor }) => {
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => selectedKind(state),
  })
  return KINDS.map(([kind, Icon, name]) => (
    <RichTextEditor.Control
      key={kind}
      aria-label={t(name)}
      title={t(name)}
      active={kind === selected}
      onClick={() => {
        editor.view.focus()
        editor.commands.toggleLineKind(kind)
      }}
    >
      <Icon size={16} stroke={1.5} />
    </RichTextEditor.Control>
  ))
}

/** Soon enough to be there when it is looked for, late enough not to flicker along with a selection being made. */
const DELAY_MS = 120
const PLACE = { placement: 'top', offset: 6, flip: true, shift: { padding: 8 } } as const

export const SelectionBar = ({
  editor,
  commands,
}: {
  readonly editor: Editor
  readonly commands: readonly SlashCommand[]
}) => {
  // Each of its buttons looks at every change of the text, of which a key is one: they are there when they can be seen.
  const chosen = useEditorState({
    editor,
    selector: ({ editor: { state } }) => !state.selection.empty,
  })
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    editor.view.focus()
  }
  return (
    <BubbleMenu
      editor={editor}
      updateDelay={DELAY_MS}
      options={PLACE}
      role="toolbar"
      aria-label={t('note.formatting')}
      className={classes.place ?? ''}
    >
      {chosen && (
        <Box className={classes.bar ?? ''} onKeyDown={leave}>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.Italic />
            <RichTextEditor.Link popoverProps={{ withinPortal: false }} />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <LineKinds editor={editor} />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            {buttons().map(([id, Icon, name, tip]) => {
              const command = commands.find((one) => one.id === id)
              return command === undefined ? null : (
                <RichTextEditor.Control
                  key={id}
                  aria-label={name}
                  title={tip}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => runOnChosen(command, editor)}
                >
                  <Icon size={16} stroke={1.5} />
                </RichTextEditor.Control>
              )
            })}
          </RichTextEditor.ControlsGroup>
        </Box>
      )}
    </BubbleMenu>
  )
}
