/** Days of the four years in the school's calendar: what each is, whose, and how it comes in beside those that are there. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { DEFAULT_TURNOVER } from '../base/academic-year'
import { kept } from '../crdt/kind'
import { createRecord } from '../crdt/record-clock'
import { classDates } from '../model/caseload/class-date'
import { adoptPlan } from '../model/caseload/class-plan'
import { reachWeeks } from '../model/record/reach'
import { pathOf } from '../views/class-path'
import type { SchoolEvent } from './school-calendar'
import { dateStandingsOf, findDates, takeBackSchool, takeInSchool } from './school-dates'
import { findWeeks, standingsOf } from './school-weeks'

const turnover = DEFAULT_TURNOVER
const event = (words: string, start: string): SchoolEvent => ({
  key: `${words} ${start}`,
  words,
  start,
  end: start,
})
const found = (...events: readonly SchoolEvent[]) =>
  findDates(events, turnover).map(({ milestone, classYear, start }) => [
    milestone,
    classYear,
    start,
  ])

test.each([
  ['White Coat Ceremony', '2026-08-07', 'white-coat', 2030],
  ['Step 1 deadline (Class of 2029)', '2027-04-30', 'boards-1', 2029],
  ['COMLEX Level 2-CE window opens', '2026-07-06', 'boards-2', 2027],
  ['Clerkship orientation, MS3', '2026-07-06', 'clerkships', 2028],
  ['First day of clerkships', '2026-07-06', 'clerkships', 2028],
  ['Commencement', '2027-05-14', 'graduation', 2027],
  ['MS4 MSPE draft available', '2026-08-10', 'mspe', 2027],
])('"%s" on %s is %s of %i', (words, day, milestone, classYear) => {
  expect(found(event(words, day))).toEqual([[milestone, classYear, day]])
})

test('of several shelf exams the first is the day; the season’s days and anything else are not the school’s', () => {
  expect(
    found(
      event('Surgery shelf', '2026-10-30'),
      event('Medicine shelf', '2026-09-18'),
      event('Match Day', '2027-03-19'),
      event('ERAS opens', '2026-09-02'),
      event('Step 1 practice exam', '2026-12-18'),
      event('Winter break', '2026-12-21'),
      event('Clerkship grades due', '2026-12-18'),
    ),
  ).toEqual([['shelf', 2028, '2026-09-18']])
})

const takeIn = (vault: Y.Doc, events: readonly SchoolEvent[]) => {
  const dates = findDates(events, turnover).map((one) => ({ ...one, taken: true }))
  const weeks = reachWeeks.readAll(vault)
  const found = findWeeks(events, { classes: [2028], weeks, turnover }).map((one) => ({
    ...one,
    taken: true,
  }))
  const standings = standingsOf(found, weeks, turnover)
  const dateStandings = dateStandingsOf(dates, classDates.readAll(vault))
  return {
    what: dateStandings.map(({ what }) => what),
    taken: takeInSchool(vault, {
      turnover,
      weeks: found.map((one, index) => ({ ...one, week: standings[index]?.week })),
      dates: dates
        .map((one, index) => ({ ...one, known: dateStandings[index]?.known }))
        .filter((_one, index) => dateStandings[index]?.what !== 'known'),
    }),
  }
}
const daysIn = (vault: Y.Doc) =>
  kept(classDates.readAll(vault))
    .map(({ title, date, monthOnly }) => [title, date, monthOnly])
    .sort()

test('a day moves the one of the plan and keeps its questions, a new one brings them, and one step takes all back', () => {
  const vault = createRecord(Date.now)
  adoptPlan(vault, { classYear: 2028, degree: 'md', today: '2027-07-01' })
  const before = daysIn(vault)
  expect(before).toContainEqual(['Step 2 CK', '2027-07-01', true])
  const events = [
    event('MS4 Step 2 deadline', '2027-07-30'),
    event('Level 1 for MS2', '2027-05-03'),
    event('MS3 REACH week 4', '2027-05-10'),
  ]
  const { what, taken } = takeIn(vault, events)
  expect(what).toEqual(['new', 'changed'])
  const after = daysIn(vault)
  expect(after).toContainEqual(['Step 2 CK', '2027-07-30', false])
  expect(after).toContainEqual(['COMLEX Level 1', '2027-05-03', false])
  expect(kept(classDates.readAll(vault)).every(({ questions }) => questions !== '')).toBe(true)
  expect(kept(reachWeeks.readAll(vault))).toHaveLength(1)
  takeBackSchool(vault, taken)
  expect(daysIn(vault)).toEqual(before)
  expect(kept(reachWeeks.readAll(vault))).toEqual([])
  takeIn(vault, events)
  expect(daysIn(vault)).toEqual(after)
  expect(takeIn(vault, events).what).toEqual(['known', 'known'])
})

test('a plan adopted on one laptop and a day taken in on another are the day; the plan is there again without it', () => {
  const [here, there] = [createRecord(Date.now), createRecord(Date.now)]
  const events = [event('MS4 Step 2 deadline', '2027-07-30')]
  adoptPlan(here, { classYear: 2028, degree: 'md', today: '2027-07-01' })
  const { taken } = takeIn(there, events)
  Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
  const boards = () =>
    pathOf({ classDates: classDates.readAll(here), seasonDates: [] }, 2028)
      .filter(({ milestone }) => milestone === 'boards-2')
      .map(({ date, monthOnly }) => [date, monthOnly])
  expect(boards()).toEqual([['2027-07-30', false]])
  // Whichever of the two is read first, the file says nothing new.
  expect(takeIn(here, events).what).toEqual(['known'])
  takeBackSchool(here, taken)
  expect(boards()).toEqual([['2027-07-01', true]])
})

test('a day that another laptop set by hand for what the plan calls otherwise is said beside the one that is shown', () => {
  const vault = createRecord(Date.now)
  adoptPlan(vault, { classYear: 2028, degree: 'do', today: '2027-07-01' })
  const theirs = createRecord(Date.now)
  takeIn(theirs, [event('MS4 Step 2 deadline', '2027-07-30')])
  const level = classDates.readAll(vault).find(({ title }) => title === 'COMLEX Level 2-CE')!
  classDates.edit(vault, { id: level.id, next: { date: '2027-07-28', monthOnly: false } })
  Y.applyUpdate(vault, Y.encodeStateAsUpdate(theirs))
  const boards = () =>
    pathOf({ classDates: classDates.readAll(vault), seasonDates: [] }, 2028)
      .filter(({ milestone }) => milestone === 'boards-2')
      .map(({ date, otherDays }) => [date, otherDays])
  const [[shown, others] = []] = boards()
  expect([shown, ...(others ?? [])].sort()).toEqual(['2027-07-28', '2027-07-30'])
  for (const one of classDates.readAll(vault).filter(({ date }) => date === shown))
    classDates.remove(vault, { id: one.id, deleted: true })
  expect(boards()).toEqual([[others?.[0], []]])
})

test('two entries that the coach gives to one class are not both its day', () => {
  const one = { ...event('Graduation', '2027-05-14'), milestone: 'graduation', classYear: 2027 }
  const twice = [one, { ...one, key: 'again' }].map((entry) => ({ ...entry, taken: true }))
  expect(dateStandingsOf(twice, []).map(({ what }) => what)).toEqual(['new', 'twice'])
  expect(dateStandingsOf([{ ...one, taken: true, classYear: null }], [])[0]?.what).toBe(
    'without-class',
  )
})
