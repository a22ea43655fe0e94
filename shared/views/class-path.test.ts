/** The four years as a path: adopted by class, ahead for those in school, and never beside a day of a mentee's own. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRecord, read } from '../../tests/steps/two-devices'
import { kept } from '../crdt/kind'
import { createRecord } from '../crdt/record-clock'
import { addSamplePaths } from '../demo/sample-caseload'
import { classDates } from '../model/caseload/class-date'
import {
  adoptPlan,
  PLAN,
  planAhead,
  planLacking,
  removeClassDates,
} from '../model/caseload/class-plan'
import { markSample, removeSample } from '../model/caseload/sample'
import { datesOfSeason, dayUnknown, editSeasonDate } from '../model/caseload/season-date'
import { createVaultProjector } from '../model/projection'
import { comeBack } from '../model/record/enrolment'
import { exams } from '../model/record/exam'
import { takeLeave } from '../model/record/leave'
import { editMentee } from '../model/record/mentee'
import { importantDates, rotations } from '../model/record/placement'
import { seasons } from '../model/record/season'
import { classesAhead, pathAhead, pathOf } from './class-path'
import { todayOf } from './today'

const START = '2026-08-20'
const adopted = (classYear = 2028, today = START, degree: 'md' | 'do' = 'md') => {
  const vault = createRecord(Date.now)
  const ids = adoptPlan(vault, { classYear, degree, today })
  return { vault, ids }
}
const shown = (vault: Y.Doc) => createVaultProjector(vault).project()
const student = (classYear = 2028) => {
  const record = newRecord()
  editMentee(record, { next: { name: 'Amara Osei', classYear } })
  return record
}
const DAYS = 60
const ahead = (record: Y.Doc, vault: Y.Doc, day: string, days = DAYS) =>
  pathAhead(read(record), shown(vault), day, days).map(({ milestone }) => milestone)

test('a class is given what is still to come of the plan, in months, and once; its season comes along with its days', () => {
  const { vault, ids } = adopted(2027)
  expect(ids).toHaveLength(planAhead(2027, START).length)
  expect(adoptPlan(vault, { classYear: 2027, degree: 'md', today: START })).toEqual([])
  const path = pathOf(shown(vault), 2027)
  expect(path.map(({ milestone, date, monthOnly }) => [milestone, date, monthOnly])).toEqual([
    ['season-opens', '2026-06-03', false],
    ['mspe', '2026-08-01', true],
    ['season-submit', '2026-09-02', false],
    ['season-review', '2026-09-23', false],
    ['interviews', '2026-10-01', true],
    ['season-rank-due', '2027-03-03', false],
    ['season-match-day', '2027-03-19', false],
    ['graduation', '2027-05-01', true],
  ])
  expect(path.every(({ questions }) => questions.length > 0)).toBe(true)
  expect(pathOf(shown(vault), 2028)).toEqual([])
})

test('what a class lacks of the plan is offered: the rest beside a day that came out of a file, nothing that was taken out', () => {
  const vault = createRecord(Date.now)
  const lacking = () => planLacking(classDates.readAll(vault), 2028, START).map(({ id }) => id)
  const all = lacking()
  classDates.add(vault, { title: 'Shelf', classYear: 2028, date: START, milestone: 'shelf' })
  expect(lacking()).toEqual(all.filter((id) => id !== 'shelf'))
  const ids = adoptPlan(vault, { classYear: 2028, degree: 'md', today: START })
  expect(lacking()).toEqual([])
  removeClassDates(vault, ids.slice(0, 1))
  expect(lacking()).toEqual([])
})

test('a plan that was taken back is offered as it was', () => {
  const { vault, ids } = adopted(2027)
  expect(planLacking(classDates.readAll(vault), 2027, START)).toEqual([])
  removeClassDates(vault, ids)
  expect(planLacking(classDates.readAll(vault), 2027, START)).toHaveLength(ids.length)
})

test('a season whose days nobody knows yet has its months, until one is written down', () => {
  const { vault } = adopted(2030)
  const matchDay = () =>
    pathOf(shown(vault), 2030).find(({ milestone }) => milestone === 'season-match-day')
  expect(matchDay()).toMatchObject({ date: '2030-03-01', monthOnly: true })
  const months = pathOf(shown(vault), 2030).filter(({ of }) => 'season' in of)
  expect(months.map(({ title }) => title)).toEqual([
    'Applications open',
    'Applications can be sent',
    'Programs see applications and the MSPE',
    'Rank lists are due',
    'Match Day',
  ])
  // In words, and in no day that nobody has said: of a later class nothing is shipped.
  for (const year of [2029, 2030, 2035])
    for (const one of datesOfSeason([], year)) {
      expect(one.date).toBeNull()
      expect(dayUnknown(one)).toMatch(/^Usually .*known yet\.$/)
    }
  expect(datesOfSeason([], 2027).map(dayUnknown).join('')).toBe('')
  const one = datesOfSeason([], 2030).find(({ shipped }) => shipped === 'match-day')!
  editSeasonDate(vault, { one, next: { date: '2030-03-15', checkedOn: START } })
  expect(matchDay()).toMatchObject({ date: '2030-03-15', monthOnly: false, title: 'Match Day' })
})

test('osteopathic students sit the Levels; every item of the plan is in its year, and asks something', () => {
  const titles = (degree: 'md' | 'do') =>
    pathOf(shown(adopted(2030, START, degree).vault), 2030).map(({ title }) => title)
  expect(titles('md')).toEqual(expect.arrayContaining(['Step 1', 'Step 2 CK']))
  expect(titles('do')).toEqual(expect.arrayContaining(['COMLEX Level 1', 'COMLEX Level 2-CE']))
  expect(PLAN.every(({ year, month }) => year >= 1 && year <= 4 && month >= 1 && month <= 12)).toBe(
    true,
  )
  expect(new Set(PLAN.map(({ id }) => id)).size).toBe(PLAN.length)
})

test('adopted on two laptops before they meet it is one plan; taken back it is gone, and can be adopted again', () => {
  const [here, there] = [adopted(), adopted()]
  Y.applyUpdate(here.vault, Y.encodeStateAsUpdate(there.vault))
  const count = () => kept(classDates.readAll(here.vault)).length
  expect(count()).toBe(here.ids.length)
  removeClassDates(here.vault, here.ids)
  expect(count()).toBe(0)
  adoptPlan(here.vault, { classYear: 2028, degree: 'md', today: START })
  expect(count()).toBe(here.ids.length)
})

test('what is ahead is of the class they are in on that day, and while they are in school', () => {
  // The third years, whose first shelf is in September; the class behind them has its boards first.
  const { vault } = adopted(2028)
  adoptPlan(vault, { classYear: 2029, degree: 'md', today: START })
  const record = student()
  expect(ahead(record, vault, START)).toEqual(['shelf'])
  expect(ahead(student(2029), vault, START)).toEqual([])
  // A month that is on is still ahead; one that is over is not.
  expect(ahead(record, vault, '2026-09-30')).toEqual(['shelf'])
  expect(ahead(record, vault, '2026-10-01')).toEqual([])
  const leave = { note: '', contact: '', returnPlan: '', meetOn: null }
  takeLeave(record, { ...leave, start: '2026-08-25', end: '2027-06-30', cancel: false })
  expect(ahead(record, vault, START)).toEqual([])
  comeBack(record, {
    start: '2027-07-01',
    state: 'enrolled',
    classYear: 2029,
    note: '',
    today: START,
  })
  expect(ahead(record, vault, '2027-06-20', 30)).toEqual(['clerkships'])
})

test('a day of the mentee’s own stands for that of the class: an exam, a rotation, a date, a season', () => {
  const { vault } = adopted(2028)
  const third = student()
  exams.add(third, { name: 'Surgery shelf', booked: '2026-10-01' })
  expect(ahead(third, vault, START)).toEqual([])
  const { vault: younger } = adopted(2029)
  expect(ahead(student(2029), younger, '2027-06-01', 45)).toEqual(['clerkships'])
  const begun = student(2029)
  rotations.add(begun, { block: 'Medicine', start: '2027-07-12', end: '2027-08-20' })
  expect(ahead(begun, younger, '2027-06-01', 45)).toEqual([])
  const { vault: seniors } = adopted(2027)
  const senior = student(2027)
  expect(ahead(senior, seniors, '2027-02-10')).toEqual(['season-rank-due', 'season-match-day'])
  importantDates.add(senior, { title: 'Match Day', date: '2027-03-19' })
  expect(ahead(senior, seniors, '2027-02-10')).toEqual(['season-rank-due'])
  seasons.add(senior, { specialty: 'Psychiatry', year: 2027, interviews: ['2026-11-02'] })
  expect(ahead(senior, seniors, '2027-02-10')).toEqual([])
  expect(ahead(senior, seniors, '2026-09-25')).toEqual([])
})

test('Today says the next of each class within four weeks, once, however many are in it, and no month that is a guess', () => {
  const { vault } = adopted(2028)
  const [one, another] = [read(student()), { ...read(student()), id: 'another' }]
  const now = (day: string) =>
    classesAhead([one, another], shown(vault), day).map(
      ({ one: { title }, mentees }) => `${title} ${mentees.length}`,
    )
  expect(now(START)).toEqual([])
  const shelf = classDates.readAll(vault).find(({ milestone }) => milestone === 'shelf')!
  classDates.edit(vault, {
    id: shelf.id,
    base: shelf,
    next: { date: '2026-09-18', monthOnly: false },
  })
  expect(now('2026-08-20')).toEqual([])
  expect(now('2026-08-21')).toEqual(['First shelf exam 2'])
  classDates.add(vault, { title: 'Retreat', classYear: 2028, date: '2026-08-28' })
  expect(now('2026-08-21')).toEqual(['Retreat 2'])
  expect(todayOf([one, another], shown(vault), '2026-08-29').path).toHaveLength(1)
  expect(now('2026-09-19')).toEqual([])
})

test('the sample caseload’s path goes with it, and can be set up again', () => {
  const vault = createRecord(Date.now)
  const { dates } = addSamplePaths(vault, START)
  const count = () => classDates.readAll(vault).length
  expect(count()).toBe(dates.length)
  markSample(vault, { records: [], weeks: [], groups: [], dates: [...dates] })
  removeSample(vault, undefined)
  expect(count()).toBe(0)
  addSamplePaths(vault, START)
  expect(count()).toBe(dates.length)
})

test('the sample that is taken out leaves the plan that another laptop had adopted for the same class', () => {
  const [sample, real] = [createRecord(Date.now), createRecord(Date.now)]
  const { dates } = addSamplePaths(sample, START)
  const given = classDates.readAll(sample)
  const classes = [...new Set(given.flatMap(({ classYear }) => classYear ?? []))]
  for (const classYear of classes) adoptPlan(real, { classYear, degree: 'md', today: START })
  markSample(sample, { records: [], weeks: [], groups: [], dates: [...dates] })
  Y.applyUpdate(sample, Y.encodeStateAsUpdate(real))
  removeSample(sample, undefined)
  const put = (vault: Y.Doc) => classDates.readAll(vault).map(({ id }) => id)
  expect(put(sample).sort()).toEqual(put(real).sort())
})
