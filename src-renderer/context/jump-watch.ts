/**
 * Notices that the clock was put forward or back by more than a day while the vault was open: the date is compared with
 * a clock that only counts and that nobody can set.
 */
import { dayOf } from '../ui/days/day-words'

const DAY_MS = 24 * 3600_000

export interface JumpWatch {
  /** The date that it would be, had the clock not jumped; nothing while it agrees. */
  readonly look: () => string | undefined
  /** Takes the clock as it is: after a sleep, or when the coach says that it is right. */
  readonly rebase: () => void
}

/** Both in milliseconds: since 1970, and since any moment. */
export const createJumpWatch = (wall: () => number, steady: () => number): JumpWatch => {
  let difference = wall() - steady()
  let suspected = false
  return {
    look: () => {
      const expected = steady() + difference
      const jumped = Math.abs(wall() - expected) > DAY_MS
      // Said at the second look: a laptop that slept looks the same until it says that it did.
      const told = jumped && suspected
      suspected = jumped
      return told ? dayOf(new Date(expected)) : undefined
    },
    rebase: () => {
      difference = wall() - steady()
      suspected = false
    },
  }
}
