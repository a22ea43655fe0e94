/**
 * A story: what a coach's laptops, the relay, the folder and bad luck do one after the other. It is plain data, drawn
 * from a seed, so that it can be told, played again and made shorter.
 */
import fc from 'fast-check'
import type { SyncFolderProblem } from '../../shared/bridge/sync-folder'
import { EVILS } from './evil'

export const NAMES = ['clinic', 'home', 'tablet', 'spare', 'desk', 'ward'] as const

const laptop = fc.nat(NAMES.length - 1)
const mentee = fc.nat(3)
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

const steps = {
  /** A note is added, or something typed into one; `ms` later comes the next step. */
  write: fc.record({ who: laptop, mentee, ms: fc.nat(3000) }),
  type: fc.record({ who: laptop, mentee, ms: fc.nat(3000) }),
  /** Many at once, so that blobs are merged. */
  hurry: fc.record({ who: laptop, mentee, times: fc.integer({ min: 10, max: 40 }) }),
  goal: fc.record({ who: laptop, mentee, ms: fc.nat(3000) }),
  admit: fc.record({ who: laptop }),
  erase: fc.record({ who: laptop, mentee }),
  /** The record goes on in a fresh envelope. */
  move: fc.record({ who: laptop, mentee }),
  wait: fc.record({ ms: fc.nat(MINUTE_MS) }),
  /** The clock jumps, for all. */
  leap: fc.record({ ms: fc.integer({ min: -2 * DAY_MS, max: 10 * DAY_MS }) }),
  lock: fc.record({ who: laptop }),
  unlock: fc.record({ who: laptop }),
  /** It ends in the middle of a write, after so many calls to the disk. */
  kill: fc.record({ who: laptop, mentee, calls: fc.nat(12) }),
  offline: fc.record({ who: laptop }),
  online: fc.record({ who: laptop }),
  disk: fc.record({
    who: laptop,
    is: fc.constantFrom('full' as const, 'slow' as const, 'well' as const),
  }),
  /** Of the two stores on a laptop one is gone. */
  lose: fc.record({ who: laptop, store: fc.constantFrom('database' as const, 'folder' as const) }),
  /** An old copy of the whole disk is made, or put in its place. */
  copy: fc.record({ who: laptop }),
  rollBack: fc.record({ who: laptop }),
  remove: fc.record({ who: laptop, whom: laptop }),
  follow: fc.record({ who: laptop }),
  relay: fc.record({ turns: fc.constantFrom(...EVILS) }),
  reach: fc.record({ who: laptop, reached: fc.boolean() }),
  folder: fc.record({ lossy: fc.boolean() }),
  stick: fc.record({
    who: laptop,
    problem: fc.constantFrom<SyncFolderProblem | null>('gone', 'read-only', 'full', 'slow', null),
  }),
} as const

type Steps = typeof steps
type Drawn<A> = A extends fc.Arbitrary<infer T> ? T : never
export type StepName = keyof Steps
export type Step = {
  readonly [Name in StepName]: { readonly do: Name } & Drawn<Steps[Name]>
}[StepName]

const WEIGHTS: Readonly<Partial<Record<StepName, number>>> = {
  write: 12,
  type: 6,
  wait: 8,
  unlock: 5,
  online: 2,
  kill: 2,
  relay: 4,
  folder: 2,
  follow: 2,
  remove: 3,
}

export interface Story {
  /** Of what is left to chance while it is played. */
  readonly chance: number
  readonly laptops: number
  /** `process`: a relay as it is run, over real sockets. */
  readonly ways: 'relay' | 'folder' | 'both' | 'process'
  readonly steps: readonly Step[]
}

const stepOf = (name: StepName): fc.Arbitrary<Step> =>
  (steps[name] as fc.Arbitrary<object>).map((given) => ({ do: name, ...given }) as Step)

/** Long ones, of all kinds of steps, unless it is said otherwise. */
export const storyOf = ({
  laptops = NAMES.length,
  most = 60,
  ways,
  of = Object.keys(steps) as StepName[],
}: {
  readonly laptops?: number
  readonly most?: number
  readonly ways: readonly Story['ways'][]
  readonly of?: readonly StepName[]
}): fc.Arbitrary<Story> =>
  fc.record({
    chance: fc.noShrink(fc.nat()),
    laptops: fc.constant(laptops),
    ways: fc.constantFrom(...ways),
    steps: fc.array(
      fc.oneof(
        ...of.map((name) => ({ weight: WEIGHTS[name] ?? 1, arbitrary: fc.noBias(stepOf(name)) })),
      ),
      { minLength: 1, maxLength: most, size: 'max' },
    ),
  })

const told = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const tellStep = ({ do: name, ...given }: Step, laptops: number): string => {
  const named = Object.entries(given).map(([key, value]) =>
    key === 'who' || key === 'whom' ? NAMES[Number(value) % laptops] : `${key} ${told(value)}`,
  )
  return [name, ...named].join(', ')
}

/** A line for each step, to be read; and all of it in one, to be played again. */
export const tell = (story: Story): string =>
  [
    `${story.laptops} laptops, ways: ${story.ways}`,
    ...story.steps.map(
      (step, at) => `${`${at + 1}`.padStart(3)}. ${tellStep(step, story.laptops)}`,
    ),
    JSON.stringify(story),
  ].join('\n')
