/**
 * What is in a backup, and the three ways to take it back: merge it, bring one mentee back, replace the vault.
 * Not a form: nothing is filled in, and each way has a button of its own.
 */
import { Alert, Button, Group, Modal, Progress, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupSummary } from '../../../shared/bridge/host'
import { t } from '../../../shared/words/words'
import { go, host } from '../../context/app-state'
import { restoreSentence } from '../../context/sentences'
import { useSubmit } from '../../context/submit'
import { useOpenVault } from '../../context/vault/session'
import { replaceVault } from '../../context/vault/when-needed'
import { AskPassphrase } from '../../forms/ask-passphrase'
import type { Progress as Done } from '../../store/backup/backup'
import {
  type BackupPreview,
  bringBackMentee,
  mergeBackup,
  previewBackup,
  type RestoreProblem,
} from '../../store/backup/restore'
import { Problem } from '../../ui/problem'
import { offerNote } from '../../ui/undo'
import { inWords } from '../../ui/when'

type Asking =
  | { readonly way: 'merge' | 'replace' }
  | { readonly way: 'bring-back'; readonly record: string; readonly name: string }

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
  /** What the passphrase is asked for. */
  const [asking, setAsking] = useState<Asking>()
  const { problem: failure, submit } = useSubmit(t('submit.notDone'))
  useEffect(() => {
    void previewBackup(host, session, summary).then((read) =>
      read.ok ? setPreview(read.value) : setProblem(read.error),
    )
  }, [session, summary])

  const merge = async (): Promise<void> => {
    setProgress({ done: 0, of: 1 })
    const merged = await mergeBackup(host, session, summary, setProgress)
    if (!merged.ok) return setProblem(merged.error)
    offerNote(
      merged.value === 0
        ? t('restoreDialog.everythingInTheBackupWasHere')
        : t('restoreDialog.valueHadSomethingThatWasMissing', {
            value: t('count.record', { count: merged.value }),
          }),
    )
    onClose()
  }
  const bringBack = async (record: string, name: string): Promise<void> => {
    const brought = await bringBackMentee(host, session, summary, record)
    if (!brought.ok) return setProblem(brought.error)
    offerNote(t('restoreDialog.nameIsBackAsARecord', { name }))
    go({ screen: 'mentee', id: brought.value, tab: 'overview' })
    onClose()
  }

  const when = inWords(summary.createdAt, 'long moment')
  return (
    <>
      <Modal
        opened={asking === undefined}
        onClose={onClose}
        title={t('restoreDialog.backupOfWhen', { when })}
        size="lg"
      >
        <Stack gap="md">
          {problem !== undefined && (
            <Alert color="amber" role="alert">
              {restoreSentence[problem]}
            </Alert>
          )}
          {preview === undefined && problem === undefined && (
            <Text c="dimmed">{t('restoreDialog.openingIt')}</Text>
          )}
          {preview !== undefined && (
            <>
              <Text size="sm">
                {t('count.mentee', { count: preview.mentees.length })}
                {preview.lost > 0 &&
                  t('restoreDialog.lostOfItCannotBeRead', {
                    lost: t('count.record', { count: preview.lost }),
                  })}
                .
              </Text>
              <ScrollArea.Autosize mah={300}>
                <Table aria-label={t('restoreDialog.menteesInTheBackup')}>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{t('common.mentee')}</Table.Th>
                      <Table.Th>{t('restoreDialog.sessions')}</Table.Th>
                      <Table.Th>{t('restoreDialog.notes')}</Table.Th>
                      <Table.Th>{t('restoreDialog.goals')}</Table.Th>
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
                              {t('restoreDialog.damagedTheRestIsWhole', {
                                damaged: t('count.damagedPiece', { count: one.damaged }),
                              })}
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
                            aria-label={t('restoreDialog.bringBackName', { name: one.name })}
                            onClick={() =>
                              setAsking({ way: 'bring-back', record: one.record, name: one.name })
                            }
                          >
                            {t('restoreDialog.bringBack')}
                          </Button>
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </ScrollArea.Autosize>
              {progress !== undefined && (
                <Progress
                  value={(progress.done / Math.max(1, progress.of)) * 100}
                  aria-label={t('restoreDialog.merging')}
                />
              )}
              <Stack gap="xs">
                <Group justify="space-between" wrap="nowrap">
                  <Text size="sm">
                    <b>{t('restoreDialog.merge')}</b> {t('restoreDialog.addsWhatIsMissingHereNothing')}
                  </Text>
                  <Button
                    style={{ flexShrink: 0 }}
                    loading={progress !== undefined}
                    onClick={() => setAsking({ way: 'merge' })}
                  >
                    {t('restoreDialog.mergeIntoTheVault')}
                  </Button>
                </Group>
                <Group justify="space-between" wrap="nowrap">
                  <Text size="sm">
                    <b>{t('restoreDialog.replace')}</b> {t('restoreDialog.goesBackToThatDayWhat')}
                  </Text>
                  <Button
                    style={{ flexShrink: 0 }}
                    variant="default"
                    onClick={() => setAsking({ way: 'replace' })}
                  >
                    {t('restoreDialog.replaceTheVault')}
                  </Button>
                </Group>
              </Stack>
            </>
          )}
          <Problem text={failure} />
          <Group justify="flex-end">
            <Button variant="subtle" onClick={onClose}>
              {t('common.close')}
            </Button>
          </Group>
        </Stack>
      </Modal>
      {asking?.way === 'replace' && (
        <AskPassphrase
          title={t('restoreDialog.goBackToWhen', { when })}
          why={t('restoreDialog.theVaultBecomesWhatItWas', {
            value:
              sync === undefined
                ? ''
                : ' Sync is disconnected, since your other laptops would bring the newer state back.',
          })}
          action={t('restoreDialog.replaceTheVault')}
          onProven={() => replaceVault(summary.id)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.way === 'merge' && (
        <AskPassphrase
          title={t('restoreDialog.mergeIntoTheVault')}
          why={t('restoreDialog.whatIsMergedReachesYourOther')}
          action={t('restoreDialog.mergeIntoTheVault')}
          onProven={async () => void submit(merge).then(() => setProgress(undefined))}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.way === 'bring-back' && (
        <AskPassphrase
          title={t('restoreDialog.bringBackName', { name: asking.name })}
          why={t('restoreDialog.whatIsMergedReachesYourOther')}
          action={t('restoreDialog.bringBack')}
          onProven={async () => void submit(() => bringBack(asking.record, asking.name))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
