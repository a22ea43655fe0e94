/**
 * Calendars as iCalendar files (RFC 5545, read and written by ical.js). What comes in is a list of meetings with
 * every repetition written out; what goes out names nobody unless the coach says so, since calendars are synced and
 * shared in ways that nobody remembers.
 */
import ICAL from 'ical.js'
import { err, ok, type Result } from '../result'

export interface CalendarMeeting {
  /** The entry's own id and, for one of a series, its day: the same whenever the file is read again. */
  readonly uid: string
  readonly title: string
  readonly place: string
  readonly notes: string
  /** Addresses and names of those invited. */
  readonly people: string
  /** On this computer's clock: `2026-11-24` and `14:30`; no time for a whole day. */
  readonly date: string
  readonly time: string | null
  readonly minutes: number
  readonly cancelled: boolean
}

export type CalendarProblem = 'not-a-calendar' | 'nothing-in-it'

/** Repetitions outside of these days are left out: a weekly entry without an end has no last one. */
export interface CalendarWindow {
  readonly from: string
  readonly to: string
}

const MOST_OCCURRENCES = 500
/** A larger file is not a coach's calendar. */
export const MOST_CALENDAR_CHARACTERS = 32 * 1024 * 1024

const pad = (number: number): string => String(number).padStart(2, '0')
const localDay = (moment: Date): string =>
  `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
const localTime = (moment: Date): string => `${pad(moment.getHours())}:${pad(moment.getMinutes())}`

const peopleOf = (component: ICAL.Component): string =>
  component
    .getAllProperties('attendee')
    .map(
      (property) =>
        `${property.getParameter('cn') ?? ''} ${String(property.getFirstValue() ?? '').replace(/^mailto:/i, '')}`,
    )
    .join(' ')

const meetingOf = (
  event: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time | null,
  repeated: boolean,
): CalendarMeeting => {
  const begins = start.toJSDate()
  const minutes = end === null ? 0 : Math.round((end.toJSDate().getTime() - begins.getTime()) / 60_000)
  const date = start.isDate ? start.toString().slice(0, 10) : localDay(begins)
  return {
    uid: repeated ? `${event.uid}/${start.toString()}` : event.uid,
    title: event.summary ?? '',
    place: event.location ?? '',
    notes: event.description ?? '',
    people: peopleOf(event.component),
    date,
    time: start.isDate ? null : localTime(begins),
    minutes: start.isDate ? 0 : Math.max(0, minutes),
    cancelled: String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED',
  }
}

/** Reads an iCalendar file; entries that cannot be read are counted and left out. */
export const readCalendar = (
  text: string,
  window: CalendarWindow,
): Result<
  { readonly meetings: readonly CalendarMeeting[]; readonly unreadable: number },
  CalendarProblem
> => {
  if (text.length > MOST_CALENDAR_CHARACTERS || !/BEGIN:VCALENDAR/i.test(text)) return err('not-a-calendar')
  let calendar: ICAL.Component
  try {
    calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0])
  } catch {
    return err('not-a-calendar')
  }
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    const id = String(zone.getFirstPropertyValue('tzid') ?? '')
    if (id !== '' && !ICAL.TimezoneService.has(id)) ICAL.TimezoneService.register(zone)
  }
  const components = calendar.getAllSubcomponents('vevent')
  const changed = components.filter((one) => one.getFirstPropertyValue('recurrence-id') !== null)
  const meetings: CalendarMeeting[] = []
  let unreadable = 0
  for (const component of components) {
    if (changed.includes(component)) continue
    try {
      const uid = component.getFirstPropertyValue('uid')
      const event = new ICAL.Event(component, {
        exceptions: changed.filter((one) => one.getFirstPropertyValue('uid') === uid),
      })
      if (!event.isRecurring()) {
        meetings.push(meetingOf(event, event.startDate, event.endDate, false))
        continue
      }
      const each = event.iterator()
      for (let seen = 0, next = each.next(); next && seen < MOST_OCCURRENCES; next = each.next()) {
        const day = next.toString().slice(0, 10)
        if (day > window.to) break
        if (day < window.from) continue
        seen++
        const { item, startDate, endDate } = event.getOccurrenceDetails(next)
        meetings.push({ ...meetingOf(item, startDate, endDate, false), uid: `${event.uid}/${day}` })
      }
    } catch {
      unreadable++
    }
  }
  const within = meetings.filter(({ date }) => window.from <= date && date <= window.to)
  if (within.length === 0 && unreadable === 0) return err('nothing-in-it')
  return ok({ meetings: within.sort((a, b) => a.date.localeCompare(b.date)), unreadable })
}

/** On no particular time zone's clock. */
const timeOf = (date: string, time: string | null = null): ICAL.Time =>
  time === null ? ICAL.Time.fromDateString(date) : ICAL.Time.fromDateTimeString(`${date}T${time}:00`)

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
  for (let day = each.next(); day && days.length < MOST_OCCURRENCES; day = each.next()) {
    const text = day.toString().slice(0, 10)
    if (text > last) break
    days.push(text)
  }
  return days
}
