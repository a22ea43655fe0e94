/** What the bin lists of a record. */
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { plainLine } from '../note-text/delta'
import { binItem, binnedIn } from './bin'
import { leaveSession } from './empty-session'
import { addGoal } from './record/goal'
import { leaveNote, notes, startNote } from './record/note'
import { addSession, startSession } from './record/session'

const listed = (record: Y.Doc): readonly string[] =>
  binnedIn(read(record)).map(({ kind, item }) => `${kind}/${item.id}`)

test('what was deleted is listed, and what was not is not', () => {
  const record = newRecord()
  const gone = addGoal(record, { title: 'Gone', today: TODAY })
  addGoal(record, { title: 'Here', today: TODAY })
  binItem(record, { kind: 'goals', id: gone })
  expect(listed(record)).toEqual([`goals/${gone}`])
})

test('a session stands for the notes that it took along; a note that was deleted by itself stands for itself', () => {
  const record = newRecord()
  const first = addSession(record, { date: '2026-10-01', title: 'First' })
  const second = addSession(record, { date: '2026-10-08', title: 'Second' })
  binItem(record, { kind: 'sessions', id: first.session })
  binItem(record, { kind: 'notes', id: second.note })
  expect([...listed(record)].sort()).toEqual(
    [`notes/${second.note}`, `sessions/${first.session}`].sort(),
  )
})

test('a note that was left blank and a session that was begun in vain are not listed', () => {
  const record = newRecord()
  leaveNote(record, { id: notes.add(record, { date: TODAY }) })
  const now = { today: TODAY, now: Date.now(), kind: 'one-to-one', time: '10:00' } as const
  leaveSession(record, { id: startSession(record, now) })
  expect(listed(record)).toEqual([])
  const written = notes.add(record, { date: TODAY })
  startNote(record, { id: written, lines: [plainLine('said')] })
  binItem(record, { kind: 'notes', id: written })
  expect(listed(record)).toEqual([`notes/${written}`])
})
