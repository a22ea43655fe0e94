/** A mentee's four years of REACH, four weeks in each: which are done, and those in which they were away. */
import { Text, UnstyledButton } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import { COMPONENTS, markOf, type ReachWeek, weekStatus } from '../../../shared/model/record/reach'
import { t } from '../../../shared/words/words'
import { reachLabels } from '../../ui/labels'
import { shortDay } from '../../ui/when'
import { IdentityMark, identityWords } from './identity-mark'
import classes from './mentee-reach.module.css'

export const FourYears = ({
  record,
  weeks,
  away,
  shown,
  onShow,
}: {
  readonly record: RecordProjection
  readonly weeks: readonly ReachWeek[]
  /** Of their class, and while they were not enrolled. */
  readonly away: readonly ReachWeek[]
  readonly shown: string
  readonly onShow: (week: string) => void
}) => (
  <fieldset className={classes.years} aria-label={t('reach.fourYearsChart')}>
    {[1, 2, 3, 4].map((year) => (
      <div key={year} className={classes.year}>
        <Text size="sm" c="dimmed" w={44}>
          {t('reach.schoolYear', { year })}
        </Text>
        {[1, 2, 3, 4].flatMap((quarter) => {
          const isHere = (one: ReachWeek): boolean => one.year === year && one.quarter === quarter
          // Of a year that is repeated there may be both.
          const missed = away.filter(isHere).map((week) => (
            <span
              key={week.id}
              className={classes.none}
              role="img"
              aria-label={t('reach.weekNotEnrolled', { year, week: quarter })}
              title={`${t('reach.notEnrolled')}, ${shortDay(week.start)}`}
            >
              –
            </span>
          ))
          const ofQuarter = weeks.filter(isHere)
          if (ofQuarter.length === 0 && missed.length === 0)
            return [<span key={quarter} className={classes.none} />]
          const marked = ofQuarter.map((week) => {
            const status = weekStatus(record.reachMarks, week.id)
            const done = COMPONENTS.filter((part) =>
              ['done', 'excused'].includes(markOf(record.reachMarks, week.id, part).mark),
            ).length
            const state = t('reach.weekState', {
              year,
              week: quarter,
              done,
              state: reachLabels[status].toLowerCase(),
            })
            const label = [state, identityWords(record, week)].filter(Boolean).join('. ')
            return (
              <UnstyledButton
                key={week.id}
                title={`${label}, ${shortDay(week.start)}`}
                className={classes.week ?? ''}
                data-status={status}
                aria-label={label}
                aria-current={week.id === shown ? 'true' : undefined}
                onClick={() => onShow(week.id)}
              >
                {done}/5
                <IdentityMark record={record} week={week} inButton />
              </UnstyledButton>
            )
          })
          return [...missed, ...marked]
        })}
      </div>
    ))}
  </fieldset>
)
