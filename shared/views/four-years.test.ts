/** What lasts in the years of a mentee: which bands there are, where they stand, and over which years. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { defaultSettings } from '../model/caseload/caseload'
import { emptyVaultProjection } from '../model/projection'
import { enrolments } from '../model/record/enrolment'
import { exams } from '../model/record/exam'
import { editMentee } from '../model/record/mentee'
import { importantDates, rotations } from '../model/record/placement'
import { seasons } from '../model/record/season'
import { bandsOf, placeBands, yearsOf } from './four-years'

const TODAY = '2026-11-24'
const vault = emptyVaultProjection(defaultSettings())
const withBands = (write: (record: ReturnType<typeof newRecord>) => void, classYear = 2027) => {
  const record = newRecord()
  editMentee(record, { next: { classYear } })
  write(record)
  const projection = read(record)
  const bands = bandsOf(projection, vault)
  const years = yearsOf(projection, bands, TODAY, '07-01')
  return { bands, years, placed: placeBands(bands, years, TODAY) }
}

test('a leave, blocks, an exam and a season are bands in the order in which they began, and none says how it went', () => {
  const { bands } = withBands((record) => {
    enrolments.add(record, { state: 'enrolled', start: '2023-07-01', classYear: 2027 })
    enrolments.add(record, { state: 'on-leave', start: '2024-01-08', end: '2024-03-01' })
    rotations.add(record, { block: 'Surgery', start: '2025-08-04', end: '2025-09-26' })
    exams.add(record, { name: 'Step 1', booked: '2025-04-02', practice: ['2025-03-01'] })
    exams.add(record, { name: 'Shelf', windowEnd: '2025-09-29', windowStart: '2025-09-22' })
    exams.add(record, { name: 'Someday' })
    seasons.add(record, { specialty: 'Pediatrics', year: 2027 })
    seasons.add(record, { specialty: 'Undecided', year: null })
  })
  expect(bands.map(({ lane, title, start, end }) => [lane, title, start, end])).toEqual([
    ['away', 'On leave', '2024-01-08', '2024-03-01'],
    ['boards', 'Step 1', '2025-03-01', '2025-04-02'],
    ['clerkships', 'Surgery', '2025-08-04', '2025-09-26'],
    ['boards', 'Shelf', '2025-09-22', '2025-09-29'],
    ['residency', 'Match 2027', expect.stringMatching(/^2026-/), expect.stringMatching(/^2027-/)],
  ])
})

test('leaves and exams from before they had a place of their own are bands by their dates, and personal days are none', () => {
  const { bands } = withBands((record) => {
    const add = (kind: 'leave' | 'exam' | 'personal', date: string, until: string | null = null) =>
      importantDates.add(record, { title: `A ${kind}`, kind, date, until })
    add('leave', '2025-01-06', '2025-03-28')
    add('exam', '2025-05-12')
    add('personal', '2025-06-01')
  })
  expect(bands.map(({ lane, title, start, end }) => [lane, title, start, end])).toEqual([
    ['away', 'A leave', '2025-01-06', '2025-03-28'],
    ['boards', 'A exam', '2025-05-12', '2025-05-12'],
  ])
})

test('the axis has the four years of the class, and one more where a year was repeated', () => {
  expect(withBands(() => undefined).years.map(({ label }) => label)).toEqual([
    'MS1',
    'MS2',
    'MS3',
    'MS4',
  ])
  const { years } = withBands((record) => {
    enrolments.add(record, { state: 'enrolled', start: '2022-07-01', classYear: 2026 })
    enrolments.add(record, { state: 'repeating', start: '2024-07-01', classYear: 2027 })
  })
  expect(years.map(({ label }) => label)).toEqual(['MS1', 'MS2', 'MS2', 'MS3', 'MS4'])
})

test('blocks side by side stand under one another, one after the other on one line, and a leave without an end goes on until today', () => {
  const { placed } = withBands((record) => {
    rotations.add(record, { block: 'Family', start: '2025-07-01', end: '2025-12-31' })
    rotations.add(record, { block: 'Pediatrics', start: '2025-07-01', end: '2025-09-30' })
    rotations.add(record, { block: 'Surgery', start: '2026-01-01', end: '2026-02-28' })
    enrolments.add(record, { state: 'on-leave', start: '2026-11-01' })
  })
  expect(placed.map(({ title, row }) => [title, row])).toEqual([
    ['Family', 0],
    ['Pediatrics', 1],
    ['Surgery', 0],
    ['On leave', 0],
  ])
  const [family, , , leave] = placed
  expect(family?.left).toBeCloseTo(50, 0)
  expect(family?.width).toBeCloseTo((184 / 1461) * 100, 1)
  expect(leave?.width).toBeCloseTo((24 / 1461) * 100, 1)
})

test('a short block has room for its name, the next one goes under it, and at the end the name begins before it', () => {
  const { bands, years } = withBands((record) => {
    rotations.add(record, { block: 'Surgery', start: '2025-07-01', end: '2025-08-10' })
    rotations.add(record, { block: 'Medicine', start: '2025-08-11', end: '2025-09-20' })
    rotations.add(record, { block: 'Family', start: '2027-06-01', end: '2027-06-30' })
  })
  const placed = placeBands(bands, years, TODAY, () => 8)
  expect(placed.map(({ row }) => row)).toEqual([0, 1, 0])
  expect(placed.map(({ room }) => room)).toEqual([8, 8, 8])
  expect(placed.map(({ left, from }) => from < left)).toEqual([false, false, true])
  expect(placed.at(-1)?.from).toBe(92)
})
