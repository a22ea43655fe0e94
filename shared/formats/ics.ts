/**
 * Calendars that come in as iCalendar files (RFC 5545, read by ical.js): a list of meetings with every repetition written
 * out. Whoever makes a file decides what is in it, so each of its parts is read by itself.
 */
import ICAL from 'ical.js'
import { isRealDay } from '../base/day'
import { err, ok, type Result } from '../base/result'
import { CalendarWithZones, unknownZoneOf } from './time-zones'

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
/** With the day of one of a series behind it, it is a line. */
const LONGEST_UID = 280
/** Every thousandth day or year: with more, no calendar that is kept by people means it. */
const MOST_APART = 1000
const LONGEST_NOTES = 5000
/** In what ical.js makes of a property: its name, its parameters, its type, and then what it says. */
const VALUES_AT = 3
/** A larger file is not a coach's calendar. */
const MOST_CALENDAR_CHARACTERS = 32 * 1024 * 1024

const pad = (number: number): string => String(number).padStart(2, '0')
const localDay = (moment: Date): string =>
  `${moment.getFullYear()}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`
const dayOf = (time: ICAL.Time): string => time.toString().slice(0, 10)
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

const titleIn = (component: ICAL.Component): string =>
  String(component.getFirstPropertyValue('summary') ?? '').slice(0, LONGEST_LINE)

/** The first of an entry's days that does not come, as it is written: what ical.js makes of it is another day. */
const noDayIn = (component: ICAL.Component): string | undefined =>
  ['dtstart', 'dtend', 'recurrence-id', 'rdate', 'exdate']
    .flatMap((name) => component.getAllProperties(name))
    .flatMap((property) => property.jCal.slice(VALUES_AT) as readonly unknown[])
    .flatMap((value) => (typeof value === 'string' ? (/^\d{4}-\d\d-\d\d/.exec(value) ?? []) : []))
    .find((day) => !isRealDay(day))

const uidIn = (component: ICAL.Component): string =>
  String(component.getFirstPropertyValue('uid') ?? '')

/** Whether a series can be written out: a coach meets nobody by the hour, and never on a day that does not come. */
const isMeetable = (component: ICAL.Component): boolean =>
  component
    .getAllProperties('rrule')
    .map((property) => property.getFirstValue())
    .every(
      (rule) =>
        rule instanceof ICAL.Recur &&
        !TOO_OFTEN.includes(rule.freq) &&
        rule.interval <= MOST_APART &&
        namesSomeDay(rule),
    )

/** The end of whole days is the day after the last one, and so is midnight: what ends then has its last day before. */
const lastDay = (start: string, end: ICAL.Time | null): string => {
  if (end === null) return start
  const last = localDay(new Date(end.toJSDate().getTime() - 1))
  return last < start ? start : last
}

/** Its own id; what has none is told by when it begins and what it is called. `of`: the day, for one of a series. */
const uidOf = (event: ICAL.Event, of?: string): string => {
  const own = (event.uid || `${event.startDate.toString()} ${event.summary ?? ''}`).slice(
    0,
    LONGEST_UID,
  )
  return of === undefined ? own : `${own}/${of}`
}

const meetingOf = (
  uid: string,
  event: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time | null,
): CalendarMeeting => {
  const begins = start.toJSDate()
  const minutes =
    end === null ? 0 : Math.round((end.toJSDate().getTime() - begins.getTime()) / 60_000)
  if (!Number.isFinite(minutes)) throw new RangeError('ends on no day that there is')
  const date = start.isDate ? dayOf(start) : localDay(begins)
  return {
    uid,
    title: titleIn(event.component),
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
  /** Left out since their day never comes: ical.js would make the 30th of February a day in March. */
  readonly onNoDay: readonly { readonly title: string; readonly day: string }[]
  /** Zones that entries name and that neither the file describes nor anybody knows: their times are as they are written. */
  readonly unknownZones: readonly string[]
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
    const day = dayOf(next)
    if (day > window.to) return meetings
    if (day < window.from) continue
    const { item, startDate, endDate } = event.getOccurrenceDetails(next)
    meetings.push(meetingOf(uidOf(event, day), item, startDate, endDate))
  }
  return undefined
}

/** What one entry comes to; undefined for a series that cannot be written out. */
const meetingsOf = (
  event: ICAL.Event,
  window: CalendarWindow,
): readonly CalendarMeeting[] | undefined => {
  if (event.isRecurring()) return isMeetable(event.component) ? seriesOf(event, window) : undefined
  const { startDate, endDate, recurrenceId } = event
  const of = event.isRecurrenceException() ? dayOf(recurrenceId) : undefined
  return [meetingOf(uidOf(event, of), event, startDate, endDate)]
}

/**
 * The entries and time zones of a file, of however many calendars it has, each as it is written. A line that is none (a
 * program has broken one of a description without folding it) is left out.
 */
const partsOf = (text: string): readonly string[] => {
  const parts: string[] = []
  let part: string[] = []
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [, edge] = /^(BEGIN|END):(?:VEVENT|VTIMEZONE)\s*$/i.exec(line) ?? []
    if (edge?.toUpperCase() === 'BEGIN') part = []
    if (/^[ \t]|:/.test(line)) part.push(line)
    if (edge?.toUpperCase() === 'END') parts.push(part.join('\r\n'))
  }
  return parts
}

/** Reads an iCalendar file; entries that cannot be read are counted and left out, and spoil no other. */
export const readCalendar = (
  text: string,
  window: CalendarWindow,
): Result<CalendarRead, CalendarProblem> => {
  // What does not end was cut off on its way here: nobody could tell what is missing.
  if (
    text.length > MOST_CALENDAR_CHARACTERS ||
    !/BEGIN:VCALENDAR/i.test(text) ||
    !/END:VCALENDAR\s*$/i.test(text)
  )
    return err('not-a-calendar')
  // Entries find their time zones in what they are part of.
  const calendar = new CalendarWithZones()
  const series: ICAL.Component[] = []
  const changes = new Map<string, ICAL.Component[]>()
  const meetings = new Map<string, CalendarMeeting>()
  let unreadable = 0
  let endless = 0
  const onNoDay: { readonly title: string; readonly day: string }[] = []
  const unknownZones = new Set<string>()
  for (const part of partsOf(text)) {
    try {
      const component = new ICAL.Component(
        ICAL.parse(part) as ConstructorParameters<typeof ICAL.Component>[0],
      )
      const noDay = component.name === 'vevent' ? noDayIn(component) : undefined
      if (noDay !== undefined) {
        onNoDay.push({ title: titleIn(component), day: noDay })
        continue
      }
      calendar.addSubcomponent(component)
      if (component.name !== 'vevent') continue
      const uid = uidIn(component)
      const known = changes.get(uid)
      if (component.getFirstPropertyValue('recurrence-id') === null) series.push(component)
      else if (known === undefined) changes.set(uid, [component])
      else known.push(component)
    } catch {
      unreadable++
    }
  }
  const whole = new Set(series.map(uidIn))
  // Of a file that has only some days, the rest of the series may not be in it.
  const alone = [...changes].flatMap(([uid, changed]) => (whole.has(uid) ? [] : changed))
  for (const component of [...series, ...alone]) {
    try {
      const uid = uidIn(component)
      const exceptions = (whole.has(uid) && changes.get(uid)) || []
      const found = meetingsOf(new ICAL.Event(component, { exceptions }), window)
      if (found === undefined) endless++
      const near = (found ?? []).filter(({ date }) => window.from <= date && date <= window.to)
      // The later of two that are the same.
      for (const one of near) meetings.set([one.uid, one.date, one.time].join(' '), one)
      const zone = near.length === 0 ? undefined : unknownZoneOf(component)
      if (zone !== undefined) unknownZones.add(zone)
    } catch {
      unreadable++
    }
    if (meetings.size > MOST_MEETINGS) return err('too-much-in-it')
  }
  if (meetings.size + unreadable + endless + onNoDay.length === 0) return err('nothing-in-it')
  return ok({
    meetings: [...meetings.values()].sort((a, b) => a.date.localeCompare(b.date)),
    unreadable,
    endless,
    onNoDay,
    unknownZones: [...unknownZones],
  })
}
