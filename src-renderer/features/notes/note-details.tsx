/** One note: its title and day, its text, whether it is saved, and what may be done with it. */
import { Button, Group, Stack, TagsInput, TextInput } from '@mantine/core'
import { IconShare, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { mayBeCopied } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { type Note, notes } from '../../../shared/model/record/note'
import { allLines } from '../../../shared/model/record/note-text'
import { plainText } from '../../../shared/note-text/delta'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { SaveState } from '../../context/vault/save-state'
import { useBin, useOpenVault, useRun, useType } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { useDraft } from '../../forms/draft'
import { Icon } from '../../ui/icon'
import { QuietButton } from '../../ui/quiet-button'
import { Axes } from '../../ui/visibility-chip'
import { type Shareable, ShareDialog } from '../sharing/share-dialog'
import { WhyMemoryAid } from '../sharing/why-memory-aid'
import { NoteText } from './note-text'
import { noteTitle } from './note-title'
import { useNoteCommands } from './suggestions/note-commands'

/** Who may see it, whose words it holds, and why. */
export const NoteClass = ({
  record,
  note,
}: {
  readonly record: RecordProjection
  readonly note: Note
}) => (
  <Group gap="sm">
    <Axes visibility={note.visibility} provenance={note.provenance} />
    <WhyMemoryAid
      recordId={record.id}
      noteId={note.id}
      title={noteTitle(note, record.sessions)}
      log={record.disclosures}
    />
  </Group>
)

/** Under a note's text: its classes, why, whether it is saved, and sharing a copy. */
export const NoteFooter = ({
  record,
  note,
  editable,
}: {
  readonly record: RecordProjection
  readonly note: Note
  readonly editable: boolean
}) => {
  const { session } = useOpenVault()
  const [sharing, setSharing] = useState<Shareable>()
  const title = noteTitle(note, record.sessions)
  const preview = async (): Promise<void> =>
    setSharing({
      kind: 'notes',
      id: note.id,
      title,
      text:
        (await session.use(record.id, async ({ doc }) => plainText(allLines(doc, note.id)))) ?? '',
      provenance: note.provenance,
    })
  return (
    <Group justify="space-between" gap="xs">
      <NoteClass record={record} note={note} />
      <Group gap="sm">
        {editable && mayBeCopied('notes', note) && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Icon of={IconShare} size="small" />}
            onClick={() => void preview()}
          >
            {t('share.title')}
          </Button>
        )}
        <SaveState />
      </Group>
      {sharing !== undefined && (
        <ShareDialog
          recordId={record.id}
          mentee={displayName(record.mentee)}
          item={sharing}
          onClose={() => setSharing(undefined)}
        />
      )}
    </Group>
  )
}

export const NoteDetails = ({
  record,
  note,
  themes,
  caret,
  editable,
}: {
  readonly record: RecordProjection
  readonly note: Note
  /** Themes that are in use, to choose from. */
  readonly themes: readonly string[]
  readonly caret: number
  readonly editable: boolean
}) => {
  const run = useRun()
  const type = useType()
  const bin = useBin(record.id)
  const commands = useNoteCommands(record.id, note)
  const title = useDraft(
    note.title,
    (_base, next: string) =>
      void type(record.id, notes.edit, { id: note.id, next: { title: next } }),
  )
  return (
    <Stack gap="sm">
      <Group align="flex-end" gap="sm" wrap="nowrap">
        <TextInput
          label={t('common.title')}
          placeholder={noteTitle({ ...note, title: '' }, record.sessions)}
          flex={1}
          value={title.value}
          onChange={(event) => title.change(event.currentTarget.value)}
          onFocus={title.onFocus}
          onBlur={title.onBlur}
          disabled={!editable}
        />
        <DayField
          label={t('common.date')}
          w={150}
          value={note.date}
          disabled={!editable}
          onChange={(date) => void run(record.id, notes.edit, { id: note.id, next: { date } })}
        />
        <QuietButton
          name={t('note.delete')}
          tip={t('common.moveToTheBin')}
          icon={IconTrash}
          size={36}
          disabled={!editable}
          onClick={() => void bin('notes', note.id, t('note.inTheBin'))}
        />
      </Group>
      {note.session !== null && (
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => go({ screen: 'session', id: record.id, session: note.session ?? '' })}
          >
            {t('note.openSession')}
          </Button>
        </Group>
      )}
      <NoteText
        key={note.id}
        recordId={record.id}
        noteId={note.id}
        commands={editable ? commands : []}
        caret={caret}
      />
      <TagsInput
        aria-label={t('common.themes')}
        placeholder={t('common.themes')}
        size="xs"
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
      <NoteFooter record={record} note={note} editable={editable} />
    </Stack>
  )
}
