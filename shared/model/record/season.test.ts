/** A residency season: its dates, what is next, a letter asked of the coach, and what leaves. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { createRecord } from '../../crdt/record-clock'
import { briefOf } from '../../views/brief'
import { presentRecord } from '../../views/presenting'
import { isMatchWeek, seasonAhead } from '../../views/season-ahead'
import { todayOf } from '../../views/today'
import {
  datesOfSeason,
  editSeasonDate,
  isToCheck,
  removeSeasonDate,
  seasonDates,
} from '../caseload/season-date'
import { leaving } from '../leaving'
import { createVaultProjector } from '../projection'
import { takeLeave } from './leave'
import { importantDates } from './placement'
import { answerLetter, letters, seasons } from './season'

const emptyVault = createVaultProjector(createRecord(Date.now)).project()
const applying = (input: Partial<Parameters<typeof seasons.add>[1]> = {}) => {
  const record = newRecord()
  const id = seasons.add(record, { specialty: 'Psychiatry', year: 2027, ...input })
  return { record, id }
}

test('what is shipped of a season is to be checked until the coach has; another year has no days yet', () => {
  const dates = datesOfSeason([], 2027)
  expect(dates.map(({ shipped }) => shipped)).toEqual([
    'opens',
    'submit',
    'review',
    'rank-opens',
    'rank-due',
    'match-week',
    'match-day',
  ])
  expect(dates.every(isToCheck)).toBe(true)
  const later = datesOfSeason([], 2029)
  expect([later.length, later.every(({ date }) => date === null)]).toEqual([7, true])
  expect(later.some(isToCheck)).toBe(false)
})

test('a date that the coach puts right stands for the shipped one, for that year alone', () => {
  const vault = createRecord(Date.now)
  const stored = () => createVaultProjector(vault).project().seasonDates
  const due = () => datesOfSeason(stored(), 2027).find(({ shipped }) => shipped === 'rank-due')!
  editSeasonDate(vault, { one: due(), next: { date: '2027-03-04', checkedOn: '2026-11-27' } })
  editSeasonDate(vault, { one: due(), next: { source: 'The dean’s office' } })
  expect(due()).toMatchObject({ date: '2027-03-04', source: 'The dean’s office' })
  expect(isToCheck(due())).toBe(false)
  expect(datesOfSeason(stored(), 2027)).toHaveLength(7)
  const removed = removeSeasonDate(vault, due())
  expect(datesOfSeason(stored(), 2027)).toHaveLength(6)
  seasonDates.remove(vault, { id: removed, deleted: false })
  seasonDates.add(vault, { title: 'Early match', year: 2027, date: '2027-01-20' })
  expect(datesOfSeason(stored(), 2027)).toHaveLength(8)
  expect(datesOfSeason(stored(), 2028)).toHaveLength(7)
})

test('Today tells a day of the season a week before, once for all who apply and are there', () => {
  const [one, another] = [applying().record, applying().record]
  const now = (day: string) =>
    todayOf([read(one), read(another)], emptyVault, day).seasons.map(
      ({ date, mentees }) => `${date.shipped} ${mentees.length}`,
    )
  expect(now('2027-02-23')).toEqual([])
  expect(now('2027-02-24')).toEqual(['rank-due 2'])
  expect(now('2027-03-17')).toEqual(['match-week 2', 'match-day 2'])
  expect(now('2027-03-20')).toEqual([])
  const leave = { start: '2027-01-01', end: null, note: '', contact: '', returnPlan: '' }
  takeLeave(another, { ...leave, meetOn: null, cancel: false })
  expect(now('2027-02-24')).toEqual(['rank-due 1'])
})

test('a rank list that is certified waits for nothing; the brief has the days and the interviews', () => {
  const { record } = applying({ rankedOn: '2027-02-20', interviews: ['2027-02-26'] })
  const { seasons: all } = read(record)
  expect(seasonAhead(all, [], '2027-02-24', 7)).toEqual([])
  expect(briefOf(read(record), [], '2027-02-24', []).dates.map(({ title }) => title)).toEqual([
    'Interview',
    'Match Monday, then SOAP (to be checked)',
    'Match Day (to be checked)',
  ])
  importantDates.add(record, { title: 'Match Day', date: '2027-03-19' })
  const titles = briefOf(read(record), [], '2027-03-01', []).dates.map(({ title }) => title)
  expect(titles.filter((title) => title.startsWith('Match Day'))).toHaveLength(1)
  const dates = datesOfSeason([], 2027)
  expect(
    ['2027-03-14', '2027-03-15', '2027-03-19', '2027-03-20'].map((day) => isMatchWeek(dates, day)),
  ).toEqual([false, true, true, false])
})

test('a letter that is declined changes no role; one that is written says so on their page', () => {
  const { record, id } = applying()
  answerLetter(record, { season: id, answer: 'letter-declined', askedOn: '2026-07-01' })
  expect(read(record).mentee.letters).toBe(false)
  answerLetter(record, { season: id, answer: 'letter-role-changed', askedOn: '2026-07-02' })
  expect(read(record).mentee.letters).toBe(true)
  expect(read(record).seasons[0]).toMatchObject({
    myAnswer: 'letter-role-changed',
    askedMeOn: '2026-07-02',
  })
})

test('no rank, no program and no outcome has a place; the parallel plan and interviews go to no next coach', () => {
  const names = [...Object.keys(seasons.fields), ...Object.keys(letters.fields)]
  expect(names.filter((name) => /program|score|outcome|matched|result/i.test(name))).toEqual([])
  const { record, id } = applying({ parallel: 'Medicine', interviews: ['2026-12-01'] })
  letters.add(record, { of: id, from: 'Clerkship director', askedOn: '2026-06-01' })
  const [given] = leaving(read(record), 'next-coach').items
  expect(given?.item).toMatchObject({
    specialty: 'Psychiatry',
    letters: [{ from: 'Clerkship director', askedOn: '2026-06-01' }],
  })
  for (const name of ['parallel', 'interviews', 'askedMeOn', 'myAnswer'])
    expect(given?.item).not.toHaveProperty(name)
  const [theirs] = leaving(read(record), 'mentee-inspection').items
  expect(theirs?.item).toMatchObject({ parallel: 'Medicine', interviews: ['2026-12-01'] })
  expect(leaving(read(record), 'mentee-summary').items).toEqual([])
  expect(leaving(read(record), 'program').items).toEqual([])
  expect(presentRecord(read(record)).seasons).toEqual([])
})
