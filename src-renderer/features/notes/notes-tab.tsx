/** A mentee's notes: the list beside the one that is open. */
import { Box, Button, Group, Stack, Text, UnstyledButton } from '@mantine/core'
import { IconNotes, IconPlus } from '@tabler/icons-react'
import { addNote, emptySession, type NoteSummary } from '../../../shared/model/note'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { go } from '../../app/app-state'
import { useRun } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { sessionLabels } from '../../ui/labels'
import { shortDay, today } from '../../ui/when'
import { NoteDetails } from './note-details'
import classes from './notes-tab.module.css'

export const noteTitle = (note: NoteSummary): string =>
  note.title ||
  (note.session === null
    ? note.excerpt.split('\n')[0]?.slice(0, 60) || 'Untitled note'
    : `${sessionLabels[note.session.kind]} session`)

export const useNewNote = (recordId: string) => {
  const run = useRun()
  return async (inSession: boolean): Promise<void> => {
    const id = await run(recordId, addNote, {
      title: '',
      date: today(),
      session: inSession ? emptySession : null,
    })
    if (id !== undefined) go({ screen: 'mentee', id: recordId, tab: 'notes', item: id })
  }
}

const Row = ({
  note,
  open,
  onOpen,
}: {
  readonly note: NoteSummary
  readonly open: boolean
  readonly onOpen: () => void
}) => (
  <UnstyledButton
    className={classes.row ?? ''}
    data-open={open || undefined}
    aria-current={open ? 'true' : undefined}
    onClick={onOpen}
  >
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text fw={600} size="sm" truncate>
        {noteTitle(note)}
      </Text>
      <Text size="xs" c="dimmed" className="tabular" style={{ flexShrink: 0 }}>
        {shortDay(note.date)}
      </Text>
    </Group>
    <Text size="sm" c="dimmed" lineClamp={2}>
      {note.excerpt || 'No text yet'}
    </Text>
  </UnstyledButton>
)

export const NotesTab = ({
  record,
  item,
}: {
  readonly record: RecordProjection
  readonly item: string | undefined
}) => {
  const newNote = useNewNote(record.id)
  const notes = kept(record.notes)
  const open = notes.find((note) => note.id === item) ?? notes[0]
  const editable = !isNewerRecord(record)
  const looseNote = (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={() => void newNote(false)}
      disabled={!editable}
    >
      New note
    </Button>
  )
  if (open === undefined)
    return (
      <EmptyState
        icon={IconNotes}
        title="No notes yet"
        text="Write what you want to remember of a meeting, or anything in between. Notes are memory aids: for nobody but you."
      >
        {looseNote}
      </EmptyState>
    )
  return (
    <Stack gap="md" pt="md">
      <Group>{looseNote}</Group>
      <Box className={classes.columns ?? ''}>
        <Stack component="nav" aria-label="Notes" gap={2} className={classes.list ?? ''}>
          {notes.map((note) => (
            <Row
              key={note.id}
              note={note}
              open={note.id === open.id}
              onOpen={() => go({ screen: 'mentee', id: record.id, tab: 'notes', item: note.id })}
            />
          ))}
        </Stack>
        <NoteDetails key={open.id} recordId={record.id} note={open} editable={editable} />
      </Box>
    </Stack>
  )
}
