/** What the random histories of notes do not reach by themselves: odd steps, damaged texts, versions settled apart. */
import { Fragment, Slice } from '@tiptap/pm/model'
import { ReplaceStep, StepMap } from '@tiptap/pm/transform'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { notes } from '../../../../shared/model/record/note'
import {
  allLines,
  noteLines,
  otherVersions,
  settleVersion,
  textForWriting,
} from '../../../../shared/model/record/note-text'
import { plainLine, plainText } from '../../../../shared/note-text/delta'
import { openDesk } from '../../../../tests/property/note-desk'
import { formerNote, fragmentOf, paragraph } from '../../../../tests/steps/former-note'
import { meet, read, twin } from '../../../../tests/steps/two-devices'
import {
  caret,
  expectAgreed,
  line,
  noteWith,
  textOf,
  type,
} from '../../../../tests/steps/written-note'
import { splitLine } from '../../../features/notes/lines/line-commands'
import { noteSchema } from '../../../features/notes/lines/note-schema'

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
