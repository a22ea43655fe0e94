import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { newRecord, read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { recordKinds } from '../model/kinds'
import { createVaultProjector } from '../model/projection'
import { agreements } from '../model/record/agreement'
import { goals, milestones, progressEntries } from '../model/record/goal'
import { groupSessions } from '../model/record/group-session'
import { editMentee } from '../model/record/mentee'
import { notes } from '../model/record/note'
import { escalations } from '../model/record/referral'
import { sessions } from '../model/record/session'
import { recordSources, textOf, vaultSources } from './documents'

const documentsOf = (record: Y.Doc) =>
  recordSources(read(record), ({ id }) => `all the words of ${id}`)
    .map(({ document }) => document())
    .map((one) => ({ ...one, text: textOf(one) }))

test('the clauses of an agreement are found', () => {
  const record = newRecord()
  agreements.add(record, { clauses: { purpose: 'Time to think', wishes: 'Walking meetings' } })
  expect(documentsOf(record).find(({ kind }) => kind === 'agreement')?.text).toBe(
    'Time to think · Walking meetings',
  )
})

test('a goal is found by its texts and by those of its milestones and progress', () => {
  const record = newRecord()
  const goal = goals.add(record, { title: 'Pass Step 1', why: 'Surgery', barriers: 'Night shifts' })
  milestones.add(record, { of: goal, title: 'Register' })
  progressEntries.add(record, { of: goal, comment: 'Half of it' })
  expect(documentsOf(record).find(({ kind }) => kind === 'goal')).toMatchObject({
    title: 'Pass Step 1',
    text: 'Surgery · Night shifts · Register · Half of it',
    states: ['open'],
  })
})

test('a note is found by all of its text, a session by its place and its kind', () => {
  const record = newRecord()
  const note = notes.add(record, { title: 'Rounds', date: '2026-11-20' })
  sessions.add(record, { kind: 'urgent', place: 'Library', date: '2026-11-21' })
  expect(documentsOf(record)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        title: 'Rounds',
        text: `all the words of ${note}`,
        date: '2026-11-20',
      }),
      expect.objectContaining({
        kind: 'session',
        title: '',
        text: 'urgent · Library',
        states: ['done'],
      }),
    ]),
  )
})

test('every kind whose items have words of their own is found, but for escalations, disclosures, moves and letters that are noise', () => {
  expect(
    recordKinds.filter(([, { about }]) => about.search === null).map(([name]) => name),
  ).toEqual(['goalMoves', 'futureLetters', 'disclosures', 'rewordings', 'escalations'])
  const record = newRecord()
  escalations.add(record, { seen: 'What nobody may find' })
  expect(JSON.stringify(documentsOf(record))).not.toContain('nobody may find')
})

test('of the whole caseload, shipped resources and templates are found, and group sessions', () => {
  const vault = createRecord(Date.now)
  groupSessions.add(vault, { group: '3', notes: 'Sleep', place: 'Garden', date: '2026-11-19' })
  const documents = vaultSources(createVaultProjector(vault).project())
    .map(({ document }) => document())
    .map((one) => ({ ...one, text: textOf(one) }))
  expect(documents.find(({ kind }) => kind === 'session')).toMatchObject({
    title: 'REACH group 3',
    text: 'Sleep · Garden',
    date: '2026-11-19',
    visibility: 'memory-aid',
  })
  expect(documents.find(({ title }) => title === 'GROW')?.text).toContain('Options')
  expect(documents.filter(({ kind }) => kind === 'resource').length).toBeGreaterThan(10)
})

test('a mentee is found by all that is on their page of their own, and not by why the coach keeps something', () => {
  const record = newRecord()
  editMentee(record, {
    next: { studentId: 'S1', interests: 'Chess', tags: ['rural'], hold: 'dispute' },
  })
  const found = documentsOf(record).find(({ kind }) => kind === 'mentee')
  expect(found?.text).toBe('Amara Osei · S1 · Chess · rural')
  expect(found?.text).not.toContain('dispute')
  expect(found).toMatchObject({ key: 'r/mentee/mentee', id: 'r', themes: ['rural'] })
})

test('a field says what its words are there: a name, what was written, or a fact around it', () => {
  const record = newRecord()
  editMentee(record, { next: { studentId: 'S1', phone: '555', strengths: 'Listens' } })
  sessions.add(record, { place: 'Library', takeaway: 'Sleep first', date: '2026-11-21' })
  const documents = documentsOf(record)
  expect(documents.find(({ kind }) => kind === 'mentee')?.words).toEqual({
    name: 'Amara Osei · S1',
    body: 'Listens',
    detail: '555',
  })
  expect(documents.find(({ kind }) => kind === 'session')?.words).toMatchObject({
    body: 'Sleep first',
    detail: 'one-to-one · Library',
  })
})
