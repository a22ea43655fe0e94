/** Today: the first screen after unlocking. Everything on it can be done from it. */
import {
  Button,
  Checkbox,
  Group,
  Progress,
  SimpleGrid,
  Stack,
  Text,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { IconPlayerPlay, IconUsers } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { useState } from 'react'
import { currentRecords } from '../../../shared/model/projection'
import { dayOfWeek } from '../../../shared/model/reach'
import { referrals } from '../../../shared/model/referral'
import { sessions } from '../../../shared/model/session'
import { type Today, todayOf } from '../../../shared/model/today'
import { go, type Route, setAdding } from '../../app/app-state'
import { useModel, useRun, useVault } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { count, sessionLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { relativeDay, today, When } from '../../ui/when'
import { VaultNotices } from '../merging/notices'
import { ActionLine } from '../sessions/action-list'
import { useStartSession } from '../sessions/start-session'
import { IncomingNotice } from './incoming'

const dayWords = (day: string, time: string | null): string =>
  `${day === today() ? (time === null ? 'Today' : '') : dayjs(day).format('ddd D')}${time === null ? '' : ` ${time}`}`.trim()

interface Planned {
  readonly id: string
  readonly date: string
  readonly time: string | null
  readonly name: string
  readonly about: string
  readonly to: Route
}

/** Sessions with one mentee and with groups, by day and time. */
const inOrder = (now: Today): readonly Planned[] =>
  [
    ...now.sessions.map(
      ({ record, mentee, item }): Planned => ({
        id: item.id,
        date: item.date,
        time: item.time,
        name: mentee,
        about: `${sessionLabels[item.kind]}${item.prepReady ? ' · prep ready' : ''}`,
        to: { screen: 'session', id: record, session: item.id },
      }),
    ),
    ...now.groups.map(
      (group): Planned => ({
        id: group.id,
        date: group.date,
        time: group.time,
        name: `REACH group ${group.group}`,
        about: count(group.members, 'mentee'),
        to: { screen: 'group-session', session: group.id },
      }),
    ),
  ].sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? ''))

/** A week holds no more; the rest is under Mentees, by the next date. */
const MOST_SESSIONS = 30
const MOST_UNFILED = 6

const Sessions = ({ now }: { readonly now: Today }) => {
  const run = useRun()
  const start = useStartSession()
  return (
    <Section title="Sessions this week">
      {now.sessions.length + now.groups.length + now.unfiled.length === 0 && (
        <Text size="sm" c="dimmed">
          Nothing planned. Ctrl Shift S starts a session with anyone.
        </Text>
      )}
      {inOrder(now)
        .slice(0, MOST_SESSIONS)
        .map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap">
            <UnstyledButton onClick={() => go(one.to)} miw={0}>
              <Group gap="sm" wrap="nowrap">
                <Text className="tabular" c="dimmed" w={96} style={{ flexShrink: 0 }}>
                  {dayWords(one.date, one.time)}
                </Text>
                <Text truncate>
                  <b>{one.name}</b>
                  <Text span size="sm" c="dimmed">
                    {' '}
                    · {one.about}
                  </Text>
                </Text>
              </Group>
            </UnstyledButton>
            {one.date === today() && one.to.screen === 'session' && (
              <Button
                size="compact-sm"
                variant="light"
                style={{ flexShrink: 0 }}
                leftSection={<IconPlayerPlay size={14} />}
                aria-label={`Start the session with ${one.name}`}
                onClick={() => one.to.screen === 'session' && void start(one.to.id)}
              >
                Start
              </Button>
            )}
          </Group>
        ))}
      {now.unfiled.slice(0, MOST_UNFILED).map(({ record, mentee, item }) => (
        <Group key={item.id} justify="space-between" wrap="nowrap">
          <UnstyledButton onClick={() => go({ screen: 'session', id: record, session: item.id })} miw={0}>
            <Text size="sm" c="var(--care)" truncate>
              {mentee}, planned <When day={item.date} />
            </Text>
          </UnstyledButton>
          <Group gap={4} wrap="nowrap">
            {(['held', 'missed', 'cancelled'] as const).map((status) => (
              <Button
                key={status}
                size="compact-xs"
                variant="default"
                aria-label={`The session with ${mentee} was ${status}`}
                onClick={() => void run(record, sessions.edit, { id: item.id, next: { status } })}
              >
                {status === 'held' ? 'Held' : status === 'missed' ? 'Missed' : 'Cancelled'}
              </Button>
            ))}
          </Group>
        </Group>
      ))}
    </Section>
  )
}

/** More action items than this wait behind a button. */
const MOST_SHOWN = 10

const Waiting = ({ now }: { readonly now: Today }) => {
  const run = useRun()
  const [all, setAll] = useState(false)
  const nothing = now.actions.length + now.followUps.length + now.referrals.length + now.reviews.length === 0
  return (
    <Section title="Waiting for you">
      {nothing && (
        <Text size="sm" c="dimmed">
          Nothing is due this week.
        </Text>
      )}
      {now.actions.slice(0, all ? undefined : MOST_SHOWN).map(({ record, mentee, item }) => (
        <ActionLine key={item.id} recordId={record} item={item} of={mentee} />
      ))}
      {now.actions.length > MOST_SHOWN && !all && (
        <Group>
          <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
            All {now.actions.length} action items
          </Button>
        </Group>
      )}
      {now.followUps.map(({ record, mentee, item }) => (
        <Checkbox
          key={item.id}
          label={`Follow up: ${item.followUpNote || 'the session'}`}
          description={`${mentee} · ${relativeDay(item.followUp ?? today())}`}
          checked={false}
          onChange={() => void run(record, sessions.edit, { id: item.id, next: { followUpDone: true } })}
        />
      ))}
      {now.referrals.map(({ record, mentee, item }) => (
        <Checkbox
          key={item.id}
          label={`Follow up: ${item.resource}`}
          description={`${mentee} · referral, ${relativeDay(item.followUp ?? today())}`}
          checked={false}
          onChange={() => void run(record, referrals.edit, { id: item.id, next: { followUpDone: true } })}
        />
      ))}
      {now.reviews.map(({ record, mentee, item }) => (
        <UnstyledButton key={item.id} onClick={() => go({ screen: 'mentee', id: record, tab: 'record' })}>
          <Text>Review the agreement with {mentee}</Text>
          <Text size="sm" c="dimmed">
            {relativeDay(item.due)}
          </Text>
        </UnstyledButton>
      ))}
    </Section>
  )
}

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
  const week = now.reach[0]?.week
  return (
    <Stack gap="md">
      <Title order={1}>Today</Title>
      <Text c="dimmed" mt={-10}>
        {dayjs().format('dddd D MMMM')}
        {week === undefined ? '' : ` · REACH week ${week.quarter} of 4, day ${dayOfWeek(week, today())}`}
      </Text>
      <IncomingNotice />
      <VaultNotices />
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
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md" style={{ alignItems: 'start' }}>
          <Stack gap="md">
            <Sessions now={now} />
            <Unseen now={now} />
          </Stack>
          <Stack gap="md">
            <Waiting now={now} />
            <Reach now={now} />
          </Stack>
        </SimpleGrid>
      )}
    </Stack>
  )
}
