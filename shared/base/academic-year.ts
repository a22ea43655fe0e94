/** The academic year, which turns over on 1 July unless the school says otherwise (domain.md). */
import { addDays } from './day'

/** Month and day on which a new academic year begins, `07-01`. */
export const DEFAULT_TURNOVER = '07-01'

/** The calendar year in which the academic year that holds `day` (`2026-11-24`) ends. */
export const academicYearEnd = (day: string, turnover = DEFAULT_TURNOVER): number =>
  Number(day.slice(0, 4)) + (day.slice(5) >= turnover ? 1 : 0)

/** 1 to 4 while the class of `classYear` is in its four years, or null. */
export const yearOf = (
  classYear: number | null,
  day: string,
  turnover = DEFAULT_TURNOVER,
): number | null => {
  if (classYear === null) return null
  const year = 4 - (classYear - academicYearEnd(day, turnover))
  return year >= 1 && year <= 4 ? year : null
}

/** First and last day of the academic year that ends in `end`. */
export const academicYear = (
  end: number,
  turnover = DEFAULT_TURNOVER,
): { readonly from: string; readonly to: string } => ({
  from: `${end - 1}-${turnover}`,
  to: addDays(`${end}-${turnover}`, -1),
})
