/**
 * The same where a note comes from a former version, is edited twice at once, or by odd steps. `HISTORIES=50000` for a
 * long run.
 */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { playWild, wildHistory } from './note-wild-histories'

const RUNS = Number(process.env.HISTORIES ?? 1000)

test(
  `in ${RUNS} wild histories no word is lost, and all say the same`,
  () => {
    fc.assert(
      fc.property(wildHistory, (given) => {
        expect(playWild(given)).toEqual([])
      }),
      { numRuns: RUNS },
    )
  },
  30 * 60_000,
)
