/**
 * The sample's calendar: a school in the United States on which nobody meets on a weekend, a holiday or over the new year.
 * REACH weeks run Monday to Friday, a quarter of a year apart, on other weeks for each class; the second years' week is the
 * one that the sample is opened in, so that there is one to look at.
 */
import { academicYear, academicYearEnd, DEFAULT_TURNOVER } from '../base/academic-year'
import { addDays, daysBetween, weekdayOf } from '../base/day'
import type { Arc, ArcDay } from './arc'

const MONDAY = 1
const THURSDAY = 4
const FRIDAY = 5

/** The nth weekday of a month. */
const nth = (month: string, weekday: number, count: number): string => {
  const first = `${month}-01`
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1))
}

const isHoliday = (day: string): boolean => {
  const [year = '', monthDay = ''] = [day.slice(0, 4), day.slice(5)]
  const thanksgiving = nth(`${year}-11`, THURSDAY, 4)
  return (
    monthDay >= '12-21' ||
    monthDay <= '01-03' ||
    ['06-19', '07-03', '07-04', '11-11'].includes(monthDay) ||
    [
      nth(`${year}-01`, MONDAY, 3),
      nth(`${year}-02`, MONDAY, 3),
      addDays(nth(`${year}-06`, MONDAY, 1), -7),
      nth(`${year}-09`, MONDAY, 1),
      thanksgiving,
      addDays(thanksgiving, 1),
    ].includes(day)
  )
}

export const isWorkday = (day: string): boolean =>
  weekdayOf(day) >= MONDAY && weekdayOf(day) <= FRIDAY && !isHoliday(day)

/** The day itself if it is a working day, or the next one before or after it. */
export const workday = (day: string, step: 1 | -1): string =>
  isWorkday(day) ? day : workday(addDays(day, step), step)

/** The end of the academic year in which they began. */
const firstEnd = ({ year, begun = year }: Arc, today: string): number =>
  academicYearEnd(today, DEFAULT_TURNOVER) - (begun - 1)

/** The class they are in now. */
export const classOf = ({ year }: Pick<Arc, 'year'>, today: string): number =>
  academicYearEnd(today, DEFAULT_TURNOVER) + 4 - year

/** The class they began with. */
export const firstClassOf = (arc: Arc, today: string): number => firstEnd(arc, today) + 3

const yearOfArc = (arc: Arc, nthYear: number, today: string) =>
  academicYear(firstEnd(arc, today) + nthYear - 1)

/** The day that an arc means, as it stands in its calendar: weekends and all. */
const calendarDay = (arc: Arc, day: ArcDay, today: string): string => {
  if (!day.startsWith('Y')) return addDays(today, Number(day))
  const { from } = yearOfArc(arc, Number(day.slice(1, 2)), today)
  const start = Number(from.slice(0, 4))
  const monthDay = day.slice(3)
  if (monthDay === 'match') return nth(`${start + 1}-03`, FRIDAY, 3)
  return `${monthDay >= DEFAULT_TURNOVER ? start : start + 1}-${monthDay}`
}

/** The working day that an arc means: what is over was not later, what is ahead is not earlier. */
export const dayOf = (arc: Arc, day: ArcDay, today: string): string => {
  const plain = calendarDay(arc, day, today)
  return workday(plain, plain > today || day.startsWith('+') ? 1 : -1)
}

/** For exams, leaves and blocks, which keep no office hours. */
export const plainDayOf = calendarDay

export const sinceOf = (arc: Arc, today: string): string => {
  const { from } = yearOfArc(arc, 1, today)
  if (arc.since === undefined) return workday(addDays(from, 19), 1)
  const since = dayOf(arc, arc.since, today)
  return since < from ? workday(from, 1) : since
}

/** Which year it is since they began, on a day: `Y1`, `Y2` … */
export const yearOn = (arc: Arc, day: string, today: string): `Y${number}` =>
  `Y${academicYearEnd(day, DEFAULT_TURNOVER) - firstEnd(arc, today) + 1}`

/** Weeks by which a class's REACH weeks lie behind those of the second years. */
const WEEKS_BEHIND: Readonly<Record<number, number>> = { 1: 3, 2: 0, 3: 9, 4: 6, 5: 11 }
const QUARTER_DAYS = 91

const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))
const isWhole = (monday: string): boolean =>
  [0, 1, 2, 3, 4].every((at) => isWorkday(addDays(monday, at)))
/** That week if it has no holiday in it, or the nearest one before it, or after it. */
const wholeWeek = (monday: string, from: string): string => {
  for (let weeks = 0; weeks < 6; weeks++)
    for (const at of [addDays(monday, -7 * weeks), addDays(monday, 7 * weeks)])
      if (at >= from && isWhole(at)) return at
  return monday
}

export interface PlannedWeek {
  readonly classYear: number
  readonly year: number
  readonly quarter: number
  readonly start: string
  readonly end: string
}

/** The sixteen REACH weeks of a class. */
export const weeksOfClass = (classYear: number, today: string): readonly PlannedWeek[] => {
  const now = academicYear(academicYearEnd(today, DEFAULT_TURNOVER)).from
  const schoolYear = academicYearEnd(today, DEFAULT_TURNOVER) + 4 - classYear
  const anchor = addDays(mondayOf(today), 7 * (WEEKS_BEHIND[schoolYear] ?? 0))
  const sinceTurnover = daysBetween(now, anchor)
  const phase = ((sinceTurnover % QUARTER_DAYS) + QUARTER_DAYS) % QUARTER_DAYS
  return [1, 2, 3, 4].flatMap((year) => {
    const { from } = academicYear(classYear - 4 + year)
    return [1, 2, 3, 4].map((quarter) => {
      const near = addDays(from, phase + QUARTER_DAYS * (quarter - 1))
      // To the nearest Monday: of this year that is the day itself.
      const start = wholeWeek(mondayOf(addDays(near, 3)), from)
      return { classYear, year, quarter, start, end: addDays(start, 4) }
    })
  })
}

/** The working day of a week on which its group meets. */
export const groupDayOf = ({ start }: Pick<PlannedWeek, 'start'>): string => addDays(start, 2)
