/** One note: a page with its text, and quiet lines for what else is known of it. */
import { Box, Button, Group, TagsInput, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import { type Note, notes } from '../../../shared/model/record/note'
import type { NoteEntry } from '../../../shared/views/note-list'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useBin, useRun, useType } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { useDraft } from '../../forms/draft'
import { DeleteButton } from '../../ui/delete-button'
import { Icon } from '../../ui/icon'
import { HistoryButton } from '../history/history-button'
import { NoteClass, NoteFooter } from './note-footer'
import { NoteText } from './note-text'
import classes from './note-text.module.css'
import { useNoteCommands } from './suggestions/note-commands'

/** The title of a note that was given one, as the first line of its page; Enter goes on into the text. */
const TitleLine = ({
  record,
  note,
  editable,
  onEnter,
}: {
  readonly record: RecordProjection
  readonly note: Note
  readonly editable: boolean
  readonly onEnter: () => void
}) => {
  const type = useType()
  const [within, setWithin] = useState(false)
  const title = useDraft(
    note.title,
    (_base, next: string) =>
      void type(record.id, notes.edit, { id: note.id, next: { title: next } }),
  )
  // Without one, the first line of the text is what the note is called.
  if (title.value === '' && !within) return null
  return (
    <TextInput
      variant="unstyled"
      size="lg"
      aria-label={t('common.title')}
      classNames={{ input: classes.titleLine ?? '' }}
      value={title.value}
      disabled={!editable}
      onChange={(event) => title.change(event.currentTarget.value)}
      onFocus={() => {
        setWithin(true)
        title.onFocus()
      }}
      onBlur={() => {
        setWithin(false)
        title.onBlur()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'ArrowDown') return
        event.preventDefault()
        onEnter()
      }}
    />
  )
}

/** When it was, and what of: a quiet line above the text, and a menu for all else. */
const NoteHead = ({
  record,
  note,
  editable,
}: {
  readonly record: RecordProjection
  readonly note: Note
  readonly editable: boolean
}) => {
  const run = useRun()
  const bin = useBin(record.id)
  const { session } = note
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm">
        <DayField
          variant="unstyled"
          size="xs"
          w={110}
          aria-label={t('common.date')}
          value={note.date}
          disabled={!editable}
          onChange={(date) => void run(record.id, notes.edit, { id: note.id, next: { date } })}
        />
        {session !== null && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => go({ screen: 'session', id: record.id, session })}
          >
            {t('note.openSession')}
          </Button>
        )}
      </Group>
      <DeleteButton
        name={t('note.delete')}
        tip={t('common.moveToTheBin')}
        disabled={!editable}
        onDelete={() => bin('notes', note.id, t('note.inTheBin'))}
      />
    </Group>
  )
}

/** Its themes, in a quiet line under the text. */
const Themes = ({
  record,
  note,
  themes,
  editable,
}: {
  readonly record: RecordProjection
  readonly note: Note
  readonly themes: readonly string[]
  readonly editable: boolean
}) => {
  const run = useRun()
  return (
    <TagsInput
      variant="unstyled"
      size="xs"
      flex={1}
      aria-label={t('common.themes')}
      placeholder={t('note.addTheme')}
      data={[...themes]}
      value={[...note.themes]}
      disabled={!editable}
      onChange={(next) =>
        void run(record.id, notes.edit, {
          id: note.id,
          base: { themes: note.themes },
          next: { themes: next },
        })
      }
    />
  )
}

/** The session's memory aid, under its note, once it was asked for or found. */
const AidBelow = ({
  record,
  note,
  editable,
  found,
}: {
  readonly record: RecordProjection
  readonly note: Note
  readonly editable: boolean
  readonly found: boolean
}) => {
  const commands = useNoteCommands(record.id, note)
  return (
    <>
      <Text size="sm" fw={600}>
        {t('session.memoryAid')}
      </Text>
      <NoteText
        recordId={record.id}
        noteId={note.id}
        label={t('session.memoryAid')}
        placeholder={t('session.memoryAidHint')}
        commands={editable ? commands : []}
        caret={found ? 0 : 1}
      />
      <Group justify="space-between" gap="xs">
        <NoteClass record={record} note={note} />
        <HistoryButton
          of={{ recordId: record.id, item: { kind: 'notes', id: note.id }, editable }}
          name={t('history.ofMemoryAid')}
        />
      </Group>
    </>
  )
}

export const NoteDetails = ({
  record,
  entry: { note, aid },
  item,
  themes,
  caret,
  editable,
}: {
  readonly record: RecordProjection
  readonly entry: NoteEntry
  /** The text that was asked for: the note, or its memory aid. */
  readonly item: string | undefined
  /** Themes that are in use, to choose from. */
  readonly themes: readonly string[]
  readonly caret: number
  readonly editable: boolean
}) => {
  const commands = useNoteCommands(record.id, note)
  const [entered, setEntered] = useState(0)
  const found = item === aid?.id
  const [aidOpened, { toggle: toggleAid }] = useDisclosure(found)
  return (
    <Box miw={0} className={classes.page ?? ''}>
      <NoteHead record={record} note={note} editable={editable} />
      <TitleLine
        record={record}
        note={note}
        editable={editable}
        onEnter={() => setEntered((times) => times + 1)}
      />
      <NoteText
        recordId={record.id}
        noteId={note.id}
        commands={editable ? commands : []}
        caret={caret}
        start={entered}
      />
      <Group gap="xs" wrap="nowrap">
        <Themes record={record} note={note} themes={themes} editable={editable} />
        {aid !== undefined && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon of={IconLock} size="small" />}
            aria-expanded={aidOpened}
            onClick={toggleAid}
          >
            {t('session.memoryAid')}
          </Button>
        )}
      </Group>
      <NoteFooter record={record} note={note} editable={editable} />
      {aid !== undefined && aidOpened && (
        <AidBelow key={aid.id} record={record} note={aid} editable={editable} found={found} />
      )}
    </Box>
  )
}
