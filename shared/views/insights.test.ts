import { expect, test } from 'vitest'
import { lastYear, monthsBetween } from './insights'

test.each([
  ['2026-11-27', '2025-12-01'],
  ['2026-12-31', '2026-01-01'],
  ['2027-01-01', '2026-02-01'],
  ['2028-02-29', '2027-03-01'],
])(
  'the time shown first, on %s, is twelve months that all begin on their first day',
  (today, from) => {
    expect(lastYear(today)).toEqual({ from, to: today })
    expect(monthsBetween(from, today)).toHaveLength(12)
  },
)
