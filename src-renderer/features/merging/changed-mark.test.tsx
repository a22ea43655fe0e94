// @vitest-environment jsdom
/** Beside what another laptop has changed (changed-mark.tsx): which one, for a while, and heard once. */
import { act } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { nameDevice } from '../../../shared/model/caseload/device'
import { openVault } from '../../../tests/steps/open-vault'
import { useApp } from '../../context/app-state'
import type { Incoming } from '../../store/record/incoming'
import { ChangedMark } from './changed-mark'

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-27T09:00:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

const came = (more: Partial<Incoming> = {}): Incoming => ({
  record: 'amara',
  kind: 'goals',
  id: 'goal',
  device: 'c',
  both: false,
  at: Date.now(),
  ...more,
})

const show = async () => {
  const vault = openVault()
  await vault.session.runOnVault(nameDevice, { id: 'c', name: 'Clinic laptop' })
  const { container } = vault.show(<ChangedMark record="amara" id="goal" />)
  const live = (): Element => {
    const found = container.querySelector('[aria-live="polite"]')
    if (found === null) throw new Error('nobody would be told')
    return found
  }
  const receive = (...incoming: Incoming[]): void => act(() => vault.model.setState({ incoming }))
  return { live, receive }
}

test('which laptop changed it is said for a minute after its last change, where a screen reader already listens', async () => {
  const { live, receive } = await show()
  const region = live()
  expect(region.textContent).toBe('')
  receive(came())
  expect(region.textContent).toBe('Changed on Clinic laptop just now')
  act(() => vi.advanceTimersByTime(50_000))
  receive(came())
  act(() => vi.advanceTimersByTime(50_000))
  expect(region.textContent).not.toBe('')
  act(() => vi.advanceTimersByTime(11_000))
  expect(region.textContent).toBe('')
  expect(live()).toBe(region)
})

test('it is heard once, however long the other one goes on typing', async () => {
  const { live, receive } = await show()
  let changes = 0
  const watch = new MutationObserver((all) => {
    changes += all.length
  })
  watch.observe(live(), { childList: true, characterData: true, subtree: true })
  for (let batch = 0; batch < 20; batch++) {
    receive(came())
    await act(() => vi.advanceTimersByTimeAsync(300))
  }
  expect(changes).toBe(1)
  watch.disconnect()
})

test('what came in long ago, or before times were noted, or is of something else, is no news here', async () => {
  const { live, receive } = await show()
  const { at: _at, ...old } = came()
  for (const one of [came({ at: Date.now() - 61_000 }), old as Incoming, came({ id: 'x' })]) {
    receive(one)
    expect(live().textContent).toBe('')
  }
})

test('what the coach has seen on Today is news no longer; and nothing is said while others look on', async () => {
  const { live, receive } = await show()
  receive(came())
  receive()
  expect(live().textContent).toBe('')
  receive(came({ device: 'unknown' }))
  expect(live().textContent).toBe('Changed on another laptop just now')
  act(() => useApp.setState({ presenting: true }))
  expect(live().textContent).toBe('')
})

test('under this laptop’s own id it is another, which goes by its name', async () => {
  const { live, receive } = await show()
  receive(came({ device: 'here' }))
  expect(live().textContent).toBe('Changed on another laptop just now')
})
