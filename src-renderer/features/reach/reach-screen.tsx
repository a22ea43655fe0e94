/**
 * REACH across the caseload: the board of a class and group, its calendar, its group sessions, who is not done. Four
 * weeks a year belong to a class (week-form.tsx); what each mentee did in one is marked on the board or on their own
 * page (mentee-reach.tsx).
 */

import { Button, Group, Select, Stack, Tabs, Title } from '@mantine/core'
import { IconCalendarWeek } from '@tabler/icons-react'
import { useState } from 'react'
import { currentRecords, kept, type RecordProjection } from '../../../shared/model/projection'
import { classOn, isInSchool } from '../../../shared/model/record/enrolment'
import { displayName } from '../../../shared/model/record/mentee'
import {
  type ReachWeek,
  weekNearest,
  weeksOf,
  weeksOfMentee,
} from '../../../shared/model/record/reach'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { useModel, useVault } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { shortDay, useToday } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import type { BoardRow } from './board'
import { ClassPath } from './class-path'
import { SchoolCalendar } from './school-calendar'
import { WeekBoard } from './week-board'
import { WeekCalendar } from './week-form'
import { YearAhead } from './year-ahead'

/** Every class at once, each mentee in the week that is nearest to them. */
const ALL = 'all'
/** It opens with all of them; a single class has its own board. */
type ClassShown = number | typeof ALL | undefined

/** A board of more mentees than this begins with the first group. */
const BOARD_ROWS = 24

/** Who is in the week; without one, everyone who is in school, in their own that is nearest. */
const rowsOf = (
  records: readonly RecordProjection[],
  all: readonly ReachWeek[],
  week: ReachWeek | undefined,
  day: string,
): readonly BoardRow[] =>
  records
    .flatMap((record): readonly BoardRow[] => {
      const theirs = weeksOfMentee(all, record)
      const nearest = isInSchool(record, day) ? weekNearest(theirs, day) : undefined
      const own = week === undefined ? nearest : theirs.find(({ id }) => id === week.id)
      return own === undefined ? [] : [{ record, week: own }]
    })
    .sort((a, b) => displayName(a.record.mentee).localeCompare(displayName(b.record.mentee)))

/** Who is in school, of the class and group that are shown, whether their class has weeks or not. */
const peopleOf = (
  records: readonly RecordProjection[],
  classYear: number | typeof ALL,
  group: string | null,
  day: string,
): readonly RecordProjection[] =>
  records.filter(
    (record) =>
      isInSchool(record, day) &&
      (classYear === ALL || classOn(record, day) === classYear) &&
      (group === null || record.mentee.reachGroup === group),
  )

const groupsOf = (rows: readonly BoardRow[]): string[] =>
  [...new Set(rows.map(({ record }) => record.mentee.reachGroup).filter(Boolean))].sort()

const SchoolCalendarCommand = ({ classes }: { readonly classes: readonly number[] }) => {
  const [open, setOpen] = useState(false)
  useCommand('school-calendar', () => setOpen(true))
  return open && <SchoolCalendar classes={classes} onClose={() => setOpen(false)} />
}

const NoClasses = () => (
  <Stack gap="md">
    <Title order={1}>{t('reach.title')}</Title>
    <EmptyState icon={IconCalendarWeek} title={t('reach.byClass')} text={t('reach.emptyWhy')}>
      <Button onClick={() => go({ screen: 'caseload' })}>{t('reach.openMentees')}</Button>
    </EmptyState>
    <SchoolCalendarCommand classes={[]} />
  </Stack>
)

export const ReachScreen = () => {
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const day = useToday()
  const classes = [...new Set(records.flatMap((record) => classOn(record, day) ?? []))].sort(
    (a, b) => a - b,
  )
  const nearest = weekNearest(
    kept(vault.reachWeeks).filter(
      (one) => one.classYear !== null && classes.includes(one.classYear),
    ),
    day,
  )
  const soonest = nearest?.classYear ?? classes[0]
  const [classYear, setClassYear] = useState<ClassShown>(classes.length > 1 ? ALL : soonest)
  const [chosenGroup, setGroup] = useState<string | null>()
  const [chosen, setChosen] = useState<string | null>(null)
  if (classYear === undefined || soonest === undefined) return <NoClasses />
  const calendarOf = classYear === ALL ? soonest : classYear
  const weeks = weeksOf(vault.reachWeeks, calendarOf)
  const week =
    classYear === ALL
      ? undefined
      : (weeks.find(({ id }) => id === chosen) ?? weekNearest(weeks, day))
  const ofClass = rowsOf(records, vault.reachWeeks, week, day)
  const groups = groupsOf(ofClass)
  // A whole class on one board is for finding who is not done; the work is by group.
  const group =
    chosenGroup === undefined
      ? ofClass.length > BOARD_ROWS
        ? (groups[0] ?? null)
        : null
      : chosenGroup
  const rows = ofClass.filter(({ record }) => group === null || record.mentee.reachGroup === group)
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
            data={[
              ...classes.map(String),
              ...(classes.length > 1 ? [{ value: ALL, label: t('reach.all') }] : []),
            ]}
            value={String(classYear)}
            onChange={(value) => {
              setClassYear(value === ALL ? ALL : Number(value))
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
            placeholder={classYear === ALL ? t('reach.nearest') : ''}
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
            disabled={weeks.length === 0 || classYear === ALL}
          />
        </Group>
      </Group>
      <Tabs defaultValue={weeks.length === 0 ? 'calendar' : 'board'}>
        <Tabs.List>
          <Tabs.Tab value="board">{t('common.board')}</Tabs.Tab>
          <Tabs.Tab value="calendar">{t('reach.calendar')}</Tabs.Tab>
          <Tabs.Tab value="year">{t('yearAhead.title')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="board" pt="md">
          {week === undefined && (classYear !== ALL || rows.length === 0) ? (
            <EmptyState
              icon={IconCalendarWeek}
              title={t('reach.noWeeksForClass')}
              text={t('reach.layOutUnderCalendar')}
            />
          ) : (
            <WeekBoard rows={rows} week={week} group={group} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="year" pt="md">
          <YearAhead records={peopleOf(records, classYear, group, day)} />
        </Tabs.Panel>
        <Tabs.Panel value="calendar" pt="md">
          <Stack key={calendarOf} gap="md">
            <WeekCalendar classYear={calendarOf} />
            <ClassPath classYear={calendarOf} />
          </Stack>
        </Tabs.Panel>
      </Tabs>
      <SchoolCalendarCommand classes={classes} />
    </Stack>
  )
}
