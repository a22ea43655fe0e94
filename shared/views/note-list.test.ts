import { expect, test } from 'vitest'
import { newRecord, read, TODAY } from '../../tests/steps/two-devices'
import { notes, startNote } from '../model/record/note'
import { addSession } from '../model/record/session'
import { type LineKind, plainLine } from '../note-text/delta'
import { hasNoText, noteEntries, titleAndWords } from './note-list'

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

test('a note of one line has that for its title and is not without a text; one with a title alone is', () => {
  const record = newRecord()
  say(record, notes.add(record, { date: TODAY }), 'Sleeps six hours now.')
  const titled = notes.add(record, { date: TODAY, title: 'To be written' })
  const { note } = addSession(record, { status: 'held', date: TODAY })
  say(record, note, 'Nights are hard')
  const without = noteEntries(read(record), TODAY, titled).filter(hasNoText)
  expect(without.map((one) => one.note.id)).toEqual([titled])
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
  const of = (title: string, body: string) => titleAndWords({ title, written: body, body })
  expect(of('', '\n  Sleep \n\nby eleven\nor twelve')).toEqual({
    title: 'Sleep',
    words: 'by eleven or twelve',
  })
  expect(of('Given', 'Sleep\nby eleven')).toEqual({ title: 'Given', words: 'Sleep by eleven' })
  expect(of('', '')).toEqual({ title: '', words: '' })
})

test('the heads of sections stand for no note, as long as there is anything else', () => {
  const record = newRecord()
  const entry = (...lines: readonly [string, LineKind?][]) => {
    const id = notes.add(record, { date: TODAY })
    startNote(record, {
      id,
      lines: lines.map(([words, kind]) => plainLine(words, kind && { kind })),
    })
    const [found] = noteEntries(read(record), TODAY).filter(({ note }) => note.id === id)
    return [found?.title, found?.words]
  }
  expect(
    entry(
      ['What we talked about', 'heading3'],
      [''],
      ['Sleep by eleven', 'task'],
      ['Plan', 'heading3'],
      ['A bet'],
    ),
  ).toEqual(['Sleep by eleven', 'A bet'])
  // A heading of the coach's own.
  expect(entry(['Anatomy', 'heading1'], ['Buy the atlas'])).toEqual(['Anatomy', 'Buy the atlas'])
  expect(entry(['Plan', 'heading3'], [''])).toEqual(['Plan', ''])
})
