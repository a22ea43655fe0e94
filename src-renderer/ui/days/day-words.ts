/**
 * Days and moments in words, through the platform's own Intl, in the language of dates (context/date-language.ts).
 *
 * A day is `2027-03-04`, a moment an ISO time; both are said as this laptop's calendar and clock have them. What cannot
 * be read as a day is shown as it stands: one bad date must not take a screen with it.
 */
import { addDays, daysBetween } from '../../../shared/base/day'
import { CLOCK_SHAPE, timeInWords } from '../../../shared/words/clock-words'

let language = 'en'

/** Says days in this language from here on. */
export const speakDays = (code: string): void => {
  language = code
}
export const daysLanguage = (): string => language

const DAY = { day: 'numeric', month: 'short' } as const
const SHAPES = {
  long: { ...DAY, month: 'long', year: 'numeric' },
  short: DAY,
  'short with year': { ...DAY, year: 'numeric' },
  weekday: { weekday: 'long' },
  'short weekday': { weekday: 'short' },
  'weekday and day': { weekday: 'long', day: 'numeric', month: 'long' },
  'day and month': { day: 'numeric', month: 'long' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'short' },
  'month with year': { month: 'short', year: 'numeric' },
  'long month': { month: 'long', year: 'numeric' },
  time: CLOCK_SHAPE,
  'weekday and time': { weekday: 'long', ...CLOCK_SHAPE },
  moment: { ...DAY, year: 'numeric', ...CLOCK_SHAPE },
  'long moment': { ...DAY, month: 'long', year: 'numeric', ...CLOCK_SHAPE },
  'full moment': {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...CLOCK_SHAPE,
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>

/** Making one costs as much as using it a hundred times. */
const made = new Map<string, Intl.DateTimeFormat>()
const formatOf = (shape: keyof typeof SHAPES): Intl.DateTimeFormat => {
  const key = `${language} ${shape}`
  const found = made.get(key) ?? new Intl.DateTimeFormat(language, SHAPES[shape])
  made.set(key, found)
  return found
}

const DAY_ONLY = /^(\d{4})-(\d{2})-(\d{2})$/
const dateOf = (day: string): Date => {
  const [, year, month, date] = DAY_ONLY.exec(day) ?? []
  return year === undefined
    ? new Date(day)
    : new Date(Number(year), Number(month) - 1, Number(date))
}

/** `day` is a day or a moment. */
export const inWords = (day: string, shape: keyof typeof SHAPES): string => {
  const date = dateOf(day)
  return Number.isNaN(date.getTime()) ? day : formatOf(shape).format(date)
}

/** The day of a moment, here. */
export const dayOf = (date: Date): string =>
  [
    String(date.getFullYear()).padStart(4, '0'),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-')

/** The day it is at this moment, here. */
export const dayNow = (): string => dayOf(new Date())

/** The time of day now, `14:30`: how a session keeps it, in no language. */
export const clock = (): string => new Date().toTimeString().slice(0, 5)

const A_WEEK_DAYS = 7

/** A moment as it is said on a day: "2:30 PM", "Tuesday 2:30 PM", and with its date when that is longer ago. */
export const lately = (moment: string, today: string): string => {
  const day = dayOf(dateOf(moment))
  if (day === today) return inWords(moment, 'time')
  return inWords(
    moment,
    day < today && day > addDays(today, -A_WEEK_DAYS) ? 'weekday and time' : 'moment',
  )
}

/** "2:30 PM", for 14:30. */
export const timeOfDay = (time: string): string => timeInWords(time, language)

/** "March 4, 2027". */
export const longDay = (day: string): string => inWords(day, 'long')
/** "Mar 4", and with its year when that is not this one. */
export const shortDay = (day: string): string =>
  inWords(day, dateOf(day).getFullYear() === new Date().getFullYear() ? 'short' : 'short with year')
/** "Thu 4", as a column of a week is headed. */
export const weekdayAndDate = (day: string): string =>
  `${inWords(day, 'short weekday')} ${dateOf(day).getDate()}`

/** The first day of the week that holds `day`; weeks begin on `firstDay`, 0 for Sunday. */
export const weekStart = (day: string, firstDay: number): string =>
  addDays(day, -((dateOf(day).getDay() - firstDay + 7) % 7))

/** "Monday", for 1. */
export const weekdayName = (weekday: number): string =>
  // The fourth of January 1970 was a Sunday.
  inWords(`1970-01-${String(4 + weekday).padStart(2, '0')}`, 'weekday')

/** Fewer days than this are counted in days. */
const A_MONTH_DAYS = 26
const MONTH_DAYS = 365.25 / 12
/** Fewer months than this are counted in months: "2 years" would be said of anything from 18 to 30. */
const TWO_YEARS_MONTHS = 24

/** "today", "yesterday", "3 weeks ago", "in 2 days". */
export const relativeDay = (day: string, today: string): string => {
  const date = dateOf(day)
  if (Number.isNaN(date.getTime())) return day
  const days = daysBetween(today, dayOf(date))
  const away = Math.abs(days)
  const say = (amount: number, unit: Intl.RelativeTimeFormatUnit): string =>
    new Intl.RelativeTimeFormat(language, { numeric: away < 2 ? 'auto' : 'always' }).format(
      amount,
      unit,
    )
  if (days < -1 && days >= -60 && days % 7 === 0) return say(days / 7, 'week')
  if (away < A_MONTH_DAYS) return say(days, 'day')
  const months = Math.max(1, Math.round(away / MONTH_DAYS))
  return months < TWO_YEARS_MONTHS
    ? say(months * Math.sign(days), 'month')
    : say(Math.floor(months / 12) * Math.sign(days), 'year')
}
