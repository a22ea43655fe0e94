/** Nothing that is typed in a note is lost, whatever is done to its lines elsewhere. `HISTORIES=50000` for a long run. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { history, play } from './note-histories'

const RUNS = Number(process.env.HISTORIES ?? 2000)

test(
  `in ${RUNS} histories of two to four laptops no word is lost, and all say the same`,
  () => {
    let typed = 0
    fc.assert(
      fc.property(history, (given) => {
        const ending = play(given)
        typed += ending.typed
        expect(ending.faults).toEqual([])
      }),
      { numRuns: RUNS },
    )
    expect(typed).toBeGreaterThan(RUNS)
  },
  30 * 60_000,
)
