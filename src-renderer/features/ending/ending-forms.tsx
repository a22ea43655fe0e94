/** A hold that keeps everything, and erasing after a wait. Closing out is in closing-forms.tsx. */
import * as v from 'valibot'
import { askToErase, COOLING_OFF_DAYS } from '../../../shared/model/caseload/ending'
import type { RecordProjection } from '../../../shared/model/projection'
import { displayName, editMentee } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useRun, useRunOnVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { today } from '../../ui/when'

interface EndingProps {
  readonly record: RecordProjection
  readonly onClose: () => void
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
