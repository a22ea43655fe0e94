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

test('what is small and becomes large is whole, whether or not it fits where it is inflated first', () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 500_000]) {
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at % 3000 === 0 ? at % 251 : 7))
    const deflated = deflateSync(bytes, { level: 9 })
    expect(deflated.length).toBeLessThan(4096)
    expect(same(inflateWithin(deflated, 1e9), bytes)).toBe(true)
    // Stored as it is, without being made smaller.
    const stored = deflateSync(bytes.subarray(0, 4000), { level: 0 })
    expect(same(inflateWithin(stored, 1e9), bytes.subarray(0, 4000))).toBe(true)
  }
  expect(inflateWithin(new Uint8Array(0), 1e9)).toEqual(new Uint8Array(0))
})

test('nothing of what was inflated before is in what is inflated next', () => {
  const first = inflateWithin(deflateSync(new Uint8Array(1000).fill(9)), 1e9)
  expect(
    whole(deflateSync(new Uint8Array(50)).subarray(0, 2), 1e9) ?? new Uint8Array(0),
  ).not.toContain(9)
  expect(first?.every((byte) => byte === 9)).toBe(true)
})
