/**
 * What is in a backup, and the three ways to take it back: merge it, bring one mentee back, replace the vault.
 * Not a form: nothing is filled in, and each way has a button of its own.
 */
import {
  Alert,
  Button,
  Group,
  Modal,
  Progress,
  ScrollArea,
  Stack,
  Table,
  Text,
} from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupSummary } from '../../../../shared/bridge/host'
import { t } from '../../../../shared/words/words'
import { go, host } from '../../../context/app-state'
import { restoreSentence } from '../../../context/sentences'
import { useSubmit } from '../../../context/submit'
import { useOpenVault } from '../../../context/vault/session'
import { replaceVault } from '../../../context/vault/when-needed'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import type { Progress as Done } from '../../../store/backup/backup'
import {
  type BackupPreview,
  bringBackMentee,
  mergeBackup,
  previewBackup,
  type RestoreProblem,
} from '../../../store/backup/restore'
import { Problem } from '../../../ui/problem'
import { offerNote } from '../../../ui/undo'
import { inWords } from '../../../ui/when'

type Asking =
  | { readonly way: 'merge' | 'replace' }
  | { readonly way: 'bring-back'; readonly record: string; readonly name: string }

type Mentee = BackupPreview['mentees'][number]

const summaryOf = (preview: BackupPreview): string =>
  preview.lost > 0
    ? t('restore.previewLost', {
        mentees: t('count.mentee', { count: preview.mentees.length }),
        records: t('count.record', { count: preview.lost }),
      })
    : t('restore.preview', {
        mentees: t('count.mentee', { count: preview.mentees.length }),
      })

const MenteesInIt = ({
  mentees,
  onBringBack,
}: {
  readonly mentees: readonly Mentee[]
  readonly onBringBack: (mentee: Mentee) => void
}) => (
  <ScrollArea.Autosize mah={300}>
    <Table aria-label={t('restore.mentees')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('common.mentee')}</Table.Th>
          <Table.Th>{t('restore.sessions')}</Table.Th>
          <Table.Th>{t('restore.notes')}</Table.Th>
          <Table.Th>{t('restore.goals')}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mentees.map((one) => (
          <Table.Tr key={one.record}>
            <Table.Td>
              {one.name}
              {one.damaged > 0 && (
                <Text size="sm" c="var(--care)">
                  {t('restore.partlyDamaged', {
                    pieces: t('count.damagedPiece', { count: one.damaged }),
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
                aria-label={t('restore.bringBackNamed', { name: one.name })}
                onClick={() => onBringBack(one)}
              >
                {t('restore.bringBack')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </ScrollArea.Autosize>
)

const Ways = ({
  busy,
  onChoose,
}: {
  readonly busy: boolean
  readonly onChoose: (way: 'merge' | 'replace') => void
}) => (
  <Stack gap="xs">
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">
        <b>{t('restore.merge')}</b> {t('restore.mergeHint')}
      </Text>
      <Button style={{ flexShrink: 0 }} loading={busy} onClick={() => onChoose('merge')}>
        {t('restore.mergeTitle')}
      </Button>
    </Group>
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">
        <b>{t('restore.replace')}</b> {t('restore.replaceHint')}
      </Text>
      <Button style={{ flexShrink: 0 }} variant="default" onClick={() => onChoose('replace')}>
        {t('restore.replaceTitle')}
      </Button>
    </Group>
  </Stack>
)

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
  const { problem: failure, submit } = useSubmit(t('form.notDone'))
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
        ? t('restore.nothingMissing')
        : t('restore.mergedBack', {
            records: t('count.record', { count: merged.value }),
          }),
    )
    onClose()
  }
  const bringBack = async (record: string, name: string): Promise<void> => {
    const brought = await bringBackMentee(host, session, summary, record)
    if (!brought.ok) return setProblem(brought.error)
    offerNote(t('restore.isBack', { name }))
    go({ screen: 'mentee', id: brought.value, tab: 'overview' })
    onClose()
  }

  const when = inWords(summary.createdAt, 'long moment')
  return (
    <>
      <Modal opened onClose={onClose} title={t('restore.backupOf', { time: when })} size="lg">
        <Stack gap="md">
          {problem !== undefined && (
            <Alert color="amber" role="alert">
              {restoreSentence[problem]}
            </Alert>
          )}
          {preview === undefined && problem === undefined && (
            <Text c="dimmed">{t('restore.opening')}</Text>
          )}
          {preview !== undefined && (
            <>
              <Text size="sm">{summaryOf(preview)}</Text>
              <MenteesInIt
                mentees={preview.mentees}
                onBringBack={({ record, name }) => setAsking({ way: 'bring-back', record, name })}
              />
              {progress !== undefined && (
                <Progress
                  value={(progress.done / Math.max(1, progress.of)) * 100}
                  aria-label={t('restore.merging')}
                />
              )}
              <Ways busy={progress !== undefined} onChoose={(way) => setAsking({ way })} />
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
          title={t('restore.goBackTo', { time: when })}
          why={
            sync === undefined ? t('restore.replaceExplained') : t('restore.replaceExplainedSync')
          }
          action={t('restore.replaceTitle')}
          onProven={() => replaceVault(summary.id)}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.way === 'merge' && (
        <AskPassphrase
          title={t('restore.mergeTitle')}
          why={t('restore.whyPassphrase')}
          action={t('restore.mergeTitle')}
          onProven={async () => void submit(merge).then(() => setProgress(undefined))}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.way === 'bring-back' && (
        <AskPassphrase
          title={t('restore.bringBackNamed', { name: asking.name })}
          why={t('restore.whyPassphrase')}
          action={t('restore.bringBack')}
          onProven={async () => void submit(() => bringBack(asking.record, asking.name))}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
