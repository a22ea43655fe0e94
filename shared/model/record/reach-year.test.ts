import { expect, test } from 'vitest'
import { type ReachWeek, reachWeeks } from './reach'
import { nextQuarter, quarterOf, weeksToLayOut } from './reach-year'

const JULY = '07-01'
const week = (year: number, quarter: number): ReachWeek => ({
  ...reachWeeks.empty,
  id: `${year}/${quarter}`,
  createdAt: '',
  deletedAt: null,
  returned: false,
  order: '',
  classYear: 2029,
  year,
  quarter,
  start: '2026-07-06',
  end: '2026-07-10',
})

test('a class in the middle of its second year is offered that year’s next quarter, on a Monday', () => {
  expect(nextQuarter(2029, [], '2026-11-27', JULY)).toEqual({
    year: 2,
    quarter: 3,
    start: '2027-01-04',
  })
  expect(nextQuarter(2029, [], '2026-07-01', JULY)?.start).toBe('2026-07-06')
})

test('what has its week is passed over, into the next year; before a class begins it is the first, after it nothing', () => {
  const there = [week(2, 3), week(2, 4)]
  expect(nextQuarter(2029, there, '2026-11-27', JULY)).toMatchObject({ year: 3, quarter: 1 })
  expect(nextQuarter(2035, [], '2026-11-27', JULY)).toMatchObject({ year: 1, quarter: 1 })
  expect(nextQuarter(2026, [], '2026-11-27', JULY)).toBeUndefined()
})

test('a day is in a quarter, to the last day of the year', () => {
  const quarters = ['2026-07-01', '2026-09-30', '2026-11-27', '2027-06-30'].map((day) =>
    quarterOf(day, JULY),
  )
  expect(quarters).toEqual([1, 2, 2, 4])
})

test('what is left of a year is laid out a quarter apart, without what is there', () => {
  const from = (start: string, there: readonly ReachWeek[] = []) =>
    weeksToLayOut({ year: 2, start }, there, JULY).map(({ quarter, start, end }) => [
      quarter,
      start,
      end,
    ])
  expect(from('2026-07-06')).toEqual([
    [1, '2026-07-06', '2026-07-10'],
    [2, '2026-10-05', '2026-10-09'],
    [3, '2027-01-04', '2027-01-08'],
    [4, '2027-04-05', '2027-04-09'],
  ])
  expect(from('2027-01-04', [week(2, 4), week(1, 3)])).toEqual([[3, '2027-01-04', '2027-01-08']])
})
