/** Nothing that is typed in a note is lost, whatever is done to its lines elsewhere. `HISTORIES=50000` for a long run. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { playFormer } from './former-binding'
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

test('in the same sort of histories on the former model, a tree of elements, the search finds lost words', () => {
  let typed = 0
  let lost = 0
  for (const given of fc.sample(history, { numRuns: 300, seed: 12 })) {
    const ending = playFormer(given)
    typed += ending.typed
    lost += ending.lost
  }
  console.log(`former model: ${lost} of ${typed} typed characters lost`)
  expect(lost).toBeGreaterThan(typed / 100)
})
