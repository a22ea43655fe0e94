/**
 * npm run soak: stories one after the other until the minutes are over. Each has a seed of its own, one more than the one
 * before, so that any of them is played again as the first of a soak; one that ends badly is made as short as it gets.
 */
import './same-numbers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startFakeTime, stopFakeTime } from '../faults/fake-time'
import { type Played, play } from './play'
import { type Story, storyOf, tell } from './story'

// y-websocket listens for the process's end once per provider.
process.setMaxListeners(0)

const MINUTES = Number(process.env.CONFIDANT_SOAK_MINUTES)
const SEED = Number(process.env.CONFIDANT_SOAK_SEED)
/** Real sockets take real time. */
const waysOf = (seed: number): readonly Story['ways'][] =>
  seed % 10 === 9 ? ['process'] : ['relay', 'folder', 'both']
const MINUTE_MS = 60_000
const COUNTED = ['steps', 'words', 'kills', 'removals', 'untilPeace'] as const
/** A story that ends badly is shortened for so long. */
const SHORTEN_MS = 10 * MINUTE_MS

test(
  'whatever happens to laptops, relay and folder, all agree in the end and nothing that was saved is lost',
  async () => {
    const begun = process.hrtime.bigint()
    const minutes = (): number => Number(process.hrtime.bigint() - begun) / 6e10
    const sum = { stories: 0, steps: 0, words: 0, kills: 0, removals: 0, untilPeace: 0 }
    const note = (played: Played): void => {
      for (const key of COUNTED) sum[key] += played[key]
    }
    for (let seed = SEED; seed === SEED || minutes() < MINUTES; seed++) {
      sum.stories++
      let bad = 0
      const property = fc
        .asyncProperty(fc.noBias(storyOf({ ways: waysOf(seed) })), async (story) => {
          const played = await play(story).catch((error: unknown) => {
            if (bad++ === 0)
              console.log(`seed ${seed} ends badly, and is made shorter:\n${tell(story)}\n${error}`)
            throw error
          })
          console.log(
            `seed ${seed}, ${story.ways}: ${JSON.stringify(played)} after ${minutes().toFixed(1)} minutes`,
          )
          note(played)
        })
        .beforeEach(startFakeTime)
        .afterEach(stopFakeTime)
      const { failed, counterexample, errorInstance } = await fc.check(property, {
        seed,
        numRuns: 1,
        interruptAfterTimeLimit: SHORTEN_MS,
      })
      if (failed)
        expect.fail(
          `a story ends badly; it is played again by: npm run soak -- --seed ${seed}\n` +
            `${counterexample?.map(tell).join('\n')}\n${String(errorInstance)}`,
        )
    }
    console.log(
      `confidant: soak, ${JSON.stringify(sum)} in ${minutes().toFixed(1)} minutes, seeds ${SEED} to ${SEED + sum.stories - 1}`,
    )
  },
  (MINUTES + 1) * MINUTE_MS + SHORTEN_MS,
)
