/** Notes of damaged records: nothing that the editor is given ends it, and no word is lost. */
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../../../shared/crdt/record-clock'
import { notes } from '../../../../shared/model/record/note'
import { allLines, noteLines, textForWriting } from '../../../../shared/model/record/note-text'
import { plainText } from '../../../../shared/note-text/delta'
import { openDesk } from '../../../../tests/property/note-desk'
import { formerNote, fragmentOf, paragraph } from '../../../../tests/steps/former-note'
import { read, twin } from '../../../../tests/steps/two-devices'
import { caret, expectAgreed, noteWith, type } from '../../../../tests/steps/written-note'

describe('a damaged record', () => {
  test.each([
    [null],
    [5],
    ['x'],
    [{}],
    [{ seen: null }],
    [{ seen: { 1: 'x' } }],
    [{ seen: {}, settled: true }],
    [[1]],
  ])(
    'with %j for a version that was carried over is read, and its notes are written to',
    (value) => {
      const { record, id } = formerNote('words')
      record.getMap('carried').set(`${id}/v`, value)
      record.getMap('carried').set(`${id}/`, value)
      expect(read(record).notes).toHaveLength(1)
      expect(plainText(allLines(record, id))).toContain('words')
      const desk = openDesk(record, id)
      caret(desk, 1)
      type(desk, 'X')
      expectAgreed(desk, record, id)
      expect(plainText(allLines(record, id))).toContain('X')
      desk.close()
    },
  )

  test('with a former text of elements inside of elements without end keeps the words', () => {
    const { record, id } = formerNote('words')
    let inner: Y.XmlFragment = fragmentOf(record, id)
    for (let depth = 0; depth < 3000; depth++) {
      const element: Y.XmlElement = new Y.XmlElement('blockquote')
      inner.insert(0, [element])
      inner = element
    }
    inner.insert(0, [paragraph('deep')])
    expect(read(record).notes).toHaveLength(1)
    textForWriting(record, id)
    for (const words of ['words', 'deep']) expect(plainText(noteLines(record, id))).toContain(words)
  }, 30_000)

  const strange = new Map<string, (record: Y.Doc, name: string) => unknown>([
    ['a map', (record, name) => record.getMap(name).set('a', 1)],
    ['a list', (record, name) => record.getArray(name).push([1, 'x', null])],
    ['elements', (record, name) => record.getXmlFragment(name).push([paragraph('x')])],
    ['a document', (record, name) => record.getArray(name).push([createRecord(Date.now)])],
    ['a list for an embed', (record, name) => record.getText(name).insertEmbed(0, [5], {})],
    [
      'a text in the text',
      (record, name) => record.getText(name).insertEmbed(0, new Y.Text('in'), {}),
    ],
    [
      'breaks among the characters',
      (record, name) => record.getText(name).insert(0, 'a\nb\n\nc', {}),
    ],
    [
      'marks that are none',
      (record, name) => record.getText(name).insert(0, 'ab', { link: 5, bold: 'x', sparkle: [] }),
    ],
    [
      'a line break that says nonsense',
      (record, name) =>
        record.getText(name).insertEmbed(
          0,
          new Y.Map<unknown>([
            ['kind', 5],
            ['depth', Number.NaN],
            ['checked', new Y.Map()],
            ['more', 10n],
          ]),
          {},
        ),
    ],
  ])
  test.each([...strange])(
    'with %s where the text of a note is: it is edited, and deleted',
    (_what, write) => {
      const { record, id } = noteWith()
      const scratch = createRecord(Date.now)
      write(scratch, `${id}/note-text`)
      const stored = twin(record)
      Y.applyUpdate(stored, Y.encodeStateAsUpdate(scratch))
      const there = openDesk(stored, id)
      const here = openDesk(record, id)
      Y.applyUpdate(record, Y.encodeStateAsUpdate(scratch))
      for (const [desk, doc] of [
        [there, stored],
        [here, record],
      ] as const) {
        expectAgreed(desk, doc, id)
        caret(desk, 1)
        type(desk, 'words')
        expectAgreed(desk, doc, id)
        // No mark that the editor could not draw.
        desk.state().doc.descendants(({ marks }) => {
          for (const { type, attrs } of marks)
            if (type.name === 'link') expect(attrs.href).toEqual(expect.any(String))
        })
        desk.close()
        notes.remove(doc, { id, deleted: true })
        expect(read(doc).notes[0]?.deletedAt).not.toBeNull()
      }
    },
  )
})
