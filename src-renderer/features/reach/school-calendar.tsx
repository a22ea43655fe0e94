/**
 * Takes in what the school's calendar has of REACH weeks and of a class's path: each is shown with what it is taken for,
 * and put right, before any is. One undo takes all of it back.
 */
import { Button, Group, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../../shared/base/day'
import type { SchoolCalendarProblem } from '../../../shared/exchange/school-calendar'
import { findDates, takeBackSchool, takeInSchool } from '../../../shared/exchange/school-dates'
import { findWeeks, isProposed } from '../../../shared/exchange/school-weeks'
import { spoken, t } from '../../../shared/words/words'
import { readingSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { FileButton } from '../../ui/file-button'
import { Icon } from '../../ui/icon'
import { Problem } from '../../ui/problem'
import { offerUndo } from '../../ui/undo'
import { today } from '../../ui/when'
import { LeftOut, NOTHING_LEFT } from '../calendar/left-out'
import { MOST_ROWS } from '../import/import-problems'
import { useReading } from '../import/use-reader'
import { type Found, FoundInCalendar, useStandings } from './found-in-calendar'

const PROBLEMS: Readonly<Record<SchoolCalendarProblem, string>> = spoken({
  'not-a-calendar': 'reach.importNotACalendar',
  'nothing-in-it': 'reach.importNothing',
  'too-much-in-it': 'reach.importTooMuch',
  'no-days': 'reach.importNeedsDays',
})
const YEAR_DAYS = 366
/** A class's own four years are the furthest that a school plans. */
const YEARS_AHEAD = 4
const NOTHING: Found = { weeks: [], dates: [] }

const countedAs = (weeks: number, dates: number): string =>
  dates === 0
    ? t('count.reachWeek', { count: weeks })
    : weeks === 0
      ? t('count.classDate', { count: dates })
      : t('count.entry', { count: weeks + dates })

export const SchoolCalendar = ({
  classes,
  onClose,
}: {
  /** Those that the coach has mentees in. */
  readonly classes: readonly number[]
  readonly onClose: () => void
}) => {
  const runOnVault = useRunOnVault()
  const {
    reachWeeks,
    settings: { turnover },
  } = useVault()
  const form = useTypedDialog('school-calendar', t('command.importSchoolCalendar'), {
    found: undefined as Found | undefined,
    left: NOTHING_LEFT,
    more: 0,
  })
  const {
    values: { found = NOTHING, left, more },
    set,
  } = form
  const isRead = form.values.found !== undefined
  const [problem, setProblem] = useState('')
  const { read: readFile, reading } = useReading()
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return
    const answer = await readFile('schoolCalendar', {
      file,
      window: { from: addDays(today(), -YEAR_DAYS), to: addDays(today(), YEARS_AHEAD * YEAR_DAYS) },
    })
    if (!answer.ok) return setProblem(readingSentence[answer.error])
    const calendar = answer.value
    if (!calendar.ok) return setProblem(PROBLEMS[calendar.error])
    setProblem('')
    const { events, ...left } = calendar.value
    const weeks = findWeeks(events, { classes, weeks: reachWeeks, turnover })
    const dates = findDates(events, turnover)
    set({
      left: { ...NOTHING_LEFT, ...left },
      more: [weeks, dates].reduce((sum, all) => sum + Math.max(0, all.length - MOST_ROWS), 0),
      found: {
        weeks: weeks
          .slice(0, MOST_ROWS)
          .map((one) => ({ ...one, taken: isProposed(one, classes, today()) })),
        dates: dates.slice(0, MOST_ROWS).map((one) => ({
          ...one,
          taken: isProposed({ ...one, end: one.start, movesByGuess: false }, classes, today()),
        })),
      },
    })
  }
  const standings = useStandings(found)
  const { chosenWeeks, chosenDates } = standings
  const counted = countedAs(chosenWeeks.length, chosenDates.length)
  const takeIn = async (): Promise<void> => {
    const taken = await runOnVault(takeInSchool, {
      weeks: chosenWeeks,
      dates: chosenDates,
      turnover,
    })
    if (taken !== undefined)
      offerUndo(
        t('reach.takenInFound', { entries: counted }),
        () => void runOnVault(takeBackSchool, taken),
      )
  }
  return (
    <FormDialog
      form={form}
      action={isRead ? t('reach.takeInFound', { entries: counted }) : undefined}
      size="xl"
      disabled={chosenWeeks.length + chosenDates.length === 0}
      onSubmit={takeIn}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        {t('reach.importIntro')}
      </Text>
      <Group>
        <FileButton accept=".ics,.csv,text/calendar,text/csv" onChange={(file) => void read(file)}>
          {(props) => (
            <Button
              {...props}
              {...firstField}
              loading={reading}
              variant={isRead ? 'default' : 'filled'}
              leftSection={<Icon of={IconFileImport} />}
            >
              {t('common.chooseFile')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Problem text={problem} />
      {isRead && found.weeks.length + found.dates.length === 0 && (
        <Text c="dimmed">{t('reach.importNoWeeks')}</Text>
      )}
      <FoundInCalendar
        found={found}
        standings={standings}
        change={(next) => set((now) => ({ found: next(now.found ?? NOTHING) }))}
      />
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('importNotes.andMore', { count: more })}
        </Text>
      )}
      <LeftOut {...left} />
    </FormDialog>
  )
}
