/** What the binding of a note rests on, each rule by itself. */
import { Plugin } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RECORD_SCHEMA, schemaOf } from '../../../../shared/crdt/record'
import { type Touched, touchedIn } from '../../../../shared/model/caseload/device'
import { createProjector } from '../../../../shared/model/projection'
import { notes } from '../../../../shared/model/record/note'
import {
  noteLines,
  otherVersions,
  settleVersion,
  textForWriting,
} from '../../../../shared/model/record/note-text'
import { changeLine } from '../../../../shared/note-text/text'
import { openDesk } from '../../../../tests/property/note-desk'
import { formerNote, fragmentOf, paragraph } from '../../../../tests/steps/former-note'
import { meet, newRecord, read, TODAY, twin } from '../../../../tests/steps/two-devices'
import { caret, expectAgreed, noteWith, textOf } from '../../../../tests/steps/written-note'
import { noteSchema } from '../../../features/notes/lines/note-schema'

describe('each rule by itself', () => {
  test.each<readonly [string, (text: Y.Text) => unknown]>([
    ['made a word bold', (text) => text.format(0, 4, { bold: true })],
    ['made the line a task', (text) => changeLine(text, 0, { kind: 'task' })],
  ])('a note that one laptop deleted is back when the other one %s', (_what, act) => {
    const { record: a, id } = noteWith('some words')
    const b = twin(a)
    notes.remove(a, { id, deleted: true })
    act(textOf(b, id))
    meet(a, b)
    for (const record of [a, b]) expect(read(record).notes[0]?.deletedAt).toBeNull()
  })

  test('formatting takes off what the editor did not show: code on what was bold elsewhere is not bold afterwards', () => {
    const { record, id } = noteWith('some words')
    textOf(record, id).format(0, 4, { bold: true, code: true })
    const desk = openDesk(record, id)
    desk.dispatch(desk.state().tr.addMark(1, 5, noteSchema.mark('code')))
    desk.dispatch(desk.state().tr.removeMark(1, 5, noteSchema.mark('code')))
    expect(noteLines(record, id)[0]?.runs).toEqual([{ insert: 'some words' }])
    expectAgreed(desk, record, id)
    desk.close()
  })

  test('what comes from elsewhere is no typing: nothing makes a link of it here, too', () => {
    const { record, id } = noteWith('see ')
    const heard: unknown[] = []
    const listening = new Plugin({
      appendTransaction: (transactions) => {
        for (const one of transactions) heard.push(one.getMeta('preventAutolink'))
        return null
      },
    })
    const desk = openDesk(record, id, [listening])
    const other = twin(record)
    textOf(other, id).insert(4, 'https://example.org ', {})
    Y.applyUpdate(record, Y.encodeStateAsUpdate(other))
    expect(heard).toEqual([true])
    desk.close()
  })

  test('a new note raises the schema of a record of version 0.2.0, which would show it without its text', () => {
    const record = newRecord()
    record.getMap('meta').set('schema', 1)
    notes.add(record, { date: TODAY })
    expect(schemaOf(record)).toBe(RECORD_SCHEMA)
  })

  test('words that come in at both ends of a selection are not in it', () => {
    const { record, id } = noteWith('one two three')
    const desk = openDesk(record, id)
    caret(desk, 5, 8)
    const other = twin(record)
    textOf(other, id).insert(7, ']', {})
    textOf(other, id).insert(4, '[', {})
    Y.applyUpdate(record, Y.encodeStateAsUpdate(other))
    const { from, to } = desk.state().selection
    expect(desk.state().doc.textBetween(from, to)).toBe('two')
    desk.close()
  })

  test('another kind of line alone is shown, and is read anew where a list of notes is kept', () => {
    const { record, id } = noteWith('words')
    const other = twin(record)
    notes.remove(record, { id, deleted: true })
    const projector = createProjector('r', record)
    expect(projector.project().notes[0]?.deletedAt).not.toBeNull()
    const desk = openDesk(record, id)
    changeLine(textOf(other, id), 0, { kind: 'task' })
    Y.applyUpdate(record, Y.encodeStateAsUpdate(other))
    expectAgreed(desk, record, id)
    expect(projector.project().notes[0]?.deletedAt).toBeNull()
    projector.destroy()
    desk.close()
  })

  test('a version that is left out is gone from the list of notes, and that is no news about an item', () => {
    const { record: a, id } = formerNote('Begun together.')
    const b = twin(a)
    fragmentOf(b, id).insert(1, [paragraph('More.')])
    for (const record of [a, b]) textForWriting(record, id)
    meet(a, b)
    const projector = createProjector('r', a)
    expect(projector.project().notes[0]?.others).toHaveLength(1)
    const touched: Touched[] = []
    a.on('afterTransaction', (transaction: Y.Transaction) =>
      touched.push(...touchedIn(transaction)),
    )
    settleVersion(a, { id, version: otherVersions(a, id)[0]?.id ?? '', below: false })
    expect(projector.project().notes[0]?.others).toEqual([])
    expect(touched).toEqual([])
    projector.destroy()
  })
})
