/** A session that was begun and left with nothing is discarded, and never one that anything was done with. */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { meet, newRecord, read, TODAY, twin } from '../../tests/steps/two-devices'
import { plainLine } from '../note-text/delta'
import { leaveSession, wasEmptySession } from './empty-session'
import { actionItems } from './record/action-item'
import { notes, startNote } from './record/note'
import { addSession, agendaItems, endSession, sessions, startSession } from './record/session'
import { disclosures } from './record/sharing'

const begin = (record: Y.Doc): string =>
  startSession(record, { today: TODAY, now: Date.now(), kind: 'one-to-one', time: '10:00' })
const textOf = (record: Y.Doc, session: string, role: 'session' | 'aid'): string =>
  read(record).notes.find((note) => note.session === session && note.role === role)?.id ?? ''
const keptIds = (record: Y.Doc): readonly string[] =>
  read(record)
    .sessions.filter(({ deletedAt }) => deletedAt === null)
    .map(({ id }) => id)

test('a session left with nothing is discarded with its texts, and is no news in the bin', () => {
  const record = newRecord()
  const id = begin(record)
  leaveSession(record, { id })
  expect(keptIds(record)).toEqual([])
  const after = read(record)
  expect(after.notes.every(({ deletedAt }) => deletedAt !== null)).toBe(true)
  expect(after.sessions.every((session) => wasEmptySession(after, session))).toBe(true)
})

test('words typed before the text was open keep the session, and are in its note', () => {
  const record = newRecord()
  const id = begin(record)
  leaveSession(record, { id, words: 'typed ahead' })
  expect(keptIds(record)).toEqual([id])
  expect(read(record).notes).toContainEqual(expect.objectContaining({ body: 'typed ahead' }))
})

test('what another laptop wrote meanwhile brings the session back', () => {
  const here = newRecord()
  const id = begin(here)
  const there = twin(here)
  startNote(there, { id: textOf(there, id, 'session'), lines: [plainLine('from there')] })
  leaveSession(here, { id })
  meet(here, there)
  expect(keptIds(here)).toEqual([id])
  expect(keptIds(there)).toEqual([id])
})

describe('is never discarded:', () => {
  test.each<readonly [string, (record: Y.Doc, id: string) => void]>([
    [
      'one with words in its memory aid',
      (record, id) =>
        startNote(record, { id: textOf(record, id, 'aid'), lines: [plainLine('tired')] }),
    ],
    ['one with a theme', (record, id) => sessions.edit(record, { id, next: { themes: ['a'] } })],
    ['one with a place', (record, id) => sessions.edit(record, { id, next: { place: 'Cafe' } })],
    [
      'one with an action item, though that is in the bin',
      (record, id) => {
        const item = actionItems.add(record, { what: 'Call', agreedOn: TODAY, session: id })
        actionItems.remove(record, { id: item, deleted: true })
      },
    ],
    [
      'one with an agenda',
      (record, id) => void agendaItems.add(record, { text: 'a', session: id }),
    ],
    ['one that was ended', (record, id) => endSession(record, { id, next: {} })],
    [
      'one whose text was shown to somebody',
      (record, id) =>
        void disclosures.add(record, {
          what: 'Note',
          to: 'The dean',
          date: TODAY,
          from: textOf(record, id, 'session'),
        }),
    ],
    [
      'one with a titled text',
      (record, id) =>
        notes.edit(record, { id: textOf(record, id, 'session'), next: { title: 'T' } }),
    ],
  ])('%s', (_what, change) => {
    const record = newRecord()
    const id = begin(record)
    change(record, id)
    leaveSession(record, { id })
    expect(keptIds(record)).toEqual([id])
  })

  test('one that was planned, though its timer was started', () => {
    const record = newRecord()
    const { session } = addSession(record, { status: 'planned', date: TODAY })
    startSession(record, {
      today: TODAY,
      now: Date.now() + 60_000,
      kind: 'one-to-one',
      time: '10:00',
    })
    leaveSession(record, { id: session })
    expect(keptIds(record)).toEqual([session])
  })
})
