/** The text of a note, with its toolbar, what is suggested at the caret, and what is said about it. */
import { Alert, Collapse, Group, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { RichTextEditor, RichTextEditorContent } from '@mantine/tiptap'
import {
  IconBlockquote,
  IconCheckbox,
  IconH2,
  IconH3,
  IconList,
  IconListCheck,
  IconListNumbers,
  IconSearch,
  IconTarget,
} from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { type ComponentType, useState } from 'react'
import type { LineKind } from '../../../shared/note-text/delta'
import type { Hint } from '../../../shared/views/hints'
import { type PlainKey, spoken, t } from '../../../shared/words/words'
import { useCommand } from '../../context/commands/commands'
import { commandOf } from '../../context/commands/list/all'
import { keycapsOf, tipOf } from '../../context/commands/shortcuts'
import { selectedKind } from './lines/lines'
import lines from './lines/note-lines.module.css'
import { useCaret } from './note-caret'
import { NO_FACTS, type NoteFacts, type NoteProps, useNoteEditor } from './note-editor'
import { FindBar } from './note-find'
import classes from './note-text.module.css'
import { OtherVersions } from './other-versions'
import { type SlashCommand, selectedWords } from './suggestions/slash-menu'
import { SuggestionList } from './suggestions/suggestion-list'
import type { SuggestionState } from './suggestions/suggestions'

type Icon = ComponentType<{ readonly size: number; readonly stroke: number }>

/** Commands that have a button: the words of the selection or the line become something, or a whole checklist does. */
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
  ['checklist', IconListCheck, t('note.itemsFromChecklist'), t('note.itemsFromChecklistHint')],
]

/** What the selected lines can be made, and made paragraphs from. */
type KindButton = readonly [kind: LineKind, icon: Icon, name: PlainKey]
const HEADINGS: readonly KindButton[] = [
  ['heading2', IconH2, 'note.headingControl'],
  ['heading3', IconH3, 'note.subheadingControl'],
]
const BLOCKS: readonly KindButton[] = [
  ['bullet', IconList, 'note.bulletListControl'],
  ['number', IconListNumbers, 'note.orderedListControl'],
  ['task', IconListCheck, 'note.tasksControl'],
  ['quote', IconBlockquote, 'note.blockquoteControl'],
]

const LineKinds = ({
  editor,
  kinds,
}: {
  readonly editor: Editor
  readonly kinds: readonly KindButton[]
}) => {
  const selected = useEditorState({
    editor,
    selector: ({ editor: { state } }) => selectedKind(state),
  })
  return kinds.map(([kind, Icon, name]) => (
    <RichTextEditor.Control
      key={kind}
      aria-label={t(name)}
      title={t(name)}
      active={kind === selected}
      onClick={() => editor.chain().focus().toggleLineKind(kind).run()}
    >
      <Icon size={16} stroke={1.5} />
    </RichTextEditor.Control>
  ))
}

/** The names of the toolbar's buttons that Mantine has. */
const LABELS = spoken(
  {
    boldControlLabel: 'note.boldControl',
    italicControlLabel: 'note.italicControl',
    linkControlLabel: 'note.linkControl',
    linkEditorInputLabel: 'note.linkAddress',
    linkEditorExternalLink: 'note.linkNewWindow',
    linkEditorInternalLink: 'note.linkSameWindow',
    linkEditorSave: 'common.save',
    undoControlLabel: 'note.undoControl',
    redoControlLabel: 'note.redoControl',
  },
  { linkEditorInputPlaceholder: 'https://…' },
)

const Toolbar = ({
  editor,
  commands,
  onFind,
}: {
  readonly editor: Editor
  readonly commands: readonly SlashCommand[]
  readonly onFind: () => void
}) => (
  <RichTextEditor.Toolbar className={classes.toolbar ?? ''}>
    <RichTextEditor.ControlsGroup>
      <LineKinds editor={editor} kinds={HEADINGS} />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Bold />
      <RichTextEditor.Italic />
      <RichTextEditor.Link />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <LineKinds editor={editor} kinds={BLOCKS} />
    </RichTextEditor.ControlsGroup>
    <RichTextEditor.ControlsGroup>
      <RichTextEditor.Undo />
      <RichTextEditor.Redo />
      <RichTextEditor.Control
        aria-label={t('note.find')}
        title={tipOf('find-in-note')}
        onClick={onFind}
      >
        <IconSearch size={16} stroke={1.5} />
      </RichTextEditor.Control>
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
            onClick={() => command.run(selectedWords(editor), editor)}
          >
            <Icon size={16} stroke={1.5} />
          </RichTextEditor.Control>
        )
      })}
    </RichTextEditor.ControlsGroup>
  </RichTextEditor.Toolbar>
)

/** The same hints in words, for whoever does not hover; and how long the text is. */
const Facts = ({ hints, words }: NoteFacts) => {
  const [open, { toggle }] = useDisclosure(false)
  return (
    <Stack gap={4}>
      <Group justify="space-between" mih={20}>
        {hints.length === 0 ? (
          <span />
        ) : (
          <UnstyledButton onClick={toggle} aria-expanded={open}>
            <Text size="sm" c="var(--care)">
              {t('note.wordingHints', {
                hints: t('count.hint', { count: hints.length }),
                act: open ? t('common.hide') : t('note.showHints'),
              })}
            </Text>
          </UnstyledButton>
        )}
        <Text size="xs" c="dimmed" className="tabular">
          {t('count.word', { count: words })}
        </Text>
      </Group>
      <Collapse expanded={open && hints.length > 0} transitionDuration={0}>
        {hints.map((hint: Hint) => (
          <Text key={hint.from} size="sm">
            {hint.why} {hint.better}
          </Text>
        ))}
      </Collapse>
    </Stack>
  )
}

const NO_COMMANDS: readonly SlashCommand[] = []

export const NoteText = (props: NoteProps) => {
  const [suggestions, setSuggestions] = useState<SuggestionState>()
  const [facts, setFacts] = useState(NO_FACTS)
  const [finding, setFinding] = useState(false)
  // Of two texts side by side, the one that the coach was in last.
  const [visits, setVisits] = useState(0)
  const face = useNoteEditor(props, setSuggestions, setFacts)
  useCaret(face, props.caret)
  useCommand(
    'find-in-note',
    face !== undefined && 'editor' in face ? () => setFinding(true) : undefined,
    visits,
  )
  if (face === undefined) return <Skeleton h={280} animate={false} />
  if ('unread' in face)
    return (
      <Alert color="amber" role="alert" title={t('note.unread')}>
        {t('note.unreadWhy')}
      </Alert>
    )
  if ('readOnly' in face)
    return (
      <>
        <Alert color="amber" title={t('note.readOnly')}>
          {t('note.newerVersion')}
        </Alert>
        <Text
          className={classes.readOnly ?? ''}
          aria-label={t('note.labelReadOnly', { label: props.label ?? t('note.text') })}
        >
          {face.readOnly}
        </Text>
      </>
    )
  return (
    <Stack gap={6} onFocus={() => setVisits((before) => before + 1)}>
      <RichTextEditor
        editor={face.editor}
        className={classes.editor ?? ''}
        withTypographyStyles={false}
        labels={LABELS}
      >
        <Toolbar
          editor={face.editor}
          commands={props.commands ?? NO_COMMANDS}
          onFind={() => setFinding(!finding)}
        />
        {finding && <FindBar editor={face.editor} onClose={() => setFinding(false)} />}
        <RichTextEditorContent
          className={`${classes.content} ${lines.lines}`}
          onBlur={() => setSuggestions(undefined)}
        />
      </RichTextEditor>
      <Facts {...facts} />
      <OtherVersions recordId={props.recordId} noteId={props.noteId} />
      {suggestions !== undefined && <SuggestionList {...suggestions} />}
    </Stack>
  )
}
