import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTending } from './tending'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A record about which there is always something to say, as with a relay that damages all of it. */
const endless = () => {
  const at: number[] = []
  const live = {
    id: 'amara',
    tend: () => {
      at.push(performance.now())
      return true
    },
  }
  return { live, at }
}

test('with something to say again and again it is said ever more rarely, and at once again after a calm minute', () => {
  const { live, at } = endless()
  const tending = createTending()
  const answerFor = (ms: number): void => {
    for (let passed = 0; passed < ms; passed += 50) {
      tending.tend(live, () => true)
      vi.advanceTimersByTime(50)
    }
  }
  answerFor(10 * 60_000)
  const waits = at.map((time, index) => time - (at[index - 1] ?? time))
  expect(waits.slice(0, 8)).toEqual([0, 50, 50, 50, 500, 1000, 2000, 4000])
  expect(Math.max(...waits)).toBe(30_000)
  expect(at.length).toBeLessThan(32)
  // What was due then is said first.
  vi.advanceTimersByTime(30_000 + 61_000)
  const before = at.length
  answerFor(100)
  expect(at.length).toBe(before + 2)
})

test('a record that has nothing to say is looked at each time', () => {
  let looks = 0
  const live = {
    id: 'amara',
    tend: () => {
      looks++
      return false
    },
  }
  const tending = createTending()
  for (let time = 0; time < 50; time++) tending.tend(live, () => true)
  expect(looks).toBe(50)
})

test('what is due later is left when its room was left, or when it ends', () => {
  const { live, at } = endless()
  const tending = createTending()
  for (let time = 0; time < 5; time++) tending.tend(live, () => false)
  vi.advanceTimersByTime(60_000)
  expect(at).toHaveLength(4)
  const ended = createTending()
  for (let time = 0; time < 5; time++) ended.tend(live, () => true)
  ended.destroy()
  vi.advanceTimersByTime(60_000)
  expect(at).toHaveLength(8)
})
