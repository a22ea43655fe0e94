/** The meetings that a calendar file has: whether each is taken in, and whom it was with. */
import { Text } from '@mantine/core'
import type { CalendarProposal } from '../../../shared/exchange/calendar'
import { t } from '../../../shared/words/words'
import { shortDay, timeOfDay } from '../../ui/when'
import { type Choice, type Found, FoundTable } from '../import/found-table'

export interface MeetingRow extends CalendarProposal, Found {}

const named = ({ meeting }: MeetingRow) => ({
  meeting: meeting.title,
  day: shortDay(meeting.date),
})

export const MeetingsTable = ({
  rows,
  change,
}: {
  readonly rows: readonly MeetingRow[]
  readonly change: (index: number, next: Choice) => void
}) => (
  <FoundTable
    name={t('calendar.meetings')}
    rows={rows}
    columns={[
      {
        label: t('common.when'),
        cell: ({ meeting: { date, time } }) => (
          <span className="tabular">
            {shortDay(date)} {time !== null && timeOfDay(time)}
          </span>
        ),
      },
      {
        label: t('calendar.inTheCalendar'),
        cell: ({ meeting, known }) => (
          <>
            {meeting.title || t('common.noTitle')}
            {known !== undefined && (
              <Text span size="sm" c="dimmed">
                {' '}
                {t('calendar.hereAlready')}
              </Text>
            )}
          </>
        ),
      },
    ]}
    whose={t('calendar.with')}
    keyOf={({ meeting }) => meeting.uid}
    takeInName={(row) => t('calendar.takeInMeeting', named(row))}
    whoseName={(row) => t('calendar.withWhom', named(row))}
    isSettled={({ known }) => known !== undefined}
    change={change}
  />
)
