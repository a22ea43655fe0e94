/** An exam: what it asks of the coach on which day, what is never kept of it, and what leaves. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { createRecord } from '../../crdt/record-clock'
import { briefOf } from '../../views/brief'
import { todayOf } from '../../views/today'
import { leaving } from '../leaving'
import { createVaultProjector } from '../projection'
import { examMoments, exams } from './exam'
import { takeLeave } from './leave'

const vault = createVaultProjector(createRecord(Date.now)).project()
const STEP = { name: 'Step 1', booked: '2027-02-24', resultOn: '2027-03-17' } as const

const moments = (input: Parameters<typeof exams.add>[1]) => {
  const record = newRecord()
  exams.add(record, input)
  const { exams: all } = read(record)
  return (day: string) => examMoments(all, day).map(({ what, day }) => `${what} ${day}`)
}

test('an exam is told of a week before, the day after, and on the day of the result', () => {
  const on = moments(STEP)
  expect(on('2027-02-16')).toEqual([])
  expect(on('2027-02-17')).toEqual(['ahead 2027-02-24'])
  expect(on('2027-02-24')).toEqual(['ahead 2027-02-24'])
  expect(on('2027-02-25')).toEqual(['after 2027-02-25'])
  expect(on('2027-03-16')).toEqual([])
  expect(on('2027-03-18')).toEqual(['result 2027-03-17'])
  expect(on('2027-05-01')).toEqual([])
})

test('what the coach did is ticked; who would rather not tell is left alone after the day itself', () => {
  expect(moments({ ...STEP, contacted: true, resultSeen: true })('2027-03-17')).toEqual([])
  const quiet = moments({ ...STEP, contacted: true, tellMe: 'not-at-all' })
  expect([quiet('2027-03-17'), quiet('2027-03-18')]).toEqual([['result 2027-03-17'], []])
})

test('the day after is the coach’s to choose, and nobody is written to while on leave', () => {
  expect(moments({ ...STEP, contactOn: '2027-03-01' })('2027-02-26')).toEqual([])
  const record = newRecord()
  exams.add(record, STEP)
  expect(todayOf([read(record)], vault, '2027-02-25').exams).toHaveLength(1)
  const leave = { start: '2027-02-25', end: null, note: '', contact: '', returnPlan: '' }
  takeLeave(record, { ...leave, meetOn: null, cancel: false })
  expect(todayOf([read(record)], vault, '2027-02-25').exams).toEqual([])
})

test('the brief says what is ahead of it', () => {
  const record = newRecord()
  exams.add(record, { name: 'Shelf', windowEnd: '2027-02-20', eligibleUntil: '2027-03-01' })
  exams.add(record, STEP)
  expect(briefOf(read(record), [], '2027-02-01').dates.map(({ title }) => title)).toEqual([
    'Shelf: window closes',
    'Step 1',
    'Shelf: eligibility ends',
    'Step 1: result day',
  ])
})

test('there is no place for an outcome, and accommodations go to no other coach', () => {
  expect(Object.keys(exams.fields).filter((name) => /score|pass|fail|outcome/i.test(name))).toEqual(
    [],
  )
  const record = newRecord()
  exams.add(record, {
    ...STEP,
    accommodation: 'asked-for',
    tellMe: 'in-person',
    practice: ['2027-01-10'],
  })
  const [given] = leaving(read(record), 'next-coach').items
  expect(given?.item).toMatchObject({ name: 'Step 1', booked: STEP.booked })
  for (const name of ['accommodation', 'tellMe', 'practice', 'resultOn', 'contacted', 'resultSeen'])
    expect(given?.item).not.toHaveProperty(name)
})
