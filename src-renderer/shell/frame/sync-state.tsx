/** The sync state at a glance, in the header; it leads to the settings. */
import { Button, Text } from '@mantine/core'
import {
  IconCloudCheck,
  IconCloudDown,
  IconCloudOff,
  IconDeviceLaptop,
  IconRefresh,
} from '@tabler/icons-react'
import { useStore } from 'zustand'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useModel, useOpenVault } from '../../context/vault/session'
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

const Connected = ({ sync }: { readonly sync: Sync }) => {
  const state = useStore(sync.status, (status) => status.state)
  const missing = useStore(sync.status, (status) => status.missing)
  const late = useStore(sync.status, (status) =>
    status.late.reduce((sum, { count }) => sum + count, 0),
  )
  const confirms = useStore(sync.status, (status) => status.confirms)
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
  if (state === 'syncing')
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
  return <Frame icon={IconCloudCheck} text={confirms ? t('sync.synced') : t('sync.sent')} />
}

export const SyncState = () => {
  const { sync } = useOpenVault()
  return sync === undefined ? (
    <Frame icon={IconDeviceLaptop} text={t('sync.onThisLaptopOnly')} />
  ) : (
    <Connected sync={sync} />
  )
}
