/** A mentee's notes, of sessions and loose ones: the list beside the one that is open. */
import { Button, Group, Stack } from '@mantine/core'
import { IconNotes, IconPlus } from '@tabler/icons-react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { HiddenCount, HiddenPlace } from '../../context/hidden'
import { EmptyState } from '../../ui/empty-state'
import { ListAndOne } from '../../ui/list-and-one'
import { useBeginNote } from './begin-note'
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
  const all = kept(record.notes)
  const open = all.find((note) => note.id === item) ?? all[0]
  const presenting = useApp((state) => state.presenting)
  const editable = !isNewerRecord(record)
  const { begin, show, caretFor } = useBeginNote(record, open?.id)
  useCommand('new-note', editable && !presenting ? begin : undefined)
  const add = (
    <Button
      variant="default"
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={begin}
      disabled={!editable}
    >
      {t('note.new')}
    </Button>
  )
  if (open === undefined && presenting) return <HiddenPlace record={record.id} kind="notes" />
  if (open === undefined)
    return (
      <EmptyState icon={IconNotes} title={t('note.empty')} text={t('note.emptyWhy')}>
        {add}
      </EmptyState>
    )
  return (
    <Stack gap="md" pt="md">
      {presenting ? <HiddenCount record={record.id} kind="notes" /> : <Group>{add}</Group>}
      <ListAndOne
        name={t('note.notes')}
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
          caret={caretFor(open.id)}
          editable={editable}
        />
      </ListAndOne>
    </Stack>
  )
}
