import { expect, test } from 'vitest'
import { hintsIn } from './hints'

const marked = (text: string): readonly string[] =>
  hintsIn(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['Patient MRN 00482913 on the ward', 'MRN 00482913'],
  ['born 3/14/1962, admitted', 'born 3/14/1962'],
  ['a 63-year-old J.D. with chest pain', '63-year-old J.D.'],
  ['J.D., 63yo, with chest pain', 'J.D., 63yo'],
  ['she sat in room 412B all night', 'room 412B'],
  ['a 93-year-old with a smile', '93-year-old'],
  ['last Tuesday’s delivery on the fourth floor', 'last Tuesday’s delivery'],
  ['SSN 123-45-6789', '123-45-6789'],
  ['call (626) 555-0134 tomorrow', '(626) 555-0134'],
])('%s', (text, found) => {
  expect(hintsIn(text)).toMatchObject([{ kind: 'patient' }])
  expect(marked(text)).toEqual([found])
})

test.each([
  ['She seems depressed lately', 'seems depressed'],
  ['He is bipolar I think', 'is bipolar'],
  ['simply lazy', 'lazy'],
  ['I suspect it is alcohol', 'I suspect'],
])('wording: %s', (text, found) => {
  const [hint] = hintsIn(text)
  expect(hint).toMatchObject({ kind: 'wording' })
  expect(hint?.better).not.toBe('')
  expect(marked(text)).toEqual([found])
})

test('ordinary sentences of a coach are left alone', () => {
  for (const text of [
    'She said “I am tired”, and slept four hours a night this week.',
    'Shelf exam on 31 January 2027, 250 questions by then, 3-4 a day.',
    'We met in the library; next meeting 10:30, room to be found.',
    'A 62-year-old teacher; last Tuesday’s session was short.',
    'Step 1 in 2027, class of 2029, score 245.',
    'Asked how she is doing. He has a plan. They are anxious to begin.',
  ])
    expect(hintsIn(text)).toEqual([])
})
