/** Takes REACH weeks in from the school's calendar: each is shown with what it is taken for, and put right, before any is. */
import { Button, FileButton, Group, Text } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../../shared/base/academic-year'
import type { SchoolCalendarProblem } from '../../../shared/exchange/school-calendar'
import {
  findWeeks,
  isProposed,
  standingsOf,
  takeBackWeeks,
  takeInWeeks,
} from '../../../shared/exchange/school-weeks'
import { spoken, t } from '../../../shared/words/words'
import { readingSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { Icon } from '../../ui/icon'
import { Problem } from '../../ui/problem'
import { offerUndo } from '../../ui/undo'
import { today } from '../../ui/when'
import { MOST_ROWS } from '../import/import-problems'
import { useReading } from '../import/use-reader'
import { FoundWeeks, type WeekRow } from './found-weeks'

const PROBLEMS: Readonly<Record<SchoolCalendarProblem, string>> = spoken({
  'not-a-calendar': 'reach.importNotACalendar',
  'nothing-in-it': 'reach.importNothing',
  'too-much-in-it': 'reach.importTooMuch',
  'no-days': 'reach.importNeedsDays',
})
const YEAR_DAYS = 366
/** A class's own four years are the furthest that a school plans. */
const YEARS_AHEAD = 4

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
    reachWeeks: weeks,
    settings: { turnover },
  } = useVault()
  const form = useTypedDialog('school-calendar', t('command.importSchoolCalendar'), {
    rows: undefined as readonly WeekRow[] | undefined,
    unreadable: 0,
    more: 0,
  })
  const {
    values: { rows, unreadable, more },
    set,
  } = form
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
    const found = findWeeks(calendar.value.events, { classes, weeks, turnover })
    set({
      unreadable: calendar.value.unreadable,
      more: Math.max(0, found.length - MOST_ROWS),
      rows: found
        .slice(0, MOST_ROWS)
        .map((one) => ({ ...one, taken: isProposed(one, classes, today()) })),
    })
  }
  const standings = standingsOf(rows ?? [], weeks, turnover)
  const chosen = (rows ?? []).flatMap((row, index) => {
    const { what, week } = standings[index] ?? {}
    return row.taken && (what === 'new' || what === 'changed') ? [{ ...row, week }] : []
  })
  const counted = t('count.reachWeek', { count: chosen.length })
  const takeIn = async (): Promise<void> => {
    const taken = await runOnVault(takeInWeeks, { found: chosen, turnover })
    if (taken !== undefined)
      offerUndo(t('reach.takenIn', { weeks: counted }), () => void runOnVault(takeBackWeeks, taken))
  }
  return (
    <FormDialog
      form={form}
      action={rows && t('reach.takeInWeeks', { weeks: counted })}
      size="xl"
      disabled={chosen.length === 0}
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
              variant={rows === undefined ? 'filled' : 'default'}
              leftSection={<Icon of={IconFileImport} />}
            >
              {t('common.chooseFile')}
            </Button>
          )}
        </FileButton>
      </Group>
      <Problem text={problem} />
      {rows?.length === 0 && <Text c="dimmed">{t('reach.importNoWeeks')}</Text>}
      {rows !== undefined && rows.length > 0 && (
        <FoundWeeks
          rows={rows}
          standings={standings}
          turnover={turnover}
          change={(key, next) =>
            set((now) => ({
              rows: now.rows?.map((row) => (row.key === key ? { ...row, ...next } : row)),
            }))
          }
        />
      )}
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('importNotes.andMore', { count: more })}
        </Text>
      )}
      {unreadable > 0 && (
        <Text size="sm" c="var(--care)">
          {t('calendar.unreadable', { entries: t('count.entry', { count: unreadable }) })}
        </Text>
      )}
    </FormDialog>
  )
}
