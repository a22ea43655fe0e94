import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { binItem, restoreItem } from '../../shared/model/bin'
import {
  addGoal,
  addMilestone,
  addProgress,
  editGoal,
  editMilestone,
  emptyGoal,
  type GoalInput,
  isOpenGoal,
  lackingIn,
  rateGoal,
  setProgressDeleted,
} from '../../shared/model/goal'
import { editText } from '../../shared/model/item'
import { createMentee, displayName, editMentee, emptyMentee, yearLabel } from '../../shared/model/mentee'
import { addNote, editNote, emptySession, fragmentText, noteBody } from '../../shared/model/note'
import { createProjector, lastContact } from '../../shared/model/projection'
import { RECORD_SCHEMA, schemaOf, stampSchema } from '../../shared/model/record'
import { addReflection, editReflection, FRAMEWORKS, frameworkOf } from '../../shared/model/reflection'
import { addRecordEntry, raiseGeneration, recordEntries } from '../../shared/model/vault-record'

const newRecord = (): Y.Doc => {
  const record = new Y.Doc()
  createMentee(record, { ...emptyMentee, name: 'Amara Osei', classYear: 2029 })
  return record
}
const twin = (record: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(record))
  return copy
}
const exchange = (a: Y.Doc, b: Y.Doc): void => {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}
const read = (record: Y.Doc) => createProjector('r', record).project()

test('a goal with milestones, progress and ratings reads back as it was written', () => {
  const record = newRecord()
  const goal = addGoal(record, {
    ...emptyGoal,
    title: 'Shelf exam',
    why: 'It matters',
    targetDate: '2027-01-31',
  })
  const milestone = addMilestone(record, { goal, title: 'Hundred questions', due: null })
  editMilestone(record, { goal, id: milestone ?? '', doneOn: '2026-11-20' })
  addProgress(record, { goal, date: '2026-11-21', score: 6, comment: 'Better' })
  rateGoal(record, { goal, date: '2026-11-21', importance: 9, confidence: 5 })
  expect(read(record).goals).toMatchObject([
    {
      title: 'Shelf exam',
      why: 'It matters',
      milestones: [{ title: 'Hundred questions', doneOn: '2026-11-20' }],
      progress: [{ score: 6 }],
      ratings: [{ confidence: 5 }],
    },
  ])
  const [entry] = read(record).goals[0]!.progress
  setProgressDeleted(record, { goal, id: entry!.id, deleted: true })
  expect(read(record).goals[0]?.progress).toEqual([])
  setProgressDeleted(record, { goal, id: entry!.id, deleted: false })
  expect(read(record).goals[0]?.progress).toEqual([entry])
  expect(lackingIn(read(record).goals[0]!)).toEqual(['measure'])
})

test('two devices that edit different fields of one mentee both keep theirs', () => {
  const a = newRecord()
  const b = twin(a)
  const base = { ...emptyMentee, name: 'Amara Osei', classYear: 2029 }
  editMentee(a, { base, next: { ...base, pronouns: 'she/her' } })
  editMentee(b, { base, next: { ...base, phone: '555' } })
  exchange(a, b)
  expect(read(a).mentee).toMatchObject({ pronouns: 'she/her', phone: '555' })
  expect(read(b)).toEqual(read(a))
})

test('two devices that edit one long text both keep their words', () => {
  const a = newRecord()
  const id = addReflection(a, {
    date: '2026-11-20',
    framework: 'what',
    prompt: '',
    provenance: 'coach',
    sections: { what: 'middle' },
  })
  const b = twin(a)
  const edit = (record: Y.Doc, next: string) => {
    const same = { date: '2026-11-20', prompt: '' }
    editReflection(record, {
      id,
      base: { ...same, sections: { what: 'middle' } },
      next: { ...same, sections: { what: next } },
    })
  }
  edit(a, 'before middle')
  edit(b, 'middle after')
  exchange(a, b)
  expect(read(a).reflections[0]?.sections.what).toBe('before middle after')
})

test('an edit made on a stale screen keeps what others wrote meanwhile', () => {
  for (const [base, theirs, mine, both] of [
    ['one two', 'zero one two', 'one two three', 'zero one two three'],
    ['one two', 'one two three', 'zero one two', 'zero one two three'],
    ['', 'theirs', 'mine', 'theirsmine'],
    ['keep cut', 'keep cut plus', 'keep', 'keep plus'],
  ] as const) {
    const doc = new Y.Doc()
    const text = doc.getText()
    text.insert(0, theirs)
    editText(text, base, mine)
    expect(text.toString().split('').sort().join('')).toBe(both.split('').sort().join(''))
  }
})

test('both devices adding milestones keep all of them; a status set on one stays beside a date set on the other', () => {
  const a = newRecord()
  const goal = addGoal(a, { ...emptyGoal, title: 'G' })
  const b = twin(a)
  addMilestone(a, { goal, title: 'from a', due: null })
  addMilestone(b, { goal, title: 'from b', due: null })
  editGoal(a, { id: goal, base: { status: 'active' }, next: { status: 'on-hold' } })
  const fields: Partial<GoalInput> = { targetDate: null }
  editGoal(b, { id: goal, base: fields, next: { targetDate: '2027-01-01' } })
  exchange(a, b)
  const [merged] = read(a).goals
  expect(merged?.milestones.map(({ title }) => title).sort()).toEqual(['from a', 'from b'])
  expect(merged).toMatchObject({ status: 'on-hold', targetDate: '2027-01-01' })
})

test('binned items keep their content, count for nothing, and come back', () => {
  const record = newRecord()
  const goal = addGoal(record, { ...emptyGoal, title: 'G' })
  binItem(record, { kind: 'goals', id: goal })
  expect(isOpenGoal(read(record).goals[0]!)).toBe(false)
  restoreItem(record, { kind: 'goals', id: goal })
  expect(isOpenGoal(read(record).goals[0]!)).toBe(true)
})

test('session notes carry their meeting; the last contact is the last one held', () => {
  const record = newRecord()
  addNote(record, { title: '', date: '2026-10-01', session: emptySession })
  const planned = addNote(record, {
    title: '',
    date: '2026-12-01',
    session: { ...emptySession, status: 'planned' },
  })
  addNote(record, { title: 'loose', date: '2026-11-20', session: null })
  expect(lastContact(read(record))).toBe('2026-10-01')
  editNote(record, { id: planned, session: { ...emptySession, status: 'held' } })
  expect(lastContact(read(record))).toBe('2026-12-01')
})

test('what a mentee provided is never a memory aid', () => {
  const record = newRecord()
  const reflection = { date: '2026-11-20', framework: 'open', prompt: '', sections: {} }
  addReflection(record, { ...reflection, provenance: 'mentee' })
  addReflection(record, { ...reflection, provenance: 'coach' })
  expect(
    read(record)
      .reflections.map(({ provenance, visibility }) => [provenance, visibility])
      .sort(),
  ).toEqual([
    ['coach', 'memory-aid'],
    ['mentee', 'shared'],
  ])
})

test('the projection follows every change, from here and from elsewhere', () => {
  const a = newRecord()
  const b = twin(a)
  const projector = createProjector('r', a)
  const id = addNote(b, { title: 'From b', date: '2026-11-20', session: null })
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  expect(projector.project().notes).toMatchObject([{ title: 'From b', excerpt: '' }])
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('words')])
  noteBody(b, id)?.insert(0, [paragraph])
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  expect(projector.project().notes).toMatchObject([{ excerpt: 'words' }])
  expect(fragmentText(noteBody(a, id)!)).toBe('words')
})

test('the schema version only grows', () => {
  const record = newRecord()
  expect(schemaOf(record)).toBe(RECORD_SCHEMA)
  record.getMap('meta').set('schema', 99)
  stampSchema(record)
  expect(schemaOf(record)).toBe(99)
})

test('years turn over on 1 July; names are said as preferred', () => {
  expect(yearLabel(2029, new Date(2026, 10, 23))).toBe('MS2')
  expect(yearLabel(2029, new Date(2026, 5, 30))).toBe('MS1')
  expect(yearLabel(2029, new Date(2026, 6, 1))).toBe('MS2')
  expect(yearLabel(2026, new Date(2026, 10, 1))).toBe('Class of 2026')
  expect(yearLabel(null, new Date())).toBe('')
  expect(displayName({ name: 'Chukwuemeka Adeyemi', preferredName: 'Emeka' })).toBe('Emeka Adeyemi')
})

test('every framework has its sections from the start, so that two devices write into the same ones', () => {
  expect(FRAMEWORKS.length).toBeGreaterThanOrEqual(3)
  for (const { id, sections } of FRAMEWORKS) {
    const record = newRecord()
    addReflection(record, {
      date: '2026-11-20',
      framework: id,
      prompt: '',
      provenance: 'coach',
      sections: {},
    })
    expect(Object.keys(read(record).reflections[0]?.sections ?? {}).sort()).toEqual(
      sections.map((section) => section.id).sort(),
    )
  }
  expect(frameworkOf('from the future').id).toBe('open')
})

test('the vault record keeps keys, and generations only grow', () => {
  const vault = new Y.Doc()
  addRecordEntry(vault, { id: 'a', key: new Uint8Array(32).fill(4) })
  raiseGeneration(vault, { id: 'a', generation: 2 })
  raiseGeneration(vault, { id: 'a', generation: 1 })
  expect(recordEntries(vault)).toEqual([{ id: 'a', key: new Uint8Array(32).fill(4), generation: 2 }])
})
