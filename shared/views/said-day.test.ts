import { describe, expect, test } from 'vitest'
import { daysSaid, dueSaid } from './said-day'

/** A Thursday. */
const TODAY = '2026-11-26'

describe('a day that is said in a text', () => {
  test.each([
    ['Let us meet in two weeks.', '2026-12-10', 'in two weeks'],
    ['Again in 10 days', '2026-12-06', 'in 10 days'],
    ['in a month', '2026-12-26', 'in a month'],
    ['three weeks from now', '2026-12-17', 'three weeks from now'],
    ['Call tomorrow', '2026-11-27', 'tomorrow'],
    ['on Friday', '2026-11-27', 'on Friday'],
    // Today's weekday is a week ahead.
    ['Thursday', '2026-12-03', 'Thursday'],
    ['next Friday', '2026-12-04', 'next Friday'],
    ['next Monday', '2026-11-30', 'next Monday'],
    ['next Sunday', '2026-12-06', 'next Sunday'],
    ['next week', '2026-12-03', 'next week'],
    ['by December 8th', '2026-12-08', 'December 8th'],
    ['Jan. 5', '2027-01-05', 'Jan. 5'],
    ['15 Dec', '2026-12-15', '15 Dec'],
    ['March 4, 2028', '2028-03-04', 'March 4, 2028'],
    ['2026-12-24', '2026-12-24', '2026-12-24'],
  ])('%s', (text, day, words) => {
    expect(daysSaid(text, TODAY)).toEqual([{ day, words }])
  })

  test('comes in the order of the text', () => {
    expect(daysSaid('Monday, or in three weeks, or tomorrow', TODAY).map(({ day }) => day)).toEqual(
      ['2026-11-30', '2026-12-17', '2026-11-27'],
    )
  })

  test('is none where there is none, or one that has passed', () => {
    for (const text of [
      '7/10 confident',
      'May I?',
      'February 31',
      'the 2026 match',
      'on 2026-01-05',
      'What happened last Friday',
    ])
      expect(daysSaid(text, TODAY)).toEqual([])
  })

  test('is when what was agreed is due, the first where there are several', () => {
    expect(dueSaid('Send the paper by Friday, before we meet next week', TODAY)).toBe('2026-11-27')
    expect(dueSaid('Send the paper', TODAY)).toBeNull()
  })

  test('a month ahead of the last day is the last day', () => {
    expect(daysSaid('in a month', '2027-01-31')).toEqual([
      { day: '2027-02-28', words: 'in a month' },
    ])
  })
})
