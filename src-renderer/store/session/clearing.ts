/**
 * Clearing away what is stored of records whose key was destroyed, one after the other. One that fails (a file that
 * another program holds, a full disk) stands in nobody's way: it is found again at the next unlock.
 */
export interface Clearing {
  readonly add: (gone: readonly string[]) => void
  /** Resolves once nothing is left to try; never rejects. `cleared` says whether everything went. */
  readonly done: () => Promise<{ readonly cleared: boolean }>
}

export const createClearing = (clearAway: (gone: readonly string[]) => Promise<void>): Clearing => {
  let last: Promise<void> = Promise.resolve()
  let cleared = true
  return {
    add: (gone) => {
      last = last
        .then(() => clearAway(gone))
        .catch(() => {
          cleared = false
        })
    },
    done: () => last.then(() => ({ cleared })),
  }
}
