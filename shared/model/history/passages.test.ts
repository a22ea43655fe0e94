/** What differs between a version and now, passage by passage and word by word (passages.ts). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deltaOf, plainLine, plainText } from '../../note-text/delta'
import { linesAs, passagesBetween, textLines, withPassage, wordsBetween } from './passages'

const THEN = textLines('Sleeps by eleven.\nShelf exam in May.\nCalls her mother.')
const NOW = textLines('Rarely sleeps by eleven.\nShelf exam in May.\nCalls her mother.\nRuns.')

test('a passage is as many lines as changed together; each is put back by itself', () => {
  expect(passagesBetween(THEN, NOW).map(({ at, changed }) => [at, changed])).toEqual([
    [0, true],
    [1, false],
    [3, true],
  ])
  expect(plainText(withPassage(THEN, NOW, 0))).toBe(
    'Sleeps by eleven.\nShelf exam in May.\nCalls her mother.\nRuns.',
  )
  expect(plainText(withPassage(THEN, NOW, 3))).toBe(
    'Rarely sleeps by eleven.\nShelf exam in May.\nCalls her mother.',
  )
  // It is the same by now: nothing is put back in its place.
  expect(withPassage(THEN, THEN, 0)).toEqual(THEN)
})

test('in a passage it is told by words what was said then and what is said now', () => {
  expect(wordsBetween(textLines('Sleeps by eleven.'), textLines('Sleeps by ten.'))).toEqual([
    { words: 'Sleeps by ', when: 'still' },
    { words: 'eleven', when: 'then' },
    { words: 'ten', when: 'now' },
    { words: '.', when: 'still' },
  ])
  const [open, done] = [false, true].map((checked) => [
    plainLine('Call', { kind: 'task', checked, depth: 1 }),
  ])
  expect(wordsBetween(open ?? [], done ?? [])).toEqual([
    { words: '  ', when: 'still' },
    { words: '☐', when: 'then' },
    { words: '☑', when: 'now' },
    { words: ' Call', when: 'still' },
  ])
})

test('words that all changed are told one text after the other, and not one word after the other', () => {
  const told = wordsBetween(
    textLines('Time for reflection, goals, and growth.'),
    textLines('We meet on Thursdays, by phone.'),
  )
  expect(told).toEqual([
    { words: 'Time for reflection, goals, and growth', when: 'then' },
    { words: 'We meet on Thursdays, by phone', when: 'now' },
    { words: '.', when: 'still' },
  ])
})

test('what is told together is each of the two texts, to the letter', () => {
  const text = fc
    .array(fc.constantFrom('we', 'meet', 'on', 'Thursdays', ',', ' ', ' ', '.', '\n'), {
      maxLength: 20,
    })
    .map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (before, now) => {
      const told = wordsBetween(textLines(before), textLines(now))
      const without = (when: 'then' | 'now'): string =>
        told
          .filter((one) => one.when !== when)
          .map(({ words }) => words)
          .join('')
      expect([without('now'), without('then')]).toEqual([before, now])
    }),
  )
})

test('a text that was not there has no line, and what is put back has the form of its text', () => {
  expect(passagesBetween(textLines(undefined), textLines('New'))).toMatchObject([
    { at: 0, before: [], changed: true },
  ])
  expect(linesAs('', THEN)).toBe(plainText(THEN))
  expect(linesAs([], THEN)).toEqual(deltaOf(THEN))
})
