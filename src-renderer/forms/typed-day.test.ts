// @vitest-environment jsdom
/** Days as coaches type them. */
import '../../tests/steps/window'
import { expect, test } from 'vitest'
import { dayTyped } from '../../shared/base/typed-day'
import { DATE_LANGUAGES } from '../context/date-language'
import { inWords, speakDays } from '../ui/days/day-words'

test.each([
  ['en', '3/4/2027', '2027-03-04'],
  ['en', '3-4-27', '2027-03-04'],
  ['en', '03.04.2027', '2027-03-04'],
  ['en-gb', '3/4/2027', '2027-04-03'],
  ['de', '3.4.2027', '2027-04-03'],
  ['sv', '2027-04-03', '2027-04-03'],
  ['sv', '3/4 2027', '2027-04-03'],
  ['ja', '27/4/3', '2027-04-03'],
  ['en', '2027-03-04', '2027-03-04'],
  ['de', '2027-03-04', '2027-03-04'],
  ['en', 'March 4, 2027', '2027-03-04'],
  ['en', '4 mar 2027', '2027-03-04'],
  ['en', 'Sept 4 2027', '2027-09-04'],
  ['de', '4. März 2027', '2027-03-04'],
  ['de', '4. marz 2027', '2027-03-04'],
  ['pt-br', '4 de março de 2027', '2027-03-04'],
  ['fr', '4 October 2027', '2027-10-04'],
])('in %s, %s is %s', (language, typed, day) => {
  expect(dayTyped(typed, language)).toBe(day)
})

test.each([
  '',
  '3',
  '3/4',
  '3/4/2',
  '3/4/20',
  '3/4/202',
  'March',
  'March 4',
  '4 Ju 2027',
  '13/13/2027',
  '2/30/2027',
  'soon',
])('“%s” is no day, or none yet', (typed) => {
  expect(dayTyped(typed, 'en')).toBeNull()
})

test('every language understands each month as it writes it itself', () => {
  for (const { code } of DATE_LANGUAGES)
    for (let month = 1; month <= 12; month++) {
      const day = `2027-${String(month).padStart(2, '0')}-04`
      speakDays(code)
      for (const shape of ['short with year', 'long'] as const)
        expect([code, dayTyped(inWords(day, shape), code)]).toEqual([code, day])
    }
  speakDays('en')
})
