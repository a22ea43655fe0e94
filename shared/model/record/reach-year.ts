/**
 * Laying out a class's REACH weeks: one in each quarter of an academic year, from Monday to Friday. A class that is set
 * up in the middle of a year is given what is left of it: a week that is over before it was there would count against
 * everybody.
 */
import { academicYear, academicYearEnd } from '../../base/academic-year'
import { addDays, daysBetween } from '../../base/day'
import type { ReachWeek } from './reach'

const QUARTERS = [1, 2, 3, 4] as const
const QUARTER_DAYS = 91
/** Monday to Friday. */
export const WEEK_DAYS = 4
const WEEK = 7

/** 1970 began on a Thursday. */
const mondayFrom = (day: string): string =>
  addDays(day, (WEEK - (((daysBetween('1970-01-05', day) % WEEK) + WEEK) % WEEK)) % WEEK)

/** Which quarter of its academic year a day is in. */
export const quarterOf = (day: string, turnover: string): number => {
  const { from } = academicYear(academicYearEnd(day, turnover), turnover)
  return Math.min(4, Math.floor(daysBetween(from, day) / QUARTER_DAYS) + 1)
}

interface Quarter {
  readonly year: number
  readonly quarter: number
  readonly start: string
}

/** The first quarter from the day on, of a class's own four years, that has no week yet, and its first Monday. */
export const nextQuarter = (
  classYear: number,
  weeks: readonly ReachWeek[],
  day: string,
  turnover: string,
): Quarter | undefined =>
  QUARTERS.flatMap((year) => {
    const { from } = academicYear(classYear - 4 + year, turnover)
    return QUARTERS.map((quarter) => ({
      year,
      quarter,
      start: mondayFrom(addDays(from, (quarter - 1) * QUARTER_DAYS)),
    }))
  }).find(
    ({ year, quarter, start }) =>
      start >= day && !weeks.some((week) => week.year === year && week.quarter === quarter),
  )

/** The weeks of a year of school from a first day on, a quarter apart, without those that are there. */
export const weeksToLayOut = (
  { year, start }: { readonly year: number; readonly start: string },
  weeks: readonly ReachWeek[],
  turnover: string,
): readonly (Quarter & { readonly end: string })[] => {
  const first = quarterOf(start, turnover)
  return QUARTERS.filter(
    (quarter) =>
      quarter >= first && !weeks.some((week) => week.year === year && week.quarter === quarter),
  ).map((quarter) => {
    const begins = addDays(start, (quarter - first) * QUARTER_DAYS)
    return { year, quarter, start: begins, end: addDays(begins, WEEK_DAYS) }
  })
}
