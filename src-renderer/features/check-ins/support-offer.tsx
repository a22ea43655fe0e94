/**
 * What follows a low check-in, in one dialog: the numbers for urgent help, and what the coach can do about it. Closed
 * without a choice, it waits on Today, and it says no number there or here.
 * Not a form: three ways on, none of them the obvious one.
 */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { RecordProjection } from '../../../shared/model/projection'
import type { opensAfter } from '../../../shared/model/record/check-in'
import { displayName } from '../../../shared/model/record/mentee'
import { settleSupport } from '../../../shared/model/record/support-offer'
import { spoken, t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRun } from '../../context/vault/session'
import { ReferralForm } from '../referrals/referral-form'
import { SupportLines } from '../resources/support-card'

/** What the check-in just opened; `later` from Today, which does not know. */
export type Opened = Exclude<ReturnType<typeof opensAfter>, undefined> | 'later'

const SENTENCE: Readonly<Record<Opened, string>> = spoken({
  'support-card': 'supportOffer.veryLow',
  resources: 'supportOffer.low',
  later: 'supportOffer.lowWheel',
})

export const SupportOffer = ({
  record,
  opened,
  onClose,
}: {
  readonly record: RecordProjection
  readonly opened: Opened
  readonly onClose: () => void
}) => {
  const run = useRun()
  const [referring, setReferring] = useState(false)
  const settle = (): void => void run(record.id, settleSupport, undefined)
  if (referring)
    return (
      <ReferralForm
        record={record}
        resource={t('supportOffer.mentalHealthCounseling')}
        onWritten={settle}
        onClose={onClose}
      />
    )
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('supportOffer.supportFor', { mentee: displayName(record.mentee) })}
    >
      <Stack gap="md">
        <Text>{SENTENCE[opened]}</Text>
        {opened !== 'resources' && <SupportLines />}
        <Text size="sm" c="dimmed">
          {t('supportOffer.signpost')}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              settle()
              onClose()
            }}
          >
            {t('common.notNow')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              settle()
              onClose()
              go({ screen: 'resources' })
            }}
          >
            {t('supportOffer.showResources')}
          </Button>
          <Button data-autofocus onClick={() => setReferring(true)}>
            {t('supportOffer.writeAReferral')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
