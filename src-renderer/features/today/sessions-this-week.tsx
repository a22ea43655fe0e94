/** The week's sessions, with one mentee and with groups, and those of the past that still say "planned". */
import { Box, Button, Group, Menu, SegmentedControl, Text, UnstyledButton } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { sessions } from '../../../shared/model/record/session'
import type { Today } from '../../../shared/views/today'
import { spoken, t } from '../../../shared/words/words'
import { go, type Route } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { NEW_SESSION } from '../../context/commands/list/new'
import { keycapsOf } from '../../context/commands/shortcuts'
import { aimTyping, typeAhead } from '../../context/typing/type-ahead'
import { useRun } from '../../context/vault/session'
import { weekdayAndDate } from '../../ui/days/day-words'
import { sessionLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { timeOfDay, useToday, When } from '../../ui/when'
import { CalendarExport } from '../calendar/calendar-export'
import { CalendarImport } from '../calendar/calendar-import'
import { WeekView } from '../calendar/week-view'
import { useStartSession } from '../sessions/start-session'
import classes from './today-screen.module.css'

interface Planned {
  readonly id: string
  readonly date: string
  readonly time: string | null
  readonly name: string
  readonly about: string
  /** Begun, and not ended yet. */
  readonly underWay: boolean
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
        about: [
          sessionLabels[item.kind],
          item.startedAt !== null ? t('week.underWay') : item.prepReady && t('week.prepReady'),
        ]
          .filter(Boolean)
          .join(' · '),
        underWay: item.startedAt !== null,
        to: { screen: 'session', id: record, session: item.id },
      }),
    ),
    ...now.groups.map(
      (group): Planned => ({
        id: group.id,
        date: group.date,
        time: group.time,
        name: t('week.reachGroup', { group: group.group }),
        about: t('count.mentee', { count: group.members }),
        underWay: false,
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
      <Button variant="subtle" size="compact-sm" px={4} c="dimmed">
        {t('week.calendar')}
      </Button>
    </Menu.Target>
    <Menu.Dropdown>
      <Menu.Item onClick={() => onOpen('import')}>{t('week.import')}</Menu.Item>
      <Menu.Item onClick={() => onOpen('export')}>{t('week.export')}</Menu.Item>
    </Menu.Dropdown>
  </Menu>
)

/** The coming sessions, as a list or as a week of the calendar. */
/** What is asked of a session whose day is over. */
const WHAT_BECAME_OF_IT = [
  spoken({ name: 'week.held' }, { next: { status: 'held' } }),
  spoken({ name: 'week.missed' }, { next: { status: 'missed' } }),
  spoken({ name: 'week.iCanceled' }, { next: { status: 'cancelled', calledOffBy: 'by-coach' } }),
  spoken(
    { name: 'week.theyCanceled' },
    { next: { status: 'cancelled', calledOffBy: 'by-mentee' } },
  ),
] as const

export const Sessions = ({
  now,
  weekEnd,
  week,
  onWeek,
}: {
  readonly now: Today
  readonly weekEnd: string
  readonly week: boolean
  readonly onWeek: (week: boolean) => void
}) => {
  const [dialog, setDialog] = useState<'import' | 'export'>()
  useCommand('calendar-import', () => setDialog('import'))
  useCommand('calendar-export', () => setDialog('export'))
  const close = (): void => setDialog(undefined)
  const [first] = inOrder(now)
  const day = useToday()
  const start = useStartSession()
  useCommand(
    'next-session',
    first &&
      (() => {
        if (first.to.screen === 'session' && first.date === day)
          return void start(first.to.id, first.id)
        typeAhead()
        aimTyping(first.id)
        go(first.to)
      }),
  )
  return (
    <Section
      dense
      // Nothing is left of this week: what is listed is what comes after it.
      title={
        !week && first !== undefined && first.date > weekEnd ? t('week.next') : t('week.title')
      }
      action={
        <Group gap={4} wrap="nowrap">
          <CalendarMenu onOpen={setDialog} />
          <SegmentedControl
            aria-label={t('week.viewLabel')}
            size="xs"
            value={week ? 'week' : 'list'}
            onChange={(value) => onWeek(value === 'week')}
            data={[
              { value: 'list', label: t('common.list') },
              { value: 'week', label: t('week.week') },
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
  const coming = inOrder(now).slice(0, MOST_SESSIONS)
  return (
    <>
      {coming.length + now.unfiled.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('week.empty', { keys: keycapsOf(NEW_SESSION) })}
        </Text>
      )}
      {coming.map((one, index) => (
        <Group
          key={one.id}
          justify="space-between"
          wrap="nowrap"
          {...(index === 0 ? { className: classes.next ?? '' } : {})}
        >
          <UnstyledButton onClick={() => go(one.to)} miw={0}>
            <Group gap="sm" wrap="nowrap" align="baseline">
              <Box w={76} flex="none" className="tabular">
                <Text>{one.date === day ? t('today.title') : weekdayAndDate(one.date)}</Text>
                {one.time !== null && (
                  <Text size="sm" c="dimmed">
                    {timeOfDay(one.time)}
                  </Text>
                )}
              </Box>
              <div>
                <Text fw={600}>{one.name}</Text>
                <Text size="sm" c="dimmed">
                  {one.about}
                </Text>
              </div>
            </Group>
          </UnstyledButton>
          {one.date === day && one.to.screen === 'session' && (
            <Button
              size="compact-sm"
              variant={index === 0 ? 'filled' : 'light'}
              flex="none"
              leftSection={<IconPlayerPlay size={14} />}
              aria-label={t(one.underWay ? 'week.goOnWith' : 'week.startWith', {
                name: one.name,
              })}
              data-types
              onClick={() => one.to.screen === 'session' && void start(one.to.id, one.id)}
            >
              {one.underWay ? t('week.goOn') : t('week.start')}
            </Button>
          )}
        </Group>
      ))}
      {now.unfiled.slice(0, MOST_UNFILED).map(({ record, mentee, item }) => (
        <Group key={item.id} justify="space-between" wrap="nowrap">
          <UnstyledButton
            onClick={() => go({ screen: 'session', id: record, session: item.id })}
            miw={0}
          >
            <Text size="sm" c="var(--care)">
              {t('week.plannedWith', { mentee })} <When day={item.date} />
            </Text>
          </UnstyledButton>
          <Group gap={4} wrap="nowrap">
            {WHAT_BECAME_OF_IT.map((one) => (
              <Button
                key={one.name}
                size="compact-xs"
                variant="default"
                aria-label={t('week.markedAs', { mentee, state: one.name })}
                onClick={() => void run(record, sessions.edit, { id: item.id, next: one.next })}
              >
                {one.name}
              </Button>
            ))}
          </Group>
        </Group>
      ))}
    </>
  )
}
