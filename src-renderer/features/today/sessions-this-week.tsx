/** The week's sessions, with one mentee and with groups, and those of the past that still say "planned". */
import { Button, Group, Menu, SegmentedControl, Text, UnstyledButton } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { sessions } from '../../../shared/model/record/session'
import type { Today } from '../../../shared/views/today'
import { t } from '../../../shared/words/words'
import { go, type Route } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { NEW_SESSION } from '../../context/commands/list/new'
import { keycapsOf } from '../../context/commands/shortcuts'
import { useRun } from '../../context/vault/session'
import { weekdayAndDate } from '../../ui/day-words'
import { sessionLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { useToday, When } from '../../ui/when'
import { CalendarExport } from '../calendar/calendar-export'
import { CalendarImport } from '../calendar/calendar-import'
import { WeekView } from '../calendar/week-view'
import { useStartSession } from '../sessions/start-session'

const dayWords = (day: string, time: string | null, now: string): string =>
  `${day === now ? (time === null ? 'Today' : '') : weekdayAndDate(day)}${time === null ? '' : ` ${time}`}`.trim()

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
        name: t('sessionsThisWeek.reachGroupGroup', { group: group.group }),
        about: t('count.mentee', { count: group.members }),
        to: { screen: 'group-session', session: group.id },
      }),
    ),
  ].sort((a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? ''))

/** A week holds no more; the rest is under Mentees, by the next date. */
const MOST_SESSIONS = 30
const MOST_UNFILED = 6

const CalendarMenu = ({ onOpen }: { readonly onOpen: (dialog: 'import' | 'export') => void }) => (
  <Menu position="bottom-end" withinPortal>
    <Menu.Target>
      <Button variant="subtle" size="compact-sm">
        {t('sessionsThisWeek.calendar')}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={() => onOpen('import')}>
        {t('sessionsThisWeek.takeInSessionsFromACalendar')}
      </Menu.Item>
      <Menu.Item onClick={() => onOpen('export')}>
        {t('sessionsThisWeek.exportSessionsToACalendar')}
      </Menu.Item>
    </Menu.Dropdown>
  </Menu>
)

/** The coming sessions, as a list or as a week of the calendar. */
export const Sessions = ({
  now,
  week,
  onWeek,
}: {
  readonly now: Today
  readonly week: boolean
  readonly onWeek: (week: boolean) => void
}) => {
  const [dialog, setDialog] = useState<'import' | 'export'>()
  useCommand('calendar-import', () => setDialog('import'))
  useCommand('calendar-export', () => setDialog('export'))
  const close = (): void => setDialog(undefined)
  return (
    <Section
      title={t('sessionsThisWeek.sessionsThisWeek')}
      action={
        <Group gap="xs" wrap="nowrap">
          <CalendarMenu onOpen={setDialog} />
          <SegmentedControl
            aria-label={t('sessionsThisWeek.sessionsAs')}
            size="xs"
            value={week ? 'week' : 'list'}
            onChange={(value) => onWeek(value === 'week')}
            data={[
              { value: 'list', label: t('sessionsThisWeek.list') },
              { value: 'week', label: t('sessionsThisWeek.week') },
            ]}
          />
        </Group>
      }
    >
      {week ? <WeekView /> : <SessionList now={now} />}
      {dialog === 'import' && <CalendarImport onClose={close} />}
      {dialog === 'export' && <CalendarExport onClose={close} />}
    </Section>
  )
}

const SessionList = ({ now }: { readonly now: Today }) => {
  const day = useToday()
  const run = useRun()
  const start = useStartSession()
  return (
    <>
      {now.sessions.length + now.groups.length + now.unfiled.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('sessionsThisWeek.nothingPlannedCtrlShiftSStarts', { keys: keycapsOf(NEW_SESSION) })}
        </Text>
      )}
      {inOrder(now)
        .slice(0, MOST_SESSIONS)
        .map((one) => (
          <Group key={one.id} justify="space-between" wrap="nowrap">
            <UnstyledButton onClick={() => go(one.to)} miw={0}>
              <Group gap="sm" wrap="nowrap">
                <Text className="tabular" c="dimmed" w={96} style={{ flexShrink: 0 }}>
                  {dayWords(one.date, one.time, day)}
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
            {one.date === day && one.to.screen === 'session' && (
              <Button
                size="compact-sm"
                variant="light"
                style={{ flexShrink: 0 }}
                leftSection={<IconPlayerPlay size={14} />}
                aria-label={t('sessionsThisWeek.startTheSessionWithName', { name: one.name })}
                onClick={() => one.to.screen === 'session' && void start(one.to.id)}
              >
                {t('sessionsThisWeek.start')}
              </Button>
            )}
          </Group>
        ))}
      {now.unfiled.slice(0, MOST_UNFILED).map(({ record, mentee, item }) => (
        <Group key={item.id} justify="space-between" wrap="nowrap">
          <UnstyledButton onClick={() => go({ screen: 'session', id: record, session: item.id })} miw={0}>
            <Text size="sm" c="var(--care)" truncate>
              {t('sessionsThisWeek.menteePlanned', { mentee })} <When day={item.date} />
            </Text>
          </UnstyledButton>
          <Group gap={4} wrap="nowrap">
            {(['held', 'missed', 'cancelled'] as const).map((status) => (
              <Button
                key={status}
                size="compact-xs"
                variant="default"
                aria-label={t('sessionsThisWeek.theSessionWithMenteeWasStatus', { mentee, status })}
                onClick={() => void run(record, sessions.edit, { id: item.id, next: { status } })}
              >
                {status === 'held'
                  ? t('sessionsThisWeek.held')
                  : status === 'missed'
                    ? t('sessionsThisWeek.missed')
                    : t('sessionsThisWeek.cancelled')}
              </Button>
            ))}
          </Group>
        </Group>
      ))}
    </>
  )
}
