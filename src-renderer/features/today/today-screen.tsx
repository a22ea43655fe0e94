/** Today: the first screen after unlocking. Everything on it can be done from it. */
import {
  Button,
  Group,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { currentRecords } from '../../../shared/model/projection'
import { dayOfWeek } from '../../../shared/model/record/reach'
import { type Today, todayOf } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go, setAdding } from '../../context/app-state'
import { useModel, useVault, useWholeModel } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { Section } from '../../ui/section'
import { inWords, relativeDay, useToday } from '../../ui/when'
import { Tour } from '../help/tour'
import { WhatsNew } from '../help/whats-new'
import { VaultNotices } from '../merging/notices'
import { useStartSession } from '../sessions/start-session'
import { Inbox } from './inbox'
import { IncomingNotice } from './incoming'
import { Sessions } from './sessions-this-week'
import { SheetReminder } from './sheet-reminder'
import { Waiting, waitingIn } from './waiting'

const weeks = (days: number): string =>
  days >= 14 ? t('count.week', { count: Math.round(days / 7) }) : t('count.day', { count: days })

const Unseen = ({ now }: { readonly now: Today }) => {
  const day = useToday()
  const start = useStartSession()
  return (
    <Section title={t('today.notSeen')}>
      {now.unseen.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('today.everybodySeen')}
        </Text>
      )}
      {now.unseen.slice(0, 8).map((row) => (
        <Group key={row.id} justify="space-between" wrap="nowrap">
          <UnstyledButton
            onClick={() => go({ screen: 'mentee', id: row.id, tab: 'overview' })}
            miw={0}
          >
            <Text truncate>
              <b>{row.name}</b>
              <Text span size="sm" c="dimmed">
                {' '}
                {[
                  t('today.sinceOfCadence', {
                    weeks: weeks(row.daysSince ?? 0),
                    cadence: row.cadenceDays / 7,
                  }),
                  row.nextContact !== null &&
                    t('today.plannedOn', { day: relativeDay(row.nextContact, day) }),
                ]
                  .filter(Boolean)
                  .map((words) => `· ${words}`)
                  .join(' ')}
              </Text>
            </Text>
          </UnstyledButton>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={t('today.startSessionWith', { name: row.name })}
            onClick={() => void start(row.id)}
          >
            {t('today.start')}
          </Button>
        </Group>
      ))}
      {now.unseen.length > 8 && (
        <Text size="sm" c="dimmed">
          {t('today.moreUnderMentees', { count: now.unseen.length - 8 })}
        </Text>
      )}
    </Section>
  )
}

const Reach = ({ now }: { readonly now: Today }) => {
  const day = useToday()
  return (
    <Section
      title={t('today.reach')}
      action={
        <Button variant="subtle" size="compact-sm" onClick={() => go({ screen: 'reach' })}>
          {t('today.openBoard')}
        </Button>
      }
    >
      {now.reach.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('today.noReachWeek')}
        </Text>
      )}
      {now.reach.map(({ week, classYear, open, of }) => (
        <Stack key={week.id} gap={4}>
          <Text>
            {t('today.classWeekDay', {
              class: classYear ?? '–',
              week: week.quarter,
              day: dayOfWeek(week, day),
            })}{' '}
            {week.theme !== '' && ` · ${week.theme}`}
          </Text>
          <Progress
            value={of === 0 ? 0 : ((of - open) / of) * 100}
            size={6}
            aria-label={t('today.classDone', { class: classYear, done: of - open, total: of })}
          />
          <Text size="sm" c="dimmed">
            {t('today.doneOf', { done: of - open, total: of })}
          </Text>
        </Stack>
      ))}
    </Section>
  )
}

export const TodayScreen = () => {
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const day = useToday()
  const now = todayOf(records, vault, day)
  const whole = useWholeModel()
  const everything =
    whole === undefined ? now : todayOf(currentRecords(whole.records), whole.vault, day)
  const [week, setWeek] = useLocalStorage({ key: 'today-as-week', defaultValue: false })
  const reach = now.reach[0]?.week
  const sessions = <Sessions now={now} week={week} onWeek={setWeek} />
  return (
    <Stack gap="md">
      <Title order={1}>{t('today.title')}</Title>
      <Text c="dimmed" mt={-10}>
        {inWords(day, 'weekday and day')}
        {reach === undefined
          ? ''
          : ` · ${t('today.reachWeekDay', { week: reach.quarter, day: dayOfWeek(reach, day) })}`}
      </Text>
      <WhatsNew />
      <Tour />
      <IncomingNotice />
      <VaultNotices />
      <SheetReminder />
      {records.length === 0 ? (
        <EmptyState icon={IconUsers} title={t('today.empty')} text={t('today.emptyWhy')}>
          <Group gap="xs">
            <Button
              onClick={() => {
                go({ screen: 'caseload' })
                setAdding(true)
              }}
            >
              {t('today.addFirst')}
            </Button>
            <Button variant="default" onClick={() => go({ screen: 'import' })}>
              {t('today.importRoster')}
            </Button>
          </Group>
        </EmptyState>
      ) : (
        <>
          {week && sessions}
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
            <Stack gap="md">
              {!week && sessions}
              <Unseen now={now} />
            </Stack>
            <Stack gap="md">
              <Inbox />
              <Waiting now={now} hidden={waitingIn(everything) - waitingIn(now)} />
              <Reach now={now} />
            </Stack>
          </SimpleGrid>
        </>
      )}
    </Stack>
  )
}
