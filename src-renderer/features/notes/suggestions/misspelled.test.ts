/** Which parts of a note are words. */
import { expect, test } from 'vitest'
import { read } from '../../../../tests/steps/written-lines'
import { eachWord } from './misspelled'

const wordsOf = (line: string): readonly string[] => {
  const found: string[] = []
  eachWord(read([`p ${line}|`]).doc, ({ word }) => found.push(word))
  return found
}

test('a word is letters, with their accents and an apostrophe inside; an emoji is none, nor its last sign', () => {
  expect(wordsOf('caf\u0065\u0301 don’t NBME 3rd')).toEqual(['cafe\u0301', "don't"])
  expect(wordsOf('Mood 👩🏽‍⚕️ ❤️')).toEqual(['Mood'])
})
