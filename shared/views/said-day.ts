/**
 * The days that a text says, as people write them in American English: "in two weeks", "next Friday", "December 8",
 * "tomorrow". Only days ahead, since they are proposed for what is still to come. Numbers alone ("12/8", "7/10") are more
 * often a score than a day, and are left.
 */
import { addDays, weekdayOf } from '../base/day'

export interface SaidDay {
  readonly day: string
  /** As it was said. */
  readonly words: string
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  twelve: 12,
}

const weekday = `(${WEEKDAYS.join('|')})`
const month = `(${MONTHS.join('|')})[a-z]*\\.?`
const number = `(\\d{1,2}|${Object.keys(NUMBERS).join('|')})`

/** The day of a month's date that is next, or of the year that is said; nothing for what is no date. */
const dated = (monthName: string, date: string, year: string | undefined, today: string) => {
  const at = (inYear: number): string | undefined => {
    const time = new Date(Date.UTC(inYear, MONTHS.indexOf(monthName.slice(0, 3)), Number(date)))
    return time.getUTCDate() === Number(date) ? time.toISOString().slice(0, 10) : undefined
  }
  if (year !== undefined) return at(Number(year))
  const thisYear = at(Number(today.slice(0, 4)))
  return thisYear !== undefined && thisYear >= today ? thisYear : at(Number(today.slice(0, 4)) + 1)
}

const monthsAhead = (today: string, months: number): string => {
  const [year = 0, at = 1, date = 1] = today.split('-').map(Number)
  const last = new Date(Date.UTC(year, at + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, at - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

const ahead = (today: string, many: string, unit: string): string | undefined => {
  const count = NUMBERS[many] ?? Number(many)
  if (unit.startsWith('month')) return monthsAhead(today, count)
  return addDays(today, count * (unit.startsWith('week') ? 7 : 1))
}

/** "Friday" is the next one; "next Friday" is the one of next week, which begins on Monday. */
const onWeekday = (today: string, next: boolean, name: string): string => {
  const [is, wanted] = [weekdayOf(today), WEEKDAYS.indexOf(name)]
  if (!next) return addDays(today, ((wanted - is + 6) % 7) + 1)
  return addDays(today, 7 - ((is + 6) % 7) + ((wanted + 6) % 7))
}

type Read = (today: string, found: readonly (string | undefined)[]) => string | undefined
const WAYS: readonly (readonly [pattern: string, read: Read])[] = [
  [
    `in ${number} (days?|weeks?|months?)`,
    (today, [many = '', unit = '']) => ahead(today, many, unit),
  ],
  [
    `${number} (days?|weeks?|months?) from (?:now|today)`,
    (today, [many = '', unit = '']) => ahead(today, many, unit),
  ],
  ['tomorrow', (today) => addDays(today, 1)],
  ['next (week|month)', (today, [unit = '']) => ahead(today, 'one', unit)],
  [
    // "Last Friday" is none that is ahead.
    `(?<!\\b(?:last|past|since) )(?:(?:on|by|this|until) )?(next )?${weekday}`,
    (today, [next, name = '']) => onWeekday(today, next !== undefined, name),
  ],
  [
    `${month} (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`,
    (today, [name = '', date = '', year]) => dated(name, date, year, today),
  ],
  [
    `(\\d{1,2})(?:st|nd|rd|th)? ${month}(?: (\\d{4}))?`,
    (today, [date = '', name = '', year]) => dated(name, date, year, today),
  ],
  ['(\\d{4}-\\d{2}-\\d{2})', (_today, [day]) => day],
]

/** The days ahead that a text says, in the order in which it says them. */
export const daysSaid = (text: string, today: string): readonly SaidDay[] =>
  WAYS.flatMap(([pattern, read]) =>
    [...text.matchAll(new RegExp(`\\b${pattern}\\b`, 'gi'))].flatMap((match) => {
      const [words, ...found] = match
      const day = read(
        today,
        found.map((part) => part?.toLowerCase()),
      )
      return day === undefined || day <= today ? [] : [{ day, words, at: match.index }]
    }),
  )
    .sort((a, b) => a.at - b.at)
    .map(({ day, words }) => ({ day, words }))

/** When something that was agreed is due, as its own words say: "Send it by Friday". */
export const dueSaid = (agreed: string, today: string): string | null =>
  daysSaid(agreed, today)[0]?.day ?? null

/** The day that these words are, and nothing else: "tomorrow", "next Friday", "in 2 weeks". */
export const dayInWords = (words: string, today: string): string | null => {
  const meant = words.trim()
  if (/^today$/i.test(meant)) return today
  if (/^yesterday$/i.test(meant)) return addDays(today, -1)
  return daysSaid(meant, today).find((said) => said.words === meant)?.day ?? null
}
