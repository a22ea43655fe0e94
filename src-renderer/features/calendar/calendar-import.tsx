/** Takes sessions in from a calendar file: each meeting with the mentee it seems to be with, to be checked first. */

import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/base/day'
import {
  type MeetingTaken,
  proposeMeetings,
  takeBackMeeting,
  takeInMeeting,
} from '../../../shared/exchange/calendar'
import type { CalendarProblem } from '../../../shared/formats/ics'
import { currentRecords } from '../../../shared/model/projection'
import { spoken, t } from '../../../shared/words/words'
import { readingSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useModel, useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { FileButton } from '../../ui/file-button'
import { Problem } from '../../ui/problem'
import { offerUndo } from '../../ui/undo'
import { today } from '../../ui/when'
import { type Choice, isChosen } from '../import/found-table'
import { useReading } from '../import/use-reader'
import { LeftOut, NOTHING_LEFT } from './left-out'
import { type MeetingRow, MeetingsTable } from './meetings-table'

const PROBLEMS: Readonly<Record<CalendarProblem, string>> = spoken({
  'not-a-calendar': 'calendar.notACalendar',
  'nothing-in-it': 'calendar.noMeetingThisYear',
  'too-much-in-it': 'calendar.tooManyMeetings',
})
const YEAR_DAYS = 366
export const CalendarImport = ({ onClose }: { readonly onClose: () => void }) => {
  const run = useRun()
  const records = currentRecords(useModel((model) => model.records))
  const form = useTypedDialog('calendar-import', t('calendar.import'), {
    rows: undefined as readonly MeetingRow[] | undefined,
    left: NOTHING_LEFT,
  })
  const {
    values: { rows, left },
    set,
  } = form
  const [problem, setProblem] = useState('')
  const { read: readFile, reading } = useReading()
  const read = async (file: File | null): Promise<void> => {
    if (file === null) return
    const answer = await readFile('calendar', {
      file,
      window: { from: addDays(today(), -YEAR_DAYS), to: addDays(today(), YEAR_DAYS) },
    })
    if (!answer.ok) return setProblem(readingSentence[answer.error])
    const calendar = answer.value
    if (!calendar.ok) return setProblem(PROBLEMS[calendar.error])
    setProblem('')
    const { meetings, ...left } = calendar.value
    set({
      left,
      rows: proposeMeetings(meetings, records).map((one) => ({
        ...one,
        taken: one.record !== undefined,
      })),
    })
  }
  const change = (index: number, next: Choice): void =>
    set({ rows: rows?.map((row, at) => (at === index ? { ...row, ...next } : row)) })
  const chosen = (rows ?? []).filter(isChosen)
  const takeIn = async (): Promise<void> => {
    const taken: (readonly [record: string, MeetingTaken])[] = []
    for (const { meeting, record = '', known } of chosen) {
      const to = known?.record ?? record
      const moved = known && { session: known.session }
      const one = await run(to, takeInMeeting, { meeting, today: today(), ...moved })
      if (one !== undefined) taken.push([to, one])
    }
    offerUndo(
      t('calendar.takenIn', {
        sessions: t('count.session', { count: taken.length }),
      }),
      () => {
        for (const [record, one] of taken) void run(record, takeBackMeeting, one)
      },
    )
  }
  return (
    <FormDialog
      form={form}
      action={
        rows &&
        t('calendar.takeInSessions', { sessions: t('count.session', { count: chosen.length }) })
      }
      size="xl"
      disabled={chosen.length === 0}
      onSubmit={takeIn}
      onClose={onClose}
    >
      {rows === undefined ? (
        <>
          <Text>{t('calendar.importIntro')}</Text>
          <Group>
            <FileButton accept=".ics,text/calendar" onChange={(file) => void read(file)}>
              {(props) => (
                <Button {...props} {...firstField} loading={reading}>
                  {t('calendar.chooseFile')}
                </Button>
              )}
            </FileButton>
          </Group>
          <Problem text={problem} />
        </>
      ) : (
        <MeetingsTable rows={rows} change={change} />
      )}
      {rows?.length === 0 && <Text c="dimmed">{t('calendar.noMeetingWithTime')}</Text>}
      <LeftOut {...left} />
    </FormDialog>
  )
}
