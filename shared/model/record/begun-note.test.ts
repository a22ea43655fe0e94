/** "New note": one blank note at a time, discarded when it is left, and never one that has anything in it. */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { meet, newRecord, read, TODAY, twin } from '../../../tests/steps/two-devices'
import { type Line, plainLine } from '../../note-text/delta'
import { appendLines } from '../../note-text/text'
import { binItem } from '../bin'
import { beginNote, leaveNote, notes, startNote, wasBlank } from './note'
import { textForWriting } from './note-text'

const keptIds = (record: Y.Doc): readonly string[] =>
  read(record)
    .notes.filter(({ deletedAt }) => deletedAt === null)
    .map(({ id }) => id)

const put = (record: Y.Doc, id: string, ...lines: Line[]): void => {
  const text = textForWriting(record, id)
  if (text !== undefined) appendLines(text, lines)
}

test('a blank note that is open is used again, with today’s date; one with words is not', () => {
  const record = newRecord()
  const first = beginNote(record, { date: '2026-11-01' })
  expect(beginNote(record, { date: TODAY, open: first })).toBe(first)
  expect(read(record).notes).toMatchObject([{ id: first, date: TODAY }])
  startNote(record, { id: first, lines: [plainLine('words')] })
  expect(beginNote(record, { date: TODAY, open: first })).not.toBe(first)
})

test('a note left blank is discarded, and is no news in the bin', () => {
  const record = newRecord()
  const id = beginNote(record, { date: TODAY })
  // What the editor leaves when everything was deleted again.
  put(record, id, plainLine(''), plainLine(''))
  leaveNote(record, { id })
  expect(keptIds(record)).toEqual([])
  expect(read(record).notes.every(wasBlank)).toBe(true)
})

test('words typed before the text was open are in the note that is left', () => {
  const record = newRecord()
  const id = beginNote(record, { date: TODAY })
  leaveNote(record, { id, words: 'typed ahead\nand gone' })
  expect(read(record).notes).toMatchObject([{ deletedAt: null, body: 'typed ahead\nand gone' }])
})

describe('is never discarded or used again:', () => {
  const rule = (record: Y.Doc, id: string): void => put(record, id, plainLine('', { kind: 'rule' }))
  test.each<readonly [string, (record: Y.Doc, id: string) => void]>([
    ['one with words', (record, id) => startNote(record, { id, lines: [plainLine('a')] })],
    ['one with a title', (record, id) => notes.edit(record, { id, next: { title: 'T' } })],
    ['one with a theme', (record, id) => notes.edit(record, { id, next: { themes: ['sleep'] } })],
    ['one with a line across', rule],
    ['one that is in the bin already', (record, id) => binItem(record, { kind: 'notes', id })],
  ])('%s', (_what, change) => {
    const record = newRecord()
    const id = beginNote(record, { date: TODAY })
    change(record, id)
    const before = JSON.stringify(read(record))
    leaveNote(record, { id })
    expect(JSON.stringify(read(record))).toBe(before)
    expect(beginNote(record, { date: TODAY, open: id })).not.toBe(id)
  })

  test('a session’s text, blank or not', () => {
    const record = newRecord()
    const id = notes.add(record, { date: TODAY, session: 's', role: 'aid' })
    leaveNote(record, { id })
    expect(keptIds(record)).toEqual([id])
    expect(beginNote(record, { date: TODAY, open: id })).not.toBe(id)
  })

  test('one that another laptop has written into', () => {
    const here = newRecord()
    const id = beginNote(here, { date: TODAY })
    const there = twin(here)
    startNote(there, { id, lines: [plainLine('from there')] })
    meet(here, there)
    leaveNote(here, { id })
    expect(keptIds(here)).toEqual([id])
  })
})
