/**
 * npm run soak: stories one after the other until the minutes are over. Each has a seed of its own, one more than the one
 * before, so that any of them is played again as the first of a soak; one that ends badly is made as short as it gets.
 */
import './same-numbers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startFakeTime, stopFakeTime } from '../faults/fake-time'
import { play } from './play'
import { type Story, storyOf, tell } from './story'

// y-websocket listens for the process's end once per provider.
process.setMaxListeners(0)

const MINUTES = Number(process.env.CONFIDANT_SOAK_MINUTES)
const SEED = Number(process.env.CONFIDANT_SOAK_SEED)
/** One that was told, played in the place of the first. */
const STORY: [Story][] = process.env.CONFIDANT_SOAK_STORY
  ? [[JSON.parse(process.env.CONFIDANT_SOAK_STORY)]]
  : []
/** Real sockets take real time. */
const waysOf = (seed: number): readonly Story['ways'][] =>
  seed % 10 === 9 ? ['process'] : ['relay', 'folder', 'both']
const MINUTE_MS = 60_000
const COUNTED = ['steps', 'words', 'kills', 'removals', 'untilPeace'] as const
/** A story that ends badly is made shorter for so long. */
const SHORTEN_MINUTES = Math.max(3, MINUTES)
/** Whoever asked for so many minutes ends it; a story may take some more. */
const NEVER_MS = 24 * 60 * MINUTE_MS

test(
  'whatever happens to laptops, relay and folder, all agree in the end and nothing that was saved is lost',
  async () => {
    const begun = process.hrtime.bigint()
    const minutes = (): number => Number(process.hrtime.bigint() - begun) / 6e10
    const sum = { stories: 0, steps: 0, words: 0, kills: 0, removals: 0, untilPeace: 0 }
    let badSince: number | undefined

    const tellBad = (seed: number, story: Story, error: unknown): void => {
      if (badSince !== undefined) return
      badSince = minutes()
      console.log(`seed ${seed} ends badly, and is made shorter:\n${tell(story)}\n${error}`)
    }
    const playOne = async (seed: number, story: Story): Promise<void> => {
      // Short enough.
      if (badSince !== undefined && minutes() - badSince > SHORTEN_MINUTES) return
      // One that is played again is told first.
      if (MINUTES === 0 && badSince === undefined) console.log(tell(story))
      try {
        const played = await play(story)
        for (const key of COUNTED) sum[key] += played[key]
        console.log(
          `seed ${seed}, ${story.ways}: ${JSON.stringify(played)} after ${minutes().toFixed(1)} minutes`,
        )
      } catch (error) {
        tellBad(seed, story, error)
        throw error
      }
    }

    for (let seed = SEED; seed === SEED || minutes() < MINUTES; seed++) {
      sum.stories++
      const property = fc
        .asyncProperty(fc.noBias(storyOf({ ways: waysOf(seed) })), (story) => playOne(seed, story))
        .beforeEach(startFakeTime)
        .afterEach(stopFakeTime)
      const { failed, counterexample, errorInstance } = await fc.check(property, {
        seed,
        numRuns: 1,
        examples: STORY,
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
  NEVER_MS,
)
