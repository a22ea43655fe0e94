/** A note's first line or so, of which no more of the text is read than it needs. */
import { expect, test } from 'vitest'
import { formerNote, fragmentOf, paragraph } from '../../../tests/steps/former-note'
import { meet, read, twin } from '../../../tests/steps/two-devices'
import { noteWith, textOf } from '../../../tests/steps/written-note'
import { plainLine, plainText } from '../../note-text/delta'
import { allLines, textForWriting } from './note-text'

const whole = (record: Parameters<typeof allLines>[0], id: string): string =>
  plainText(allLines(record, id)).trimStart().slice(0, 180)

test.each([
  ['empty', ['']],
  ['empty lines first', ['', '  ', ' one', '', 'two ']],
  ['a long line', ['word '.repeat(100)]],
  ['many lines', Array.from({ length: 60 }, (_, line) => `line ${line}`)],
])('it is the same as of the whole text: %s', (_name, lines) => {
  const { record, id } = noteWith(...lines)
  expect(read(record).notes[0]?.body).toBe(whole(record, id))
})

test('marks, what is no word, what was deleted, and words behind the last break', () => {
  const { record, id } = noteWith(
    'some words here',
    plainLine('Plan', { kind: 'heading3' }),
    'rest',
  )
  const text = textOf(record, id)
  text.format(5, 5, { bold: true })
  text.insertEmbed(4, { mermaid: 'x' }, {})
  text.delete(0, 2)
  text.insert(text.length, 'behind', {})
  expect(read(record).notes[0]?.body).toBe(whole(record, id))
  expect(read(record).notes[0]?.written).toBe('me  words here\nrest\nbehind')
})

test('another version of a short text is in it, too', () => {
  const { record: a, id } = formerNote('Begun together.')
  const b = twin(a)
  fragmentOf(b, id).insert(1, [paragraph('More.')])
  for (const record of [a, b]) textForWriting(record, id)
  meet(a, b)
  expect(read(a).notes[0]?.body).toBe(whole(a, id))
  expect(read(a).notes[0]?.body).toContain('More.')
})
