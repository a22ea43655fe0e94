/** The forms with which coaching a mentee ends: closing out, a hold that keeps everything, and erasing after a wait. */
import { Text } from '@mantine/core'
import * as v from 'valibot'
import { askToErase, COOLING_OFF_DAYS } from '../../../shared/model/caseload/ending'
import type { RecordProjection } from '../../../shared/model/projection'
import { lettersIn } from '../../../shared/model/record/future-letter'
import { archiveMentee, displayName, editMentee } from '../../../shared/model/record/mentee'
import { share } from '../../../shared/model/record/sharing'
import { t } from '../../../shared/words/words'
import { useRun, useRunOnVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { offerNote } from '../../ui/undo'
import { today, useToday } from '../../ui/when'

interface EndingProps {
  readonly record: RecordProjection
  readonly onClose: () => void
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

export const CloseOutForm = ({ record, onClose }: EndingProps) => {
  const run = useRun()
  const day = useToday()
  const name = displayName(record.mentee)
  return (
    <ItemForm
      id={`close-out/${record.id}`}
      title={t('ending.closeOut')}
      action={t('ending.closeOut')}
      schema={CloseOut}
      before={
        lettersIn(record.futureLetters).some(({ openedOn }) => openedOn === null) && (
          <Text size="sm">{t('futureLetter.beforeClosing')}</Text>
        )
      }
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
}

const Hold = v.object({
  why: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty(() => t('ending.whyMissing')),
    v.maxLength(300),
  ),
})

export const HoldForm = ({ record, onClose }: EndingProps) => {
  const run = useRun()
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
}

const Erase = v.object({
  name: v.string(),
  why: v.pipe(v.string(), v.maxLength(300)),
})

export const EraseForm = ({ record, onClose }: EndingProps) => {
  const runOnVault = useRunOnVault()
  const name = displayName(record.mentee)
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
