import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { createVaultProjector } from '../model/projection'
import { concerns } from '../model/record/concern'
import { enrolments } from '../model/record/enrolment'
import { exams } from '../model/record/exam'
import { editMentee } from '../model/record/mentee'
import { importantDates, rotations } from '../model/record/placement'
import { reachWeeks } from '../model/record/reach'
import { seasons } from '../model/record/season'
import { yearAhead } from './year-ahead'

const MONTHS = ['2026-12', '2027-01', '2027-02']
const vaultDoc = createRecord(Date.now)
reachWeeks.add(vaultDoc, {
  classYear: 2027,
  year: 4,
  quarter: 3,
  start: '2027-01-04',
  end: '2027-01-08',
})
const vault = createVaultProjector(vaultDoc).project()

/** Month by month what lasts, and with their day what does not. */
const monthsOf = (write: (record: ReturnType<typeof newRecord>) => void) => {
  const record = newRecord()
  editMentee(record, { next: { name: 'Amara Osei', classYear: 2027 } })
  write(record)
  const [year] = yearAhead([read(record)], vault, MONTHS)
  return year?.months.map(({ lasting, days }) => [
    ...lasting.map(({ title, ends }) => [title, ends]),
    ...days.map(({ title, date }) => [title, date]),
  ])
}
const WEEK = ['REACH week 3', '2027-01-04']

test('a rotation is in each month that it touches, and ends in its last', () => {
  expect(
    monthsOf((record) => {
      rotations.add(record, { block: 'Surgery', start: '2026-11-02', end: '2027-01-15' })
      rotations.add(record, { block: 'Over', start: '2026-10-01', end: '2026-11-30' })
    }),
  ).toEqual([[['Surgery', null]], [['Surgery', '2027-01-15'], WEEK], []])
})

test('a leave without an end goes on', () => {
  expect(
    monthsOf((record) => enrolments.add(record, { state: 'on-leave', start: '2027-02-01' }))?.[2],
  ).toEqual([['On leave', null]])
})

test('exams by their day or by when their window closes, interviews, and dates, in order', () => {
  expect(
    monthsOf((record) => {
      exams.add(record, { name: 'Step 2', booked: '2027-02-20', windowEnd: '2027-02-25' })
      exams.add(record, { name: 'Shelf', windowEnd: '2027-02-10' })
      seasons.add(record, { specialty: 'Pediatrics', interviews: ['2026-12-09'] })
      importantDates.add(record, { title: 'Poster', kind: 'deadline', date: '2027-02-01' })
    }),
  ).toEqual([
    [['Interview', '2026-12-09']],
    [WEEK],
    [
      ['Poster', '2027-02-01'],
      ['Shelf: window closes', '2027-02-10'],
      ['Step 2', '2027-02-20'],
    ],
  ])
})

test('what the coach was told, and personal days, are not on a page at which others may look', () => {
  expect(
    monthsOf((record) => {
      importantDates.add(record, {
        title: 'Father’s day of death',
        kind: 'personal',
        date: '2026-12-09',
      })
      concerns.add(record, { what: 'Failed a block', nextDate: '2026-12-10' })
    }),
  ).toEqual([[], [WEEK], []])
})
