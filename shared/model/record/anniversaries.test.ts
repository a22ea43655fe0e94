/** Personal days come round quietly: a week before, and not where the coach does not want to be told. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { anniversariesAhead } from '../../views/brief'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { emptyVaultProjection } from '../projection'
import { anniversariesNear, importantDates } from './placement'

const withDate = (date: string, kind: 'personal' | 'exam' = 'personal') => {
  const record = newRecord()
  importantDates.add(record, { title: 'First patient death', kind, date })
  return record
}
const near = (date: string, today: string, kind?: 'personal' | 'exam') =>
  anniversariesNear(read(withDate(date, kind)).importantDates, today).map(
    ({ day, years }) => `${day} ${years}`,
  )

test('a personal day comes round in the week before it, every year, and never in its first', () => {
  expect(near('2025-12-04', '2026-11-27')).toEqual(['2026-12-04 1'])
  expect(near('2025-12-05', '2026-11-27')).toEqual([])
  expect(near('2025-11-26', '2026-11-27')).toEqual([])
  expect(near('2024-01-02', '2026-12-29')).toEqual(['2027-01-02 3'])
  expect(near('2026-12-01', '2026-11-27')).toEqual([])
  expect(near('2024-02-29', '2026-02-25')).toEqual(['2026-02-28 2'])
})

test('an exam or a deadline does not', () => {
  expect(near('2025-12-01', '2026-11-27', 'exam')).toEqual([])
})

test('one switch turns it off, on Today and in the brief', () => {
  const settings = defaultSettings()
  const record = read(withDate('2025-12-01'))
  const told = (anniversaries: 'on' | 'off') => {
    const vault = { ...emptyVaultProjection(settings), settings: { ...settings, anniversaries } }
    return [
      todayOf([record], vault, '2026-11-27').anniversaries.length,
      anniversariesAhead(record, vault, '2026-11-27').map(({ title, date }) => `${title} ${date}`),
    ]
  }
  expect(told('on')).toEqual([1, ['A year since “First patient death” 2026-12-01']])
  expect(told('off')).toEqual([0, []])
})
