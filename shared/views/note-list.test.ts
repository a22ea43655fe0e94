import { expect, test } from 'vitest'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { notes, startNote } from '../model/record/note'
import { addSession } from '../model/record/session'
import { plainLine } from '../note-text/delta'
import { noteEntries, titleAndWords } from './note-list'

const say = (record: ReturnType<typeof newRecord>, id: string, ...lines: readonly string[]): void =>
  startNote(record, { id, lines: lines.map((line) => plainLine(line)) })

test('one entry a session, for its note and its memory aid', () => {
  const record = newRecord()
  const { note, aid } = addSession(record, { status: 'held', date: TODAY })
  say(record, note, 'Nights are hard', 'A plan.')
  say(record, aid, 'Said fine three times')
  expect(noteEntries(read(record), TODAY)).toMatchObject([
    { note: { id: note }, aid: { id: aid }, title: 'Nights are hard', words: 'A plan.' },
  ])
})

test('where only the memory aid has words, the entry is called by them', () => {
  const record = newRecord()
  const { note, aid } = addSession(record, { status: 'held', date: TODAY })
  say(record, aid, 'Said fine three times')
  expect(noteEntries(read(record), TODAY)).toMatchObject([
    { note: { id: note }, aid: { id: aid }, title: 'Said fine three times', words: '' },
  ])
})

test('no empty text is listed, and no session that is to come, unless it is the one that is open', () => {
  const record = newRecord()
  const empty = addSession(record, { status: 'held', date: TODAY })
  const ahead = addSession(record, { status: 'planned', date: '2026-12-01' })
  say(record, ahead.note, 'Ask about the poster')
  const blank = notes.add(record, { date: TODAY })
  const listed = (open?: string) =>
    noteEntries(read(record), TODAY, open).map(({ note }) => note.id)
  expect(listed()).toEqual([])
  expect(listed(blank)).toEqual([blank])
  expect(listed(ahead.aid)).toEqual([ahead.note])
  expect(listed(empty.note)).toEqual([empty.note])
})

test('a second session note, of another laptop, is an entry of its own', () => {
  const record = newRecord()
  const { session, note } = addSession(record, { status: 'held', date: TODAY })
  const second = notes.add(record, { session, role: 'session', date: TODAY })
  say(record, note, 'first')
  say(record, second, 'second')
  expect(
    noteEntries(read(record), TODAY)
      .map(({ title }) => title)
      .sort(),
  ).toEqual(['first', 'second'])
})

test('a title is the one that was given, or the first line with words; the preview does not repeat it', () => {
  expect(titleAndWords({ title: '', body: '\n  Sleep \n\nby eleven\nor twelve' })).toEqual({
    title: 'Sleep',
    words: 'by eleven or twelve',
  })
  expect(titleAndWords({ title: 'Given', body: 'Sleep\nby eleven' })).toEqual({
    title: 'Given',
    words: 'Sleep by eleven',
  })
  expect(
    titleAndWords(
      { title: '', body: 'Goal\nSleep by eleven\nPlan\nA bet' },
      new Set(['Goal', 'Plan']),
    ),
  ).toEqual({ title: 'Sleep by eleven', words: 'Plan A bet' })
  expect(titleAndWords({ title: '', body: '' })).toEqual({ title: '', words: '' })
})
