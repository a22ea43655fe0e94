/** The school's calendar: which of its entries are REACH weeks, whose and which, and how they come in beside those there. */
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DEFAULT_TURNOVER } from '../base/academic-year'
import { kept } from '../crdt/kind'
import { createRecord } from '../crdt/record-clock'
import { reachWeeks } from '../model/record/reach'
import { readSchoolCalendar, type SchoolEvent } from './school-calendar'
import { findWeeks, isProposed, standingsOf, takeBackWeeks, takeInWeeks } from './school-weeks'

const WINDOW = { from: '2026-01-01', to: '2030-12-31' }
const turnover = DEFAULT_TURNOVER
const school = (classes: readonly number[] = [2028], weeks = reachWeeks.readAll(newVault())) => ({
  classes,
  weeks,
  turnover,
})
const newVault = () => createRecord(Date.now)

const eventsIn = (text: string): readonly SchoolEvent[] => {
  const read = readSchoolCalendar(text, WINDOW)
  if (!read.ok) throw new Error(read.error)
  return read.value.events
}
const entry = (uid: string, words: string, start: string, after = '') =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SUMMARY:${words}`,
    `DTSTART;VALUE=DATE:${start}`,
    ...(after === '' ? [] : [`DTEND;VALUE=DATE:${after}`]),
    'END:VEVENT',
  ].join('\r\n')
const calendar = (...entries: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries, 'END:VCALENDAR'].join('\r\n')
const event = (words: string, start = '2026-11-16', end = '2026-11-20'): SchoolEvent => ({
  key: `${words} ${start}`,
  words,
  start,
  end,
})
const guesses = (events: readonly SchoolEvent[], ...given: Parameters<typeof school>) =>
  findWeeks(events, school(...given)).map(({ classYear, quarter, start, end }) => [
    classYear,
    quarter,
    start,
    end,
  ])

describe('the file', () => {
  it('has whole days up to the last one, and nothing that is canceled', () => {
    expect(
      eventsIn(
        calendar(
          entry('a', 'REACH week', '20261116', '20261121'),
          entry('b', 'Monday alone', '20261116'),
          entry('c', 'Called off', '20261117').replace('END:', 'STATUS:CANCELLED\r\nEND:'),
        ),
      ).map(({ words, start, end }) => [words, start, end]),
    ).toEqual([
      ['REACH week', '2026-11-16', '2026-11-20'],
      ['Monday alone', '2026-11-16', '2026-11-16'],
    ])
  })
  it('may be a table, of the school or of a calendar program, whose columns read as words', () => {
    expect(
      eventsIn(
        'Event,Begins,Ends,Class,Quarter\nREACH week,11/16/2026,11/20/2026,2028,2\nHoliday,soon,,,\n',
      ),
    ).toEqual([
      {
        key: '0',
        words: 'REACH week · Class 2028 · Quarter 2',
        start: '2026-11-16',
        end: '2026-11-20',
      },
    ])
    expect(
      eventsIn(
        'Subject,Start Date,Start Time,End Date,All Day Event\nMS3 REACH,2026-11-16,8:00 AM,2026-11-20,True\n',
      ).map(({ words, end }) => [words, end]),
    ).toEqual([['MS3 REACH', '2026-11-20']])
  })
  it.each([
    ['the weekday beside the date', 'Day,Date,Event\nMonday,11/16/2026,REACH'],
    ['when it was written', 'Date created,Event,Start date\n1/2/2025,REACH,11/16/2026'],
    ['a time behind the day', 'Event,Start Date/Time\nREACH,11/16/2026 8:00 AM'],
    ['a time as computers write it', 'Event,Begins\nREACH,2026-11-16T08:00:00Z'],
    ['its days as in Europe', 'Event,Date\nREACH,16/11/2026'],
  ])('may have %s', (_what, text) => {
    expect(eventsIn(text).map(({ start }) => start)).toEqual(['2026-11-16'])
  })
  it('has all its days in one order: one that is no American day says it of the others', () => {
    const days = (...written: readonly string[]) =>
      eventsIn(['Event,Date', ...written.map((day) => `REACH,${day}`)].join('\n')).map(
        ({ start }) => start,
      )
    expect(days('3/4/2027', '12/4/2027')).toEqual(['2027-03-04', '2027-12-04'])
    expect(days('3/4/2027', '16/4/2027')).toEqual(['2027-04-03', '2027-04-16'])
    expect(days('3/4/2027', '4/16/2027')).toEqual(['2027-03-04', '2027-04-16'])
  })
  it('is refused in words when it is none, has no days, or is damaged', () => {
    const of = (text: string) => {
      const read = readSchoolCalendar(text, WINDOW)
      return read.ok ? read.value : read.error
    }
    expect(of('')).toBe('not-a-calendar')
    expect(of('Name,E-mail\nAmara,a@school.edu')).toBe('no-days')
    expect(of('Event,Date\n"Never closed,11/16/2026')).toBe('not-a-calendar')
    expect(of(`Event,Date\n${'a,11/16/2026\n'.repeat(5001)}`)).toBe('too-much-in-it')
    expect(of('Event,Date\nREACH,someday')).toMatchObject({ events: [], unreadable: 1 })
  })
})

describe('a REACH week', () => {
  it.each([
    ['REACH week 2, Class of 2028', [2028], 2],
    ['MS3 REACH Week', [2028], 2],
    ['OMS-III REACH', [2028], 2],
    ['REACH III (third-year students)', [2028], 3],
    ['Y3Q4 REACH', [2028], 4],
    ['M1/M2 REACH week 1', [2029, 2030], 1],
    ['REACH week, Years 1–4', [2027, 2028, 2029, 2030], 2],
    ['3rd quarter reach week for MS 2 and MS 4', [2027, 2029], 3],
    ['Reach week', [2028], 2],
    ['REACH Week 2026', [2028], 2],
  ])('"%s" is of %j in quarter %i', (words, classes, quarter) => {
    const found = findWeeks([event(words)], school())
    expect(found.map(({ classYear }) => classYear)).toEqual(classes)
    expect(new Set(found.map((one) => one.quarter))).toEqual(new Set([quarter]))
  })
  it.each(['Reach out to your adviser', 'Outreach week', 'Surgery shelf', 'Breach of policy'])(
    '"%s" is none',
    (words) => {
      expect(findWeeks([event(words)], school())).toEqual([])
    },
  )
  it('without a class is of each that the coach has; of none is it, when the coach has none', () => {
    expect(guesses([event('REACH week')], [2030, 2027]).map(([of]) => of)).toEqual([2030, 2027])
    expect(guesses([event('REACH week')], [2035]).map(([of]) => of)).toEqual([null])
  })
  it('is one, though it is written down day by day; the Monday alone says when it begins', () => {
    const days = ['2026-11-16', '2026-11-17', '2026-11-20'].map((day) =>
      event('MS3 REACH day', day, day),
    )
    expect(guesses(days)).toEqual([[2028, 2, '2026-11-16', '2026-11-20']])
    expect(guesses([event('MS3 REACH begins', '2026-11-16', '2026-11-16')])).toEqual([
      [2028, 2, '2026-11-16', '2026-11-20'],
    ])
  })
  it('is the first to the fourth of the four in a year, where no words say otherwise', () => {
    const starts = ['2026-07-06', '2026-09-28', '2027-01-04', '2027-02-22']
    expect(
      guesses(starts.map((start) => event('MS3 REACH', start, start))).map(
        ([, quarter]) => quarter,
      ),
    ).toEqual([1, 2, 3, 4])
  })
})

describe('beside the weeks that are there', () => {
  const taken = (events: readonly SchoolEvent[], vault: Y.Doc, classes = [2028]) => {
    const weeks = reachWeeks.readAll(vault)
    const found = findWeeks(events, { classes, weeks, turnover }).map((one) => ({
      ...one,
      taken: true,
    }))
    return found.map((one, index) => ({ ...one, ...standingsOf(found, weeks, turnover)[index] }))
  }
  const takeIn = (vault: Y.Doc, events: readonly SchoolEvent[]) =>
    takeInWeeks(vault, {
      turnover,
      found: taken(events, vault)
        .filter(({ what }) => what === 'new' || what === 'changed')
        .map(({ week, ...one }) => ({ ...one, week })),
    })
  const datesIn = (vault: Y.Doc) =>
    kept(reachWeeks.readAll(vault)).map(({ year, quarter, start, end }) => [
      year,
      quarter,
      start,
      end,
    ])
  const FIRST = event('MS3 REACH week 2')
  const MOVED = event('MS3 REACH week 2', '2026-11-30', '2026-12-04')

  it('the same is known, one of its quarter has moved, one that shares its days keeps its quarter', () => {
    const vault = newVault()
    takeIn(vault, [FIRST])
    expect(datesIn(vault)).toEqual([[3, 2, '2026-11-16', '2026-11-20']])
    expect(taken([FIRST], vault)).toMatchObject([{ what: 'known' }])
    expect(taken([MOVED], vault)).toMatchObject([
      { what: 'changed', week: { start: '2026-11-16' } },
    ])
    expect(taken([event('MS3 REACH', '2026-11-18', '2026-11-24')], vault)).toMatchObject([
      { what: 'changed', quarter: 2 },
    ])
    expect(taken([event('MS4 REACH week 2')], vault)).toMatchObject([{ what: 'new' }])
  })
  it('a second one of the same quarter is not taken in beside the first', () => {
    expect(taken([FIRST, MOVED], newVault())).toMatchObject([{ what: 'new' }, { what: 'twice' }])
  })
  it('what is taken in is taken back: new ones go, moved ones stand where they stood; and it comes in again', () => {
    const vault = newVault()
    const id = reachWeeks.add(vault, {
      classYear: 2028,
      year: 3,
      quarter: 2,
      start: '2026-11-16',
      end: '2026-11-20',
      theme: 'Asking for help',
    })
    const before = datesIn(vault)
    const events = [MOVED, event('MS3 REACH week 3', '2027-02-01', '2027-02-05')]
    const done = takeIn(vault, events)
    const after = datesIn(vault)
    expect(after).toHaveLength(2)
    expect(reachWeeks.readAll(vault).find((one) => one.id === id)).toMatchObject({
      start: '2026-11-30',
      theme: 'Asking for help',
    })
    takeBackWeeks(vault, done)
    expect(datesIn(vault)).toEqual(before)
    takeIn(vault, events)
    expect(datesIn(vault)).toEqual(after)
    expect(reachWeeks.readAll(vault)).toHaveLength(2)
  })
  it('a week that the coach has made into another one stays, and the file’s comes in beside it', () => {
    const vault = newVault()
    const [made] = takeIn(vault, [FIRST])
    const own = { quarter: 3, start: '2027-02-01', end: '2027-02-05' }
    reachWeeks.edit(vault, { id: made?.id ?? '', next: own })
    const moved = datesIn(vault)
    const again = takeIn(vault, [FIRST])
    expect(datesIn(vault)).toEqual([...moved, [3, 2, '2026-11-16', '2026-11-20']])
    takeBackWeeks(vault, again)
    expect(datesIn(vault)).toEqual(moved)
  })
  it('taken in on two laptops before they meet, a week is one', () => {
    const [here, there] = [newVault(), newVault()]
    takeIn(here, [FIRST])
    takeIn(there, [FIRST])
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(datesIn(here)).toHaveLength(1)
  })
  it('a week is not moved by an entry that does not say which one it is', () => {
    const vault = newVault()
    takeIn(vault, [FIRST])
    const weeks = reachWeeks.readAll(vault)
    const proposed = (words: string): readonly boolean[] =>
      findWeeks([event(words, '2026-12-07', '2026-12-11')], school([2028], weeks)).map((one) =>
        isProposed(one, [2028], '2026-11-01'),
      )
    expect(proposed('MS3 REACH week 2')).toEqual([true])
    expect(proposed('MS3 REACH week, holidays')).toEqual([false])
  })
  it('proposed is what is to come, of a class in which the coach has somebody', () => {
    const [week] = findWeeks([FIRST], school())
    if (week === undefined) throw new Error('no week')
    expect(isProposed(week, [2028], '2026-11-20')).toBe(true)
    expect(isProposed(week, [2028], '2026-11-21')).toBe(false)
    expect(isProposed(week, [2027], '2026-11-01')).toBe(false)
  })
})
