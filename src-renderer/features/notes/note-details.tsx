/** One note: its title, day and meeting, its text, and whether it is saved. */
import { ActionIcon, Group, NumberInput, Select, Stack, Text, TextInput, Tooltip } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { IconTrash } from '@tabler/icons-react'
import { binItem, restoreItem } from '../../../shared/model/bin'
import { editNote, type NoteSummary, type SessionInput } from '../../../shared/model/note'
import { useModel, useRun } from '../../app/session'
import { useDraft } from '../../ui/draft'
import { mediumLabels, options, sessionLabels, sessionStatusLabels } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { VisibilityChip } from '../../ui/visibility-chip'
import { NoteText } from './note-text'

const SaveState = () => {
  const saving = useModel((model) => model.saving)
  const words = saving === 'saved' ? 'Saved' : saving === 'saving' ? 'Saving…' : 'Not saved yet'
  return (
    <Text
      size="sm"
      c={saving === 'saved' || saving === 'saving' ? 'dimmed' : 'var(--mantine-color-error)'}
      role="status"
      aria-label="Saving"
    >
      {words}
    </Text>
  )
}

const Meeting = ({
  session,
  change,
}: {
  readonly session: SessionInput
  readonly change: (session: SessionInput) => void
}) => (
  <Group gap="sm" wrap="wrap">
    <Select
      label="Kind"
      w={140}
      data={options(sessionLabels)}
      value={session.kind}
      onChange={(kind) => kind && change({ ...session, kind })}
    />
    <Select
      label="Status"
      w={120}
      data={options(sessionStatusLabels)}
      value={session.status}
      onChange={(status) => status && change({ ...session, status })}
    />
    <NumberInput
      label="Minutes"
      w={96}
      min={0}
      max={600}
      value={session.minutes}
      onChange={(minutes) => typeof minutes === 'number' && change({ ...session, minutes })}
    />
    <Select
      label="Medium"
      w={120}
      data={options(mediumLabels)}
      value={session.medium}
      onChange={(medium) => medium && change({ ...session, medium })}
    />
  </Group>
)

export const NoteDetails = ({
  recordId,
  note,
  editable,
}: {
  readonly recordId: string
  readonly note: NoteSummary
  readonly editable: boolean
}) => {
  const run = useRun()
  const title = useDraft(
    note.title,
    (_base, next: string) => void run(recordId, editNote, { id: note.id, title: next }),
  )

  const remove = async (): Promise<void> => {
    await run(recordId, binItem, { kind: 'notes', id: note.id })
    offerUndo(
      'The note is in the bin.',
      () => void run(recordId, restoreItem, { kind: 'notes', id: note.id }),
    )
  }

  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          label="Title"
          placeholder={note.session === null ? 'Untitled note' : sessionLabels[note.session.kind]}
          flex={1}
          value={title.value}
          onChange={(event) => title.change(event.currentTarget.value)}
          onFocus={title.onFocus}
          onBlur={title.onBlur}
          disabled={!editable}
        />
        <DateInput
          label="Date"
          w={150}
          value={note.date}
          valueFormat="D MMM YYYY"
          disabled={!editable}
          onChange={(date) => date && void run(recordId, editNote, { id: note.id, date })}
        />
        <Tooltip label="Move to the bin">
          <ActionIcon
            variant="subtle"
            color="gray"
            c="dimmed"
            size={36}
            aria-label="Delete note"
            disabled={!editable}
            onClick={() => void remove()}
          >
            <IconTrash size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Group>
      {note.session !== null && editable && (
        <Meeting
          session={note.session}
          change={(session) => void run(recordId, editNote, { id: note.id, session })}
        />
      )}
      <NoteText key={note.id} recordId={recordId} noteId={note.id} />
      <Group justify="space-between">
        <VisibilityChip visibility={note.visibility} />
        <SaveState />
      </Group>
    </Stack>
  )
}
