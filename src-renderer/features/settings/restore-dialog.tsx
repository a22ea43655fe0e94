/** What is in a backup, and the three ways to take it back: merge it, bring one mentee back, replace the vault. */
import { Alert, Button, Group, Modal, Progress, ScrollArea, Stack, Table, Text } from '@mantine/core'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import type { BackupSummary } from '../../../shared/host'
import { go, host } from '../../app/app-state'
import { restoreSentence } from '../../app/sentences'
import { useOpenVault } from '../../app/session'
import { vaultActions } from '../../app/when-needed'
import type { Progress as Done } from '../../store/backup'
import {
  type BackupPreview,
  bringBackMentee,
  mergeBackup,
  previewBackup,
  type RestoreProblem,
} from '../../store/restore'
import { count } from '../../ui/labels'
import { offerNote } from '../../ui/undo'
import { AskPassphrase } from './ask-passphrase'

export const RestoreDialog = ({
  summary,
  onClose,
}: {
  readonly summary: BackupSummary
  readonly onClose: () => void
}) => {
  const { session, sync } = useOpenVault()
  const [preview, setPreview] = useState<BackupPreview>()
  const [problem, setProblem] = useState<RestoreProblem>()
  const [progress, setProgress] = useState<Done>()
  const [replacing, setReplacing] = useState(false)
  useEffect(() => {
    void previewBackup(host, session, summary).then((read) =>
      read.ok ? setPreview(read.value) : setProblem(read.error),
    )
  }, [session, summary])

  const merge = async (): Promise<void> => {
    setProgress({ done: 0, of: 1 })
    const merged = await mergeBackup(host, session, summary, setProgress)
    setProgress(undefined)
    if (!merged.ok) return setProblem(merged.error)
    offerNote(
      merged.value === 0
        ? 'Everything in the backup was here already. Nothing was changed.'
        : `${count(merged.value, 'record')} had something that was missing here. It is back.`,
    )
    onClose()
  }
  const bringBack = async (record: string, name: string): Promise<void> => {
    const brought = await bringBackMentee(host, session, summary, record)
    if (!brought.ok) return setProblem(brought.error)
    offerNote(`${name} is back, as a record beside the present one.`)
    go({ screen: 'mentee', id: brought.value, tab: 'overview' })
    onClose()
  }

  const when = dayjs(summary.createdAt).format('D MMMM YYYY, HH:mm')
  return (
    <>
      <Modal opened={!replacing} onClose={onClose} title={`Backup of ${when}`} size="lg">
        <Stack gap="md">
          {problem !== undefined && (
            <Alert color="amber" role="alert">
              {restoreSentence[problem]}
            </Alert>
          )}
          {preview === undefined && problem === undefined && <Text c="dimmed">Opening it …</Text>}
          {preview !== undefined && (
            <>
              <Text size="sm">
                {count(preview.mentees.length, 'mentee')}
                {preview.lost > 0 &&
                  `; ${count(preview.lost, 'record')} of it cannot be read at all, the others can be restored`}
                .
              </Text>
              <ScrollArea.Autosize mah={300}>
                <Table aria-label="Mentees in the backup">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Mentee</Table.Th>
                      <Table.Th>Sessions</Table.Th>
                      <Table.Th>Notes</Table.Th>
                      <Table.Th>Goals</Table.Th>
                      <Table.Th />
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {preview.mentees.map((one) => (
                      <Table.Tr key={one.record}>
                        <Table.Td>
                          {one.name}
                          {one.damaged > 0 && (
                            <Text size="sm" c="var(--care)">
                              {count(one.damaged, 'damaged piece')}; the rest is whole
                            </Text>
                          )}
                        </Table.Td>
                        <Table.Td className="tabular">{one.sessions}</Table.Td>
                        <Table.Td className="tabular">{one.notes}</Table.Td>
                        <Table.Td className="tabular">{one.goals}</Table.Td>
                        <Table.Td ta="end">
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            aria-label={`Bring back ${one.name}`}
                            onClick={() => void bringBack(one.record, one.name)}
                          >
                            Bring back
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </ScrollArea.Autosize>
              {progress !== undefined && (
                <Progress value={(progress.done / Math.max(1, progress.of)) * 100} aria-label="Merging" />
              )}
              <Stack gap="xs">
                <Group justify="space-between" wrap="nowrap">
                  <Text size="sm">
                    <b>Merge</b> adds what is missing here. Nothing is taken away, and later edits stay.
                  </Text>
                  <Button
                    style={{ flexShrink: 0 }}
                    loading={progress !== undefined}
                    onClick={() => void merge()}
                  >
                    Merge into the vault
                  </Button>
                </Group>
                <Group justify="space-between" wrap="nowrap">
                  <Text size="sm">
                    <b>Replace</b> goes back to that day. What is here now is set aside on this laptop, and
                    can be looked into under Backups.
                  </Text>
                  <Button style={{ flexShrink: 0 }} variant="default" onClick={() => setReplacing(true)}>
                    Replace the vault
                  </Button>
                </Group>
              </Stack>
            </>
          )}
          <Group justify="flex-end">
            <Button variant="subtle" onClick={onClose}>
              Close
            </Button>
          </Group>
        </Stack>
      </Modal>
      {replacing && (
        <AskPassphrase
          title={`Go back to ${when}`}
          why={`The vault becomes what it was then, and opens with the passphrase of that time.${sync === undefined ? '' : ' Sync is disconnected, since your other laptops would bring the newer state back.'} What is here now is set aside, not deleted.`}
          action="Replace the vault"
          onProven={async () => (await vaultActions()).replaceVault(summary.id)}
          onClose={() => setReplacing(false)}
        />
      )}
    </>
  )
}
