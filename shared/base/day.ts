/** Days of the calendar as they are stored: `2026-11-24`, in no time zone. */

const DAY_MS = 86_400_000

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`)

export const addDays = (day: string, days: number): string =>
  new Date(asDate(day).getTime() + days * DAY_MS).toISOString().slice(0, 10)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((asDate(to).getTime() - asDate(from).getTime()) / DAY_MS)

/** 0 on a Sunday, 6 on a Saturday. */
export const weekdayOf = (day: string): number => asDate(day).getUTCDay()

/** Whether a day comes: no 30th of February does. */
export const isRealDay = (day: string): boolean => {
  const date = asDate(day)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** The same day in another year; the last of February where that one has no 29th. */
export const inYear = (day: string, year: number): string => {
  const same = `${year}${day.slice(4)}`
  return isRealDay(same) ? same : `${year}-02-28`
}
