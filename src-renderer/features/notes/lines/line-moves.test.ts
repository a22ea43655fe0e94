/** Where lines go, each on a bare editor state. */
import { ReplaceStep } from '@tiptap/pm/transform'
import { describe, expect, test } from 'vitest'
import { become, refuses, tried } from '../../../../tests/steps/tried-lines'
import { read } from '../../../../tests/steps/written-lines'
import { moveLines, moveLinesTo } from './line-moves'

describe('moving', () => {
  test.each([
    ['a line down', 1, ['p a|', 'p b', 'p c'], ['p b', 'p a|', 'p c']],
    ['a line up', -1, ['p a', 'p b', 'p |c'], ['p a', 'p |c', 'p b']],
    [
      'the deeper lines under it',
      1,
      ['b a|', 'b1 b', 'b c', 'b1 d'],
      ['b c', 'b1 d', 'b a|', 'b1 b'],
    ],
    [
      'past those under its neighbour',
      -1,
      ['b a', 'b1 b', 'b c|', 'b1 d'],
      ['b c|', 'b1 d', 'b a', 'b1 b'],
    ],
    ['a selection', 1, ['p a|a', 'p b|b', 'p cc'], ['p cc', 'p a|a', 'p b|b']],
    [
      'past the line it stands under, no deeper than fits',
      -1,
      ['b a', 'b1 b|', 'b1 c'],
      ['b b|', 'b a', 'b1 c'],
    ],
    [
      'out of its list, no deeper than fits',
      1,
      ['b a', 'b1 b', 'b2 c|', 'p d'],
      ['b a', 'b1 b', 'p d', 'b1 c|'],
    ],
  ] as const)('takes %s', (_name, by, before, then) => {
    expect(become(before, moveLines(by))).toEqual(then)
  })
  test('takes out and puts in the shorter of the two, and the one without the caret when they are as long', () => {
    expect(tried(['p long|er', 'p b'], moveLines(1)).steps).toEqual(['-3 +0', '-0 +1'])
    expect(tried(['p a|', 'p longer'], moveLines(1)).steps).toEqual(['-3 +0', '-0 +1'])
    const state = read(['p a|', 'p b'])
    moveLines(1)(state, (transaction) => {
      const [cut] = transaction.steps
      expect(cut).toBeInstanceOf(ReplaceStep)
      if (cut instanceof ReplaceStep) expect(cut.from).toBe(3)
    })
  })
  test('stops at both ends', () => {
    refuses(['b a|', 'b1 b'], moveLines(1))
    refuses(['p a|', 'p b'], moveLines(-1))
  })
})

describe('dropping', () => {
  const lines = ['b a', 'b1 b', 'p c|', 'b d']
  test('takes lines to where they are dropped, and the caret stays in its words', () => {
    expect(become(lines, moveLinesTo({ first: 0, last: 1 }, 4))).toEqual([
      'p c|',
      'b d',
      'b a',
      'b1 b',
    ])
    expect(become(lines, moveLinesTo({ first: 3, last: 3 }, 0))).toEqual([
      'b d',
      'b a',
      'b1 b',
      'p c|',
    ])
    expect(become(lines, moveLinesTo({ first: 1, last: 1 }, 0))).toEqual([
      'b b',
      'b a',
      'p c|',
      'b d',
    ])
  })
  test('takes a caret in them along', () =>
    expect(become(['b a', 'b1 b|', 'p c'], moveLinesTo({ first: 0, last: 1 }, 3))).toEqual([
      'p c',
      'b a',
      'b1 b|',
    ]))
  test('where they are already is nothing', () => {
    for (const before of [0, 1, 2]) refuses(lines, moveLinesTo({ first: 0, last: 1 }, before))
  })
})
