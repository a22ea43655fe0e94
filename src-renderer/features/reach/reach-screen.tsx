/** REACH across the caseload: the board of a class and group, its calendar, its group sessions, who is not done. */

import { Alert, Button, Group, Select, Stack, Tabs, Text, Title } from '@mantine/core'
import { IconCalendarWeek, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { currentRecords, kept } from '../../../shared/model/projection'
import { groupSessions } from '../../../shared/model/record/group-session'
import { displayName } from '../../../shared/model/record/mentee'
import { weekNear, weekStatus, weeksOf, weeksOfMentee } from '../../../shared/model/record/reach'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { aimTyping, stopTypingAhead, typeAhead } from '../../context/typing/type-ahead'
import { useModel, useRunOnVault, useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { sessionStatusLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { shortDay, today, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { Board } from './board'
import { WeekCalendar } from './week-form'

const Groups = ({ group, week }: { readonly group: string | null; readonly week: string }) => {
  const runOnVault = useRunOnVault()
  const list = kept(useVault().groupSessions).filter((one) => group === null || one.group === group)
  const add = async (): Promise<void> => {
    typeAhead()
    const id = await runOnVault(groupSessions.add, { group: group ?? '', week, date: today() })
    if (id === undefined) return stopTypingAhead()
    aimTyping(id)
    go({ screen: 'group-session', session: id })
  }
  return (
    <Section
      title={t('reach.groupSessions')}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          disabled={group === null}
          onClick={() => void add()}
        >
          {t('reach.newSession')}
        </Button>
      }
    >
      {group === null && (
        <Text size="sm" c="dimmed">
          {t('reach.chooseGroup')}
        </Text>
      )}
      {list.map((one) => (
        <Group key={one.id} justify="space-between">
          <Text>
            {t('reach.sessionEntry', {
              day: shortDay(one.date),
              group: one.group,
              state: sessionStatusLabels[one.status],
            })}
            {one.present.length > 0 && ` · ${t('count.mentee', { count: one.present.length })}`}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('reach.openSessionOf', { day: shortDay(one.date) })}
            onClick={() => go({ screen: 'group-session', session: one.id })}
          >
            {t('reach.openLabel')}
          </Button>
        </Group>
      ))}
    </Section>
  )
}

/** A board of more mentees than this begins with the first group. */
const BOARD_ROWS = 24

export const ReachScreen = () => {
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const classes = [...new Set(records.flatMap(({ mentee }) => mentee.classYear ?? []))].sort(
    (a, b) => a - b,
  )
  const day = useToday()
  const soonest =
    classes.find((year) => {
      const week = weekNear(weeksOf(vault.reachWeeks, year), day)
      return week !== undefined && week.start <= day && day <= week.end
    }) ?? classes[0]
  const [classYear, setClassYear] = useState<number | undefined>(soonest)
  const [chosenGroup, setGroup] = useState<string | null>()
  const [chosen, setChosen] = useState<string | null>(null)
  const [onlyOpen, setOnlyOpen] = useState(false)
  if (classYear === undefined)
    return (
      <Stack gap="md">
        <Title order={1}>{t('reach.title')}</Title>
        <EmptyState icon={IconCalendarWeek} title={t('reach.byClass')} text={t('reach.emptyWhy')}>
          <Button onClick={() => go({ screen: 'caseload' })}>{t('reach.openMentees')}</Button>
        </EmptyState>
      </Stack>
    )
  const weeks = weeksOf(vault.reachWeeks, classYear)
  const week = weeks.find(({ id }) => id === chosen) ?? weekNear(weeks, day)
  const ofClass = records.filter((record) =>
    week === undefined
      ? record.mentee.classYear === classYear
      : weeksOfMentee(vault.reachWeeks, record).some(({ id }) => id === week.id),
  )
  const groups = [...new Set(ofClass.map(({ mentee }) => mentee.reachGroup).filter(Boolean))].sort()
  // A whole class on one board is for finding who is not done; the work is by group.
  const group =
    chosenGroup === undefined
      ? ofClass.length > BOARD_ROWS
        ? (groups[0] ?? null)
        : null
      : chosenGroup
  const members = ofClass
    .filter(({ mentee }) => group === null || mentee.reachGroup === group)
    .sort((a, b) => displayName(a.mentee).localeCompare(displayName(b.mentee)))
  const open =
    week === undefined
      ? []
      : members.filter((record) => weekStatus(record.reachMarks, week.id) !== 'done')
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <Group gap={4}>
          <Title order={1}>{t('reach.title')}</Title>
          <HelpButton topic="reach" />
        </Group>
        <Group gap="xs" align="flex-end">
          <Select
            label={t('common.class')}
            w={110}
            data={classes.map(String)}
            value={String(classYear)}
            onChange={(value) => {
              setClassYear(Number(value))
              setGroup(undefined)
              setChosen(null)
            }}
          />
          <Select
            label={t('reach.group')}
            w={120}
            clearable
            placeholder={t('reach.all')}
            data={groups}
            value={group}
            onChange={setGroup}
          />
          <Select
            label={t('reach.week')}
            w={210}
            data={weeks.map((one) => ({
              value: one.id,
              label: t('reach.weekBegins', {
                year: one.year,
                week: one.quarter,
                day: shortDay(one.start),
              }),
            }))}
            value={week?.id ?? null}
            onChange={setChosen}
            disabled={weeks.length === 0}
          />
        </Group>
      </Group>
      <Tabs defaultValue={weeks.length === 0 ? 'calendar' : 'board'}>
        <Tabs.List>
          <Tabs.Tab value="board">{t('common.board')}</Tabs.Tab>
          <Tabs.Tab value="calendar">{t('reach.calendar')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="board" pt="md">
          {week === undefined ? (
            <EmptyState
              icon={IconCalendarWeek}
              title={t('reach.noWeeksForClass')}
              text={t('reach.layOutUnderCalendar')}
            />
          ) : (
            <Stack gap="md">
              <Group justify="space-between">
                <Text c="dimmed">
                  {t('reach.fromTo', { start: shortDay(week.start), end: shortDay(week.end) })}{' '}
                  {week.theme !== '' && ` · ${week.theme}`}
                </Text>
                <Button
                  variant="default"
                  size="xs"
                  onClick={() => setOnlyOpen(!onlyOpen)}
                  aria-pressed={onlyOpen}
                >
                  {onlyOpen
                    ? t('common.showEveryone')
                    : t('reach.whoIsNotDone', { count: open.length })}
                </Button>
              </Group>
              {onlyOpen && open.length === 0 && (
                <Alert color="teal">{t('reach.everyoneDone')}</Alert>
              )}
              <Board records={onlyOpen ? open : members} week={week} />
              <Text size="sm" c="dimmed">
                {t('reach.boardKeys')}
              </Text>
              <Groups group={group} week={week.id} />
            </Stack>
          )}
        </Tabs.Panel>
        <Tabs.Panel value="calendar" pt="md">
          <WeekCalendar key={classYear} classYear={classYear} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
