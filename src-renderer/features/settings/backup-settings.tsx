/** Settings → Backups: where they go, how they stand, and what can be taken back from one. */
import { Alert, Button, Group, Progress, Stack, Table, Text } from '@mantine/core'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import type { BackupSummary } from '../../../shared/host'
import { host } from '../../app/app-state'
import { backUpNow, lookAtBackups, useBackups } from '../../app/backups'
import { backupSentence } from '../../app/sentences'
import { useOpenVault } from '../../app/session'
import { count } from '../../ui/labels'
import { Section } from '../../ui/section'
import { RestoreDialog } from './restore-dialog'

const MOST_SHOWN = 6

export const BackupSettings = () => {
  const { session } = useOpenVault()
  const { state, progress, problem } = useBackups()
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<BackupSummary>()
  const [found, setFound] = useState<readonly BackupSummary[]>()
  useEffect(() => void lookAtBackups(), [])
  const choose = async (): Promise<void> => {
    const next = await host.chooseBackupFolder()
    if (next !== null) useBackups.setState({ state: next, problem: undefined })
  }
  const elsewhere = async (): Promise<void> => {
    const backups = await host.chooseBackup()
    if (backups !== null) setFound(backups)
  }
  const backups = [...(state?.backups ?? []), ...(state?.setAside ?? [])]
  const listed = found ?? (all ? backups : backups.slice(0, MOST_SHOWN))
  return (
    <Section
      title="Backups"
      action={
        <Group gap="xs">
          {state?.folder != null && (
            <Button
              size="compact-md"
              disabled={!state.reachable || progress !== undefined}
              onClick={() => void backUpNow(session)}
            >
              Back up now
            </Button>
          )}
          <Button variant="default" size="compact-md" onClick={() => void choose()}>
            {state?.folder == null ? 'Choose a folder' : 'Choose another folder'}
          </Button>
        </Group>
      }
    >
      <Text size="sm" c="dimmed" maw="70ch">
        {state?.folder == null
          ? 'Choose a folder outside this laptop, for example on a stick or a network drive. A sealed copy of everything is written there once a day and checked by opening it; nobody can read it without your passphrase or recovery sheet.'
          : 'Once a day, checked by opening each copy. Kept: the days of two weeks, the weeks of three months, the months of two years.'}
      </Text>
      {state?.folder != null && (
        <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {state.folder}
        </Text>
      )}
      {state?.folder != null && !state.reachable && (
        <Alert color="amber" title="The folder is not there">
          {backupSentence['no-folder']}
        </Alert>
      )}
      {problem !== undefined && (problem !== 'no-folder' || state?.reachable === true) && (
        <Alert color="amber" role="alert" title="The last backup was not written">
          {backupSentence[problem]}
        </Alert>
      )}
      {progress !== undefined && (
        <Stack gap={4}>
          <Progress value={(progress.done / progress.of) * 100} aria-label="Backup" />
          <Text size="sm" c="dimmed" role="status">
            {progress.done * 2 <= progress.of ? 'Copying' : 'Opening each copy'} …
          </Text>
        </Stack>
      )}
      {listed.length > 0 && (
        <Table aria-label="Backups">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>When</Table.Th>
              <Table.Th>What</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {listed.map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td className="tabular">
                  {dayjs(one.createdAt).format('ddd D MMM YYYY, HH:mm')}
                </Table.Td>
                <Table.Td>
                  {count(one.records, 'sealed file')}
                  {!one.complete && (
                    <Text span size="sm" c="var(--care)">
                      {' '}
                      · without its list
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="end">
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Look into the backup of ${dayjs(one.createdAt).format('D MMM YYYY, HH:mm')}`}
                    onClick={() => setChosen(one)}
                  >
                    Look into
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {found?.length === 0 && (
        <Text size="sm" role="alert">
          There is no backup of Confidant in that folder.
        </Text>
      )}
      <Group gap="xs">
        {found === undefined && backups.length > MOST_SHOWN && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)}>
            {all ? 'Fewer' : `All ${backups.length}`}
          </Button>
        )}
        <Button variant="default" size="compact-md" onClick={() => void elsewhere()}>
          Look into a backup elsewhere
        </Button>
        {found !== undefined && (
          <Button variant="subtle" size="compact-sm" onClick={() => setFound(undefined)}>
            Back to this laptop’s backups
          </Button>
        )}
      </Group>
      {chosen !== undefined && <RestoreDialog summary={chosen} onClose={() => setChosen(undefined)} />}
    </Section>
  )
}
