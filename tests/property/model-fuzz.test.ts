/** Merging keeps what was written: over all kinds and commands. Seed and steps are printed on failure. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { history, play } from './model-histories'

const RUNS = Number(process.env.HISTORIES ?? 200)
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) }

test('laptops that do anything in any order agree in the end, and all that was written is on a screen', () => {
  fc.assert(
    fc.property(history, (one) => {
      expect(play(one)).toEqual([])
    }),
    { numRuns: RUNS, ...SEED },
  )
})
