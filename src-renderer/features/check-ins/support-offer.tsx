/**
 * What follows a low check-in, in one dialog that stays until the coach has chosen: what to say, the numbers for urgent
 * help, and what can be done about it. It waits on Today until it was acted on, also when the app was closed meanwhile,
 * and it says no number there or here.
 * Not a form: four ways on, and no key that closes it unread.
 */
import { Button, Group, List, Modal, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { useRef, useState } from 'react'
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

const SAY = spoken(['supportOffer.sayThanks', 'supportOffer.sayWhatHelps'])
/** Asked in plain words: that does not put the thought into anybody's mind. */
const SAY_WHEN_VERY_LOW = spoken([
  'supportOffer.sayThanks',
  'supportOffer.askDirectly',
  'supportOffer.sayTogether',
])

const WhatToSay = ({ opened }: { readonly opened: Opened }) => (
  <section aria-label={t('supportOffer.whatToSay')}>
    <Title order={3} mb="xs">
      {t('supportOffer.whatToSay')}
    </Title>
    <List spacing="xs">
      {(opened === 'resources' ? SAY : SAY_WHEN_VERY_LOW).map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  </section>
)

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
  const written = useRef(false)
  const settle = (): void => void run(record.id, settleSupport, undefined)
  const settled = (): void => {
    settle()
    onClose()
  }
  if (referring)
    return (
      <ReferralForm
        record={record}
        resource={t('supportOffer.mentalHealthCounseling')}
        onWritten={() => {
          written.current = true
          settle()
        }}
        // Given up, it is asked again what to do.
        onClose={() => (written.current ? onClose() : setReferring(false))}
      />
    )
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={false}
      size="xl"
      title={t('supportOffer.supportFor', { mentee: displayName(record.mentee) })}
    >
      <Stack gap="md">
        <Text>{SENTENCE[opened]}</Text>
        {opened === 'resources' ? (
          <WhatToSay opened={opened} />
        ) : (
          <SimpleGrid cols={2} spacing="xl">
            <WhatToSay opened={opened} />
            <SupportLines />
          </SimpleGrid>
        )}
        <Text size="sm" c="dimmed">
          {t('supportOffer.signpost')}
        </Text>
        <Group justify="space-between" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('supportOffer.keepOnToday')}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={settled}>
              {t('supportOffer.weTalked')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                settled()
                go({ screen: 'resources' })
              }}
            >
              {t('supportOffer.showResources')}
            </Button>
            <Button data-autofocus onClick={() => setReferring(true)}>
              {t('supportOffer.writeAReferral')}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  )
}
