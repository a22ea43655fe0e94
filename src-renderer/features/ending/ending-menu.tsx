/**
 * Endings: what a mentee is given, and how coaching one ends. Here are the menu's entries and what each opens:
 * reports, a hand-over to a colleague, the inspection packet, closing out, a hold that keeps everything, and erasing
 * after a wait. Nothing is erased by itself (due-endings.tsx), and what leaves is shown first.
 */
import { Menu } from '@mantine/core'
import {
  IconArrowForwardUp,
  IconBook,
  IconEraser,
  IconFeather,
  IconFileDescription,
  IconHome,
  IconLock,
  IconLockOpen,
  IconLogout,
  IconMessages,
  IconReport,
  IconSchool,
} from '@tabler/icons-react'
import { waitingErasure } from '../../../shared/model/caseload/ending'
import type { RecordProjection } from '../../../shared/model/projection'
import { editMentee } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { Icon } from '../../ui/icon'
import { offerUndo } from '../../ui/undo'
import { AskColleague } from '../consult/ask-colleague'
import { GrowthBook, IdentityBook, ProgressSummary, TakeHome } from '../reports/mentee-reports'
import { CloseOutForm, LeftForm } from './closing-forms'
import { EraseForm, HoldForm } from './ending-forms'
import { HandOverDialog } from './hand-over-dialog'
import { Inspection } from './inspection'

export type EndingDialog =
  | 'summary'
  | 'take-home'
  | 'book'
  | 'identity-book'
  | 'hand-over'
  | 'consult'
  | 'inspection'
  | 'close-out'
  | 'left-school'
  | 'hold'
  | 'erase'

export const EndingItems = ({
  record,
  onOpen,
}: {
  readonly record: RecordProjection
  readonly onOpen: (dialog: EndingDialog) => void
}) => {
  const run = useRun()
  const { erasures } = useVault()
  const held = record.mentee.hold !== ''
  const lift = async (): Promise<void> => {
    const before = record.mentee.hold
    await run(record.id, editMentee, { next: { hold: '' } })
    offerUndo(
      t('ending.holdLifted'),
      () => void run(record.id, editMentee, { next: { hold: before } }),
    )
  }
  return (
    <>
      <Menu.Divider />
      <Menu.Item leftSection={<Icon of={IconReport} />} onClick={() => onOpen('summary')}>
        {t('ending.progressSummary')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconHome} />} onClick={() => onOpen('take-home')}>
        {t('takeHome.title')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconBook} />} onClick={() => onOpen('book')}>
        {t('ending.growthBook')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconFeather} />} onClick={() => onOpen('identity-book')}>
        {t('report.identityBook')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<Icon of={IconArrowForwardUp} />} onClick={() => onOpen('hand-over')}>
        {t('ending.handOver')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconMessages} />} onClick={() => onOpen('consult')}>
        {t('consult.ask')}
      </Menu.Item>
      <Menu.Item
        leftSection={<Icon of={IconFileDescription} />}
        onClick={() => onOpen('inspection')}
      >
        {t('ending.inspectionPacket')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconSchool} />} onClick={() => onOpen('close-out')}>
        {t('ending.closeOut')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconLogout} />} onClick={() => onOpen('left-school')}>
        {t('ending.leftSchool')}
      </Menu.Item>
      {held ? (
        <Menu.Item leftSection={<Icon of={IconLockOpen} />} onClick={() => void lift()}>
          {t('ending.liftHold')}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<Icon of={IconLock} />} onClick={() => onOpen('hold')}>
          {t('ending.putOnHold')}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<Icon of={IconEraser} />}
        disabled={held || waitingErasure(erasures, record.id) !== undefined}
        onClick={() => onOpen('erase')}
      >
        {held ? t('ending.eraseOnHold') : t('ending.erase')}
      </Menu.Item>
    </>
  )
}

export const EndingDialogs = ({
  record,
  dialog,
  onClose,
}: {
  readonly record: RecordProjection
  readonly dialog: EndingDialog | undefined
  readonly onClose: () => void
}) => {
  switch (dialog) {
    case undefined:
      return null
    case 'hand-over':
      return <HandOverDialog first={record.id} onClose={onClose} />
    case 'consult':
      return <AskColleague record={record} onClose={onClose} />
    case 'summary':
      return <ProgressSummary record={record} onClose={onClose} />
    case 'take-home':
      return <TakeHome record={record} onClose={onClose} />
    case 'book':
      return <GrowthBook record={record} onClose={onClose} />
    case 'identity-book':
      return <IdentityBook record={record} onClose={onClose} />
    case 'inspection':
      return <Inspection record={record} onClose={onClose} />
    case 'close-out':
      return <CloseOutForm record={record} onClose={onClose} />
    case 'left-school':
      return <LeftForm record={record} onClose={onClose} />
    case 'hold':
      return <HoldForm record={record} onClose={onClose} />
    case 'erase':
      return <EraseForm record={record} onClose={onClose} />
  }
}
