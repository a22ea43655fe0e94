/** The academic year, which turns over on 1 July unless the school says otherwise (domain.md). */

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
): { readonly from: string; readonly to: string } => {
  const next = new Date(`${end}-${turnover}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() - 1)
  return { from: `${end - 1}-${turnover}`, to: next.toISOString().slice(0, 10) }
}

const DAY_MS = 86_400_000
/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Whether a day comes: no 30th of February does. */
export const isRealDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
