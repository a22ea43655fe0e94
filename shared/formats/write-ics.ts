/**
 * Calendars that go out as iCalendar files (RFC 5545, written by ical.js): they name nobody unless the coach says so, since
 * calendars are synced and shared in ways that nobody remembers. And the days on which a series of meetings falls.
 */
import ICAL from 'ical.js'

/** On no particular time zone's clock. */
const timeOf = (date: string, time: string | null = null): ICAL.Time =>
  time === null
    ? ICAL.Time.fromDateString(date)
    : ICAL.Time.fromDateTimeString(`${date}T${time}:00`)

/** What is written out: a meeting with a time, or something due on a day. */
export interface CalendarEntry {
  readonly id: string
  readonly title: string
  readonly place: string
  readonly date: string
  readonly time: string | null
  readonly minutes: number
}

export const writeCalendar = (entries: readonly CalendarEntry[], writtenAt: Date): string => {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('prodid', '-//Confidant//Confidant//EN')
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN')
  for (const { id, title, place, date, time, minutes } of entries) {
    const component = new ICAL.Component('vevent')
    const event = new ICAL.Event(component)
    event.uid = `${id}@confidant.invalid`
    event.summary = title
    if (place !== '') event.location = place
    // On the clock of whoever reads it, as it stands in the vault.
    event.startDate = timeOf(date, time)
    if (time !== null) event.duration = ICAL.Duration.fromSeconds(minutes * 60)
    component.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(writtenAt, true))
    // A program that shows free and busy needs to know no more.
    component.updatePropertyWithValue('class', 'PRIVATE')
    calendar.addSubcomponent(component)
  }
  return calendar.toString()
}

/** Of one series. */
const MOST_DAYS = 500

export const REPEATS = ['none', 'weekly', 'two-weeks', 'four-weeks', 'monthly'] as const
export type Repeat = (typeof REPEATS)[number]

const RULES: Readonly<Record<Exclude<Repeat, 'none'>, string>> = {
  weekly: 'FREQ=WEEKLY',
  'two-weeks': 'FREQ=WEEKLY;INTERVAL=2',
  'four-weeks': 'FREQ=WEEKLY;INTERVAL=4',
  monthly: 'FREQ=MONTHLY',
}

/** The days of a series of meetings from `first` up to `last`; with 'none', the first alone. */
export const repeatedDays = (first: string, repeat: Repeat, last: string): readonly string[] => {
  if (repeat === 'none') return [first]
  const rule = ICAL.Recur.fromString(RULES[repeat])
  // "Monthly" means the same weekday of the month: the second Tuesday stays a second Tuesday.
  if (repeat === 'monthly') {
    const start = timeOf(first)
    const nth = Math.ceil(start.day / 7)
    const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][start.dayOfWeek() - 1]
    rule.setComponent('byday', [`${nth > 4 ? -1 : nth}${weekday}`])
  }
  const each = rule.iterator(timeOf(first))
  const days: string[] = []
  for (let day = each.next(); day && days.length < MOST_DAYS; day = each.next()) {
    const text = day.toString().slice(0, 10)
    if (text > last) break
    days.push(text)
  }
  return days
}
