/** What a mentee is given, and how coaching one ends: the menu's entries and the dialogs behind them. */
import { Menu } from '@mantine/core'
import {
  IconArrowForwardUp,
  IconBook,
  IconEraser,
  IconFileDescription,
  IconLock,
  IconLockOpen,
  IconReport,
  IconSchool,
} from '@tabler/icons-react'
import * as v from 'valibot'
import { askToErase, COOLING_OFF_DAYS, waitingErasure } from '../../../shared/model/caseload/ending'
import type { RecordProjection } from '../../../shared/model/projection'
import { archiveMentee, displayName, editMentee } from '../../../shared/model/record/mentee'
import { share } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { useRun, useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { Icon } from '../../ui/icon'
import { offerNote, offerUndo } from '../../ui/undo'
import { today, useToday } from '../../ui/when'
import { GrowthBook, ProgressSummary } from '../reports/mentee-reports'
import { HandOverDialog } from './hand-over-dialog'
import { Inspection } from './inspection'

export type EndingDialog =
  | 'summary'
  | 'book'
  | 'hand-over'
  | 'inspection'
  | 'close-out'
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
      <Menu.Item leftSection={<Icon of={IconBook} />} onClick={() => onOpen('book')}>
        {t('ending.growthBook')}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<Icon of={IconArrowForwardUp} />} onClick={() => onOpen('hand-over')}>
        {t('ending.handOver')}
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

const CloseOut = v.object({
  endedOn: v.pipe(
    v.string(),
    v.isoDate(() => t('ending.dayMissing')),
  ),
  status: v.picklist(['graduated', 'transferred']),
  keepUntil: v.nullable(v.pipe(v.string(), v.isoDate())),
  summary: v.pipe(v.string(), v.maxLength(50_000)),
})
const Hold = v.object({
  why: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(() => t('ending.whyMissing')),
    v.maxLength(300),
  ),
})
const Erase = v.object({
  name: v.string(),
  why: v.pipe(v.string(), v.maxLength(300)),
})

export const EndingDialogs = ({
  record,
  dialog,
  onClose,
}: {
  readonly record: RecordProjection
  readonly dialog: EndingDialog | undefined
  readonly onClose: () => void
}) => {
  const run = useRun()
  const runOnVault = useRunOnVault()
  const day = useToday()
  const name = displayName(record.mentee)
  switch (dialog) {
    case undefined:
      return null
    case 'hand-over':
      return <HandOverDialog first={record.id} onClose={onClose} />
    case 'summary':
      return <ProgressSummary record={record} onClose={onClose} />
    case 'book':
      return <GrowthBook record={record} onClose={onClose} />
    case 'inspection':
      return <Inspection record={record} onClose={onClose} />
    case 'close-out':
      return (
        <ItemForm
          id={`close-out/${record.id}`}
          title={t('ending.closeOut')}
          action={t('ending.closeOut')}
          schema={CloseOut}
          initial={{ endedOn: day, status: 'graduated' as const, keepUntil: null, summary: '' }}
          fields={[
            {
              name: 'status',
              label: t('ending.becauseThey'),
              as: 'choice',
              options: [
                { value: 'graduated', label: t('ending.graduated') },
                { value: 'transferred', label: t('ending.transferred') },
              ],
            },
            { name: 'endedOn', label: t('ending.endsOn'), as: 'day', optional: false },
            {
              name: 'keepUntil',
              label: t('ending.keepUntil'),
              hint: t('ending.keepUntilHint'),
              as: 'day',
              optional: true,
            },
            {
              name: 'summary',
              label: t('ending.finalSummary'),
              hint: t('ending.finalSummaryHint'),
              as: 'text',
            },
          ]}
          onClose={onClose}
          onSubmit={async ({ summary, ...next }) => {
            await run(record.id, editMentee, { next })
            if (summary.trim() !== '')
              await run(record.id, share, {
                title: t('ending.finalSummary'),
                text: summary.trim(),
                fromKind: '',
                from: record.id,
                visibility: 'shared',
                provenance: 'coach',
                to: name,
                why: t('ending.closeOutLabel'),
                date: next.endedOn,
              })
            await run(record.id, archiveMentee, true)
            offerNote(t('ending.closedOut', { name }))
          }}
        />
      )
    case 'hold':
      return (
        <ItemForm
          id={`hold/${record.id}`}
          title={t('ending.putOnHold')}
          action={t('ending.putOnHold')}
          schema={Hold}
          initial={{ why: '' }}
          fields={[
            {
              name: 'why',
              label: t('common.why'),
              hint: t('ending.holdHint'),
              wide: true,
            },
          ]}
          onClose={onClose}
          onSubmit={({ why }) => run(record.id, editMentee, { next: { hold: why } })}
        />
      )
    case 'erase':
      return (
        <ItemForm
          id={`erase/${record.id}`}
          title={t('ending.eraseNamed', { name })}
          action={t('ending.eraseLater')}
          schema={v.object({
            ...Erase.entries,
            name: v.pipe(
              v.string(),
              v.trim(),
              v.check(
                (given) => given === record.mentee.name,
                t('ending.nameDiffers', { name: record.mentee.name }),
              ),
            ),
          })}
          initial={{ name: '', why: '' }}
          fields={[
            {
              name: 'name',
              label: t('ending.typeNameToConfirm', { name: record.mentee.name }),
              hint: t('ending.eraseExplained', { days: COOLING_OFF_DAYS }),
              wide: true,
            },
            { name: 'why', label: t('common.why'), wide: true },
          ]}
          onClose={onClose}
          onSubmit={async ({ why }) => {
            await runOnVault(askToErase, {
              record: record.id,
              name: record.mentee.name,
              why,
              today: today(),
            })
          }}
        />
      )
  }
}
