/** What the coach's own notes say of asking and telling. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { actionItems } from '../model/record/action-item'
import { notes } from '../model/record/note'
import { sessions } from '../model/record/session'
import { plainLine } from '../note-text/delta'
import { askedAndToldIn, mirrorOf, sessionNotes } from './ask-tell'

const count = (text: string, kind: Parameters<typeof plainLine>[1] = {}) =>
  askedAndToldIn([plainLine(text, kind)])

test.each([
  ['What would a good week look like? She was not sure.', 1, 0],
  ['I asked what she had tried already.', 1, 0],
  ['“What makes it a 6 and not a 3?”', 1, 0],
  ['I suggested the skills lab. She should see her adviser first.', 0, 2],
  ['We talked about step 2, and he slept badly.', 0, 0],
  ['Should she repeat the rotation? We will see.', 1, 0],
  ['I then recommended to rest…', 0, 1],
  ['', 0, 0],
])('%s', (text, questions, advice) => {
  expect(count(text)).toEqual({ questions, advice })
})

test('a template’s headings, what others said, and tasks are not the coach’s asking or telling', () => {
  for (const kind of ['heading2', 'heading3', 'quote', 'task', 'code'] as const)
    expect(count('What is on your mind? You should rest.', { kind })).toEqual({
      questions: 0,
      advice: 0,
    })
})

test('by month over all mentees: notes of sessions that were held, steps by whose they are', () => {
  const record = newRecord()
  const month = '2026-11'
  const session = (date: string, status: 'held' | 'planned') => {
    const id = sessions.add(record, { date, status })
    return notes.add(record, { session: id, role: 'session', date })
  }
  const held = session(`${month}-10`, 'held')
  const others = [
    session(`${month}-20`, 'planned'),
    session('2024-11-10', 'held'),
    notes.add(record, { date: `${month}-10` }),
  ]
  for (const whose of ['mentee', 'mentee', 'coach'] as const)
    actionItems.add(record, { what: 'a step', whose, agreedOn: `${month}-10` })
  const one = read(record)
  expect([...sessionNotes(one, '2025-01-01')]).toEqual([[held, month]])
  const said = new Map([held, ...others].map((id) => [id, { questions: 3, advice: 1 }] as const))
  expect(mirrorOf([one, one], said, '2025-01-01')).toEqual([
    { month, notes: 2, questions: 6, advice: 2, theirs: 4, own: 2 },
  ])
})
