/** A summary of a time says of goals what that time saw. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { given, leaving } from '../model/leaving'
import { goalMoves, goals, milestones, progressEntries } from '../model/record/goal'
import { goalsOfPeriod } from './goals-of-period'

const YEAR = { from: '2026-07-01', to: '2026-11-23' }

const titlesOf = (fill: Parameters<typeof filled>[0]) => filled(fill).map(({ title }) => title)
const filled = (fill: (record: ReturnType<typeof newRecord>) => void) => {
  const doc = newRecord()
  fill(doc)
  const record = read(doc)
  return goalsOfPeriod(given(leaving(record, 'mentee-summary'), 'goals'), record.goalMoves, YEAR)
}

test('a goal that was closed before, or opened after, is not in it', () => {
  const titles = titlesOf((record) => {
    for (const [title, opened, closed] of [
      ['closed before', '2025-01-10', '2025-05-01'],
      ['closed within', '2025-01-10', '2026-08-01'],
      ['closed after', '2026-08-01', '2026-11-24'],
      ['opened after', '2026-11-24', ''],
      ['open all along', '2024-01-01', ''],
    ] as const) {
      const goal = goals.add(record, { title, status: closed === '' ? 'active' : 'revised' })
      goalMoves.add(record, { goal, status: 'active', date: opened })
      if (closed !== '') goalMoves.add(record, { goal, status: 'revised', date: closed })
    }
    goals.add(record, {
      title: 'old, no history',
      status: 'achieved',
      createdAt: '2025-01-01T00:00:00.000Z',
    })
    goals.add(record, {
      title: 'new, no history',
      status: 'active',
      createdAt: '2026-10-01T00:00:00.000Z',
    })
  })
  expect(titles).toEqual(
    ['old, no history', 'new, no history']
      .slice(1)
      .concat(['closed within', 'closed after', 'open all along']),
  )
})

test('a goal is told as it was at the end of the time: its status, its steps, and no older progress', () => {
  const [goal] = filled((record) => {
    const id = goals.add(record, { title: 'A', status: 'achieved', closing: 'Later words' })
    goalMoves.add(record, { goal: id, status: 'active', date: '2026-03-01' })
    goalMoves.add(record, { goal: id, status: 'achieved', date: '2026-12-01' })
    progressEntries.add(record, { of: id, date: '2026-04-01', score: 2 })
    progressEntries.add(record, { of: id, date: '2026-09-01', score: 5 })
    progressEntries.add(record, { of: id, date: '2026-12-01', score: 9 })
    milestones.add(record, { of: id, title: 'First', doneOn: '2026-09-01' })
    milestones.add(record, { of: id, title: 'Last', doneOn: '2026-12-01' })
  })
  expect(goal).toMatchObject({ status: 'active', closing: '' })
  expect(goal?.progress.map(({ score }) => score)).toEqual([5])
  expect(goal?.milestones.map(({ doneOn }) => doneOn)).toEqual(['2026-09-01', null])
})
