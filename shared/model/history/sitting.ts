/**
 * Sittings: a laptop sits down to an item with its first change to it, and has got up again half an hour after the last
 * one, or once a change to it came in from another laptop. What the item said before a sitting is a version of it.
 */
const PAUSE_MS = 30 * 60_000

export interface Sittings {
  /** Goes on with a sitting; false when there is none to go on with. */
  readonly goOn: (item: string, now: number) => boolean
  readonly begin: (item: string, now: number) => void
  readonly end: (item: string) => void
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
    end: (item) => void changed.delete(item),
  }
}
