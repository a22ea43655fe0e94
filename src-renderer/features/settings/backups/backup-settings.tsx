/** Settings → Backups: where they go, how they stand, and what can be taken back from one. */
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { BackupSummary } from '../../../../shared/bridge/host'
import { t } from '../../../../shared/words/words'
import { host } from '../../../context/app-state'
import { backupSentence } from '../../../context/sentences'
import {
  backUpNow,
  dropBackups,
  lookAtBackups,
  useBackups,
  useBackupsToLookAt,
} from '../../../context/vault/backups'
import { useOpenVault } from '../../../context/vault/session'
import { Section } from '../../../ui/section'
import { SortedTable, type TableColumn, useTableView } from '../../../ui/sorted-table'
import { inWords } from '../../../ui/when'
import { RestoreDialog } from './restore-dialog'

const MOST_SHOWN = 6

type Column = 'when' | 'what'

/** A backup's moment, as the list shows it. */
const moment = ({ createdAt }: BackupSummary): string => inWords(createdAt, 'moment')

const COLUMNS: readonly TableColumn<BackupSummary, Column>[] = [
  {
    id: 'when',
    label: 'common.when',
    by: ({ createdAt }) => createdAt,
    cell: (one) => <span className="tabular">{moment(one)}</span>,
  },
  {
    id: 'what',
    label: 'common.what',
    by: ({ records }) => records,
    cell: ({ records, complete }) => (
      <>
        {t('count.sealedFile', { count: records })}
        {!complete && (
          <Text span size="sm" c="var(--care)">
            {' '}
            {t('backup.withoutList')}
          </Text>
        )}
      </>
    ),
  },
]

export const BackupSettings = () => {
  const { session } = useOpenVault()
  const { state, progress, problem } = useBackups()
  const { surplus, ahead } = useBackupsToLookAt()
  const view = useTableView<Column>('backups', 'when', true)
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<BackupSummary>()
  const [found, setFound] = useState<readonly BackupSummary[]>()
  useEffect(() => void lookAtBackups(), [])
  const choose = async (): Promise<void> => {
    const next = await host.backups.chooseFolder()
    if (next !== null) useBackups.setState({ state: next, problem: undefined })
  }
  const elsewhere = async (): Promise<void> => {
    const backups = await host.backups.choose()
    if (backups !== null) setFound(backups)
  }
  const backups = [...(state?.backups ?? []), ...(state?.setAside ?? [])]
  const listed = found ?? (all ? backups : backups.slice(0, MOST_SHOWN))
  return (
    <Section
      title={t('backup.backups')}
      action={
        <Group gap="xs">
          {state?.folder != null && (
            <Button
              size="compact-md"
              disabled={!state.reachable || progress !== undefined}
              onClick={() => void backUpNow(session)}
            >
              {t('backup.backUpNow')}
            </Button>
          )}
          <Button variant="default" size="compact-md" onClick={() => void choose()}>
            {state?.folder == null ? t('common.chooseFolder') : t('common.chooseOtherFolder')}
          </Button>
        </Group>
      }
    >
      <Text size="sm" c="dimmed" maw="70ch">
        {state?.folder == null ? t('backup.folderHint') : t('backup.howOften')}{' '}
        {listed.length > 0 && t('backup.openFromList')}
      </Text>
      {state?.folder != null && (
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {state.folder}
        </Text>
      )}
      {state?.folder != null && !state.reachable && (
        <Alert color="amber" title={t('backup.folderGone')}>
          {backupSentence['no-folder']}
        </Alert>
      )}
      {problem !== undefined && (problem !== 'no-folder' || state?.reachable === true) && (
        <Alert color="amber" role="alert" title={t('warnings.backupNotWritten')}>
          {backupSentence[problem]}
        </Alert>
      )}
      {ahead.length > 0 && (
        <Alert color="amber" title={t('backup.datedInTheFuture', { count: ahead.length })}>
          {t('backup.datedAheadWhy', { days: ahead.slice(0, MOST_SHOWN).map(moment).join('; ') })}
        </Alert>
      )}
      {surplus.length > 0 && (
        <Alert color="amber" title={t('backup.olderThanIsKept', { count: surplus.length })}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">
              {t('backup.stayUntilRemoved', { days: surplus.map(moment).join('; ') })}
            </Text>
            <Button
              size="compact-md"
              variant="default"
              disabled={progress !== undefined}
              onClick={() => void dropBackups(surplus)}
            >
              {t('backup.removeThem')}
            </Button>
          </Stack>
        </Alert>
      )}
      {progress !== undefined && (
        <Stack gap={4}>
          <Progress value={(progress.done / progress.of) * 100} aria-label={t('backup.backup')} />
          <Text size="sm" c="dimmed" role="status">
            {progress.done * 2 <= progress.of ? t('backup.copying') : t('backup.checking')} …
          </Text>
        </Stack>
      )}
      {listed.length > 0 && (
        <SortedTable
          name={t('backup.backups')}
          rows={listed}
          columns={COLUMNS}
          view={view}
          keyOf={({ id }) => id}
          nameOf={(one) => t('backup.lookIntoBackupOf', { time: moment(one) })}
          onOpen={setChosen}
        />
      )}
      {found?.length === 0 && (
        <Text size="sm" role="alert">
          {t('backup.noneInFolder')}
        </Text>
      )}
      <Group gap="xs">
        {found === undefined && backups.length > MOST_SHOWN && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
            {all ? t('common.fewer') : t('backup.showAll', { count: backups.length })}
          </Button>
        )}
        <Button variant="default" size="compact-md" onClick={() => void elsewhere()}>
          {t('backup.lookIntoElsewhere')}
        </Button>
        {found !== undefined && (
          <Button variant="subtle" size="compact-sm" onClick={() => setFound(undefined)}>
            {t('backup.backToOwn')}
          </Button>
        )}
      </Group>
      {chosen !== undefined && (
        <RestoreDialog summary={chosen} onClose={() => setChosen(undefined)} />
      )}
    </Section>
  )
}
