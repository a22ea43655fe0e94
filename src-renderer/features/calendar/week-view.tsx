/**
 * The calendar: a week of it, seven days side by side, with the sessions of every mentee and group. Sessions are
 * planned here, one or a series (plan-session.tsx), come in from a calendar file after a look at each
 * (calendar-import.tsx), and go out after a look at what others would see (calendar-export.tsx).
 */
import { Button, Group, Stack, Text, UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { addDays } from '../../../shared/base/day'
import { weekOf } from '../../../shared/exchange/calendar'
import { currentRecords } from '../../../shared/model/projection'
import { t } from '../../../shared/words/words'
import { go, useApp } from '../../context/app-state'
import { useModel, useVault } from '../../context/vault/session'
import { weekdayAndDate, weekStart } from '../../ui/days/day-words'
import { sessionStatusLabels } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { inWords, longDay, timeOfDay, useToday } from '../../ui/when'
import classes from './week-view.module.css'

const WEEK_DAYS = 7

export const WeekView = () => {
  const records = currentRecords(useModel((model) => model.records))
  const vault = useVault()
  const firstDay = useApp(({ environment }) => environment?.settings.firstDayOfWeek ?? 0)
  const [offset, setOffset] = useState(0)
  const now = useToday()
  const start = addDays(weekStart(now, firstDay), offset * WEEK_DAYS)
  const days = Array.from({ length: WEEK_DAYS }, (_, index) => addDays(start, index))
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <QuietButton
          name={t('calendar.previousWeek')}
          icon={IconChevronLeft}
          onClick={() => setOffset(offset - 1)}
        />
        <Text fw={600} className="tabular" aria-live="polite">
          {inWords(start, 'short')} – {inWords(addDays(start, WEEK_DAYS - 1), 'short with year')}
        </Text>
        <QuietButton
          name={t('calendar.nextWeek')}
          icon={IconChevronRight}
          onClick={() => setOffset(offset + 1)}
        />
        {offset !== 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setOffset(0)}>
            {t('calendar.thisWeek')}
          </Button>
        )}
      </Group>
      <div className={classes.week}>
        {weekOf(records, vault, days).map(({ date, meetings }) => (
          <section
            key={date}
            className={classes.day}
            data-today={date === now || undefined}
            aria-label={longDay(date)}
          >
            <Text size="sm" c="dimmed" className="tabular">
              {weekdayAndDate(date)}
            </Text>
            {meetings.map((one) => (
              <UnstyledButton
                key={one.id}
                className={classes.meeting ?? ''}
                data-status={one.status}
                title={sessionStatusLabels[one.status]}
                onClick={() =>
                  go(
                    one.record === ''
                      ? { screen: 'group-session', session: one.id }
                      : { screen: 'session', id: one.record, session: one.id },
                  )
                }
              >
                {one.time !== null && (
                  <Text span size="xs" c="dimmed" className="tabular">
                    {timeOfDay(one.time)}
                  </Text>
                )}
                <Text size="sm" lineClamp={2}>
                  {one.name}
                </Text>
                <VisuallyHidden>{sessionStatusLabels[one.status]}</VisuallyHidden>
              </UnstyledButton>
            ))}
          </section>
        ))}
      </div>
    </Stack>
  )
}
