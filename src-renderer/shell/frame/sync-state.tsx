/** The sync state at a glance, in the header; it leads to the settings. */
import { Button, Text } from '@mantine/core'
import {
  IconCloudCheck,
  IconCloudDown,
  IconCloudOff,
  IconDeviceLaptop,
  IconFolder,
  IconFolderOff,
  IconRefresh,
} from '@tabler/icons-react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { spoken, t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useModel, useOpenVault } from '../../context/vault/session'
import { FOLDER_NOT_YET, type FolderStatus } from '../../sync/folder/folder-status'
import type { FolderSync } from '../../sync/folder/folder-sync'
import type { Sync } from '../../sync/sync'

const changes = (count: number): string => t('sync.changesWaiting', { count })

const Frame = ({
  icon: Icon,
  text,
}: {
  readonly icon: typeof IconCloudOff
  readonly text: string
}) => (
  <Button
    variant="subtle"
    color="gray"
    c="dimmed"
    size="compact-md"
    leftSection={<Icon size={17} stroke={1.6} />}
    onClick={() => go({ screen: 'settings', section: 'sync' })}
  >
    <Text span size="sm" role="status" aria-label={t('sync.stateLabel')} className="tabular">
      {text}
    </Text>
  </Button>
)

const folderText: Record<Exclude<FolderStatus['state'], 'agreed' | 'unreachable'>, string> = spoken(
  {
    starting: 'folder.headerReading',
    reading: 'folder.headerReading',
    writing: 'folder.headerWriting',
    late: 'folder.headerLate',
    written: 'folder.headerWritten',
  },
)

/** With a folder and no relay. "Synced" only once every laptop that writes there has read it all. */
const InFolder = ({ folder }: { readonly folder: FolderSync }) => {
  const state = useStore(folder.status, (status) => status.state)
  const waiting = useStore(folder.status, (status) => status.waiting)
  if (state === 'agreed') return <Frame icon={IconCloudCheck} text={t('sync.synced')} />
  if (state !== 'unreachable') return <Frame icon={IconFolder} text={folderText[state]} />
  return (
    <Frame
      icon={IconFolderOff}
      text={waiting === 0 ? t('folder.headerGone') : t('folder.headerGoneWaiting')}
    />
  )
}

const NO_FOLDER = createStore<FolderStatus>(() => FOLDER_NOT_YET)

const Connected = ({ sync }: { readonly sync: Sync }) => {
  const state = useStore(sync.status, (status) => status.state)
  const missing = useStore(sync.status, (status) => status.missing)
  const late = useStore(sync.status, (status) =>
    status.late.reduce((sum, { count }) => sum + count, 0),
  )
  const confirms = useStore(sync.status, (status) => status.confirms)
  const folder = useApp((state) => state.folder?.status)
  const inFolder = useStore(folder ?? NO_FOLDER, (status) => status.state)
  const waiting = useModel((model) => model.waiting)
  if (state === 'offline')
    return (
      <Frame
        icon={IconCloudOff}
        text={
          waiting === 0
            ? t('sync.offline')
            : t('sync.offlineWaiting', { changes: changes(waiting) })
        }
      />
    )
  if (state === 'syncing' || state === 'awaiting')
    return (
      <Frame
        icon={IconRefresh}
        text={
          waiting === 0
            ? missing === 0
              ? t('sync.syncing')
              : t('sync.menteesMissing', { count: missing })
            : t('sync.syncingWaiting', { changes: changes(waiting) })
        }
      />
    )
  if (state === 'refused')
    return (
      <Frame
        icon={IconCloudOff}
        text={
          waiting === 0
            ? t('sync.refused')
            : t('sync.refusedWaiting', { changes: changes(waiting) })
        }
      />
    )
  // What this laptop has is synced; what it should have is not.
  if (late > 0) return <Frame icon={IconCloudDown} text={t('late.inAll', { count: late })} />
  if (inFolder === 'reading' || inFolder === 'late')
    return <Frame icon={IconFolder} text={folderText[inFolder]} />
  return <Frame icon={IconCloudCheck} text={confirms ? t('sync.synced') : t('sync.sent')} />
}

export const SyncState = () => {
  const { sync } = useOpenVault()
  const folder = useApp((state) => state.folder)
  if (sync !== undefined) return <Connected sync={sync} />
  if (folder !== undefined) return <InFolder folder={folder} />
  return <Frame icon={IconDeviceLaptop} text={t('sync.onThisLaptopOnly')} />
}
