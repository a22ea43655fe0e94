/** What the random histories of notes do not reach by themselves: odd steps, damaged texts, versions settled apart. */

import { Fragment, Slice } from '@tiptap/pm/model'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import { ReplaceStep, StepMap } from '@tiptap/pm/transform'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { RECORD_SCHEMA, schemaOf } from '../../../../shared/crdt/record'
import { createRecord } from '../../../../shared/crdt/record-clock'
import { type Touched, touchedIn } from '../../../../shared/model/caseload/device'
import { createProjector } from '../../../../shared/model/projection'
import { notes, startNote } from '../../../../shared/model/record/note'
import {
  allLines,
  noteLines,
  noteText,
  otherVersions,
  settleVersion,
  textForWriting,
} from '../../../../shared/model/record/note-text'
import { type Line, plainLine, plainText } from '../../../../shared/note-text/delta'
import { changeLine } from '../../../../shared/note-text/text'
import { type Desk, openDesk } from '../../../../tests/property/note-desk'
import { formerNote, fragmentOf, paragraph } from '../../../../tests/steps/former-note'
import { meet, newRecord, read, TODAY, twin } from '../../../../tests/steps/two-devices'
import { splitLine } from '../../../features/notes/lines/line-commands'
import { noteSchema } from '../../../features/notes/lines/note-schema'
import { docOf } from './units'

const noteWith = (...lines: readonly (string | Line)[]) => {
  const record = newRecord()
  const id = notes.add(record, { date: TODAY })
  startNote(record, {
    id,
    lines: lines.map((line) => (typeof line === 'string' ? plainLine(line) : line)),
  })
  return { record, id }
}
const textOf = (record: Y.Doc, id: string): Y.Text => {
  const text = noteText(record, id)
  if (text === undefined) throw new Error('no text')
  return text
}
const caret = (desk: Desk, at: number, head = at): void =>
  desk.dispatch(desk.state().tr.setSelection(TextSelection.create(desk.state().doc, at, head)))
const type = (desk: Desk, words: string): void => {
  for (const word of words) desk.dispatch(desk.state().tr.insertText(word))
}
const line = (words: string, attributes: object = {}) =>
  noteSchema.node('line', { ...attributes }, words === '' ? [] : noteSchema.text(words))
/** The editor says what the text says. */
const expectAgreed = (desk: Desk, record: Y.Doc, id: string): void =>
  expect(desk.state().doc.toJSON()).toEqual(docOf(noteSchema, noteLines(record, id)).toJSON())

test('a deletion across a mark’s end in a note that was stored leaves the words behind it as they are', () => {
  const { record, id } = noteWith('one two three four')
  textOf(record, id).format(4, 9, { bold: true })
  const stored = twin(record)
  const desk = openDesk(stored, id)
  desk.dispatch(desk.state().tr.delete(9, 16))
  expectAgreed(desk, stored, id)
  expect(noteLines(stored, id)[0]?.runs.at(-1)).toEqual({ insert: 'our' })
  desk.close()
})

describe('words behind the last break, where somebody took back the Enter that made their line', () => {
  const open = () => {
    const { record, id } = noteWith('one')
    textOf(record, id).insert(4, 'X', {})
    return { record, id, desk: openDesk(record, id) }
  }

  test('are a line that Enter ends', () => {
    const { record, id, desk } = open()
    caret(desk, 7)
    desk.run(splitLine)
    expectAgreed(desk, record, id)
    type(desk, 'new')
    expect(plainText(noteLines(record, id))).toBe('one\nX\nnew')
    expectAgreed(desk, record, id)
    desk.close()
  })

  test('are a line that others are put under', () => {
    const { record, id, desk } = open()
    desk.dispatch(desk.state().tr.insert(desk.state().doc.content.size, line('w')))
    expect(plainText(noteLines(record, id))).toBe('one\nX\nw')
    desk.close()
  })

  test('are a line that goes as a whole', () => {
    const { record, id, desk } = open()
    desk.dispatch(desk.state().tr.delete(5, 8))
    expectAgreed(desk, record, id)
    type(desk, '!')
    expectAgreed(desk, record, id)
    desk.close()
  })

  test('are a line that another version is put below', () => {
    const { record: a, id } = formerNote('Begun together.')
    const b = twin(a)
    fragmentOf(b, id).insert(0, [paragraph('More.')])
    for (const record of [a, b]) {
      const text = textForWriting(record, id)
      text?.insert(text.length, 'behind', {})
    }
    meet(a, b)
    for (const { id: version } of otherVersions(a, id))
      settleVersion(a, { id, version, below: true })
    expect(plainText(noteLines(a, id))).toMatch(/\nbehind\n(?:Begun|More)/)
  })
})

describe('an odd step', () => {
  test('that begins or ends within a character leaves it whole', () => {
    const { record, id } = noteWith('a👍b')
    const desk = openDesk(record, id)
    desk.dispatch(desk.state().tr.replaceWith(3, 4, noteSchema.text('\udc4e')))
    expect(plainText(noteLines(record, id))).toBe('a👎b')
    for (const [from, to] of [
      [1, 3],
      [3, 5],
    ] as const)
      desk.dispatch(desk.state().tr.addMark(from, to, noteSchema.mark('bold')))
    expect(plainText(noteLines(record, id))).toBe('a👎b')
    desk.close()
  })

  test('that puts a line before an empty one of another kind leaves each what it is', () => {
    const { record, id } = noteWith('x', plainLine('', { kind: 'task', checked: true }), 'y')
    const desk = openDesk(record, id)
    const lines = [line('', { kind: 'heading1' }), line('', { kind: 'task', checked: true })]
    desk.dispatch(
      desk.state().tr.step(new ReplaceStep(3, 4, new Slice(Fragment.from(lines), 0, 1))),
    )
    expectAgreed(desk, record, id)
    desk.close()
  })
})

test('a step that says nothing of what it did is written all the same, and what others typed stays', () => {
  const { record, id } = noteWith('one', 'two')
  const desk = openDesk(record, id)
  class Silent extends ReplaceStep {
    override getMap(): StepMap {
      return StepMap.empty
    }
  }
  const words = new Slice(Fragment.from(noteSchema.text(' more words')), 0, 0)
  desk.dispatch(desk.state().tr.step(new Silent(4, 4, words)))
  expect(plainText(noteLines(record, id))).toBe('one more words\ntwo')
  expectAgreed(desk, record, id)
  desk.close()
})

test('a step that fails while it is written leaves the text as the screen is', () => {
  const { record, id } = noteWith('one', 'two')
  const desk = openDesk(record, id)
  let asked = 0
  class Failing extends ReplaceStep {
    override getMap(): StepMap {
      if (++asked > 1) throw new Error('broken')
      return super.getMap()
    }
  }
  const words = new Slice(Fragment.from(noteSchema.text(' more words')), 0, 0)
  const transaction = desk.state().tr.step(new Failing(4, 4, words))
  expect(() => desk.dispatch(transaction)).toThrow('broken')
  expect(plainText(noteLines(record, id))).toBe('one more words\ntwo')
  expectAgreed(desk, record, id)
  desk.close()
})

describe('another version of a note', () => {
  /** Two laptops that carry over different words. */
  const apart = () => {
    const { record: a, id } = formerNote('Begun together.')
    const b = twin(a)
    fragmentOf(b, id).insert(1, [paragraph('More.')])
    return { a, b, id }
  }
  /** Which version comes first follows from its content: both ways round will be among these. */
  const ROUNDS = [false, true, false, true, false, true, false, true, false, true, false, true]

  test.each([
    ['put below', true],
    ['left out', false],
  ])(
    'that is %s while the laptop that has it goes on writing is there with what was written',
    (_how, below) => {
      const { a, b, id } = apart()
      const texts = [a, b].map((record) => textForWriting(record, id))
      const c = twin(a)
      meet(c, twin(b))
      const [other] = otherVersions(c, id)
      settleVersion(c, { id, version: other?.id ?? '', below })
      expect(otherVersions(c, id)).toEqual([])
      for (const text of texts) text?.insert(0, 'LATER ', {})
      meet(a, b, c)
      for (const record of [a, b, c]) {
        expect(plainText(allLines(record, id)).match(/LATER/g)).toHaveLength(2)
        expect(otherVersions(record, id)).toHaveLength(1)
      }
      expect(allLines(a, id)).toEqual(allLines(b, id))
    },
  )

  test('that was settled as late words, and is what another laptop carried over and goes on in, comes after the text', () => {
    for (const _round of ROUNDS) {
      const { a, b, id } = apart()
      textForWriting(a, id)?.insert(0, 'A. ', {})
      Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
      const [late] = otherVersions(a, id)
      settleVersion(a, { id, version: late?.id ?? '', below: true })
      textForWriting(b, id)?.insert(0, 'B. ', {})
      meet(a, b)
      for (const record of [a, b]) {
        expect(plainText(noteLines(record, id))).toBe('A. Begun together.\nBegun together.\nMore.')
        expect(otherVersions(record, id).map(({ lines }) => plainText(lines))).toEqual([
          'B. Begun together.\nMore.',
        ])
      }
    }
  })

  test('is never the one that the editor shows, and what is typed after it came is in the note', () => {
    for (const swap of ROUNDS) {
      const { a, b, id } = apart()
      const [here, there] = swap ? [b, a] : [a, b]
      const desk = openDesk(here, id)
      caret(desk, 1)
      type(desk, 'X')
      textForWriting(there, id)
      Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
      expectAgreed(desk, here, id)
      expect(plainText(allLines(here, id))).toContain('X')
      desk.undo()
      type(desk, 'Y')
      expectAgreed(desk, here, id)
      for (const { id: version } of otherVersions(here, id))
        settleVersion(here, { id, version, below: true })
      expectAgreed(desk, here, id)
      type(desk, 'Z')
      expect(plainText(noteLines(here, id))).toContain('YZ')
      desk.close()
    }
  })
})

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

test('a note that is deleted stays deleted on both laptops, whatever formats Yjs tidies there', () => {
  let seed = 7
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return Math.floor((seed / 2 ** 31) * below)
  }
  for (let round = 0; round < 300; round++) {
    const { record, id } = noteWith('some words that are here', 'and more')
    const a = round % 2 === 0 ? record : twin(record)
    const b = twin(a)
    for (let step = 0; step < 8; step++) {
      const text = textOf(random(2) === 0 ? a : b, id)
      const from = random(text.length - 3)
      const length = Math.min(1 + random(8), text.length - 1 - from)
      const bold = random(2) === 0 ? true : null
      const what = random(4)
      if (what < 2) text.format(from, length, { bold })
      else if (what === 2) text.applyDelta([{ retain: from }, { delete: 1 }])
      else text.insert(from, 'x', bold === true ? { bold } : {})
    }
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    notes.remove(a, { id, deleted: true })
    meet(a, b)
    for (const device of [a, b])
      expect(read(device).notes[0]?.deletedAt, `round ${round}`).not.toBeNull()
  }
})

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
