// @vitest-environment jsdom
/** The months ahead on a page: moved through by half years, and back to this month. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { editMentee } from '../../../shared/model/record/mentee'
import { rotations } from '../../../shared/model/record/placement'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useModel } from '../../context/vault/session'
import { YearAhead } from './year-ahead'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-28T12:00:00') })
})
afterEach(() => {
  vi.useRealTimers()
})

const Year = () => <YearAhead records={Object.values(useModel(({ records }) => records))} />

test('six months from this one, then the next six, and back', async () => {
  const user = userEvent.setup()
  const amara = newRecord()
  editMentee(amara, { next: { name: 'Amara Osei' } })
  rotations.add(amara, { block: 'Surgery', start: '2026-12-01', end: '2027-01-15' })
  openVault({ amara }).show(<Year />)
  const months = () => screen.getAllByRole('columnheader').map((one) => one.textContent)
  const FROM_NOW = ['Mentee', 'Nov 2026', 'Dec', 'Jan 2027', 'Feb', 'Mar', 'Apr']
  expect(months()).toEqual(FROM_NOW)
  expect(screen.getAllByText(/^Surgery/).map((one) => one.textContent)).toEqual([
    'Surgery',
    'Surgery until Jan 15, 2027',
  ])
  await user.click(screen.getByRole('button', { name: 'Six months later' }))
  expect(months()[1]).toBe('May 2027')
  expect(screen.queryByText(/^Surgery/)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'From this month' }))
  expect(months()).toEqual(FROM_NOW)
  // A year back, and no further.
  await user.click(screen.getByRole('button', { name: 'Six months earlier' }))
  await user.click(screen.getByRole('button', { name: 'Six months earlier' }))
  expect(months()[1]).toBe('Nov 2025')
  expect(screen.getByRole('button', { name: 'Six months earlier' })).toHaveProperty(
    'disabled',
    true,
  )
})
