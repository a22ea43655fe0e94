/** What a coach reads before the talk of what was since the last one. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { onPaper } from '../model/leaving'
import { actionItems } from '../model/record/action-item'
import { checkIns } from '../model/record/check-in'
import { exams } from '../model/record/exam'
import { addGoal, goals, progressEntries } from '../model/record/goal'
import { rotations } from '../model/record/placement'
import { sessions } from '../model/record/session'
import { briefOf } from './brief'

const LAST = '2026-10-27'
const TODAY = '2026-11-24'

const sinceOf = (record: ReturnType<typeof newRecord>) => briefOf(read(record), [], TODAY).since

const met = () => {
  const record = newRecord()
  sessions.add(record, { date: LAST, status: 'held' })
  return record
}

test('the coach’s own promises stand apart, the earliest due first, and what was kept since behind them', () => {
  const record = met()
  const add = (what: string, more: object) =>
    actionItems.add(record, { what, whose: 'coach', agreedOn: LAST, ...more })
  add('Kept since', { doneOn: '2026-11-02' })
  add('Kept before', { doneOn: '2026-10-01' })
  add('Later', { due: '2026-12-01' })
  add('Late', { due: '2026-11-01' })
  add('Theirs', { whose: 'mentee' })
  const { mine, theirs } = sinceOf(record)
  expect(mine.map(({ what }) => what)).toEqual(['Late', 'Later', 'Kept since'])
  expect(theirs.map(({ what }) => what)).toEqual(['Theirs'])
})

test('what changed is what happened after the last meeting and up to today, newest first', () => {
  const record = met()
  rotations.add(record, { block: 'Surgery', start: '2026-11-02', end: '2026-12-18' })
  rotations.add(record, { block: 'Medicine', start: '2026-09-01', end: '2026-10-30' })
  exams.add(record, { name: 'Step 1', booked: '2026-11-20' })
  exams.add(record, { name: 'Ahead', booked: '2026-12-20' })
  checkIns.add(record, { date: LAST, instrument: 'who-5' })
  checkIns.add(record, { date: '2026-11-10', instrument: 'who-5' })
  const goal = addGoal(record, { title: 'Sleep', status: 'active', today: '2026-09-01' })
  progressEntries.add(record, { of: goal, date: '2026-11-05', score: 4 })
  progressEntries.add(record, { of: goal, date: '2026-11-12', score: 6 })
  const { changed } = sinceOf(record)
  expect(changed.map(({ of, day, name }) => `${day} ${of} ${name}`)).toEqual([
    '2026-11-20 exams Step 1',
    '2026-11-12 goals Sleep',
    '2026-11-10 checkIns ',
    '2026-11-02 rotations Surgery',
    '2026-10-30 rotations Medicine',
  ])
  expect(changed[1]).toMatchObject({ item: goal, score: 6 })
})

test('before the first meeting nothing has changed, and a goal in the bin has not moved', () => {
  const never = newRecord()
  exams.add(never, { name: 'Step 1', booked: '2026-11-20' })
  expect(sinceOf(never).changed).toEqual([])
  const record = met()
  const goal = addGoal(record, { title: 'Sleep', status: 'active', today: '2026-11-05' })
  expect(sinceOf(record).changed).toHaveLength(1)
  goals.remove(record, { id: goal, deleted: true })
  expect(sinceOf(record).changed).toEqual([])
})

test('a printed brief tells of no goal that is kept apart', () => {
  const record = met()
  addGoal(record, {
    title: 'Apart',
    status: 'active',
    today: '2026-11-05',
    visibility: 'escalation',
  })
  expect(briefOf(onPaper(read(record)), [], TODAY).since.changed).toEqual([])
})
