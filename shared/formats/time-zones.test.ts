import { describe, expect, it } from 'vitest'
import { calendar, event } from '../../tests/steps/calendar-file'
import { readCalendar } from './ics'

const WINDOW = { from: '2026-01-01', to: '2026-12-31' }

describe('the days and zones of a calendar', () => {
  const GOOD = event('UID:good', 'SUMMARY:Good', 'DTSTART:20261124T090000', 'DURATION:PT30M')
  const read = (...events: readonly string[]) => {
    const got = readCalendar(calendar(...events), WINDOW)
    if (!got.ok) throw new Error(got.error)
    return got.value
  }
  const local = (moment: string): string => {
    const date = new Date(moment)
    return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':')
  }

  it.each([
    ['DTSTART:20260230T090000', '2026-02-30'],
    ['DTSTART;VALUE=DATE:20260431', '2026-04-31'],
    ['DTSTART;TZID=America/New_York:20260229T090000', '2026-02-29'],
    ['DTSTART:20260227T090000\r\nDTEND:20260230T090000', '2026-02-30'],
    ['DTSTART:20261301T090000', '2026-13-01'],
    ['DTSTART:20260101T090000\r\nRRULE:FREQ=DAILY\r\nEXDATE:20260230T090000', '2026-02-30'],
  ])('an entry with %s is left out and named, not moved to a day that comes', (days, day) => {
    const { meetings, onNoDay, unreadable } = read(event('UID:bad', 'SUMMARY:Bad', days), GOOD)
    expect([meetings.map(({ title }) => title), onNoDay, unreadable]).toEqual([
      ['Good'],
      [{ title: 'Bad', day }],
      0,
    ])
  })
  it('the 29th of February of a leap year is a day', () => {
    const got = readCalendar(calendar(event('UID:a', 'DTSTART;VALUE=DATE:20240229')), {
      from: '2024-01-01',
      to: '2024-12-31',
    })
    expect(got.ok && got.value.meetings[0]?.date).toBe('2024-02-29')
  })
  it.each([
    ['America/New_York', '20261124T090000', '2026-11-24T14:00:00Z'],
    ['America/New_York', '20260710T090000', '2026-07-10T13:00:00Z'],
    // Its clock goes from 2 to 3 that night, and half an hour later the offset is another one.
    ['America/New_York', '20260308T033000', '2026-03-08T07:30:00Z'],
    ['Asia/Kolkata', '20261124T090000', '2026-11-24T03:30:00Z'],
    [
      '/mozilla.org/20050126_1/America/Argentina/Buenos_Aires',
      '20261124T090000',
      '2026-11-24T12:00:00Z',
    ],
    ['US/Pacific', '20261124T090000', '2026-11-24T17:00:00Z'],
  ])('a zone that is named and not described, %s at %s, is the platform’s', (zone, at, moment) => {
    const { meetings, unknownZones } = read(
      event('UID:a', `DTSTART;TZID=${zone}:${at}`, 'DURATION:PT30M'),
    )
    expect(meetings.map(({ time, minutes }) => [time, minutes])).toEqual([[local(moment), 30]])
    expect(unknownZones).toEqual([])
  })
  it('a series keeps to its zone’s clock when that changes', () => {
    const { meetings } = read(
      event(
        'UID:a',
        'DTSTART;TZID=Europe/Berlin:20261020T090000',
        'RRULE:FREQ=WEEKLY;COUNT=2',
        'DURATION:PT30M',
      ),
    )
    expect(meetings.map(({ time }) => time)).toEqual([
      local('2026-10-20T07:00:00Z'),
      local('2026-10-27T08:00:00Z'),
    ])
  })
  it('a zone that nobody knows is said, once, and its times are as they are written', () => {
    const odd = (uid: string, day: string) =>
      event(`UID:${uid}`, `DTSTART;TZID=Campus Time:${day}T090000`, 'DURATION:PT30M')
    const { meetings, unknownZones } = read(
      odd('a', '20261124'),
      odd('b', '20261125'),
      odd('c', '20110101'),
    )
    expect(meetings.map(({ time }) => time)).toEqual(['09:00', '09:00'])
    expect(unknownZones).toEqual(['Campus Time'])
    expect(read(odd('old', '20110101'), GOOD).unknownZones).toEqual([])
    expect(
      read(GOOD, event('UID:day', 'DTSTART;TZID=Campus Time;VALUE=DATE:20261124')).unknownZones,
    ).toEqual([])
  })
})
