/** What is next: the next session, and the days ahead that matter to the mentee. */
import { Button, Group, Text, UnstyledButton } from '@mantine/core'
import { directoryOf } from '../../../shared/model/caseload/resource'
import { nextGroupSession } from '../../../shared/views/attention'
import { servicesAtSite } from '../../../shared/views/services'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { runCommand } from '../../context/commands/commands'
import { useVault } from '../../context/vault/session'
import { Section } from '../../ui/section'
import { inWords, longDay, relativeDay, timeOfDay, useToday } from '../../ui/when'
import type { AboutMentee } from './about-mentee'
import { QuestionsAhead } from './brief-content'

const MOST_DATES = 4

export const ComesNext = ({ record, brief, editable }: AboutMentee) => {
  const day = useToday()
  const { next, dates } = brief
  const vault = useVault()
  const nextGroup = nextGroupSession(vault.groupSessions, record, day)
  const { site, services } = servicesAtSite(
    directoryOf(vault.resources),
    record,
    day,
    vault.settings.turnover,
  )
  return (
    <Section
      dense
      title={t('brief.next')}
      action={
        editable &&
        next === undefined && (
          <Button variant="subtle" size="compact-sm" onClick={() => runCommand('plan-session')}>
            {t('mentee.planSession')}
          </Button>
        )
      }
    >
      {next === undefined && nextGroup === undefined && (
        <Text size="sm" c="dimmed">
          {t('brief.nothingPlanned')}
        </Text>
      )}
      {next !== undefined && (
        <UnstyledButton
          onClick={() => go({ screen: 'session', id: record.id, session: next.id })}
          title={longDay(next.date)}
        >
          <Text size="sm" fw={600}>
            {next.startedAt !== null && next.date === day
              ? t('brief.underWay')
              : next.time === null
                ? t('brief.nextSession', { day: relativeDay(next.date, day) })
                : t('brief.nextSessionAt', {
                    day: relativeDay(next.date, day),
                    time: timeOfDay(next.time),
                  })}
          </Text>
        </UnstyledButton>
      )}
      {nextGroup !== undefined && (
        <UnstyledButton
          onClick={() => go({ screen: 'group-session', session: nextGroup.id })}
          title={longDay(nextGroup.date)}
        >
          <Text size="sm">
            {nextGroup.time === null
              ? t('brief.nextGroup', { day: relativeDay(nextGroup.date, day) })
              : t('brief.nextGroupAt', {
                  day: relativeDay(nextGroup.date, day),
                  time: timeOfDay(nextGroup.time),
                })}
          </Text>
        </UnstyledButton>
      )}
      {dates.slice(0, MOST_DATES).map((one) => (
        <div key={one.id}>
          <Group justify="space-between" wrap="nowrap" gap="sm" align="baseline">
            <Text size="sm">{one.title}</Text>
            {one.monthOnly === true ? (
              <Text size="sm" c="dimmed" flex="none">
                {inWords(one.date, 'long month')}
              </Text>
            ) : (
              <Text size="sm" c="dimmed" flex="none" title={longDay(one.date)}>
                {relativeDay(one.date, day)}
              </Text>
            )}
          </Group>
          <QuestionsAhead of={one} />
        </div>
      ))}
      {services.length > 0 && (
        <UnstyledButton onClick={() => go({ screen: 'resources' })}>
          <Text size="sm" c="dimmed">
            {t('brief.atSite', { site, services: services.map(({ name }) => name).join(', ') })}
          </Text>
        </UnstyledButton>
      )}
    </Section>
  )
}
