// @vitest-environment jsdom
import '../../../tests/steps/window'
/** A screen that stays open over midnight, over sleep, and while the clock is set. */
import { act, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { actionItems } from '../../../shared/model/record/action-item'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { TodayScreen } from '../../features/today/today-screen'
import { When } from '../when'

beforeEach(() => {
  vi.useFakeTimers()
  vi.setSystemTime(new Date(2026, 10, 24, 23, 59, 30))
})
afterEach(() => void vi.useRealTimers())

const lateIn = (seconds: number): void => act(() => void vi.advanceTimersByTime(seconds * 1000))

test('Today turns at midnight: its date, and what is due', () => {
  const doc = newRecord()
  actionItems.add(doc, {
    what: 'Send the plan',
    whose: 'coach',
    due: '2026-11-24',
    agreedOn: '2026-11-20',
  })
  openVault({ amara: doc }).show(<TodayScreen />)
  expect(screen.getByText(/^Tuesday, November 24/)).toBeTruthy()
  expect(screen.getByText(/due today/)).toBeTruthy()
  lateIn(31)
  expect(screen.getByText(/^Wednesday, November 25/)).toBeTruthy()
  expect(screen.getByText(/due yesterday/)).toBeTruthy()
})

test.each<readonly [string, () => void]>([
  ['the window comes to the front', () => void window.dispatchEvent(new Event('focus'))],
  ['the laptop wakes', () => void window.dispatchEvent(new Event('online'))],
  ['the window is shown', () => void document.dispatchEvent(new Event('visibilitychange'))],
  ['a minute has passed since the clock was set', () => void vi.advanceTimersByTime(60_000)],
])('after sleep, or another clock, the day turns when %s', (_when, happen) => {
  // At noon: the timer to midnight must not be what tells.
  vi.setSystemTime(new Date(2026, 10, 24, 12, 0))
  openVault().show(<When day="2026-11-24" />)
  expect(screen.getByText('today')).toBeTruthy()
  // No timer runs while a laptop sleeps.
  vi.setSystemTime(new Date(2026, 10, 27, 9, 0))
  expect(screen.getByText('today')).toBeTruthy()
  act(happen)
  expect(screen.getByText('3 days ago')).toBeTruthy()
})

test('a screen that is opened after a night without one shows the day that it is', () => {
  const first = openVault().show(<When day="2026-11-24" />)
  first.unmount()
  vi.setSystemTime(new Date(2026, 10, 25, 8, 0))
  openVault().show(<When day="2026-11-24" />)
  expect(screen.getByText('yesterday')).toBeTruthy()
})
