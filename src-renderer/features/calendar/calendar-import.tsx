/** Takes sessions in from a calendar file: each meeting with the mentee it seems to be with, to be checked first. */

import { Button, Checkbox, FileButton, Group, ScrollArea, Select, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../../shared/base/academic-year'
import {
  type CalendarProposal,
  proposeMeetings,
  takeInMeeting,
} from '../../../shared/exchange/calendar'
import type { CalendarProblem } from '../../../shared/formats/ics'
import { currentRecords } from '../../../shared/model/projection'
import { sessions } from '../../../shared/model/record/session'
import { spoken, t } from '../../../shared/words/words'
import { readingSentence } from '../../context/sentences'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useModel, useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { menteeOptions } from '../../ui/mentee-options'
import { Problem } from '../../ui/problem'
import { offerUndo } from '../../ui/undo'
import { shortDay, timeOfDay, today } from '../../ui/when'
import { useReading } from '../import/use-reader'

const PROBLEMS: Readonly<Record<CalendarProblem, string>> = spoken({
  'not-a-calendar': 'calendar.notACalendar',
  'nothing-in-it': 'calendar.noMeetingThisYear',
  'too-much-in-it': 'calendar.tooManyMeetings',
})
const YEAR_DAYS = 366
/** More at once would be drawn for seconds. */
const MOST_ROWS = 200

interface Row extends CalendarProposal {
  readonly taken: boolean
}

export const CalendarImport = ({ onClose }: { readonly onClose: () => void }) => {
  const run = useRun()
  const records = currentRecords(useModel((model) => model.records))
  const form = useTypedDialog('calendar-import', t('calendar.import'), {
    rows: undefined as readonly Row[] | undefined,
    unreadable: 0,
    endless: 0,
  })
  const {
    values: { rows, unreadable, endless },
    set,
  } = form
  const [problem, setProblem] = useState('')
  const { read: readFile, reading } = useReading()
  const [all, setAll] = useState(false)
  const mentees = menteeOptions(records)
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
    set({
      unreadable: calendar.value.unreadable,
      endless: calendar.value.endless,
      rows: proposeMeetings(calendar.value.meetings, records).map((one) => ({
        ...one,
        taken: one.record !== undefined,
      })),
    })
  }
  const change = (index: number, next: Partial<Row>): void =>
    set({ rows: rows?.map((row, at) => (at === index ? { ...row, ...next } : row)) })
  const chosen = (rows ?? []).filter(({ taken, record }) => taken && record !== undefined)
  const takeIn = async (): Promise<void> => {
    const made: (readonly [record: string, session: string])[] = []
    for (const { meeting, record = '', known } of chosen) {
      const to = known?.record ?? record
      const given = known === undefined ? {} : { session: known.session }
      const id = await run(to, takeInMeeting, { meeting, today: today(), ...given })
      if (id !== undefined && known === undefined) made.push([to, id])
    }
    offerUndo(
      t('calendar.takenIn', {
        sessions: t('count.session', { count: chosen.length }),
      }),
      () => {
        for (const [record, id] of made) void run(record, sessions.remove, { id, deleted: true })
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
        <ScrollArea.Autosize mah="50vh">
          <Table aria-label={t('calendar.meetings')} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('common.takeIn')}</Table.Th>
                <Table.Th>{t('common.when')}</Table.Th>
                <Table.Th>{t('calendar.inTheCalendar')}</Table.Th>
                <Table.Th>{t('calendar.with')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {(all ? rows : rows.slice(0, MOST_ROWS)).map(
                ({ meeting, record, known, taken }, index) => (
                  <Table.Tr key={meeting.uid}>
                    <Table.Td>
                      <Checkbox
                        aria-label={t('calendar.takeInMeeting', {
                          meeting: meeting.title,
                          day: shortDay(meeting.date),
                        })}
                        checked={taken && record !== undefined}
                        disabled={record === undefined}
                        onChange={(event) => change(index, { taken: event.currentTarget.checked })}
                      />
                    </Table.Td>
                    <Table.Td className="tabular">
                      {shortDay(meeting.date)} {meeting.time !== null && timeOfDay(meeting.time)}
                    </Table.Td>
                    <Table.Td>
                      {meeting.title || t('common.noTitle')}
                      {known !== undefined && (
                        <Text span size="sm" c="dimmed">
                          {' '}
                          {t('calendar.hereAlready')}
                        </Text>
                      )}
                    </Table.Td>
                    <Table.Td>
                      <Select
                        aria-label={t('calendar.withWhom', {
                          meeting: meeting.title,
                          day: shortDay(meeting.date),
                        })}
                        placeholder={t('inbox.aboutWhom')}
                        size="xs"
                        searchable
                        disabled={known !== undefined}
                        data={mentees}
                        value={record ?? null}
                        onChange={(value) =>
                          change(index, { record: value ?? undefined, taken: value !== null })
                        }
                      />
                    </Table.Td>
                  </Table.Tr>
                ),
              )}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {!all && rows !== undefined && rows.length > MOST_ROWS && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('importNotes.showAll', { count: rows.length })}
          </Button>
        </Group>
      )}
      {rows?.length === 0 && <Text c="dimmed">{t('calendar.noMeetingWithTime')}</Text>}
      {unreadable > 0 && (
        <Text size="sm" c="var(--care)">
          {t('calendar.unreadable', {
            entries: t('count.entry', { count: unreadable }),
          })}
        </Text>
      )}
      {endless > 0 && (
        <Text size="sm" c="var(--care)">
          {t('calendar.repeatTooOften', { entries: t('count.entry', { count: endless }) })}
        </Text>
      )}
    </FormDialog>
  )
}
