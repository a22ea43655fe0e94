/** Which of a session's own small blobs are to be merged into one: 32 of them, then 16 of those. */
import { type Changes, unionOfChanges } from './numbering'
import type { BlobId } from './piece'

const TIERS = [32, 16] as const

export interface OwnBlob {
  readonly id: BlobId
  readonly update: Uint8Array
  readonly holds: Changes
}

export interface Tiers {
  /** A blob that was written, at the level of those that it is of. */
  readonly add: (blob: OwnBlob, level?: number) => void
  /** Empties the lowest tier that is full: the blobs of it, and the level of the one that replaces them. */
  readonly full: () => { readonly blobs: readonly OwnBlob[]; readonly level: number } | undefined
}

export const holdsOf = (blobs: readonly OwnBlob[]): Changes =>
  unionOfChanges(blobs.map(({ holds }) => holds))

export const createTiers = (): Tiers => {
  const tiers: OwnBlob[][] = TIERS.map(() => [])
  return {
    add: (blob, level = 0) => void tiers[level]?.push(blob),
    full: () => {
      const level = TIERS.findIndex((size, index) => (tiers[index]?.length ?? 0) >= size)
      const blobs = tiers[level]
      if (blobs === undefined) return undefined
      tiers[level] = []
      return { blobs, level: level + 1 }
    },
  }
}
