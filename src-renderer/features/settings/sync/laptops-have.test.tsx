// @vitest-environment jsdom
/** What is said of the other laptops under a relay (laptops-have.tsx). */
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { LaptopHas } from '../../../../shared/model/caseload/holding'
import { openVault } from '../../../../tests/steps/open-vault'
import type { LaptopRow } from '../../../store/session/laptop-rows'
import { NO_AGREEMENT, type SyncAgreement } from '../../../sync/agreed/agreeing'
import { LaptopsHave } from './laptops-have'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 10, 26, 15, 30) })
})
afterEach(() => {
  vi.useRealTimers()
})

const moment = (day: number, hour: number, minute: number): string =>
  new Date(2026, 10, day, hour, minute).toISOString()
const CLINIC: LaptopHas = {
  device: 'c',
  state: 'all',
  upTo: moment(26, 9, 14),
  at: moment(26, 9, 14),
  missing: 0,
  lacking: 0,
}

const show = (first: Partial<SyncAgreement>) => {
  const vault = openVault()
  vault.model.setState({
    laptops: [
      { id: 'c', name: 'Clinic laptop', state: 'here' } satisfies Partial<LaptopRow> as LaptopRow,
    ],
  })
  const agreement = createStore<SyncAgreement>(() => ({ ...NO_AGREEMENT, ...first }))
  vault.show(<LaptopsHave sync={{ agreement }} />)
  return (more: Partial<LaptopHas>): string => {
    act(() => agreement.setState({ laptops: [{ ...CLINIC, ...more }] }))
    return screen.getByRole('listitem').textContent ?? ''
  }
}

test('before any laptop was compared, nothing is said', () => {
  show({})
  expect(screen.queryByRole('list')).toBeNull()
  expect(screen.queryByText(/All laptops/)).toBeNull()
})

test('what it has, up to when, how much is not known to be there, and what is missing here', () => {
  const said = show({ agreedAt: moment(24, 9, 14) })
  expect(said({})).toBe('Clinic laptop has everything, as of 9:14 AM.')
  const part = { state: 'part', upTo: moment(24, 9, 14) } as const
  expect(said({ ...part, missing: 3 })).toMatch(
    /^Clinic laptop has everything up to Tuesday (at )?9:14 AM\. 3 changes since then aren’t known to be there yet\.$/,
  )
  expect(said({ ...part, missing: 1 })).toContain('1 change since then isn’t known')
  expect(said(part)).toContain('What changed since then isn’t known to be there yet.')
  expect(said({ ...part, upTo: moment(3, 9, 14) })).toContain('Nov 3, 2026')
  expect(said({ state: 'unknown', upTo: '', lacking: 2 })).toBe(
    'Clinic laptop isn’t known to have your latest changes yet. 2 changes made there haven’t arrived here.',
  )
  expect(said({ state: 'silent' })).toBe('Clinic laptop hasn’t said yet what it has.')
  expect(said({ device: 'unknown' })).toMatch(/^Another laptop has everything/)
  expect(screen.getByText(/All laptops last had the same notes Tuesday/)).toBeDefined()
})
