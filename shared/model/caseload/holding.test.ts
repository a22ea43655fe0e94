/** What laptops have by their own word, compared (holding.ts). */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  areAgreed,
  type Holding,
  laptopHas,
  noteHolding,
  pastOf,
  readHoldings,
  saysMore,
} from './holding'

const said = (at: string, more: Partial<Holding> = {}): Holding => ({
  at,
  own: 3,
  vault: { a: 3, b: 5 },
  records: { a: [10, 'ten'], b: [4, 'four'] },
  ...more,
})
const A = said('09:14')
const past = [pastOf(said('08:00', { records: { a: [7, 'seven'] } }), 'a'), pastOf(A, 'a')]
const here = { id: 'a', now: A, past }

test('the same changes are everything, as of when the other one said so', () => {
  expect(laptopHas('b', said('09:20'), here)).toEqual({
    device: 'b',
    state: 'all',
    upTo: '09:20',
    at: '09:20',
    missing: 0,
    lacking: 0,
  })
})

test('fewer are those up to the last moment at which this laptop had no more; as many that are others are none', () => {
  const fewer = said('09:20', { records: { a: [7, 'seven'], b: [6, 'six'] } })
  expect(laptopHas('b', fewer, here)).toMatchObject({
    state: 'part',
    upTo: '08:00',
    missing: 3,
    lacking: 2,
  })
  const others = said('09:20', { records: { a: [10, 'another ten'] } })
  expect(laptopHas('b', others, here)).toMatchObject({ state: 'unknown', upTo: '', missing: 0 })
})

test('a change of the vault record that the other one lacks is missing, too', () => {
  expect(laptopHas('b', said('09:20', { vault: { a: 2 } }), here).state).toBe('unknown')
})

test('all agree when each has what each other says it made, and only then', () => {
  const all = { a: A, b: said('09:20') }
  expect(areAgreed(['a', 'b'], all)).toBe(true)
  expect(areAgreed(['a'], all)).toBe(false)
  expect(areAgreed(['a', 'b', 'c'], all)).toBe(false)
  for (const b of [
    said('09:20', { vault: { a: 2, b: 5 } }),
    said('09:20', { own: 6 }),
    said('09:20', { records: { ...A.records, c: [1, 'one'] } }),
  ])
    expect(areAgreed(['a', 'b'], { a: A, b })).toBe(false)
})

test('there is more to say once more is here, and not because another one said something', () => {
  const all = { a: A, b: said('09:20') }
  expect(saysMore('a', said('09:30'), all)).toBe(false)
  // Another one's words are a change to the vault record of their own.
  expect(saysMore('a', said('09:30', { vault: { a: 4, b: 6 } }), all)).toBe(false)
  expect(saysMore('a', said('09:30', { own: 4 }), all)).toBe(true)
  expect(saysMore('a', said('09:30', { records: { a: [11, 'eleven'] } }), all)).toBe(true)
  expect(saysMore('a', said('09:30', { vault: { b: 6 } }), { a: A, b: said('', { own: 6 }) })).toBe(
    true,
  )
  expect(saysMore('a', said('09:30'), { b: said('09:20') })).toBe(true)
})

test('what is no such entry is not read', () => {
  const vault = new Y.Doc()
  noteHolding(vault, { id: 'a', ...A })
  const map = vault.getMap('holdings')
  for (const [id, value] of [
    ['b', 7],
    ['c', { ...A, own: -1 }],
    ['d', { ...A, records: { a: 10 } }],
  ] as const)
    map.set(id, value)
  expect(readHoldings(vault)).toEqual({ a: A })
})
