/**
 * Epochs: what a vault's key is good for, from one removal of a laptop to the next ([decision 30]). An epoch is a number:
 * how many removals came before it, and behind that a random rank, so that two removals made apart are two numbers. A
 * generation of a record's envelope is a number as well, and tells its epoch. Epoch 0 is the vault as it was made.
 */

import * as v from 'valibot'
import { idSchema } from '../base/id'
import { randomBytes } from '../base/random'

/** Generations that a record can have in one epoch: it moves by itself when something is wrong, a few times a year. */
const GENERATIONS = 100_000
/** Two removals made apart take one rank once in a hundred million times. 900 epochs are below 2^53 with this. */
const RANKS = 100_000_000
const DEEPEST = 900

export const FIRST_EPOCH = 0

export const epochOf = (generation: number): number => Math.floor(generation / GENERATIONS)
/** The generation in which a record begins in an epoch. */
export const firstGeneration = (epoch: number): number => epoch * GENERATIONS
/** How many removals came before an epoch. */
const depthOf = (epoch: number): number => Math.floor(epoch / RANKS)

export const isEpoch = (value: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && depthOf(value) <= DEEPEST

/** Whether an epoch is one that a removal in another one leads to. */
export const follows = (epoch: number, former: number): boolean =>
  isEpoch(epoch) && depthOf(epoch) === depthOf(former) + 1

/** An epoch for a removal that is made now. */
export const epochAfter = (former: number): number => {
  const rank = randomBytes(6).reduce((number, byte) => number * 256 + byte, 0) % RANKS
  return (depthOf(former) + 1) * RANKS + rank
}

/** What a header says of the epochs that were left (header.ts). */
export const EpochsSchema = v.strictObject({
  /** The vault record's id, which the first epoch's key gave. */
  vaultRecord: idSchema,
  epoch: v.pipe(v.number(), v.check(isEpoch)),
  /** What is known of the former epochs (key-ring.ts), sealed. */
  former: v.pipe(v.string(), v.maxLength(700_000), v.regex(/^[\w-]+$/)),
})
export type HeaderEpochs = v.InferOutput<typeof EpochsSchema>
