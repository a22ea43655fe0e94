import { expect, test } from 'vitest'
import { read } from '../../../../tests/steps/written-lines'
import { placedLines } from './lines'
import { listPlaces } from './list-places'

test('a list goes on over deeper lines, and ends at a line of another kind that is no deeper', () => {
  const lines = [
    'n a',
    'p1 b',
    'n1 c',
    'n d',
    'p e',
    'n f',
    'b1 g',
    'b h',
    'n1 i',
    'n1 j',
    'q1 k',
    'n1 l',
  ]
  const places = listPlaces(placedLines(read(lines).doc))
  expect(
    lines.map((_line, index) => {
      const { level, position, size } = places.get(index) ?? { level: 0, position: 0, size: 0 }
      return level === 0 ? '' : `${level}: ${position} of ${size}`
    }),
  ).toEqual([
    ...['1: 1 of 2', '', '2: 1 of 1', '1: 2 of 2', ''],
    ...['1: 1 of 1', '2: 1 of 1', '1: 1 of 1', '2: 1 of 2', '2: 2 of 2', '', '2: 1 of 1'],
  ])
})
