/** The text of a note: a plain page, with what is offered at a selection and at the caret, and what is said about it. */
import { Alert, Box, Collapse, Group, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { RichTextEditor, RichTextEditorContent } from '@mantine/tiptap'
import type { Editor } from '@tiptap/react'
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react'
import type { LineItem } from '../../../shared/note-text/line-item'
import type { Hint } from '../../../shared/views/hints'
import { spoken, t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { ChangedMark, useLaptopName } from '../merging/changed-mark'
import { OpenedAction } from '../sessions/action-list'
import lines from './lines/note-lines.module.css'
import { useCaret } from './note-caret'
import { NO_FACTS, type NoteFacts, type NoteProps, useNoteEditor } from './note-editor'
import { FindBar } from './note-find'
import classes from './note-text.module.css'
import { OtherVersions } from './other-versions'
import { SelectionBar } from './selection-bar'
import type { SlashCommand } from './suggestions/slash-menu'
import { SuggestionList } from './suggestions/suggestion-list'
import type { SuggestionState } from './suggestions/suggestions'
import { UndoButtons } from './undo-buttons'

/** The names of the bar's buttons that Mantine has. */
const LABELS = spoken(
  {
    boldControlLabel: 'note.boldControl',
    italicControlLabel: 'note.italicControl',
    linkControlLabel: 'note.linkControl',
    linkEditorInputLabel: 'note.linkAddress',
    linkEditorExternalLink: 'note.linkNewWindow',
    linkEditorInternalLink: 'note.linkSameWindow',
    linkEditorSave: 'common.save',
  },
  { linkEditorInputPlaceholder: 'https://…' },
)

/** The same hints in words, for whoever does not hover; and how long the text is. */
const Facts = ({
  hints,
  words,
  editor,
  children,
}: NoteFacts & { readonly editor: Editor; readonly children: ReactNode }) => {
  const [open, { toggle }] = useDisclosure(false)
  return (
    <Stack gap={4} pos="relative">
      {children}
      <Group justify="space-between" mih={20}>
        {hints.length === 0 ? (
          <Text size="xs" c="dimmed">
            {t('note.slashHint')}
          </Text>
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
        <Group gap={4}>
          <Text size="xs" c="dimmed" className="tabular">
            {t('count.word', { count: words })}
          </Text>
          <UndoButtons editor={editor} />
        </Group>
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

/** Which laptop has just changed the text; or which others have it open. */
const Others = ({
  recordId,
  noteId,
  devices,
}: Pick<NoteProps, 'recordId' | 'noteId'> & { readonly devices: readonly string[] }) => {
  const nameOf = useLaptopName()
  const presenting = useApp((state) => state.presenting)
  const names = presenting ? [] : devices.map(nameOf)
  return (
    <ChangedMark
      record={recordId}
      id={noteId}
      place="end"
      otherwise={names.length === 0 ? '' : t('note.openElsewhere', { laptop: names.join(', ') })}
    />
  )
}

const NO_COMMANDS: readonly SlashCommand[] = []
const NOBODY: readonly string[] = []

export const NoteText = (props: NoteProps) => {
  const [suggestions, setSuggestions] = useState<SuggestionState>()
  const [facts, setFacts] = useState(NO_FACTS)
  const [finding, setFinding] = useState(false)
  const page = useRef<HTMLDivElement>(null)
  // Of two texts side by side, the one that the coach was in last.
  const [visits, setVisits] = useState(0)
  const [opened, setOpened] = useState<string>()
  const [others, setOthers] = useState<readonly string[]>(NOBODY)
  const showOthers = useCallback(
    (now: readonly string[]): void =>
      setOthers((before) => (before.join() === now.join() ? before : now)),
    [],
  )
  const { recordId } = props
  const openItem = useCallback(
    ({ kind, id }: LineItem): void =>
      kind === 'actionItems'
        ? setOpened(id)
        : go({ screen: 'mentee', id: recordId, tab: 'goals', item: id }),
    [recordId],
  )
  const face = useNoteEditor(props, setSuggestions, setFacts, openItem, showOthers)
  useCaret(face, props.noteId, props.caret)
  useCaret(face, props.noteId, props.start, 'start')
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
  /** Alt F10, the key for a text's tools in many programs. */
  const reachBar = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === 'F10')
      page.current?.querySelector<HTMLElement>('[role="toolbar"] button')?.focus()
  }
  return (
    <Box
      ref={page}
      className={classes.text ?? ''}
      onFocus={() => setVisits((before) => before + 1)}
      onKeyDown={reachBar}
    >
      <RichTextEditor
        editor={face.editor}
        className={classes.editor ?? ''}
        withTypographyStyles={false}
        labels={LABELS}
      >
        {finding && <FindBar editor={face.editor} onClose={() => setFinding(false)} />}
        <RichTextEditorContent
          className={`${classes.content} ${lines.lines}`}
          onBlur={() => setSuggestions(undefined)}
        />
        <SelectionBar editor={face.editor} commands={props.commands ?? NO_COMMANDS} />
      </RichTextEditor>
      <Facts {...facts} editor={face.editor}>
        <Others recordId={recordId} noteId={props.noteId} devices={others} />
      </Facts>
      <OtherVersions recordId={props.recordId} noteId={props.noteId} />
      {opened !== undefined && (
        <OpenedAction recordId={recordId} id={opened} onClose={() => setOpened(undefined)} />
      )}
      {suggestions !== undefined && <SuggestionList {...suggestions} />}
    </Box>
  )
}
