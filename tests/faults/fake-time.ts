/** A clock for tests that run real code over fake-indexeddb: hours pass in moments, and what is queued gets its turns. */
import { vi } from 'vitest'

const STEP_MS = 25
const TURNS = 4
const realTimeout = globalThis.setTimeout
let realStepMs = 0

/** What is outside of this process goes by a real clock: each step of this one gives it so many real milliseconds. */
export const giveRealTime = (ms: number): void => {
  realStepMs = ms
}

export const startFakeTime = (): void => {
  // setImmediate stays real: fake-indexeddb runs on it.
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
    now: Date.UTC(2026, 10, 24),
  })
  vi.stubGlobal('window', {
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  })
}

export const stopFakeTime = (): void => {
  realStepMs = 0
  vi.useRealTimers()
  vi.unstubAllGlobals()
}

export const pass = async (ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= STEP_MS) {
    vi.advanceTimersByTime(Math.min(STEP_MS, left))
    for (let turn = 0; turn < TURNS; turn++) await new Promise((resolve) => setImmediate(resolve))
    if (realStepMs > 0) await new Promise((resolve) => realTimeout(resolve, realStepMs))
  }
}

/** Resolves to the milliseconds that passed until it held, `most` at the longest. */
export const passUntil = async (holds: () => boolean, most: number): Promise<number> => {
  let passed = 0
  for (; !holds() && passed < most; passed += STEP_MS) await pass(STEP_MS)
  return passed
}

/** What a promise comes to while time passes; nothing when it rejects or never settles. */
export const passing = async <T>(promise: Promise<T>): Promise<T | undefined> => {
  let settled = false
  let value: T | undefined
  promise.then(
    (given) => {
      value = given
      settled = true
    },
    () => {
      settled = true
    },
  )
  await passUntil(() => settled, 30_000)
  return value
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const numbersFrom = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
