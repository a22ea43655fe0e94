/** Sessions and a leave: what is planned in it, and what the coach is about to plan into it. */
import { Button, Group, Text } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import type { Enrolment } from '../../../shared/model/record/enrolment'
import { awayOn, plannedWithin, setSessions } from '../../../shared/model/record/leave'
import { firstName } from '../../../shared/report/after-meeting'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { offerUndo } from '../../ui/undo'
import { shortDay } from '../../ui/when'

const MOST_DAYS = 6
/** The first of them, and how many more. */
export const daysInWords = (all: readonly string[]): string => {
  const days = all
    .slice(0, MOST_DAYS)
    .map((day) => shortDay(day))
    .join(', ')
  const more = all.length - MOST_DAYS
  return more > 0 ? t('enrolment.daysAndMore', { days, count: more }) : days
}

/** Where sessions are planned: that the mentee is away then. A coach who knows plans them all the same. */
export const PlannedWhileAway = ({
  record,
  days,
}: {
  readonly record: RecordProjection
  readonly days: readonly string[]
}) => {
  const away = awayOn(record.enrolments, days)
  if (away === undefined) return null
  return (
    <Text size="sm" c="dimmed" role="status">
      {[
        away.leave.end === null
          ? t('enrolment.awayThenSince', {
              name: firstName(record.mentee),
              day: shortDay(away.leave.start),
            })
          : t('enrolment.awayThen', {
              name: firstName(record.mentee),
              start: shortDay(away.leave.start),
              end: shortDay(away.leave.end),
            }),
        days.length > 1 &&
          t('enrolment.daysInLeave', {
            count: away.days.length,
            of: days.length,
            days: daysInWords(away.days),
          }),
      ]
        .filter(Boolean)
        .join(' ')}
    </Text>
  )
}

/** What is planned in a leave, also since it was written down: to be canceled in one step, and planned again. */
export const PlannedInLeave = ({
  record,
  leave,
  editable,
}: {
  readonly record: RecordProjection
  readonly leave: Enrolment
  readonly editable: boolean
}) => {
  const run = useRun()
  const within = plannedWithin(record.sessions, leave)
  if (within.length === 0) return null
  const cancel = async (): Promise<void> => {
    const ids = within.map(({ id }) => id)
    await run(record.id, setSessions, { ids, status: 'cancelled' })
    offerUndo(
      t('enrolment.cancelledWithin', { count: ids.length }),
      () => void run(record.id, setSessions, { ids, status: 'planned' }),
    )
  }
  return (
    <Group gap="xs">
      <Text size="sm">
        {t('enrolment.plannedInLeave', {
          count: within.length,
          days: daysInWords(within.map(({ date }) => date)),
        })}
      </Text>
      {editable && (
        <Button size="compact-sm" variant="default" onClick={() => void cancel()}>
          {t('enrolment.cancelThem', { count: within.length })}
        </Button>
      )}
    </Group>
  )
}
