/** Merging keeps what was written: over all kinds and commands. Seed and steps are printed on failure. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { history, play } from './model-histories'

const RUNS = Number(process.env.HISTORIES ?? 200)
/** A short run is always the same one; a long one draws new histories, unless a seed is given. */
const seed = process.env.SEED ?? (process.env.HISTORIES === undefined ? '7' : undefined)
const SEED = seed === undefined ? {} : { seed: Number(seed) }

test('laptops that do anything in any order agree in the end, and all that was written is on a screen', () => {
  fc.assert(
    fc.property(history, (one) => {
      expect(play(one)).toEqual([])
    }),
    { numRuns: RUNS, ...SEED },
  )
})
