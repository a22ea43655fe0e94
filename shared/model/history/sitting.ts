/**
 * Sittings: a laptop sits down to an item with its first change to it, and has got up again half an hour after the last
 * one. A change that comes in from another laptop ends a sitting, too, unless both are at it just now: two who type by
 * turns would leave a version for each turn. What the item said before a sitting is a version of it.
 */
const PAUSE_MS = 30 * 60_000
const AT_IT_MS = 2 * 60_000

export interface Sittings {
  /** Goes on with a sitting; false when there is none to go on with. */
  readonly goOn: (item: string, now: number) => boolean
  readonly begin: (item: string, now: number) => void
  /** A change to it came in. */
  readonly interrupt: (item: string, now: number) => void
}

export const createSittings = (): Sittings => {
  const changed = new Map<string, number>()
  return {
    goOn: (item, now) => {
      const last = changed.get(item)
      // A clock that was put back says nothing of how long it has been.
      if (last === undefined || now - last > PAUSE_MS) return false
      changed.set(item, now)
      return true
    },
    begin: (item, now) => void changed.set(item, now),
    interrupt: (item, now) => {
      if (now - (changed.get(item) ?? 0) > AT_IT_MS) changed.delete(item)
    },
  }
}
