/** What the relay of a story turns to. Its rooms are two-faced (faults/two-faced-relay.ts): one for each laptop. */
import {
  addJunk,
  alterBlobs,
  type createTwoFacedRelay,
  forgeIds,
  keepBack,
  type Passing,
  passAll,
  poison,
} from '../faults/two-faced-relay'

export const EVILS = [
  'honest',
  'honest',
  'keeps back',
  'drops',
  'drops all',
  'alters',
  'forges ids',
  'poisons',
  'adds junk',
  'goes back',
  'loses its disk',
] as const
type Evil = (typeof EVILS)[number]

/** What it drops is put back, and goes by it again, once for each laptop: more often, and nothing else would happen. */
const DROPS = 0.1

const drop =
  (random: () => number, howMany: (all: number) => number): Passing =>
  (update, room, shown) => {
    passAll(update, room, shown)
    const blobs = shown.getArray('blobs')
    if (blobs.length === 0 || random() > DROPS) return
    const count = howMany(blobs.length)
    blobs.delete(Math.floor(random() * (blobs.length - count + 1)), count)
  }

const JUNK_BYTES = 3 * 1024 * 1024

/** The relay of a story: one in memory, or one as it is run (real-relay.ts). */
export interface StoryRelay {
  readonly turn: (evil: Evil) => Promise<void>
  /** Whether a laptop gets through to it. */
  readonly reach: (laptop: string, reached: boolean) => void
  /** All bytes that it has. */
  readonly bytes: () => Promise<readonly Uint8Array[]>
  readonly end: () => Promise<void>
}

export const createEvilRelay = (
  relay: ReturnType<typeof createTwoFacedRelay>,
  random: () => number,
): StoryRelay => {
  let before = relay.keep()
  const turn = (evil: Evil): void => {
    const passing: Partial<Record<Evil, Passing>> = {
      'keeps back': keepBack,
      drops: drop(random, () => 1),
      'drops all': drop(random, (all) => all),
      alters: alterBlobs(random),
      'forges ids': forgeIds,
      poisons: poison,
      'adds junk': addJunk(JUNK_BYTES, 2),
    }
    if (evil === 'honest') {
      relay.becomeHonest()
      before = relay.keep()
    } else if (evil === 'goes back') before()
    else if (evil === 'loses its disk') relay.wipe()
    else relay.turn(passing[evil] ?? passAll)
  }
  return {
    turn: async (evil) => turn(evil),
    reach: (laptop, reached) => relay.reach(`${laptop}.invalid`, reached),
    bytes: async () => relay.bytes(),
    end: async () => undefined,
  }
}
