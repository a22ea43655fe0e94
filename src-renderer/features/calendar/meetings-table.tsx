/** The meetings that a calendar file has: whether each is taken in, and whom it was with. */
import { Button, Checkbox, Group, ScrollArea, Select, Table, Text } from '@mantine/core'
import { useState } from 'react'
import type { CalendarProposal } from '../../../shared/exchange/calendar'
import { currentRecords } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { useModel } from '../../context/vault/session'
import { menteeOptions } from '../../ui/mentee-options'
import { shortDay, timeOfDay } from '../../ui/when'

/** More at once would be drawn for seconds. */
const MOST_ROWS = 200

export interface MeetingRow extends CalendarProposal {
  readonly taken: boolean
}

export const MeetingsTable = ({
  rows,
  change,
}: {
  readonly rows: readonly MeetingRow[]
  readonly change: (index: number, next: Partial<MeetingRow>) => void
}) => {
  const mentees = menteeOptions(currentRecords(useModel((model) => model.records)))
  const [all, setAll] = useState(false)
  return (
    <>
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
      {!all && rows.length > MOST_ROWS && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {t('importNotes.showAll', { count: rows.length })}
          </Button>
        </Group>
      )}
    </>
  )
}
