/** What is done with a session as a whole: its buttons, and its menu. */
import { Button, Group, Menu } from '@mantine/core'
import {
  IconClipboardText,
  IconLock,
  IconMail,
  IconPencil,
  IconPlayerPlay,
  IconTrash,
} from '@tabler/icons-react'
import type { RecordProjection } from '../../../shared/model/projection'
import { type Session, sessions } from '../../../shared/model/record/session'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { tipOf } from '../../context/commands/shortcuts'
import { useBin, useRun } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { MoreMenu } from '../../ui/more-menu'
import { writeTo } from './after-meeting'

const SessionMenu = ({
  record,
  session,
  onEdit,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly onEdit: () => void
}) => {
  const run = useRun()
  const bin = useBin(record.id)
  return (
    <MoreMenu name={t('session.more')}>
      {session.status === 'planned' && session.startedAt === null && (
        <Menu.Item
          leftSection={<Icon of={IconPlayerPlay} />}
          onClick={() =>
            void run(record.id, sessions.edit, { id: session.id, next: { startedAt: Date.now() } })
          }
        >
          {t('session.startTheTimer')}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<Icon of={IconPencil} />} onClick={onEdit}>
        {t('session.edit')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon of={IconTrash} />}
        onClick={() => {
          go({ screen: 'mentee', id: record.id, tab: 'overview' })
          void bin('sessions', session.id, t('session.inTheBin'))
        }}
      >
        {t('session.delete')}
      </Menu.Item>
    </MoreMenu>
  )
}

export type Opened = 'ending' | 'editing' | 'preparing' | 'writing' | 'asking'

export const SessionActions = ({
  record,
  session,
  withAid,
  onAid,
  onOpen,
}: {
  readonly record: RecordProjection
  readonly session: Session
  readonly withAid: boolean
  readonly onAid: () => void
  readonly onOpen: (opened: Opened) => void
}) => (
  <Group gap="xs">
    <Button
      variant="default"
      title={tipOf('prepare-session')}
      leftSection={<Icon of={IconClipboardText} />}
      onClick={() => onOpen('preparing')}
    >
      {t('session.preparation')}
    </Button>
    <Button
      variant="default"
      title={tipOf('memory-aid')}
      aria-expanded={withAid}
      leftSection={<Icon of={IconLock} />}
      onClick={onAid}
    >
      {t('session.memoryAid')}
    </Button>
    {session.status === 'held' && (
      <Button
        variant="default"
        leftSection={<Icon of={IconMail} />}
        onClick={() => onOpen('writing')}
      >
        {writeTo(record)}
      </Button>
    )}
    <SessionMenu record={record} session={session} onEdit={() => onOpen('editing')} />
    <Button
      variant={session.status === 'held' ? 'default' : 'filled'}
      title={session.status === 'held' ? undefined : tipOf('end-session')}
      onClick={() => onOpen('ending')}
    >
      {session.status === 'held' ? t('session.agreed') : t('session.end')}
    </Button>
  </Group>
)
