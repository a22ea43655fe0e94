/**
 * Calendars as iCalendar files (RFC 5545, read and written by ical.js). What comes in is a list of meetings with
 * every repetition written out; what goes out names nobody unless the coach says so, since calendars are synced and
 * shared in ways that nobody remembers.
 */
import ICAL from 'ical.js'
import { err, ok, type Result } from '../base/result'

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
  /** Its last day: the same one but for what lasts longer. */
  readonly until: string
  readonly cancelled: boolean
}

export type CalendarProblem = 'not-a-calendar' | 'nothing-in-it' | 'too-much-in-it'

/** Repetitions outside of these days are left out: a weekly entry without an end has no last one. */
export interface CalendarWindow {
  readonly from: string
  readonly to: string
}

const MOST_OCCURRENCES = 500
/** A hundred years of days. A rule takes each of its steps from the beginning, however long ago that was. */
const MOST_STEPS = 40_000
/** Of the whole file, within the window: ten a day. */
const MOST_MEETINGS = 8000
const LONGEST_LINE = 300
const LONGEST_NOTES = 5000
/** A larger file is not a coach's calendar. */
const MOST_CALENDAR_CHARACTERS = 32 * 1024 * 1024

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
    .slice(0, LONGEST_NOTES)

const TOO_OFTEN = ['SECONDLY', 'MINUTELY', 'HOURLY']
const MONTH_LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether a rule names a day that some month has: for one like the 30th of February, ical.js would look for ever. */
const namesSomeDay = (rule: ICAL.Recur): boolean => {
  const days = rule.getComponent('bymonthday').map(Number)
  const months = rule.getComponent('bymonth').map(Number)
  const longest = Math.max(
    ...(months.length === 0 ? [31] : months.map((month) => MONTH_LENGTHS[month - 1] ?? 0)),
  )
  return days.length === 0 || days.some((day) => day !== 0 && Math.abs(day) <= longest)
}

/** Whether a series can be written out: a coach meets nobody by the hour, and never on a day that does not come. */
const isMeetable = (component: ICAL.Component): boolean =>
  component
    .getAllProperties('rrule')
    .map((property) => property.getFirstValue())
    .every(
      (rule) => rule instanceof ICAL.Recur && !TOO_OFTEN.includes(rule.freq) && namesSomeDay(rule),
    )

/** The end of whole days is the day after the last one, and so is midnight: what ends then has its last day before. */
const lastDay = (start: string, end: ICAL.Time | null): string => {
  if (end === null) return start
  const last = localDay(new Date(end.toJSDate().getTime() - 1))
  return last < start ? start : last
}

const meetingOf = (
  event: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time | null,
  repeated: boolean,
): CalendarMeeting => {
  const begins = start.toJSDate()
  const minutes =
    end === null ? 0 : Math.round((end.toJSDate().getTime() - begins.getTime()) / 60_000)
  const date = start.isDate ? start.toString().slice(0, 10) : localDay(begins)
  return {
    uid: repeated ? `${event.uid}/${start.toString()}` : event.uid,
    title: (event.summary ?? '').slice(0, LONGEST_LINE),
    place: (event.location ?? '').slice(0, LONGEST_LINE),
    notes: (event.description ?? '').slice(0, LONGEST_NOTES),
    people: peopleOf(event.component),
    date,
    time: start.isDate ? null : localTime(begins),
    minutes: start.isDate ? 0 : Math.max(0, minutes),
    until: lastDay(date, end),
    cancelled:
      String(event.component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED',
  }
}

export interface CalendarRead {
  readonly meetings: readonly CalendarMeeting[]
  /** Entries that were left out: damaged ones, and those that repeat without an end in sight. */
  readonly unreadable: number
  readonly endless: number
}

/** The meetings of a series within the window; undefined when there are more steps to them than anybody has meetings. */
const seriesOf = (
  event: ICAL.Event,
  window: CalendarWindow,
): readonly CalendarMeeting[] | undefined => {
  const meetings: CalendarMeeting[] = []
  const each = event.iterator()
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const next = each.next()
    if (!next || meetings.length >= MOST_OCCURRENCES) return meetings
    const day = next.toString().slice(0, 10)
    if (day > window.to) return meetings
    if (day < window.from) continue
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    meetings.push({ ...meetingOf(item, startDate, endDate, false), uid: `${event.uid}/${day}` })
  }
  return undefined
}

/** Reads an iCalendar file; entries that cannot be read are counted and left out. */
export const readCalendar = (
  text: string,
  window: CalendarWindow,
): Result<CalendarRead, CalendarProblem> => {
  if (text.length > MOST_CALENDAR_CHARACTERS || !/BEGIN:VCALENDAR/i.test(text))
    return err('not-a-calendar')
  let calendar: ICAL.Component
  try {
    calendar = new ICAL.Component(
      ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0],
    )
  } catch {
    return err('not-a-calendar')
  }
  const series: ICAL.Component[] = []
  const changes = new Map<string, ICAL.Component[]>()
  for (const component of calendar.getAllSubcomponents('vevent')) {
    if (component.getFirstPropertyValue('recurrence-id') === null) series.push(component)
    else {
      const uid = String(component.getFirstPropertyValue('uid'))
      const known = changes.get(uid)
      if (known === undefined) changes.set(uid, [component])
      else known.push(component)
    }
  }
  const meetings: CalendarMeeting[] = []
  let unreadable = 0
  let endless = 0
  for (const component of series) {
    try {
      const event = new ICAL.Event(component, {
        exceptions: changes.get(String(component.getFirstPropertyValue('uid'))) ?? [],
      })
      const found = !event.isRecurring()
        ? [meetingOf(event, event.startDate, event.endDate, false)]
        : isMeetable(component)
          ? seriesOf(event, window)
          : undefined
      if (found === undefined) endless++
      else meetings.push(...found.filter(({ date }) => window.from <= date && date <= window.to))
    } catch {
      unreadable++
    }
    if (meetings.length > MOST_MEETINGS) return err('too-much-in-it')
  }
  if (meetings.length === 0 && unreadable + endless === 0) return err('nothing-in-it')
  return ok({
    meetings: meetings.sort((a, b) => a.date.localeCompare(b.date)),
    unreadable,
    endless,
  })
}

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
