/** Under a note's text: who may see it and why, whether it is saved, and sharing a copy. */
import { Button, Group } from '@mantine/core'
import { IconShare } from '@tabler/icons-react'
import { useState } from 'react'
import { mayBeCopied } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import type { Note } from '../../../shared/model/record/note'
import { allLines } from '../../../shared/model/record/note-text'
import { plainText } from '../../../shared/note-text/delta'
import { t } from '../../../shared/words/words'
import { SaveState } from '../../context/vault/save-state'
import { useOpenVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { Axes } from '../../ui/visibility-chip'
import { HistoryButton } from '../history/history-button'
import { type Shareable, ShareDialog } from '../sharing/share-dialog'
import { WhyMemoryAid } from '../sharing/why-memory-aid'
import { noteTitle } from './note-title'

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
        <HistoryButton
          of={{ recordId: record.id, item: { kind: 'notes', id: note.id }, editable }}
          command
        />
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
