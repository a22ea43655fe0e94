import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { expect, test } from 'vitest'
import { inflateWithin } from './inflate'

const whole = (deflated: Uint8Array, most: number): Uint8Array | undefined => {
  try {
    return inflateWithin(deflated, most)
  } catch {
    return undefined
  }
}

const same = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && Buffer.compare(a, b) === 0

test('what was deflated comes out whole if there is room for it, and not at all if there is not', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 20_000 }),
        fc.nat({ max: 200_000 }).map((n) => new Uint8Array(n)),
      ),
      (bytes) => {
        const deflated = deflateSync(bytes)
        // Once as large bytes may be inflated at one go, and once step by step.
        expect(same(inflateWithin(deflated, 1e9), bytes)).toBe(true)
        expect(same(inflateWithin(deflated, bytes.length), bytes)).toBe(true)
        if (bytes.length > 0) expect(inflateWithin(deflated, bytes.length - 1)).toBeUndefined()
      },
    ),
  )
})

test('no byte makes more than is reckoned with, and what was cut short is not taken for whole', () => {
  const most = 3_000_000
  const deflated = deflateSync(new Uint8Array(most), { level: 9 })
  expect(inflateWithin(deflated, most - 1)).toBeUndefined()
  expect(deflated.length * 1032).toBeGreaterThanOrEqual(most)
  for (const cut of [1, deflated.length >> 1, deflated.length - 1])
    for (const limit of [most, 1e10])
      expect(whole(deflated.subarray(0, cut), limit)).toBeUndefined()
})
