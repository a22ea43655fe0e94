/** A referral: to which resource, why in neutral words, what came of it, and when to follow up. */
import { addDays } from '../../../shared/model/academic-year'
import type { RecordProjection } from '../../../shared/model/projection'
import { type Referral, referrals } from '../../../shared/model/referral'
import { directoryOf } from '../../../shared/model/resource'
import { useRun, useVault } from '../../app/session'
import { ItemForm } from '../../ui/item-form'
import { options, referralLabels } from '../../ui/labels'
import { today } from '../../ui/when'

const FOLLOW_UP_DAYS = 7

export const ReferralForm = ({
  record,
  referral,
  resource = '',
  onClose,
}: {
  readonly record: RecordProjection
  readonly referral?: Referral
  /** The resource that is proposed. */
  readonly resource?: string
  readonly onClose: () => void
}) => {
  const run = useRun()
  const directory = directoryOf(useVault().resources)
  const names = [
    ...new Set([...directory.map(({ name }) => name), referral?.resource ?? resource].filter(Boolean)),
  ]
  return (
    <ItemForm
      title={referral === undefined ? 'New referral' : 'Edit referral'}
      action={referral === undefined ? 'Add referral' : 'Save'}
      schema={referrals.input}
      initial={
        referral ?? {
          ...referrals.empty,
          resource,
          date: today(),
          followUp: addDays(today(), FOLLOW_UP_DAYS),
        }
      }
      fields={[
        {
          name: 'resource',
          label: 'Resource',
          as: 'choice',
          options: names.map((name) => ({ value: name, label: name })),
        },
        { name: 'date', label: 'Date', as: 'day', optional: false },
        { name: 'reason', label: 'Reason', hint: 'In neutral words', wide: true },
        { name: 'status', label: 'What came of it', as: 'choice', options: options(referralLabels) },
        { name: 'consentOn', label: 'Consent to contact, on', as: 'day' },
        { name: 'followUp', label: 'Follow up on', as: 'day' },
        { name: 'warmHandOff', label: 'Warm hand-off', as: 'check' },
        { name: 'told', label: 'What the mentee chose to tell', as: 'text' },
      ]}
      onClose={onClose}
      onSubmit={(next) =>
        referral === undefined
          ? run(record.id, referrals.add, next)
          : run(record.id, referrals.edit, { id: referral.id, base: referral, next })
      }
    />
  )
}
