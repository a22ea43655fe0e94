/** A mentee's notes, of sessions and loose ones: the list beside the one that is open. */
import { Button, Group, Stack } from '@mantine/core'
import { IconNotes, IconPlus } from '@tabler/icons-react'
import { notes } from '../../../shared/model/note'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { t } from '../../../shared/words'
import { go } from '../../app/app-state'
import { useCommand } from '../../app/commands'
import { useRun } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { ListAndOne } from '../../ui/list-and-one'
import { today } from '../../ui/when'
import { NoteDetails } from './note-details'
import { noteTitle } from './note-title'

export const themesIn = (record: RecordProjection): readonly string[] =>
  [
    ...new Set(
      [record.notes, record.sessions, record.reflections, record.goals].flatMap((items) =>
        items.flatMap(({ themes }) => themes),
      ),
    ),
  ].sort((a, b) => a.localeCompare(b))

export const NotesTab = ({
  record,
  item,
}: {
  readonly record: RecordProjection
  readonly item: string | undefined
}) => {
  const run = useRun()
  const all = kept(record.notes)
  const open = all.find((note) => note.id === item) ?? all[0]
  const editable = !isNewerRecord(record)
  const show = (id: string): void => go({ screen: 'mentee', id: record.id, tab: 'notes', item: id })
  const make = (): void =>
    void run(record.id, notes.add, { date: today() }).then((id) => id !== undefined && show(id))
  useCommand('new-note', editable ? make : undefined)
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={make}
      disabled={!editable}
    >
      {t('notesTab.newNote')}
    </Button>
  )
  if (open === undefined)
    return (
      <EmptyState
        icon={IconNotes}
        title={t('notesTab.noNotesYet')}
        text={t('notesTab.writeWhatYouWantToRemember')}
      >
        {add}
      </EmptyState>
    )
  return (
    <Stack gap="md" pt="md">
      <Group>{add}</Group>
      <ListAndOne
        name={t('notesTab.notes')}
        items={all.map((note) => ({
          id: note.id,
          title: noteTitle(note, record.sessions),
          date: note.date,
          words: note.body,
        }))}
        open={open.id}
        onOpen={show}
      >
        <NoteDetails
          key={open.id}
          record={record}
          note={open}
          themes={themesIn(record)}
          editable={editable}
        />
      </ListAndOne>
    </Stack>
  )
}
