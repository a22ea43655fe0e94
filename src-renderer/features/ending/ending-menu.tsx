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
import { useState } from 'react'
import * as v from 'valibot'
import { askToErase, COOLING_OFF_DAYS, waitingErasure } from '../../../shared/model/ending'
import { archiveMentee, displayName, editMentee } from '../../../shared/model/mentee'
import type { RecordProjection } from '../../../shared/model/projection'
import { share } from '../../../shared/model/sharing'
import { useRun, useRunOnVault, useVault } from '../../app/session'
import { ItemForm } from '../../ui/item-form'
import { offerNote, offerUndo } from '../../ui/undo'
import { today } from '../../ui/when'
import { GrowthBook, ProgressSummary } from '../reports/mentee-reports'
import { HandOverDialog } from './hand-over-dialog'
import { Inspection } from './inspection'

export type EndingDialog = 'summary' | 'book' | 'hand-over' | 'inspection' | 'close-out' | 'hold' | 'erase'

const icon = { size: 16, stroke: 1.6 }

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
    offerUndo('The hold is lifted.', () => void run(record.id, editMentee, { next: { hold: before } }))
  }
  return (
    <>
      <Menu.Divider />
      <Menu.Item leftSection={<IconReport {...icon} />} onClick={() => onOpen('summary')}>
        Progress summary
      </Menu.Item>
      <Menu.Item leftSection={<IconBook {...icon} />} onClick={() => onOpen('book')}>
        Growth book
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconArrowForwardUp {...icon} />} onClick={() => onOpen('hand-over')}>
        Hand over
      </Menu.Item>
      <Menu.Item leftSection={<IconFileDescription {...icon} />} onClick={() => onOpen('inspection')}>
        Inspection packet
      </Menu.Item>
      <Menu.Item leftSection={<IconSchool {...icon} />} onClick={() => onOpen('close-out')}>
        Close out
      </Menu.Item>
      {held ? (
        <Menu.Item leftSection={<IconLockOpen {...icon} />} onClick={() => void lift()}>
          Lift the hold
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconLock {...icon} />} onClick={() => onOpen('hold')}>
          Put on hold
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={<IconEraser {...icon} />}
        disabled={held || waitingErasure(erasures, record.id) !== undefined}
        onClick={() => onOpen('erase')}
      >
        {held ? 'Erase (on hold)' : 'Erase'}
      </Menu.Item>
    </>
  )
}

const CloseOut = v.object({
  endedOn: v.pipe(v.string(), v.isoDate('Choose a day.')),
  status: v.picklist(['graduated', 'transferred']),
  keepUntil: v.nullable(v.pipe(v.string(), v.isoDate())),
  summary: v.pipe(v.string(), v.maxLength(50_000)),
})
const Hold = v.object({ why: v.pipe(v.string(), v.trim(), v.nonEmpty('Say why.'), v.maxLength(300)) })
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
  const name = displayName(record.mentee)
  const [typed] = useState({ name: '', why: '' })
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
          title="Close out"
          action="Close out"
          schema={CloseOut}
          initial={{ endedOn: today(), status: 'graduated' as const, keepUntil: null, summary: '' }}
          fields={[
            {
              name: 'status',
              label: 'Because they',
              as: 'choice',
              options: [
                { value: 'graduated', label: 'graduated' },
                { value: 'transferred', label: 'transferred' },
              ],
            },
            { name: 'endedOn', label: 'Coaching ends on', as: 'day', optional: false },
            {
              name: 'keepUntil',
              label: 'Keep the record until',
              hint: 'Empty: the rule under Settings. You are asked then; nothing is deleted by itself',
              as: 'day',
              optional: true,
            },
            {
              name: 'summary',
              label: 'Final summary',
              hint: 'Shared with the graduate, who takes it along with goals and shared reflections',
              as: 'text',
            },
          ]}
          onClose={onClose}
          onSubmit={async ({ summary, ...next }) => {
            await run(record.id, editMentee, { next })
            if (summary.trim() !== '')
              await run(record.id, share, {
                title: 'Final summary',
                text: summary.trim(),
                fromKind: '',
                from: record.id,
                visibility: 'shared',
                provenance: 'coach',
                to: name,
                why: 'Close-out',
                date: next.endedOn,
              })
            await run(record.id, archiveMentee, true)
            offerNote(`${name} is closed out and archived. The inspection packet is what they take along.`)
          }}
        />
      )
    case 'hold':
      return (
        <ItemForm
          title="Put on hold"
          action="Put on hold"
          schema={Hold}
          initial={{ why: '' }}
          fields={[
            {
              name: 'why',
              label: 'Why',
              hint: 'An open inspection request, a dispute. Nothing of this record can be erased meanwhile',
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
          title={`Erase ${name}`}
          action="Erase in 14 days"
          schema={v.object({
            ...Erase.entries,
            name: v.pipe(
              v.string(),
              v.trim(),
              v.check((given) => given === record.mentee.name, `Write “${record.mentee.name}”.`),
            ),
          })}
          initial={typed}
          fields={[
            {
              name: 'name',
              label: `Type the mentee’s name to confirm: ${record.mentee.name}`,
              hint: `The record waits ${COOLING_OFF_DAYS} days, in which this can be taken back. Then its key is destroyed on every laptop, its place on the relay is emptied, and nobody can read it again. Backups of before still hold it until they are gone; the certificate names them.`,
              wide: true,
            },
            { name: 'why', label: 'Why', wide: true },
          ]}
          onClose={onClose}
          onSubmit={async ({ why }) => {
            await runOnVault(askToErase, { record: record.id, name: record.mentee.name, why, today: today() })
          }}
        />
      )
  }
}
