// @vitest-environment jsdom
/** Days that pass while the vault is open, over midnights and under a clock that is put on. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { createRecord } from '../../shared/crdt/record-clock'
import { keepRecoveryKey } from '../../shared/model/caseload/recovery'
import { confirmDay, readSeenDay } from '../../shared/model/caseload/seen-day'
import type { VaultSession } from '../store/session/vault-session'
import { confirmDate, startDays, useDays } from './days'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** As much of a session as the days need: the vault record, and its day in the read model. */
const sessionOf = (vault: Y.Doc): VaultSession =>
  ({
    device: 'here',
    model: { getState: () => ({ vault: { seenDay: readSeenDay(vault) } }) },
    runOnVault: async (command: (vault: Y.Doc, input: unknown) => unknown, input: unknown) =>
      command(vault, input),
  }) as unknown as VaultSession

const start = (vault: Y.Doc): void => {
  startDays(sessionOf(vault))
  // The clocks were faked since the page was loaded: as after a sleep.
  window.dispatchEvent(new Event('online'))
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T22:30:00') })
  useDays.setState({ today: '2026-11-24', expected: undefined })
})
afterEach(() => vi.useRealTimers())

const openOn = (day: string, device = 'here'): Y.Doc => {
  const vault = createRecord(Date.now)
  confirmDay(vault, { device, today: day })
  return vault
}

test('each midnight is stamped once, and nothing in between is written', async () => {
  const vault = openOn('2026-11-24')
  const written = vi.fn()
  vault.on('update', written)
  start(vault)
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS)
  expect(written).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(60 * MINUTE_MS)
  expect([readSeenDay(vault), useDays.getState().today]).toEqual(['2026-11-25', '2026-11-25'])
  await vi.advanceTimersByTimeAsync(DAY_MS)
  expect(readSeenDay(vault)).toBe('2026-11-26')
  expect(written).toHaveBeenCalledTimes(2)
})

test('a vault that was just joined gets its day from the others, when it comes', async () => {
  const vault = createRecord(Date.now)
  start(vault)
  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS)
  expect(readSeenDay(vault)).toBe(null)
  Y.applyUpdate(vault, Y.encodeStateAsUpdate(openOn('2026-11-23', 'there')))
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(readSeenDay(vault)).toBe('2026-11-23')
  await vi.advanceTimersByTimeAsync(2 * 60 * MINUTE_MS)
  expect(readSeenDay(vault)).toBe('2026-11-23')
})

test('a new vault is stamped as soon as there is something in it', async () => {
  const vault = createRecord(Date.now)
  start(vault)
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  keepRecoveryKey(vault, new Uint8Array(32))
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(readSeenDay(vault)).toBe('2026-11-24')
})

test('a clock that is put on by weeks while the vault is open is said; a sleep is not', async () => {
  const vault = openOn('2026-11-24')
  start(vault)
  const expected = () => useDays.getState().expected
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  vi.setSystemTime(new Date('2026-12-15T22:40:00'))
  await vi.advanceTimersByTimeAsync(MINUTE_MS)
  expect(expected()).toBeUndefined()
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(expected()).toBe('2026-11-24')
  // The vault goes on by no more than a day for it.
  expect(readSeenDay(vault)).toBe('2026-11-25')
  window.dispatchEvent(new Event('online'))
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(expected()).toBeUndefined()
})

test('only the date that was shown is confirmed: one that the clock says since is asked anew', async () => {
  const vault = openOn('2026-10-01')
  start(vault)
  await vi.advanceTimersByTimeAsync(0)
  vi.setSystemTime(new Date('2029-11-24T22:31:00'))
  await confirmDate(sessionOf(vault), '2026-11-24')
  expect(readSeenDay(vault)).toBe('2026-10-02')
  expect(useDays.getState().today).toBe('2029-11-24')
  await confirmDate(sessionOf(vault), '2029-11-24')
  expect(readSeenDay(vault)).toBe('2029-11-24')
  expect(useDays.getState().expected).toBeUndefined()
})
