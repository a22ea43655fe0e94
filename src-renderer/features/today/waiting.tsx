/** What waits for the coach: action items, follow-ups, referrals and agreements to review. */
import { Button, Checkbox, Group, Text, UnstyledButton } from '@mantine/core'
import { IconHeartHandshake } from '@tabler/icons-react'
import { useState } from 'react'
import { referrals } from '../../../shared/model/record/referral'
import { sessions } from '../../../shared/model/record/session'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { HiddenLine } from '../../context/hidden'
import { useRecord, useRun } from '../../context/vault/session'
import { Section } from '../../ui/section'
import { relativeDay, useToday } from '../../ui/when'
import { SupportOffer } from '../check-ins/support-offer'
import { ActionLine } from '../sessions/action-list'

/** More action items than this wait behind a button. */
const MOST_SHOWN = 10

/** How much waits. */
export const waitingIn = (now: Today): number =>
  now.actions.length +
  now.followUps.length +
  now.referrals.length +
  now.reviews.length +
  now.support.length

export const Waiting = ({
  now,
  hidden,
}: {
  readonly now: Today
  /** How many more there are that a screen which others look at does not show. */
  readonly hidden: number
}) => {
  const run = useRun()
  const [all, setAll] = useState(false)
  const day = useToday()
  /** The mentee whom support is offered to just now. */
  const [offering, setOffering] = useState<string>()
  const offered = useRecord(offering ?? '')
  const nothing = waitingIn(now) === 0
  return (
    <Section title={t('today.waitingTitle')}>
      {nothing && hidden === 0 && (
        <Text size="sm" c="dimmed">
          {t('today.nothingDue')}
        </Text>
      )}
      {hidden > 0 && <HiddenLine>{t('presenting.thing', { count: hidden })}</HiddenLine>}
      {now.support.map(({ record, mentee, item }) => (
        <UnstyledButton key={record} onClick={() => setOffering(record)}>
          <Group gap={12} wrap="nowrap" align="flex-start">
            <IconHeartHandshake
              size={20}
              stroke={1.6}
              color="var(--care)"
              style={{ flexShrink: 0 }}
            />
            <div>
              <Text>{t('today.offerSupport', { mentee })}</Text>
              <Text size="sm" c="dimmed">
                {t('today.since', { day: relativeDay(item.since, day) })}
              </Text>
            </div>
          </Group>
        </UnstyledButton>
      ))}
      {now.actions.slice(0, all ? undefined : MOST_SHOWN).map(({ record, mentee, item }) => (
        <ActionLine key={item.id} recordId={record} item={item} of={mentee} />
      ))}
      {now.actions.length > MOST_SHOWN && !all && (
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            {t('today.showAllActions', { count: now.actions.length })}
          </Button>
        </Group>
      )}
      {now.followUps.map(({ record, mentee, item }) => (
        <Checkbox
          key={item.id}
          label={t('today.followUpSession', { topic: item.followUpNote || t('today.theSession') })}
          description={`${mentee} · ${relativeDay(item.followUp ?? day, day)}`}
          checked={false}
          onChange={() =>
            void run(record, sessions.edit, { id: item.id, next: { followUpDone: true } })
          }
        />
      ))}
      {now.referrals.map(({ record, mentee, item }) => (
        <Checkbox
          key={item.id}
          label={t('today.followUpReferral', { service: item.resource })}
          description={t('today.referralDue', {
            mentee,
            day: relativeDay(item.followUp ?? day, day),
          })}
          checked={false}
          onChange={() =>
            void run(record, referrals.edit, { id: item.id, next: { followUpDone: true } })
          }
        />
      ))}
      {now.reviews.map(({ record, mentee, item }) => (
        <UnstyledButton
          key={item.id}
          onClick={() => go({ screen: 'mentee', id: record, tab: 'record' })}
        >
          <Text>{t('today.reviewAgreement', { mentee })}</Text>
          <Text size="sm" c="dimmed">
            {relativeDay(item.due, day)}
          </Text>
        </UnstyledButton>
      ))}
      {offered !== undefined && (
        <SupportOffer record={offered} opened="later" onClose={() => setOffering(undefined)} />
      )}
    </Section>
  )
}
