/** A note with what a test writes in it, and hands at its editor. */
import { TextSelection } from '@tiptap/pm/state'
import { expect } from 'vitest'
import type * as Y from 'yjs'
import { notes, startNote } from '../../shared/model/record/note'
import { noteLines, noteText } from '../../shared/model/record/note-text'
import { type Line, plainLine } from '../../shared/note-text/delta'
import { noteSchema } from '../../src-renderer/features/notes/lines/note-schema'
import { docOf } from '../../src-renderer/store/record/note-binding/units'
import type { Desk } from '../property/note-desk'
import { newRecord, TODAY } from './two-devices'

export const noteWith = (...lines: readonly (string | Line)[]) => {
  const record = newRecord()
  const id = notes.add(record, { date: TODAY })
  startNote(record, {
    id,
    lines: lines.map((line) => (typeof line === 'string' ? plainLine(line) : line)),
  })
  return { record, id }
}

export const textOf = (record: Y.Doc, id: string): Y.Text => {
  const text = noteText(record, id)
  if (text === undefined) throw new Error('no text')
  return text
}

export const caret = (desk: Desk, at: number, head = at): void =>
  desk.dispatch(desk.state().tr.setSelection(TextSelection.create(desk.state().doc, at, head)))

export const type = (desk: Desk, words: string): void => {
  for (const word of words) desk.dispatch(desk.state().tr.insertText(word))
}

export const line = (words: string, attributes: object = {}) =>
  noteSchema.node('line', { ...attributes }, words === '' ? [] : noteSchema.text(words))

/** The editor says what the text says. */
export const expectAgreed = (desk: Desk, record: Y.Doc, id: string): void =>
  expect(desk.state().doc.toJSON()).toEqual(docOf(noteSchema, noteLines(record, id)).toJSON())
