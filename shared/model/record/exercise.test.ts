/** The exercise of a REACH week: the program's own in place of the one that ships. */
import { expect, test } from 'vitest'
import { createRecord } from '../../crdt/record-clock'
import { exerciseOf } from './exercise'
import { type ReachWeek, reachWeeks } from './reach'

const week = (fields: Partial<ReachWeek>): ReachWeek => {
  const vault = createRecord(Date.now)
  reachWeeks.add(vault, { year: 2, quarter: 3, ...fields })
  const [made] = reachWeeks.readAll(vault)
  if (made === undefined) throw new Error('no week')
  return made
}

test('a program’s own exercise has its length and its questions, each once, and what ships steps back', () => {
  const shipped = exerciseOf(week({}))
  expect([shipped?.minutes, shipped?.questions.length]).toEqual([20, 2])
  const own = week({
    exercise: 'A letter',
    exerciseMinutes: 35,
    exerciseQuestions: '- Who is it to?\n\n2) What stays unsaid?\n- Who is it to?',
  })
  expect(exerciseOf(own)).toEqual({
    title: 'A letter',
    how: '',
    minutes: 35,
    questions: ['Who is it to?', 'What stays unsaid?'],
  })
})

test('one that was written before there were questions has none', () => {
  const vault = createRecord(Date.now)
  const id = reachWeeks.add(vault, { year: 2, quarter: 3, exerciseHow: 'Write to a patient.' })
  for (const key of ['exerciseMinutes', 'exerciseQuestions'])
    reachWeeks.items(vault)?.get(id)?.delete(key)
  const [old] = reachWeeks.readAll(vault)
  expect(old && exerciseOf(old)).toMatchObject({ minutes: null, questions: [] })
})
