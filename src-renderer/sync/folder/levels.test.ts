/** What goes into which level, and how few files that makes. */
import { expect, test } from 'vitest'
import { LAST_LEVEL, type Level, mostBytesOf, piecesOf, pointBefore, recordsAt } from './levels'

const vector = (clock: number): Uint8Array => new Uint8Array([1, 1, clock])
const level = (bytes: number, ends: Readonly<Record<string, number>>, generation = 0): Level => ({
  files: [],
  bytes,
  ends: new Map(
    Object.entries(ends).map(([record, clock]) => [record, { generation, vector: vector(clock) }]),
  ),
})

test('a level takes up all that the levels behind it hold', () => {
  const levels = [level(9, { a: 1, b: 1, c: 1 }), level(1, { b: 2 }), level(1, { c: 2 })]
  expect([...recordsAt(3, levels, ['a'])]).toEqual(['a'])
  expect([...recordsAt(1, levels, ['a'])].sort()).toEqual(['a', 'b', 'c'])
})

test('an update begins where the levels before end, and from nothing in a fresh envelope', () => {
  const levels = [level(9, { a: 1, b: 1 }), level(1, { b: 2 }), level(1, { b: 3 })]
  expect(pointBefore(3, levels, 'b', 0)).toEqual(vector(3))
  expect(pointBefore(2, levels, 'b', 0)).toEqual(vector(2))
  expect(pointBefore(2, levels, 'a', 0)).toEqual(vector(1))
  expect(pointBefore(2, levels, 'new', 0)).toBeUndefined()
  expect(pointBefore(2, levels, 'b', 1)).toBeUndefined()
})

test('each level is bounded, the second by half the first when that is large', () => {
  const large = [level(100_000_000, {})]
  expect(mostBytesOf(1, large)).toBe(50_000_000)
  expect(mostBytesOf(1, [level(10, {})])).toBe(2 * 1024 * 1024)
  for (let at = 2; at <= LAST_LEVEL; at++)
    expect(mostBytesOf(at, large)).toBeLessThan(mostBytesOf(at - 1, large))
})

test('a level is one file, unless it is too large for one', () => {
  const entry = (bytes: number) => ({
    record: 'r',
    generation: 0,
    since: vector(0),
    until: vector(1),
    update: new Uint8Array(bytes),
  })
  expect(piecesOf([])).toEqual([[]])
  expect(piecesOf(Array.from({ length: 30 }, () => entry(300_000)))).toHaveLength(1)
  const pieces = piecesOf(Array.from({ length: 3 }, () => entry(10_000_000)))
  expect(pieces.map((piece) => piece.length)).toEqual([1, 1, 1])
})
