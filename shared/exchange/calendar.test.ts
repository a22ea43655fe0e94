import { describe, expect, it } from 'vitest'
import { calendar, event } from '../../tests/steps/calendar-file'
import { readCalendar } from '../formats/ics'
import { repeatedDays, writeCalendar } from '../formats/write-ics'

const WINDOW = { from: '2026-01-01', to: '2026-12-31' }

const meetingsIn = (text: string) => {
  const read = readCalendar(text, WINDOW)
  if (!read.ok) throw new Error(read.error)
  return read.value.meetings
}

describe('a calendar that comes in', () => {
  it('has every repetition written out, with what was moved and left out', () => {
    const meetings = meetingsIn(
      calendar(
        event(
          'UID:series',
          'SUMMARY:Coaching Amara Osei',
          'DTSTART:20261006T140000',
          'DTEND:20261006T144500',
          'RRULE:FREQ=WEEKLY;COUNT=4',
          'EXDATE:20261013T140000',
        ),
        event(
          'UID:series',
          'RECURRENCE-ID:20261020T140000',
          'SUMMARY:Coaching Amara Osei (moved)',
          'DTSTART:20261021T150000',
          'DTEND:20261021T153000',
        ),
      ),
    )
    expect(meetings.map(({ date, time, minutes }) => [date, time, minutes])).toEqual([
      ['2026-10-06', '14:00', 45],
      ['2026-10-21', '15:00', 30],
      ['2026-10-27', '14:00', 45],
    ])
    expect(new Set(meetings.map(({ uid }) => uid)).size).toBe(3)
  })
  it('is read on this computer’s clock, with the file’s own time zones', () => {
    const [meeting] = meetingsIn(
      calendar(
        'BEGIN:VTIMEZONE',
        'TZID:Test/Five',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:-0500',
        'TZOFFSETTO:-0500',
        'END:STANDARD',
        'END:VTIMEZONE',
        event(
          'UID:a',
          'DTSTART;TZID=Test/Five:20261124T090000',
          'DTEND;TZID=Test/Five:20261124T100000',
        ),
      ),
    )
    const local = new Date('2026-11-24T14:00:00Z')
    expect(meeting?.time).toBe(
      `${String(local.getHours()).padStart(2, '0')}:${String(local.getMinutes()).padStart(2, '0')}`,
    )
    expect(meeting?.minutes).toBe(60)
  })
  it('ends a series that has no end, and knows whole days', () => {
    const meetings = meetingsIn(
      calendar(
        event(
          'UID:for ever',
          'DTSTART:20200101T080000',
          'DTEND:20200101T083000',
          'RRULE:FREQ=MONTHLY',
        ),
        event('UID:day', 'SUMMARY:Leave', 'DTSTART;VALUE=DATE:20261224'),
      ),
    )
    expect(meetings.filter(({ uid }) => uid.startsWith('for ever'))).toHaveLength(12)
    expect(meetings.at(-1)).toMatchObject({ date: '2026-12-24', time: null })
  })
  it('is refused in words when it is none, and keeps what can be read of a damaged one', () => {
    expect(readCalendar('hello', WINDOW)).toEqual({ ok: false, error: 'not-a-calendar' })
    expect(readCalendar('BEGIN:VCALENDAR\r\nBEGIN:VEVENT', WINDOW).ok).toBe(false)
    const half = readCalendar(
      calendar(
        event('UID:bad', 'DTSTART:yesterday-ish', 'DTEND:never'),
        event('UID:good', 'DTSTART:20261124T090000', 'DTEND:20261124T093000'),
      ),
      WINDOW,
    )
    expect(half.ok && half.value.meetings.map(({ uid }) => uid)).toEqual(['good'])
  })
})

describe('a calendar as programs write it', () => {
  const GOOD = event('UID:good', 'SUMMARY:Good', 'DTSTART:20261124T090000', 'DURATION:PT30M')
  const read = (text: string) => {
    const got = readCalendar(text, WINDOW)
    return got.ok
      ? [got.value.meetings.map(({ title }) => title), got.value.unreadable, got.value.endless]
      : got.error
  }

  it.each([
    ['a mark of its encoding before it', `\uFEFF${calendar(GOOD)}`],
    ['lines that end as on an old Mac', calendar(GOOD).replaceAll('\r\n', '\r')],
    ['lines that end as on Unix', calendar(GOOD).replaceAll('\r\n', '\n')],
    ['a second calendar in it', `${calendar()}\r\n${calendar(GOOD)}\r\n`],
    ['the same calendar twice', `${calendar(GOOD)}\r\n${calendar(GOOD)}`],
    [
      'a line of its words broken',
      calendar(GOOD.replace('DTSTART', 'DESCRIPTION:First\r\nand then\r\nDTSTART')),
    ],
  ])('with %s is read', (_what, text) => {
    expect(read(text)).toEqual([['Good'], 0, 0])
  })
  it.each([
    'RRULE:FREQ=YEARLY;BYMONTH=13',
    'RRULE:FREQ=WEEKLY;BYDAY=',
    'RRULE:FREQ=DAILY;BYHOUR=25',
    'BEGIN:VALARM',
    'DURATION:P99999999D',
  ])('one entry with %s is left out and said, and spoils no other', (line) => {
    const bad = event('UID:bad', 'SUMMARY:Bad', 'DTSTART:20260105T090000', line)
    expect(read(calendar(bad, GOOD))).toEqual([['Good'], 1, 0])
  })
  it('a rule that leaps over more than anybody plans is left out', () => {
    const far = event('UID:bad', 'DTSTART:20260105T090000', 'RRULE:FREQ=DAILY;INTERVAL=99999999')
    expect(read(calendar(far, GOOD))).toEqual([['Good'], 0, 1])
  })
  it('that was cut off on its way is refused: nobody knows what is missing', () => {
    expect(read(calendar(GOOD, GOOD).slice(0, -30))).toBe('not-a-calendar')
  })
  it('has the moved day of a series that is not in the file, by the id that it has with the series', () => {
    const moved = event(
      'UID:series',
      'RECURRENCE-ID:20261020T140000',
      'SUMMARY:Moved',
      'DTSTART:20261021T150000',
    )
    const series = event('UID:series', 'DTSTART:20261013T140000', 'RRULE:FREQ=WEEKLY;COUNT=2')
    const [alone] = meetingsIn(calendar(moved))
    expect(alone).toMatchObject({ title: 'Moved', date: '2026-10-21', time: '15:00' })
    expect(alone?.uid).toBe(meetingsIn(calendar(series, moved))[1]?.uid)
  })
  it('gives each entry an id that is the same at the next reading and fits the vault, also without one of its own', () => {
    const plain = (title: string) => event(`SUMMARY:${title}`, 'DTSTART:20261124T090000')
    const long = event(
      `UID:${'long'.repeat(100)}`,
      'DTSTART:20261006T140000',
      'RRULE:FREQ=DAILY;COUNT=3',
    )
    const uids = meetingsIn(calendar(plain('One'), plain('Two'), long)).map(({ uid }) => uid)
    expect(new Set(uids).size).toBe(5)
    expect(Math.max(...uids.map(({ length }) => length))).toBeLessThanOrEqual(300)
    expect(meetingsIn(calendar(plain('Two'), long, plain('One'))).map(({ uid }) => uid)).toEqual(
      expect.arrayContaining(uids),
    )
  })
})

describe('a calendar made to stop the app', () => {
  const repeated = (rule: string, start = '20260105T090000') =>
    readCalendar(
      calendar(
        event('UID:hostile', `DTSTART:${start}`, 'DURATION:PT30M', `RRULE:${rule}`),
        event('UID:good', 'DTSTART:20261124T090000', 'DTEND:20261124T093000'),
      ),
      WINDOW,
    )
  const put = (read: ReturnType<typeof readCalendar>) =>
    read.ok
      ? [read.value.meetings.map(({ uid }) => uid), read.value.unreadable, read.value.endless]
      : read.error

  it.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=90',
    'FREQ=HOURLY;UNTIL=20260106T000000Z',
    'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MONTHLY;BYMONTH=4,6,9,11;BYMONTHDAY=31',
    'FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=-30',
  ])('%s is left out and said, and the entry beside it comes in', (rule) => {
    expect(put(repeated(rule))).toEqual([['good'], 0, 1])
  })
  it('a series of more steps than a century has days is left out; one of a day that comes is not', () => {
    expect(put(repeated('FREQ=DAILY', '19000101T090000'))).toEqual([['good'], 0, 1])
    expect(put(repeated('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '20240229T090000'))).toEqual([
      ['good'],
      0,
      0,
    ])
    expect(put(repeated('FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20260228T120000Z'))).toEqual([
      ['hostile/2026-01-31', 'hostile/2026-02-28', 'good'],
      0,
      0,
    ])
  })
  it('of more than 8,000 meetings is refused as a whole', () => {
    const busy = Array.from({ length: 23 }, (_, index) =>
      event(`UID:${index}`, 'DTSTART:20260101T090000', 'RRULE:FREQ=DAILY'),
    )
    expect(readCalendar(calendar(...busy), WINDOW)).toEqual({ ok: false, error: 'too-much-in-it' })
  })
  it('has no more words of an entry than a meeting needs, and no say in the next calendar’s time zones', () => {
    const zone = (offset: string) => [
      'BEGIN:VTIMEZONE',
      'TZID:Test/Moved',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      `TZOFFSETFROM:${offset}`,
      `TZOFFSETTO:${offset}`,
      'END:STANDARD',
      'END:VTIMEZONE',
    ]
    const at = (offset: string) =>
      meetingsIn(
        calendar(
          ...zone(offset),
          event(
            'UID:a',
            `SUMMARY:${'long '.repeat(10_000)}`,
            'DTSTART;TZID=Test/Moved:20261124T120000',
          ),
        ),
      )[0]
    expect(at('-0500')?.title.length).toBe(300)
    expect(at('-0500')?.time).not.toBe(at('-0300')?.time)
  })
})

describe('a calendar that goes out', () => {
  it('says what it was given and nothing else, and is read back the same', () => {
    const text = writeCalendar(
      [
        {
          id: 'one',
          title: 'Coaching: A. O.',
          place: '',
          date: '2026-11-24',
          time: '14:30',
          minutes: 45,
        },
        {
          id: 'two',
          title: 'Follow up: W. Z.',
          place: '',
          date: '2026-11-25',
          time: null,
          minutes: 0,
        },
      ],
      new Date('2026-11-23T12:00:00Z'),
    )
    expect(text).not.toMatch(/LOCATION|DESCRIPTION|ATTENDEE|ORGANIZER/)
    expect(meetingsIn(text)).toMatchObject([
      { title: 'Coaching: A. O.', date: '2026-11-24', time: '14:30', minutes: 45 },
      { title: 'Follow up: W. Z.', date: '2026-11-25', time: null },
    ])
  })
})

describe('a series', () => {
  it('falls on the days that its rule says', () => {
    expect(repeatedDays('2026-11-24', 'none', '2027-01-01')).toEqual(['2026-11-24'])
    expect(repeatedDays('2026-11-24', 'four-weeks', '2027-01-31')).toEqual([
      '2026-11-24',
      '2026-12-22',
      '2027-01-19',
    ])
    // The fourth Tuesday stays a fourth Tuesday.
    expect(repeatedDays('2026-11-24', 'monthly', '2027-02-28')).toEqual([
      '2026-11-24',
      '2026-12-22',
      '2027-01-26',
      '2027-02-23',
    ])
  })
})
