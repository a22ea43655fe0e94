/** Today: the first screen after unlocking. Everything on it can be done from it. */
import { Button, Group, Progress, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { currentRecords } from '../../../shared/model/projection'
import { dayOfWeek } from '../../../shared/model/reach'
import { type Today, todayOf } from '../../../shared/model/today'
import { go, setAdding } from '../../app/app-state'
import { useModel, useVault } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { count } from '../../ui/labels'
import { Section } from '../../ui/section'
import { relativeDay, today } from '../../ui/when'
import { Tour } from '../help/tour'
import { WhatsNew } from '../help/whats-new'
import { VaultNotices } from '../merging/notices'
import { useStartSession } from '../sessions/start-session'
import { Inbox } from './inbox'
import { IncomingNotice } from './incoming'
import { Sessions } from './sessions-this-week'
import { SheetReminder } from './sheet-reminder'
import { Waiting } from './waiting'

const weeks = (days: number): string =>
  days >= 14 ? count(Math.round(days / 7), 'week') : count(days, 'day')

const Unseen = ({ now }: { readonly now: Today }) => {
  const start = useStartSession()
  return (
    <Section title="Not seen in a while">
      {now.unseen.length === 0 && (
        <Text size="sm" c="dimmed">
          Everybody was seen within their cadence.
        </Text>
      )}
      {now.unseen.slice(0, 8).map((row) => (
        <Group key={row.id} justify="space-between" wrap="nowrap">
          <UnstyledButton onClick={() => go({ screen: 'mentee', id: row.id, tab: 'overview' })} miw={0}>
            <Text truncate>
              <b>{row.name}</b>
              <Text span size="sm" c="dimmed">
                {' '}
                · {weeks(row.daysSince ?? 0)} (every {row.cadenceDays / 7})
                {row.nextContact === null ? '' : ` · planned ${relativeDay(row.nextContact)}`}
              </Text>
            </Text>
          </UnstyledButton>
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`Start a session with ${row.name}`}
            onClick={() => void start(row.id)}
          >
            Start
          </Button>
        </Group>
      ))}
      {now.unseen.length > 8 && (
        <Text size="sm" c="dimmed">
          and {now.unseen.length - 8} more under Mentees, attention first
        </Text>
      )}
    </Section>
  )
}

const Reach = ({ now }: { readonly now: Today }) => (
  <Section
    title="REACH"
    action={
      <Button variant="subtle" size="compact-sm" onClick={() => go({ screen: 'reach' })}>
        Open the board
      </Button>
    }
  >
    {now.reach.length === 0 && (
      <Text size="sm" c="dimmed">
        No REACH week now.
      </Text>
    )}
    {now.reach.map(({ week, classYear, open, of }) => (
      <Stack key={week.id} gap={4}>
        <Text>
          Class of {classYear}: week {week.quarter}, day {dayOfWeek(week, today())}
          {week.theme === '' ? '' : ` · ${week.theme}`}
        </Text>
        <Progress
          value={of === 0 ? 0 : ((of - open) / of) * 100}
          size={6}
          aria-label={`Class of ${classYear}: ${of - open} of ${of} done`}
        />
        <Text size="sm" c="dimmed">
          {of - open} of {of} done
        </Text>
      </Stack>
    ))}
  </Section>
)

export const TodayScreen = () => {
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const now = todayOf(records, vault, today())
  const [week, setWeek] = useLocalStorage({ key: 'today-as-week', defaultValue: false })
  const reach = now.reach[0]?.week
  const sessions = <Sessions now={now} week={week} onWeek={setWeek} />
  return (
    <Stack gap="md">
      <Title order={1}>Today</Title>
      <Text c="dimmed" mt={-10}>
        {dayjs().format('dddd D MMMM')}
        {reach === undefined ? '' : ` · REACH week ${reach.quarter} of 4, day ${dayOfWeek(reach, today())}`}
      </Text>
      <WhatsNew />
      <Tour />
      <IncomingNotice />
      <VaultNotices />
      <SheetReminder />
      {records.length === 0 ? (
        <EmptyState
          icon={IconUsers}
          title="Your day begins here"
          text="Sessions, what you promised, and whom you have not seen in a while. Add your first mentee, or import the roster."
        >
          <Group gap="xs">
            <Button
              onClick={() => {
                go({ screen: 'caseload' })
                setAdding(true)
              }}
            >
              Add the first mentee
            </Button>
            <Button variant="default" onClick={() => go({ screen: 'import' })}>
              Import a roster
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
              <Waiting now={now} />
              <Reach now={now} />
            </Stack>
          </SimpleGrid>
        </>
      )}
    </Stack>
  )
}
