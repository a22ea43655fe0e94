/**
 * The time zones of a calendar file. A file should describe each that it names (VTIMEZONE), and that is what counts; many
 * programs leave the description out and write the zone's name in the IANA's list, which the platform knows.
 */
import ICAL from 'ical.js'

/** Some programs write where they have the name from before it: "/mozilla.org/20050126_1/America/New_York". */
const WITH_SOURCE = /^\/.*?((?:[A-Z][\w+-]*\/)+[A-Z][\w+-]*)$/

const MS_PER_SECOND = 1000

/** A zone by the platform's own list. */
class NamedZone extends ICAL.Timezone {
  readonly #clock: Intl.DateTimeFormat
  constructor(tzid: string, timeZone: string) {
    super({ tzid })
    this.#clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  }
  /** How far the zone's clock is ahead of UTC at a moment. */
  #aheadAt(moment: number): number {
    const at = Object.fromEntries(
      this.#clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
    )
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = at
    return Date.UTC(year, month - 1, day, hour, minute, second) - moment
  }
  /** In seconds, at a time of the zone's own clock. */
  override utcOffset({ year, month, day, hour, minute, second }: ICAL.Time): number {
    const asUtc = Date.UTC(year, month - 1, day, hour, minute, second)
    return this.#aheadAt(asUtc - this.#aheadAt(asUtc)) / MS_PER_SECOND
  }
}

const LONGEST_NAME = 120

const namedZone = (tzid: string): NamedZone | null => {
  if (tzid.length > LONGEST_NAME) return null
  try {
    return new NamedZone(tzid, tzid.replace(WITH_SOURCE, '$1'))
  } catch {
    // No such name.
    return null
  }
}

/** A calendar whose entries find the zones that it describes, and those that need no description. */
export class CalendarWithZones extends ICAL.Component {
  readonly #named = new Map<string, NamedZone | null>()
  constructor() {
    super('vcalendar')
  }
  override getTimeZoneByID(tzid: string): ICAL.Timezone {
    const described: ICAL.Timezone | null = super.getTimeZoneByID(tzid)
    if (described !== null) return described
    if (!this.#named.has(tzid)) this.#named.set(tzid, namedZone(tzid))
    // ical.js takes null for a zone that is not there; its types do not say so.
    return this.#named.get(tzid) as ICAL.Timezone
  }
}

/** The zone that an entry names and nobody here knows: its times are then read as those of this computer's clock. */
export const unknownZoneOf = (entry: ICAL.Component): string | undefined =>
  ['dtstart', 'dtend']
    .map((name) => entry.getFirstProperty(name))
    .flatMap((property) => {
      const time = property?.getFirstValue()
      const isLocal =
        time instanceof ICAL.Time && !time.isDate && time.zone === ICAL.Timezone.localTimezone
      return (isLocal && property?.getFirstParameter('tzid')) || []
    })[0]
