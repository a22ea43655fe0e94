/**
 * A mentee's referrals, with what is to be followed up: to which service, whether the mentee agreed, what was told.
 * Escalations are written beside them, and shown in no list (escalation-section.tsx).
 */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core'
import { IconArrowGuide, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { type Referral, referrals } from '../../../shared/model/record/referral'
import { t } from '../../../shared/words/words'
import { useCommand } from '../../context/commands/commands'
import { useBin, useRun } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { EmptyState } from '../../ui/empty-state'
import { referralLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Tick } from '../../ui/tick'
import { Axes } from '../../ui/visibility-chip'
import { relativeDay, shortDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { ReferralForm } from './referral-form'

const ReferralCard = ({
  record,
  referral,
  editable,
  onEdit,
}: {
  readonly record: RecordProjection
  readonly referral: Referral
  readonly editable: boolean
  readonly onEdit: () => void
}) => {
  const run = useRun()
  const bin = useBin(record.id)
  const day = useToday()
  const late = referral.followUp !== null && !referral.followUpDone && referral.followUp < day
  return (
    <Card component="article" aria-label={referral.resource} data-item={referral.id}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs">
            <Title order={2}>{referral.resource}</Title>
            <Badge color={referral.status === 'declined' ? 'gray' : 'teal'}>
              {referralLabels[referral.status]}
            </Badge>
            {referral.warmHandOff && <Badge color="blue">{t('referral.warmHandOff')}</Badge>}
          </Group>
          {editable && (
            <Group gap={0} wrap="nowrap">
              <QuietButton
                name={t('referral.editTo', { resource: referral.resource })}
                icon={IconPencil}
                onClick={onEdit}
              />
              <DeleteButton
                name={t('referral.deleteTo', { resource: referral.resource })}
                onDelete={() => bin('referrals', referral.id, t('referral.inTheBin'))}
              />
            </Group>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {[
            shortDay(referral.date),
            referral.reason,
            referral.consentOn === null
              ? t('referral.noConsent')
              : t('referral.consentGiven', { day: shortDay(referral.consentOn) }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {referral.told !== '' && <Written>{referral.told}</Written>}
        <Group justify="space-between">
          {referral.followUp === null ? (
            <span />
          ) : (
            <Tick
              label={
                late
                  ? t('referral.followedUpLate', { day: relativeDay(referral.followUp, day) })
                  : t('referral.followedUpDue', { day: relativeDay(referral.followUp, day) })
              }
              checked={referral.followUpDone}
              disabled={!editable}
              onTick={(done) =>
                run(record.id, referrals.edit, {
                  id: referral.id,
                  next: { followUpDone: done },
                })
              }
            />
          )}
          <Axes visibility={referral.visibility} provenance={referral.provenance} />
        </Group>
      </Stack>
    </Card>
  )
}

export const ReferralsTab = ({ record }: { readonly record: RecordProjection }) => {
  const [form, setForm] = useState<Referral | 'new'>()
  const list = kept(record.referrals)
  const editable = !isNewerRecord(record)
  useCommand('new-referral', editable ? () => setForm('new') : undefined)
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} />}
      disabled={!editable}
      onClick={() => setForm('new')}
    >
      {t('referral.new')}
    </Button>
  )
  return (
    <Stack gap="md" pt="md">
      {list.length === 0 ? (
        <EmptyState icon={IconArrowGuide} title={t('referral.empty')} text={t('referral.emptyWhy')}>
          {add}
        </EmptyState>
      ) : (
        <Group>{add}</Group>
      )}
      {list.map((referral) => (
        <ReferralCard
          key={referral.id}
          record={record}
          referral={referral}
          editable={editable}
          onEdit={() => setForm(referral)}
        />
      ))}
      {form !== undefined && (
        <ReferralForm
          record={record}
          {...(form === 'new' ? {} : { referral: form })}
          onClose={() => setForm(undefined)}
        />
      )}
    </Stack>
  )
}
