import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { RECORD_SCHEMA, schemaOf, stampSchema } from '../crdt/record'
import { createRecord } from '../crdt/record-clock'
import { addRecordEntry, beginHistory, raiseGeneration, recordEntries } from '../crdt/vault-record'
import { plainLine, plainText } from '../note-text/delta'
import { binItem, restoreItem } from './bin'
import { createProjector, lastContact } from './projection'
import {
  addGoal,
  goalSpans,
  goals,
  isOpenGoal,
  isStaleGoal,
  lackingIn,
  milestones,
  progressEntries,
  ratings,
  reviseGoal,
} from './record/goal'
import { displayName, yearLabel } from './record/mentee'
import { notes, startNote } from './record/note'
import { allLines } from './record/note-text'
import { editEscalation, escalations, signEscalation } from './record/referral'
import { emptySections, frameworkOf, reflections } from './record/reflection'
import {
  addSession,
  agendaItems,
  agendaOf,
  endSession,
  sessions,
  startSession,
} from './record/session'
import { FRAMEWORKS } from './record/shipped-frameworks'

test('a goal with milestones, progress and ratings reads back as it was written', () => {
  const record = newRecord()
  const goal = addGoal(record, {
    title: 'Shelf exam',
    why: 'It matters',
    targetDate: '2027-01-31',
    today: TODAY,
  })
  const milestone = milestones.add(record, { of: goal, title: 'Hundred questions' })
  milestones.edit(record, { of: goal, id: milestone, next: { doneOn: '2026-11-20' } })
  const entry = progressEntries.add(record, {
    of: goal,
    date: '2026-11-21',
    score: 6,
    comment: 'Better',
  })
  ratings.add(record, { of: goal, date: '2026-11-21', importance: 9, confidence: 5 })
  expect(read(record).goals).toMatchObject([
    {
      title: 'Shelf exam',
      why: 'It matters',
      milestones: [{ title: 'Hundred questions', doneOn: '2026-11-20' }],
      progress: [{ score: 6, comment: 'Better' }],
      ratings: [{ confidence: 5 }],
      visibility: 'shared',
    },
  ])
  const before = read(record).goals[0]?.progress
  progressEntries.remove(record, { of: goal, id: entry, deleted: true })
  expect(read(record).goals[0]?.progress).toEqual([])
  progressEntries.remove(record, { of: goal, id: entry, deleted: false })
  expect(read(record).goals[0]?.progress).toEqual(before)
  expect(lackingIn(read(record).goals[0]!)).toEqual(['measure'])
})

test('a goal’s moves draw its span; a revised goal closes and its successor opens', () => {
  const record = newRecord()
  const first = addGoal(record, { title: 'First', today: '2026-01-10' })
  reviseGoal(record, { id: first, next: { title: 'Second' }, today: '2026-05-01' })
  const { goals: all, goalMoves } = read(record)
  expect(goalSpans(all, goalMoves)).toMatchObject([
    { goal: { title: 'First', status: 'revised' }, from: '2026-01-10', to: '2026-05-01' },
    { goal: { title: 'Second', revisedFrom: first }, from: '2026-05-01', to: null },
  ])
})

test('an active goal that nothing was written on for two months is quiet', () => {
  const record = newRecord()
  const goal = addGoal(record, { title: 'G', today: TODAY })
  const [now] = read(record).goals
  const made = now!.createdAt.slice(0, 10)
  const later = new Date(Date.parse(made) + 61 * 86_400_000).toISOString().slice(0, 10)
  expect(isStaleGoal(now!, made)).toBe(false)
  expect(isStaleGoal(now!, later)).toBe(true)
  progressEntries.add(record, { of: goal, date: later, score: 5 })
  expect(isStaleGoal(read(record).goals[0]!, later)).toBe(false)
})

test('binned items keep their content, count for nothing, and come back', () => {
  const record = newRecord()
  const goal = addGoal(record, { title: 'G', today: TODAY })
  binItem(record, { kind: 'goals', id: goal })
  expect(isOpenGoal(read(record).goals[0]!)).toBe(false)
  expect(read(record).goals[0]?.returned).toBe(false)
  restoreItem(record, { kind: 'goals', id: goal })
  expect(isOpenGoal(read(record).goals[0]!)).toBe(true)
})

test('a session has two texts of its own; it goes to the bin with them and comes back with them', () => {
  const record = newRecord()
  const { session } = addSession(record, { date: '2026-10-01', title: 'First' })
  expect(
    read(record)
      .notes.map(({ role }) => role)
      .sort(),
  ).toEqual(['aid', 'session'])
  binItem(record, { kind: 'sessions', id: session })
  expect(read(record).notes.every(({ deletedAt }) => deletedAt !== null)).toBe(true)
  restoreItem(record, { kind: 'sessions', id: session })
  expect(read(record).notes.every(({ deletedAt }) => deletedAt === null)).toBe(true)
})

test('the last contact is the last session held, one-to-one or in the group', () => {
  const record = newRecord()
  addSession(record, { date: '2026-10-01' })
  const { session } = addSession(record, { date: '2026-12-01', status: 'planned' })
  notes.add(record, { title: 'loose', date: '2026-11-20' })
  expect(lastContact(read(record))).toBe('2026-10-01')
  expect(
    lastContact(read(record), [
      { status: 'held', present: ['r'], date: '2026-11-01', deletedAt: null },
    ]),
  ).toBe('2026-11-01')
  sessions.edit(record, { id: session, next: { status: 'held' } })
  expect(lastContact(read(record))).toBe('2026-12-01')
})

test('what is left open on an agenda, and what was to be asked next time, stands on the next one by itself', () => {
  const record = newRecord()
  const { session: first } = addSession(record, { date: '2026-11-01', status: 'planned' })
  agendaItems.add(record, { text: 'Left open', session: first })
  const done = agendaItems.add(record, { text: 'Done', session: first })
  agendaItems.edit(record, { id: done, next: { done: true } })
  endSession(record, { id: first, next: { minutes: 40 } })
  agendaItems.add(record, { text: 'Ask next time' })
  const { session: second } = addSession(record, { date: '2026-12-01', status: 'planned' })
  const now = read(record)
  const next = now.sessions.find(({ id }) => id === second)!
  expect(agendaOf(now.agendaItems, next).map(({ text }) => text)).toEqual([
    'Left open',
    'Ask next time',
  ])
  expect(now.sessions.find(({ id }) => id === first)).toMatchObject({ status: 'held', minutes: 40 })
})

test('starting a session takes the one that was planned for today', () => {
  const record = newRecord()
  const { session } = addSession(record, { date: TODAY, status: 'planned', kind: 'check-in' })
  const input = { today: TODAY, now: 1_000, kind: 'one-to-one', time: '10:00' } as const
  expect(startSession(record, input)).toBe(session)
  expect(read(record).sessions).toMatchObject([{ startedAt: 1_000, kind: 'check-in' }])
  sessions.edit(record, { id: session, next: { status: 'held' } })
  expect(startSession(record, input)).not.toBe(session)
})

test('of several today, the one that is meant is started; without one, what is under way goes on', () => {
  const record = newRecord()
  const plan = () => addSession(record, { date: TODAY, status: 'planned' }).session
  const [first, second] = [plan(), plan()]
  const start = (planned?: string) =>
    startSession(record, { today: TODAY, now: 1, kind: 'one-to-one', time: '10:00', planned })
  expect([start(second), start(), start(first)]).toEqual([second, second, first])
})

test('what a mentee provided is never a memory aid, whatever was asked for', () => {
  const record = newRecord()
  reflections.add(record, { provenance: 'mentee', visibility: 'memory-aid' })
  reflections.add(record, { provenance: 'coach' })
  expect(
    read(record)
      .reflections.map(({ provenance, visibility }) => [provenance, visibility])
      .sort(),
  ).toEqual([
    ['coach', 'memory-aid'],
    ['mentee', 'shared'],
  ])
})

test('an item’s class and provenance never change after it was made', () => {
  const record = newRecord()
  const note = notes.add(record, { title: 'Mine' })
  notes.edit(record, { id: note, next: { visibility: 'shared', provenance: 'mentee' } })
  expect(read(record).notes).toMatchObject([{ visibility: 'memory-aid', provenance: 'coach' }])
})

test('after signing, an escalation takes no edit but the day it was closed', () => {
  const record = newRecord()
  const id = escalations.add(record, { seen: 'What I saw' })
  editEscalation(record, { id, next: { steps: 'Called' } })
  signEscalation(record, id)
  editEscalation(record, { id, next: { seen: 'Something else', closedOn: TODAY } })
  expect(read(record).escalations).toMatchObject([
    { seen: 'What I saw', steps: 'Called', closedOn: TODAY },
  ])
})

test('the projection follows every change, from here and from elsewhere', () => {
  const a = newRecord()
  const b = createRecord(Date.now)
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  const projector = createProjector('r', a)
  const id = notes.add(b, { title: 'From b', date: '2026-11-20' })
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  expect(projector.project().notes).toMatchObject([{ title: 'From b', body: '' }])
  startNote(b, { id, lines: [plainLine('Heading', { kind: 'heading3' }), plainLine('words')] })
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  expect(projector.project().notes).toMatchObject([{ body: 'Heading\nwords' }])
  expect(plainText(allLines(a, id))).toBe('Heading\nwords')
})

test('what version 0.1.0 wrote is read, and its missing texts and tags can be written on two devices', () => {
  const old = newRecord()
  const item = new Y.Map<unknown>([
    ['createdAt', '2026-01-01T00:00:00.000Z'],
    ['title', 'Old goal'],
    ['status', 'active'],
    ['category', 'academic'],
    ['why', new Y.Text('because')],
    ['milestones', new Y.Map()],
  ])
  old.getMap('goals').set('old', item)
  const session = new Y.Map<unknown>([
    ['kind', 'one-to-one'],
    ['status', 'held'],
    ['date', '2026-01-05'],
  ])
  old.getMap('sessions').set('s', session)
  old.getMap('notes').set(
    'n',
    new Y.Map<unknown>([
      ['title', 'Old note'],
      ['date', '2026-01-05'],
      ['sessionId', 's'],
      ['body', new Y.XmlFragment()],
    ]),
  )
  const other = createRecord(Date.now)
  Y.applyUpdate(other, Y.encodeStateAsUpdate(old))
  expect(read(old).goals).toMatchObject([
    { title: 'Old goal', why: 'because', behaviour: '', themes: [] },
  ])
  expect(read(old).notes).toMatchObject([{ session: 's', role: 'session' }])
  expect(lastContact(read(old))).toBe('2026-01-05')
  goals.edit(old, { id: 'old', next: { behaviour: 'here', themes: ['sleep'] } })
  goals.edit(other, { id: 'old', next: { behaviour: 'there', themes: ['family'] } })
  Y.applyUpdate(old, Y.encodeStateAsUpdate(other))
  const [merged] = read(old).goals
  expect(merged?.themes).toEqual(['family', 'sleep'])
  expect(merged?.behaviour).toContain('here')
  expect(merged?.behaviour).toContain('there')
})

test('the schema version only grows', () => {
  const record = newRecord()
  expect(schemaOf(record)).toBe(RECORD_SCHEMA)
  record.getMap('meta').set('schema', 99)
  stampSchema(record)
  expect(schemaOf(record)).toBe(99)
})

test('years turn over on 1 July, or when the school says; names are said as preferred', () => {
  expect(yearLabel(2029, '2026-11-23')).toBe('MS2')
  expect(yearLabel(2029, '2026-06-30')).toBe('MS1')
  expect(yearLabel(2029, '2026-07-01')).toBe('MS2')
  expect(yearLabel(2029, '2026-07-01', '08-01')).toBe('MS1')
  expect(yearLabel(2026, '2026-11-01')).toBe('Class of 2026')
  expect(yearLabel(null, '2026-11-01')).toBe('')
  expect(displayName({ name: 'Chukwuemeka Adeyemi', preferredName: 'Emeka' })).toBe('Emeka Adeyemi')
})

test('every framework has its sections from the start, so that two devices write into the same ones', () => {
  for (const framework of FRAMEWORKS) {
    const record = newRecord()
    reflections.add(record, { framework: framework.id, sections: emptySections(framework) })
    expect(Object.keys(read(record).reflections[0]?.sections ?? {}).sort()).toEqual(
      framework.sections.map(({ id }) => id).sort(),
    )
  }
  expect(frameworkOf('from the future').id).toBe('open')
})

test('the vault record keeps keys, and generations only grow', () => {
  const vault = createRecord(Date.now)
  addRecordEntry(vault, { id: 'a', key: new Uint8Array(32).fill(4), listedBy: 'home' })
  raiseGeneration(vault, { id: 'a', generation: 2 })
  raiseGeneration(vault, { id: 'a', generation: 1 })
  const key = new Uint8Array(32).fill(4)
  const listed = { id: 'a', key, generations: new Map([[0, 2]]), listedBy: 'home' }
  expect(recordEntries(vault)).toEqual([{ ...listed, history: null }])
  beginHistory(vault, 'a')
  raiseGeneration(vault, { id: 'its companion', generation: 3, historyOf: 'a' })
  raiseGeneration(vault, { id: 'its companion', generation: 1, historyOf: 'a' })
  expect(recordEntries(vault)).toEqual([{ ...listed, history: new Map([[0, 3]]) }])
})
