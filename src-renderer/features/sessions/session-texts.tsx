/** A session's two texts: the session note, and the memory aid that is the coach's alone and is open only when asked for. */
import { ActionIcon, Button, Center, Group, Stack, Text, Title } from '@mantine/core'
import { IconLock, IconX } from '@tabler/icons-react'
import type { RecordProjection } from '../../../shared/model/projection'
import type { Note } from '../../../shared/model/record/note'
import { t } from '../../../shared/words/words'
import { tipOf } from '../../context/commands/shortcuts'
import { HiddenLine } from '../../context/hidden'
import { Icon } from '../../ui/icon'
import { HistoryButton } from '../history/history-button'
import { NoteClass, NoteFooter } from '../notes/note-footer'
import { NoteText } from '../notes/note-text'
import { useNoteCommands } from '../notes/suggestions/note-commands'
import classes from './session-screen.module.css'

interface TextProps {
  readonly record: RecordProjection
  readonly note: Note
  readonly caret: number
  readonly editable: boolean
}

const SessionNote = ({ record, note, caret, editable }: TextProps) => {
  const commands = useNoteCommands(record.id, note)
  return (
    <Stack gap="xs" miw={0}>
      <NoteText
        recordId={record.id}
        noteId={note.id}
        label={t('session.note')}
        placeholder={t('session.noteHint')}
        commands={editable ? commands : []}
        caret={caret}
      />
      <NoteFooter record={record} note={note} editable={editable} />
    </Stack>
  )
}

export const SessionNotes = ({
  record,
  notes,
  caret,
  editable,
  presenting,
  onAdd,
}: Omit<TextProps, 'note'> & {
  readonly notes: readonly Note[]
  readonly presenting: boolean
  readonly onAdd: () => void
}) => {
  if (presenting)
    return (
      <Center py="xl">
        <HiddenLine>{t('presenting.agendaAndTexts')}</HiddenLine>
      </Center>
    )
  return (
    <Stack gap="lg" miw={0} className={classes.texts ?? ''}>
      {notes.map((note, index) => (
        <SessionNote
          key={note.id}
          record={record}
          note={note}
          caret={index === 0 ? caret : 0}
          editable={editable}
        />
      ))}
      {notes.length === 0 && editable && (
        <Group>
          <Button variant="default" data-types onClick={onAdd}>
            {t('session.addNote')}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

export const MemoryAid = ({
  record,
  note,
  caret,
  editable,
  onClose,
}: TextProps & { readonly onClose: () => void }) => {
  const commands = useNoteCommands(record.id, note)
  return (
    <Stack
      gap="xs"
      component="section"
      aria-label={t('session.memoryAid')}
      className={classes.aid ?? ''}
    >
      <Group justify="space-between" wrap="nowrap">
        <Group gap={6} wrap="nowrap">
          <Icon of={IconLock} />
          <Title order={2} fz="md">
            {t('session.memoryAid')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('session.forYouAlone')}
          </Text>
        </Group>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          aria-label={t('session.hideMemoryAid')}
          title={tipOf('memory-aid')}
          onClick={onClose}
        >
          <Icon of={IconX} />
        </ActionIcon>
      </Group>
      <NoteText
        recordId={record.id}
        noteId={note.id}
        label={t('session.memoryAid')}
        placeholder={t('session.memoryAidHint')}
        commands={editable ? commands : []}
        caret={caret}
      />
      <Group justify="space-between" gap="xs">
        <NoteClass record={record} note={note} />
        <HistoryButton
          of={{ recordId: record.id, item: { kind: 'notes', id: note.id }, editable }}
          name={t('history.ofMemoryAid')}
        />
      </Group>
    </Stack>
  )
}
