/** The two sorts of what the school's calendar has: REACH weeks, and the days of a class's path. */
import { Select, Stack, Title } from '@mantine/core'
import { dateStandingsOf, degreeIn, type FoundDate } from '../../../shared/exchange/school-dates'
import { type FoundWeek, standingsOf } from '../../../shared/exchange/school-weeks'
import { PLAN } from '../../../shared/model/caseload/class-plan'
import { t } from '../../../shared/words/words'
import { useVault } from '../../context/vault/session'
import { inWords, shortDay } from '../../ui/when'
import { canComeIn, FoundEntries, Moved, Scrolled } from './found-entries'

interface Taken {
  readonly taken: boolean
}
export interface Found {
  readonly weeks: readonly (FoundWeek & Taken)[]
  readonly dates: readonly (FoundDate & Taken)[]
}

/** What each is beside what there is, and what of it comes in. */
export const useStandings = ({ weeks, dates }: Found) => {
  const vault = useVault()
  const { turnover } = vault.settings
  const ofWeeks = standingsOf(weeks, vault.reachWeeks, turnover)
  const ofDates = dateStandingsOf(dates, vault.classDates)
  return {
    ofWeeks,
    ofDates,
    chosenWeeks: weeks.flatMap((one, index) =>
      one.taken && canComeIn(ofWeeks[index]?.what) ? [{ ...one, week: ofWeeks[index]?.week }] : [],
    ),
    chosenDates: dates.flatMap((one, index) =>
      one.taken && canComeIn(ofDates[index]?.what)
        ? [{ ...one, known: ofDates[index]?.known }]
        : [],
    ),
  }
}

const QUARTERS = ['1', '2', '3', '4']
const days = ({ start, end }: Pick<FoundWeek, 'start' | 'end'>): string =>
  t('reach.fromTo', { start: shortDay(start), end: shortDay(end) })

const titleOf = ({ milestone, words }: FoundDate): string => {
  const title = PLAN.find(({ id }) => id === milestone)?.title
  return title === undefined ? words : t(title[degreeIn(words)])
}

export const FoundInCalendar = ({
  found,
  standings: { ofWeeks, ofDates },
  change,
}: {
  readonly found: Found
  readonly standings: ReturnType<typeof useStandings>
  readonly change: (next: (found: Found) => Found) => void
}) => {
  const { turnover } = useVault().settings
  const changeWeek = (key: string, next: Partial<Found['weeks'][number]>): void =>
    change((now) => ({
      ...now,
      weeks: now.weeks.map((one) => (one.key === key ? { ...one, ...next } : one)),
    }))
  const changeDate = (key: string, next: Partial<Found['dates'][number]>): void =>
    change((now) => ({
      ...now,
      dates: now.dates.map((one) => (one.key === key ? { ...one, ...next } : one)),
    }))
  return (
    <Scrolled>
      <Stack gap="md">
        {found.weeks.length > 0 && (
          <FoundEntries
            name={t('reach.foundWeeks')}
            entries={found.weeks}
            whatOf={(index) => ofWeeks[index]?.what}
            turnover={turnover}
            change={changeWeek}
            columns={[
              {
                label: t('reach.quarter'),
                cell: ({ key, words, quarter, start }) => (
                  <Select
                    aria-label={t('reach.quarterOf', { words, day: shortDay(start) })}
                    size="xs"
                    w={70}
                    allowDeselect={false}
                    data={QUARTERS}
                    value={String(quarter)}
                    onChange={(value) => changeWeek(key, { quarter: Number(value), taken: true })}
                  />
                ),
              },
              {
                label: t('reach.dates'),
                cell: (one, index) => {
                  const { week, what } = ofWeeks[index] ?? {}
                  return <Moved before={week && days(week)} now={days(one)} what={what} />
                },
              },
            ]}
          />
        )}
        {found.dates.length > 0 && (
          <>
            <Title order={3}>{t('path.dates')}</Title>
            <FoundEntries
              name={t('path.foundDates')}
              entries={found.dates}
              whatOf={(index) => ofDates[index]?.what}
              turnover={turnover}
              change={changeDate}
              columns={[
                { label: t('common.what'), cell: titleOf },
                {
                  label: t('common.date'),
                  cell: ({ start }, index) => {
                    const { known, what } = ofDates[index] ?? {}
                    const before =
                      known &&
                      (known.monthOnly
                        ? inWords(known.date, 'month with year')
                        : shortDay(known.date))
                    return <Moved before={before} now={shortDay(start)} what={what} />
                  },
                },
              ]}
            />
          </>
        )}
      </Stack>
    </Scrolled>
  )
}
