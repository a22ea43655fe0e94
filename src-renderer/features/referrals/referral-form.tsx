/** A referral: to which resource, why in neutral words, what came of it, and when to follow up. */
import { Group, Text } from '@mantine/core'
import { addDays } from '../../../shared/base/day'
import { directoryOf, isCurriculum, type Resource } from '../../../shared/model/caseload/resource'
import type { RecordProjection } from '../../../shared/model/projection'
import { type Referral, referrals } from '../../../shared/model/record/referral'
import { t } from '../../../shared/words/words'
import { useRun, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { options, referralLabels } from '../../ui/labels'
import { useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'

const FOLLOW_UP_DAYS = 7

/** What a mentee asks first of counseling, with what its office answers, as soon as that is known. */
const WhoSees = ({ resource }: { readonly resource: Resource | undefined }) => {
  if (resource === undefined) return null
  const isCounseling = resource.category === 'counseling'
  if (!isCounseling && resource.whoSees.trim() === '') return null
  return (
    <Group gap={4} wrap="nowrap" role="status">
      <Text size="sm" c="dimmed">
        {resource.whoSees.trim() === ''
          ? t('referral.whoSeesUnknown')
          : t('referral.whoSees', { words: resource.whoSees.trim() })}
      </Text>
      {isCounseling && <HelpButton topic="counseling" />}
    </Group>
  )
}

export const ReferralForm = ({
  record,
  referral,
  resource = '',
  onWritten,
  onClose,
}: {
  readonly record: RecordProjection
  readonly referral?: Referral
  /** The resource that is proposed. */
  readonly resource?: string
  readonly onWritten?: () => void
  readonly onClose: () => void
}) => {
  const run = useRun()
  const day = useToday()
  // What is taught to everyone is nothing that one is referred to.
  const directory = directoryOf(useVault().resources).filter((one) => !isCurriculum(one))
  const names = [
    ...new Set(
      [...directory.map(({ name }) => name), referral?.resource ?? resource].filter(Boolean),
    ),
  ]
  return (
    <ItemForm
      id={referral === undefined ? `new-referral/${record.id}` : `referral/${referral.id}`}
      title={referral === undefined ? t('referral.new') : t('referral.edit')}
      action={referral === undefined ? t('referral.add') : t('common.save')}
      schema={referrals.input}
      initial={
        referral ?? {
          ...referrals.empty,
          resource,
          date: day,
          followUp: addDays(day, FOLLOW_UP_DAYS),
        }
      }
      fields={[
        {
          name: 'resource',
          label: t('referral.resource'),
          as: 'choice',
          options: names.map((name) => ({ value: name, label: name })),
        },
        { name: 'date', label: t('common.date'), as: 'day', optional: false },
        {
          name: 'reason',
          label: t('referral.reason'),
          hint: t('referral.reasonHint'),
          wide: true,
        },
        {
          name: 'status',
          label: t('referral.outcome'),
          as: 'choice',
          options: options(referralLabels),
        },
        { name: 'consentOn', label: t('referral.consentOn'), as: 'day' },
        { name: 'followUp', label: t('referral.followUpOn'), as: 'day' },
        { name: 'warmHandOff', label: t('referral.warmHandOff'), as: 'check' },
        { name: 'told', label: t('referral.outcomeHint'), as: 'text' },
      ]}
      before={({ values }) => (
        <WhoSees resource={directory.find(({ name }) => name === values.resource)} />
      )}
      onClose={onClose}
      onSubmit={async (next, base) => {
        if (referral === undefined) await run(record.id, referrals.add, next)
        else await run(record.id, referrals.edit, { id: referral.id, base, next })
        onWritten?.()
      }}
    />
  )
}
