/** Ctrl Z goes on in a note that was left (kept-undo.ts), and takes back what was put back of its history. */
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { putBack } from '../../../../shared/model/history/put-back'
import { saidOf } from '../../../../shared/model/history/said'
import { noteLines } from '../../../../shared/model/record/note-text'
import { plainText } from '../../../../shared/note-text/delta'
import { openDesk } from '../../../../tests/property/note-desk'
import { caret, noteWith, textOf, type } from '../../../../tests/steps/written-note'
import type { LiveRecord } from '../live-record'
import { createKeptUndo } from './kept-undo'

const keptUndo = () => {
  let lent = 0
  const undosOf = createKeptUndo(async () => {
    lent++
    // Of the record nothing but its being open is used.
    return { live: {} as LiveRecord, release: () => void lent-- }
  })
  const open = ({ record, id }: { readonly record: Y.Doc; readonly id: string }) =>
    openDesk(record, id, [], undosOf('amara'))
  return { open, lent: () => lent }
}
const words = ({ record, id }: { readonly record: Y.Doc; readonly id: string }): string =>
  plainText(noteLines(record, id))
/** What is lent is given back a moment later. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

test('a note that was left and opened again: Ctrl Z goes on taking back, and doing again', async () => {
  const { open, lent } = keptUndo()
  const note = noteWith('one')
  const desk = open(note)
  caret(desk, 4)
  type(desk, ' two')
  desk.close()
  await settled()
  expect(lent()).toBe(1)
  const again = open(note)
  await settled()
  expect(lent()).toBe(0)
  caret(again, 8)
  type(again, ' three')
  again.undo()
  expect(words(note)).toBe('one two')
  again.undo()
  expect(words(note)).toBe('one')
  again.close()
  const third = open(note)
  third.redo()
  expect(words(note)).toBe('one two')
})

test('of a note that was only read nothing is kept', async () => {
  const { open, lent } = keptUndo()
  open(noteWith('one')).close()
  await settled()
  expect(lent()).toBe(0)
})

test('the last ten notes are kept, and their records lent for as long', async () => {
  const { open, lent } = keptUndo()
  const notes = Array.from({ length: 12 }, () => noteWith('one'))
  for (const note of notes) {
    const desk = open(note)
    type(desk, 'x')
    desk.close()
  }
  await settled()
  expect(lent()).toBe(10)
  const [first, , third] = notes
  if (first === undefined || third === undefined) throw new Error('no notes')
  for (const note of [first, third]) open(note).undo()
  expect([words(first), words(third)]).toEqual(['xone', 'one'])
})

test('with its record goes what was left of a note', async () => {
  const { open } = keptUndo()
  const note = noteWith('one')
  const desk = open(note)
  type(desk, 'x')
  desk.close()
  note.record.destroy()
  const again = open(note)
  again.undo()
  expect(words(note)).toBe('xone')
})

test('what was put back is one step of its own, whether the note is open or was left', () => {
  const { open } = keptUndo()
  const note = noteWith('one', 'two')
  const item = { kind: 'notes', id: note.id } as const
  const said = saidOf(note.record, item) ?? {}
  const desk = open(note)
  type(desk, 'x')
  putBack(note.record, { item, said })
  type(desk, 'y')
  expect(words(note)).toBe('yone\ntwo')
  desk.undo()
  expect(words(note)).toBe('one\ntwo')
  desk.undo()
  expect(words(note)).toBe('xone\ntwo')
  expect(desk.state().doc.textContent).toBe('xonetwo')
  desk.close()
  putBack(note.record, { item, said, part: { path: 'body', at: 0 } })
  const again = open(note)
  again.undo()
  expect(words(note)).toBe('xone\ntwo')
  again.undo()
  expect(words(note)).toBe('one\ntwo')
  expect(textOf(note.record, note.id).toString()).toContain('one')
})
