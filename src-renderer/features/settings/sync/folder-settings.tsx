/**
 * Settings → Sync → Folder: the folder through which laptops meet, how it stands, and who has read what.
 * Not a form: leaving the folder is a choice of two.
 */
import { Alert, Button, Group, List, Modal, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useStore } from 'zustand'
import { spoken, t } from '../../../../shared/words/words'
import { host, useApp } from '../../../context/app-state'
import { folderSentence } from '../../../context/sentences'
import { useSubmit } from '../../../context/submit'
import { useOpenVault } from '../../../context/vault/session'
import { vaultActions } from '../../../context/vault/when-needed'
import { AskPassphrase } from '../../../forms/ask-passphrase'
import type { FolderStatus, OtherLaptop } from '../../../sync/folder/folder-status'
import type { FolderSync } from '../../../sync/folder/folder-sync'
import { Problem } from '../../../ui/problem'
import { lately, useToday } from '../../../ui/when'
import { useManaged } from '../managed-settings'
import { AddLaptop } from './add-laptop'

const stateSentence: Record<FolderStatus['state'], string> = spoken({
  starting: 'folder.looking',
  unreachable: 'folder.notReached',
  reading: 'folder.reading',
  writing: 'folder.writing',
  late: 'folder.filesMissing',
  written: 'folder.allWritten',
  agreed: 'folder.allAgreed',
})

const time = (ms: number, today: string): string => lately(new Date(ms).toISOString(), today)

const laptopSentence = (laptop: OtherLaptop, today: string): string => {
  const name = laptop.name === '' ? t('common.anotherLaptop') : laptop.name
  if (laptop.late > 0) return t('folder.laptopLate', { laptop: name, count: laptop.late })
  const at = time(laptop.at, today)
  if (!laptop.isRead) return t('folder.laptopReading', { laptop: name, time: at })
  return laptop.hasAll
    ? t('folder.laptopHasAll', { laptop: name, time: at })
    : t('folder.laptopHasNotRead', { laptop: name, time: at })
}

const Details = ({ status }: { readonly status: FolderStatus }) => {
  const today = useToday()
  return (
    <>
      {status.progress !== null && (
        <Text size="sm" role="status">
          {t('folder.progress', { done: status.progress.done, total: status.progress.of })}
        </Text>
      )}
      <Text c="dimmed" size="sm">
        {status.waiting > 0
          ? t('folder.waiting', { count: status.waiting })
          : t('folder.nothingWaiting')}
        {status.readAt !== null &&
          ` · ${t('folder.lookedAt', { time: time(status.readAt, today) })}`}
      </Text>
      {status.laptops.length === 0 && status.state === 'written' && (
        <Text c="dimmed" size="sm">
          {t('folder.noOtherLaptop')}
        </Text>
      )}
      {status.laptops.length > 0 && (
        <List size="sm" aria-label={t('folder.laptops')}>
          {status.laptops.map((laptop) => (
            <List.Item key={laptop.device}>
              {laptopSentence(laptop, today)}
              {laptop.clockAhead && ` ${t('folder.clockAhead')}`}
            </List.Item>
          ))}
        </List>
      )}
      {status.agreedAt !== null && (
        <Text c="dimmed" size="sm">
          {t('agreed.last', { time: time(status.agreedAt, today) })}
        </Text>
      )}
      {status.unopened > 0 && (
        <Alert color="amber" role="status">
          {status.newer > 0
            ? t('folder.newerFiles', { count: status.newer })
            : t('folder.unopened', { count: status.unopened })}
        </Alert>
      )}
      {status.unreadable > 0 && (
        <Alert color="amber" role="status">
          {t('folder.unreadable', { count: status.unreadable })}
        </Alert>
      )}
      {status.unwritable > 0 && (
        <Alert color="amber" role="status">
          {t('folder.unwritable', { count: status.unwritable })}
        </Alert>
      )}
    </>
  )
}

const Standing = ({ folder }: { readonly folder: FolderSync }) => {
  const status = useStore(folder.status)
  return (
    <Stack gap="xs">
      <Text fw={600} role="status" aria-label={t('folder.title')}>
        {stateSentence[status.state]}
      </Text>
      {status.problem !== null && (
        <Alert color="amber" role="alert">
          <Stack gap="xs" align="flex-start">
            {folderSentence[status.problem]}
            {status.problem === 'emptied' && (
              <Button variant="default" size="xs" onClick={folder.writeAnew}>
                {t('folder.writeAnew')}
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      <Details status={status} />
    </Stack>
  )
}

const Stop = ({ onClose }: { readonly onClose: () => void }) => {
  const { busy, problem, submit } = useSubmit(t('form.notDone'))
  const stop = (remove: boolean): void =>
    void submit(async () => {
      await (await vaultActions()).leaveFolder(remove)
      onClose()
    })
  return (
    <Modal opened onClose={onClose} title={t('folder.stopTitle')}>
      <Stack gap="md">
        <Text>{t('folder.stopText')}</Text>
        <Problem text={problem} />
        <Group justify="flex-end">
          <Button variant="default" loading={busy} onClick={() => stop(false)}>
            {t('folder.stopAndLeave')}
          </Button>
          <Button loading={busy} onClick={() => stop(true)}>
            {t('folder.stopAndRemove')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}

export const FolderSettings = () => {
  const { session } = useOpenVault()
  const path = useApp((state) => state.environment?.syncFolder ?? null)
  const relay = useApp((state) => state.environment?.relay ?? null)
  const folder = useApp((state) => state.folder)
  const { folderOff } = useManaged()
  const [open, setOpen] = useState<'asking' | 'stopping'>()

  const choose = async (): Promise<void> => {
    const syncFolder = await host.syncFolder.choose()
    const { environment } = useApp.getState()
    if (syncFolder === null || environment === undefined) return
    useApp.setState({ environment: { ...environment, syncFolder } })
    const { startFolder } = await vaultActions()
    startFolder(session)
  }

  return (
    <Stack gap="md">
      <Title order={3}>{t('folder.title')}</Title>
      <Text c="dimmed" size="sm">
        {t('folder.intro')}
      </Text>
      {folderOff ? (
        <Text fw={600}>{t('school.folderIsOff')}</Text>
      ) : path === null ? (
        <Group>
          <Button variant="light" onClick={() => setOpen('asking')}>
            {t('folder.choose')}
          </Button>
        </Group>
      ) : (
        <>
          <Text ff="monospace" size="sm">
            {path}
          </Text>
          {folder !== undefined && <Standing folder={folder} />}
          <Group>
            <Button variant="default" onClick={() => folder?.lookNow()}>
              {t('folder.lookNow')}
            </Button>
            <Button variant="default" onClick={() => setOpen('stopping')}>
              {t('folder.stop')}
            </Button>
          </Group>
          {relay === null ? (
            <AddLaptop relay={null} />
          ) : (
            <AddLaptop relay={null} label={t('folder.addALaptop')} />
          )}
        </>
      )}
      {open === 'asking' && (
        <AskPassphrase
          title={t('folder.choose')}
          why={t('folder.whyPassphrase')}
          action={t('folder.continue')}
          onProven={choose}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'stopping' && <Stop onClose={() => setOpen(undefined)} />}
    </Stack>
  )
}
