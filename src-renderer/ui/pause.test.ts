import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPause } from './pause'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const paused = () => {
  let times = 0
  return { ...createPause(500, () => void times++), times: () => times }
}

test('what is put off again and again is called once, and only after a pause', () => {
  const { putOff, times } = paused()
  for (let key = 0; key < 9; key++) {
    putOff()
    vi.advanceTimersByTime(120)
  }
  // Since the last time.
  vi.advanceTimersByTime(379)
  expect(times()).toBe(0)
  vi.advanceTimersByTime(501)
  expect(times()).toBe(1)
  vi.advanceTimersByTime(5000)
  expect(times()).toBe(1)
})

test('by a clock that stands still, too', () => {
  vi.setSystemTime(0)
  const now = vi.spyOn(performance, 'now').mockReturnValue(0)
  const { putOff, times } = paused()
  putOff()
  vi.advanceTimersByTime(500)
  expect(times()).toBe(1)
  now.mockRestore()
})

test('after a pause the next one is waited for in full', () => {
  const { putOff, times } = paused()
  putOff()
  vi.advanceTimersByTime(500)
  putOff()
  vi.advanceTimersByTime(499)
  expect(times()).toBe(1)
  vi.advanceTimersByTime(1)
  expect(times()).toBe(2)
})

test('what was stopped is not called', () => {
  const { putOff, stop, times } = paused()
  putOff()
  stop()
  vi.advanceTimersByTime(5000)
  expect(times()).toBe(0)
})
