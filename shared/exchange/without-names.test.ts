import { expect, test } from 'vitest'
import { type KnownWords, namesLeft, withoutNames, wordsToCheck } from './without-names'

const known: KnownWords = {
  student: ['Amara Osei', 'Ama Osei', 'Ama'],
  people: ['Will Kowalski', 'Luis García'],
  places: ['St. Jude North', 'Office of Coaching'],
  numbers: ['S-77123', 'amara@school.edu'],
}
const without = (text: string): string => withoutNames(text, known).text

test('the mentee is the student, by every name they have, at the beginning of a sentence too', () => {
  expect(without('Amara’s sleep is short. Osei, Amara asked; AMA and ama osei did. Ama?')).toBe(
    'The student’s sleep is short. The student asked; the student and the student did. The student?',
  )
})

test('other mentees and whoever has a title are names', () => {
  expect(without('She sits with Luis García, Dr. Ruth Boateng and Mrs. Lee.')).toBe(
    'She sits with [name], [name] and [name].',
  )
})

test('a name is the same without its accents, with others, in pieces, and with any apostrophe', () => {
  const others = { ...known, people: ['Luis García', "Zoë O'Brien", 'Jose Nunez'] }
  const text = `Garcia, Garci\u0301a, Zoe, ZOË, O’Brien's, José Núñez; the café and naïve Garciar.`
  expect(withoutNames(text, others).text).toBe(
    "[name], [name], [name], [name], [name]'s, [name]; the café and naïve Garciar.",
  )
  expect(withoutNames(text, others).taken.map(({ words }) => words)).toContain('José Núñez')
})

test('a name that is a word is taken out where it is written as a name alone', () => {
  expect(without('She will ask Will what he will do.')).toBe('She will ask [name] what he will do.')
})

test('a name inside of another word stays', () => {
  expect(without('The Amarantine team')).toBe('The Amarantine team')
})

test.each([
  ['due 2026-11-24, then', 'due [date], then'],
  ['on 3/14 and 3/14/26', 'on [date] and [date]'],
  ['July 4th, 2026 or 4 July or Sept. 3', '[date] or [date] or [date]'],
  ['in October, and may come', 'in [date], and may come'],
  ['since 2024', 'since [date]'],
  ['confidence 7/10, 4 of 12', 'confidence 7/10, 4 of 12'],
])('dates: %s', (text, expected) => {
  expect(without(text)).toBe(expected)
})

test('places, addresses and numbers that the vault knows or that look like some', () => {
  expect(
    without(
      'She liked St. Jude North, and Mercy General Hospital, and the University of Lake Erie; office of coaching.',
    ),
  ).toBe('She liked [place], and [place], and the [place]; [place].')
  expect(without('Id s-77123, call (555) 201-1234 or x.y@z.org, MRN 88812345')).toBe(
    'Id [number], call [number] or [number], MRN [number]',
  )
})

test('what is taken out is listed with how often, and what may be a name is listed beside', () => {
  expect(withoutNames('Ask Amara. Amara and 2024.', known).taken).toEqual([
    { words: '2024', by: '[date]', times: 1 },
    { words: 'Amara', by: 'the student', times: 2 },
  ])
  expect(wordsToCheck('I met her on Monday with Kofi’s father in room 12. Then Step 1.')).toEqual([
    'room 12',
    'Kofi',
  ])
  expect(wordsToCheck('Kofi thinks she is tired. Tired of it. She’d rest. Aïssa, too.')).toEqual([
    'Kofi',
    'Aïssa',
  ])
})

test('what is typed back in is seen', () => {
  const { text } = withoutNames('Amara sleeps badly.', known)
  expect(namesLeft(text, known)).toEqual([])
  expect(namesLeft(`${text} Ask Amara.`, known)).toEqual(['Amara'])
})
