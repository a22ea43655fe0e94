/** The binding writes what was done and nothing else, and takes over what was done elsewhere without moving anybody. */
import { AllSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RECORD_SCHEMA } from '../../../../shared/crdt/record'
import { FROM_ENVELOPE } from '../../../../shared/envelope/envelope'
import { createLocalUpdates } from '../../../../shared/envelope/local-updates'
import { notes } from '../../../../shared/model/record/note'
import { noteLines, noteText } from '../../../../shared/model/record/note-text'
import { plainLine, plainText } from '../../../../shared/note-text/delta'
import { type Desk, openDesk } from '../../../../tests/property/note-desk'
import { newRecord, TODAY, twin } from '../../../../tests/steps/two-devices'
import { caret, noteWith, type } from '../../../../tests/steps/written-note'
import { joinBack, setKind, splitLine } from '../../../features/notes/lines/line-commands'
import { noteSchema } from '../../../features/notes/lines/note-schema'
import { bindNote } from './note-binding'

const give = (from: Y.Doc, to: Y.Doc): void =>
  Y.transact(
    to,
    () => Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), FROM_ENVELOPE),
    FROM_ENVELOPE,
    false,
  )
const shown = (desk: Desk): string =>
  desk.state().doc.textBetween(0, desk.state().doc.content.size, '\n', ' ')

describe('what is written', () => {
  test('opening a note, and looking at it, writes nothing', () => {
    const { record, id } = noteWith(
      'one',
      plainLine('two', { kind: 'task', depth: 1, checked: true }),
    )
    const before = Y.encodeStateAsUpdate(record)
    const desk = openDesk(record, id)
    caret(desk, 3)
    desk.close()
    expect(Y.encodeStateAsUpdate(record)).toEqual(before)
  })

  test('another kind of line is one attribute, a joined line one break less: no word is written again', () => {
    const { record, id } = noteWith('First line of words', 'second line of words')
    const desk = openDesk(record, id)
    const sizeOf = (act: () => void): number => {
      let size = 0
      const count = (update: Uint8Array): void => {
        size += update.length
      }
      record.on('update', count)
      act()
      record.off('update', count)
      return size
    }
    caret(desk, 25)
    expect(sizeOf(() => desk.run(setKind('task')))).toBeLessThan(60)
    expect(sizeOf(() => desk.run(setKind('task')))).toBeLessThan(60)
    caret(desk, 22)
    expect(sizeOf(() => desk.run(joinBack))).toBeLessThan(30)
    expect(plainText(noteLines(record, id))).toBe('First line of wordssecond line of words')
    desk.close()
  })

  test('a character that is two units long is replaced as a whole', () => {
    const { record, id } = noteWith('a👍🏽b')
    const desk = openDesk(record, id)
    desk.dispatch(desk.state().tr.insertText('👎🏽', 2, 6))
    expect(plainText(noteLines(record, id))).toBe('a👎🏽b')
    expect(noteText(record, id)?.toString()).not.toContain('\ufffd')
    desk.close()
  })

  test('everything selected and typed over leaves one line, and what it was', () => {
    const { record, id } = noteWith(plainLine('Plan', { kind: 'heading2' }), 'words')
    const desk = openDesk(record, id)
    desk.dispatch(
      desk.state().tr.setSelection(new AllSelection(desk.state().doc)).deleteSelection(),
    )
    type(desk, 'new')
    expect(plainText(noteLines(record, id))).toBe('new')
    desk.close()
  })
})

describe('what comes in', () => {
  test('does not move the caret off its words: before it, at its place, and behind it', () => {
    const { record, id } = noteWith('one two three', 'four')
    const desk = openDesk(record, id)
    const other = twin(record)
    caret(desk, 8)
    noteText(other, id)?.insert(7, '[at]', {})
    noteText(other, id)?.insert(0, 'before ', {})
    noteText(other, id)?.insert(noteText(other, id)!.length - 1, ' behind', {})
    give(other, record)
    type(desk, '!')
    expect(shown(desk)).toBe('before one two![at] three\nfour behind')
    desk.close()
  })

  test('at a line’s start the caret goes with the words behind it', () => {
    const { record, id } = noteWith('one', 'two')
    const desk = openDesk(record, id)
    const elsewhere = openDesk(twin(record), id)
    elsewhere.close()
    const other = twin(record)
    const there = openDesk(other, id)
    caret(desk, 6)
    caret(there, 6)
    there.run(splitLine)
    give(other, record)
    type(desk, 'X')
    expect(shown(desk)).toBe('one\n\nXtwo')
    there.close()
    desk.close()
  })

  test('keeps a selection on its words, and touches no line that did not change', () => {
    const { record, id } = noteWith('one two', 'three', 'four')
    const desk = openDesk(record, id)
    const other = twin(record)
    caret(desk, 5, 8)
    const untouched = desk.state().doc.child(1)
    noteText(other, id)?.insert(0, 'Number ', {})
    noteText(other, id)?.format(noteText(other, id)!.length - 5, 4, { bold: true })
    give(other, record)
    const { from, to } = desk.state().selection
    expect(desk.state().doc.textBetween(from, to)).toBe('two')
    expect(desk.state().doc.child(1)).toBe(untouched)
    expect(
      desk
        .state()
        .doc.child(2)
        .firstChild?.marks.map(({ type }) => type.name),
    ).toEqual(['bold'])
    desk.close()
  })

  test('when a newer version raises the schema the editor ends before it is told anything', () => {
    const { record, id } = noteWith('one')
    const desk = openDesk(record, id)
    const other = twin(record)
    other.getMap('meta').set('schema', RECORD_SCHEMA + 1)
    noteText(other, id)?.insertEmbed(0, { mermaid: true }, {})
    give(other, record)
    expect(desk.isBound()).toBe(false)
    expect(shown(desk)).toBe('one')
    expect(bindNote(record, id, () => undefined)).toBeUndefined()
    desk.close()
  })

  test('a mark or an embed that this version does not know stays where it is', () => {
    const { record, id } = noteWith('kept words')
    noteText(record, id)?.format(0, 4, { sparkle: 'red' })
    noteText(record, id)?.insertEmbed(4, { mermaid: 'x' }, {})
    const desk = openDesk(record, id)
    caret(desk, desk.state().doc.content.size - 1)
    type(desk, '!')
    expect(noteText(record, id)?.toDelta()).toEqual([
      { insert: 'kept', attributes: { sparkle: 'red' } },
      { insert: { mermaid: 'x' } },
      { insert: ' words!' },
      { insert: expect.anything() },
    ])
    desk.close()
  })

  test('Yjs tidying formats by itself is no edit, and is not sent on its own', () => {
    const { record, id } = noteWith('some words here')
    const other = twin(record)
    noteText(record, id)?.format(5, 5, { bold: true })
    noteText(other, id)?.delete(5, 5)
    let edits = 0
    const local = createLocalUpdates(record, () => edits++)
    let tidied = 0
    record.on('afterTransaction', ({ local: here, deleteSet }: Y.Transaction) => {
      if (here && deleteSet.clients.size > 0) tidied++
    })
    give(other, record)
    expect(tidied).toBeGreaterThan(0)
    expect(edits).toBe(0)
    // With the next edit it goes along, and the other laptop says the same.
    notes.edit(record, { id, next: { title: 'T' } })
    expect(edits).toBe(1)
    const update = local.take()
    if (update !== undefined) Y.applyUpdate(other, update)
    give(record, other)
    expect(noteLines(other, id)).toEqual(noteLines(record, id))
  })
})

describe('undo', () => {
  test('takes back what was typed here word by word, and nothing that came from elsewhere', () => {
    const { record, id } = noteWith('Start.')
    const desk = openDesk(record, id)
    caret(desk, 7)
    type(desk, ' one two')
    const other = twin(record)
    // Into the word that is taken back.
    noteText(other, id)?.insert(12, 'THEIRS', {})
    give(other, record)
    desk.undo()
    expect(shown(desk)).toBe('Start. oneTHEIRS')
    desk.undo()
    expect(shown(desk)).toBe('Start.THEIRS')
    desk.redo()
    desk.redo()
    expect(shown(desk)).toContain('THEIRS')
    expect(shown(desk).replace('THEIRS', '')).toBe('Start. one two')
    desk.close()
  })

  test('brings a joined line back as it was, and the caret to where it happened', () => {
    const { record, id } = noteWith(
      'above',
      plainLine('a task', { kind: 'task', depth: 2, checked: true }),
      'below',
    )
    const desk = openDesk(record, id)
    const before = noteLines(record, id)
    desk.dispatch(desk.state().tr.delete(4, 10))
    expect(noteLines(record, id)).toHaveLength(2)
    desk.undo()
    expect(noteLines(record, id)).toEqual(before)
    type(desk, '!')
    expect(shown(desk)).toBe('above\na !task\nbelow')
    desk.close()
  })

  test('does not take back that a note of a former form was carried over', () => {
    const record = newRecord()
    const id = notes.add(record, { date: TODAY })
    const fragment = new Y.XmlFragment()
    record.getMap<Y.Map<unknown>>('notes').get(id)?.set('body', fragment)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('Former words.')])
    fragment.insert(0, [paragraph])
    const desk = openDesk(record, id)
    caret(desk, 14)
    type(desk, ' New')
    desk.undo()
    desk.undo()
    expect(shown(desk)).toBe('Former words.')
    expect(noteSchema.nodes.line).toBeDefined()
    desk.close()
  })
})
