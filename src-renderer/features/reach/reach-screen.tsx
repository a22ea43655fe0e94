/**
 * REACH across the caseload: the board of a class and group, its calendar, its group sessions, who is not done. Four
 * weeks a year belong to a class (week-form.tsx); what each mentee did in one is marked on the board or on their own
 * page (mentee-reach.tsx).
 */

import { Button, Group, Select, Stack, Tabs, Title } from '@mantine/core'
import { IconCalendarWeek } from '@tabler/icons-react'
import { useState } from 'react'
import { currentRecords, kept } from '../../../shared/model/projection'
import { displayName } from '../../../shared/model/record/mentee'
import { weekNearest, weeksOf, weeksOfMentee } from '../../../shared/model/record/reach'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useModel, useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { shortDay, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { WeekBoard } from './week-board'
import { WeekCalendar } from './week-form'

/** A board of more mentees than this begins with the first group. */
const BOARD_ROWS = 24

export const ReachScreen = () => {
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const classes = [...new Set(records.flatMap(({ mentee }) => mentee.classYear ?? []))].sort(
    (a, b) => a - b,
  )
  const day = useToday()
  const nearest = weekNearest(
    kept(vault.reachWeeks).filter(
      (one) => one.classYear !== null && classes.includes(one.classYear),
    ),
    day,
  )
  const soonest = nearest?.classYear ?? classes[0]
  const [classYear, setClassYear] = useState<number | undefined>(soonest)
  const [chosenGroup, setGroup] = useState<string | null>()
  const [chosen, setChosen] = useState<string | null>(null)
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
  const week = weeks.find(({ id }) => id === chosen) ?? weekNearest(weeks, day)
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
            <WeekBoard members={members} week={week} group={group} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="calendar" pt="md">
          <WeekCalendar key={classYear} classYear={classYear} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  )
}
