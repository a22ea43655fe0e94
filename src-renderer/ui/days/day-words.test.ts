/** Days in words, in the language of dates. */
import { afterEach, expect, test } from 'vitest'
import {
  inWords,
  longDay,
  relativeDay,
  shortDay,
  speakDays,
  timeOfDay,
  weekdayAndDate,
  weekdayName,
  weekStart,
} from './day-words'

afterEach(() => speakDays('en'))

const TODAY = '2027-03-04'

test.each([
  ['2027-03-04', 'today'],
  ['2027-03-03', 'yesterday'],
  ['2027-03-05', 'tomorrow'],
  ['2027-03-01', '3 days ago'],
  ['2027-02-25', '1 week ago'],
  ['2027-02-11', '3 weeks ago'],
  ['2027-03-18', 'in 14 days'],
  ['2027-02-07', '25 days ago'],
  ['2027-02-06', '1 month ago'],
  ['2026-09-04', '6 months ago'],
  ['2026-03-04', '12 months ago'],
  ['2025-08-04', '19 months ago'],
  ['2025-04-04', '23 months ago'],
  ['2025-03-04', '2 years ago'],
  ['2024-04-04', '2 years ago'],
  ['2024-03-04', '3 years ago'],
  ['2028-03-10', 'in 12 months'],
  ['2022-03-04', '5 years ago'],
])('%s is said as “%s”', (day, words) => {
  expect(relativeDay(day, TODAY)).toBe(words)
})

test('a time of day is said as the language of dates has it', () => {
  expect(timeOfDay('14:30')).toMatch(/^2:30\sPM$/)
  speakDays('de')
  expect(timeOfDay('14:30')).toBe('14:30')
})

test('each is said in the language that is set', () => {
  speakDays('de')
  expect([relativeDay('2027-03-03', TODAY), relativeDay('2027-02-11', TODAY)]).toEqual([
    'gestern',
    'vor 3 Wochen',
  ])
  expect(longDay(TODAY)).toBe('4. März 2027')
  expect(weekdayName(1)).toBe('Montag')
  speakDays('en-gb')
  expect(longDay(TODAY)).toBe('4 March 2027')
  expect(shortDay('2020-03-04')).toBe('4 Mar 2020')
  speakDays('en')
  expect(longDay(TODAY)).toBe('March 4, 2027')
  expect(shortDay('2020-03-04')).toBe('Mar 4, 2020')
  expect(weekdayAndDate(TODAY)).toBe('Thu 4')
})

test('a moment has its time of day', () => {
  expect(inWords('2027-03-04T14:30:00', 'moment')).toMatch(/^Mar 4, 2027, 2:30\sPM$/)
})

test('what is no day is shown as it stands', () => {
  expect([longDay('soon'), shortDay(''), relativeDay('soon', TODAY)]).toEqual(['soon', '', 'soon'])
})

test('a week begins on the day that the coach chose', () => {
  expect([1, 0, 6].map((first) => weekStart(TODAY, first))).toEqual([
    '2027-03-01',
    '2027-02-28',
    '2027-02-27',
  ])
})
