/** Whoever is being forgotten: met longer ago than the cadence, or never met. */
import { Button, Group, Text, UnstyledButton } from '@mantine/core'
import type { MenteeStanding } from '../../../shared/views/attention'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { Section } from '../../ui/section'
import { relativeDay, useToday } from '../../ui/when'
import { useStartSession } from '../sessions/start-session'

/** More than this many wait under Mentees. */
const MOST_SHOWN = 5

const weeks = (days: number): string =>
  days >= 14 ? t('count.week', { count: Math.round(days / 7) }) : t('count.day', { count: days })

const sinceWords = (
  { lastContact, daysSince, cadenceDays, nextContact, notMet, pairedOn }: MenteeStanding,
  day: string,
) =>
  [
    notMet && pairedOn !== null
      ? t('paired.whenNotMet', { when: relativeDay(pairedOn, day) })
      : lastContact === null
        ? t('today.neverMet')
        : t('today.sinceOfCadence', { weeks: weeks(daysSince ?? 0), cadence: cadenceDays / 7 }),
    nextContact !== null && t('today.plannedOn', { day: relativeDay(nextContact, day) }),
  ]
    .filter(Boolean)
    .join(' · ')

/** Who was not met yet may have their first meeting planned, and is not overdue then. */
const titleOf = ({ unseen }: Today): string =>
  unseen.some(({ notMet, overdue }) => notMet && !overdue) ? t('today.toMeet') : t('today.notSeen')

export const Unseen = ({ now }: { readonly now: Today }) => {
  const day = useToday()
  const start = useStartSession()
  const rest = now.unseen.length - MOST_SHOWN
  return (
    <Section dense title={titleOf(now)}>
      {now.unseen.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('today.everybodySeen')}
        </Text>
      )}
      {now.unseen.slice(0, MOST_SHOWN).map((row) => (
        <Group key={row.id} justify="space-between" wrap="nowrap">
          <UnstyledButton
            onClick={() => go({ screen: 'mentee', id: row.id, tab: 'overview' })}
            miw={0}
          >
            <Text fw={600}>{row.name}</Text>
            <Text size="sm" c="dimmed">
              {sinceWords(row, day)}
            </Text>
          </UnstyledButton>
          <Button
            size="compact-sm"
            variant="subtle"
            flex="none"
            aria-label={t('today.startSessionWith', { name: row.name })}
            data-types
            onClick={() => void start(row.id)}
          >
            {t('today.start')}
          </Button>
        </Group>
      ))}
      {rest > 0 && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() =>
              go({
                screen: 'caseload',
                only: now.unseen.map(({ id }) => id),
                why: titleOf(now),
              })
            }
          >
            {t('today.moreUnseen', { count: rest })}
          </Button>
        </Group>
      )}
    </Section>
  )
}
