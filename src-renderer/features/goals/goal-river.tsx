/**
 * The goal river: four years of goals opened, revised and achieved, over quarters and rotations, in one picture. Drawn
 * as spans on a time axis; each is a button with its goal, its days and its end in words.
 */
import { Group, Text, Tooltip, UnstyledButton } from '@mantine/core'
import { academicYear, academicYearEnd } from '../../../shared/base/academic-year'
import { daysBetween } from '../../../shared/base/day'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { classOn } from '../../../shared/model/record/enrolment'
import { goalSpans } from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { useVault } from '../../context/vault/session'
import { goalStatusLabels } from '../../ui/labels'
import { shortDay, useToday } from '../../ui/when'
import classes from './goal-river.module.css'

const YEARS = 4

export const GoalRiver = ({
  record,
  onOpen,
}: {
  readonly record: RecordProjection
  readonly onOpen: (goal: string) => void
}) => {
  const { turnover } = useVault().settings
  const now = useToday()
  const spans = goalSpans(record.goals, record.goalMoves)
  const lastYear =
    classOn(record, now) ?? academicYearEnd(spans[0]?.from ?? now, turnover) + YEARS - 1
  const from = academicYear(lastYear - YEARS + 1, turnover).from
  const { to } = academicYear(lastYear, turnover)
  const whole = daysBetween(from, to) + 1
  const place = (day: string): number =>
    Math.min(100, Math.max(0, (daysBetween(from, day) / whole) * 100))
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const quarters = Array.from({ length: YEARS * 4 }, (_, index) =>
    new Date(Date.UTC(year, month - 1 + index * 3, day)).toISOString().slice(0, 10),
  )
  const inside = spans.filter((span) => (span.to ?? now) >= from && span.from <= to)
  return (
    <div className={classes.river}>
      <div className={classes.axis} aria-hidden="true">
        {quarters.map((quarter, index) => (
          <span
            key={quarter}
            className={classes.tick}
            data-year={index % 4 === 0 || undefined}
            style={{ left: `${place(quarter)}%` }}
          >
            {index % 4 === 0 ? t('goal.schoolYear', { year: index / 4 + 1 }) : ''}
          </span>
        ))}
        <span className={classes.now} style={{ left: `${place(now)}%` }} />
      </div>
      <div className={classes.rotations}>
        {kept(record.rotations)
          .filter(({ start, end }) => end >= from && start <= to)
          .map(({ id, block, start, end }) => (
            <Tooltip
              key={id}
              label={t('goal.rotationFromTo', {
                rotation: block,
                start: shortDay(start),
                end: shortDay(end),
              })}
            >
              <span
                className={classes.rotation}
                style={{
                  left: `${place(start)}%`,
                  width: `${Math.max(0.6, place(end) - place(start))}%`,
                }}
              >
                {block}
              </span>
            </Tooltip>
          ))}
      </div>
      <ul className={classes.spans} aria-label={t('goal.riverTitle')}>
        {inside.map(({ goal, from: opened, to: closed }) => {
          const left = place(opened)
          const right = place(closed ?? now)
          const words =
            closed === null
              ? t('goal.riverOpen', {
                  goal: goal.title,
                  opened: shortDay(opened),
                  state: goalStatusLabels[goal.status].toLowerCase(),
                })
              : t('goal.riverClosed', {
                  goal: goal.title,
                  opened: shortDay(opened),
                  state: goalStatusLabels[goal.status].toLowerCase(),
                  closed: shortDay(closed),
                })
          return (
            <li key={goal.id} className={classes.line}>
              <Tooltip label={words}>
                <UnstyledButton
                  className={classes.span ?? ''}
                  data-status={goal.status}
                  aria-label={words}
                  style={{ marginLeft: `${left}%`, width: `${Math.max(1.2, right - left)}%` }}
                  onClick={() => onOpen(goal.id)}
                />
              </Tooltip>
              <Text
                size="xs"
                className={classes.label ?? ''}
                // Before the bar, where there is no room behind it.
                {...(left > 60
                  ? { 'data-before': true, style: { right: `${100 - left + 0.6}%` } }
                  : {})}
                aria-hidden="true"
              >
                {goal.title}
              </Text>
            </li>
          )
        })}
      </ul>
      <Group gap="md" mt="sm">
        {(['active', 'achieved', 'revised', 'let-go'] as const).map((status) => (
          <Group key={status} gap={6}>
            <span className={classes.key} data-status={status} />
            <Text size="xs" c="dimmed">
              {goalStatusLabels[status]}
            </Text>
          </Group>
        ))}
      </Group>
    </div>
  )
}
