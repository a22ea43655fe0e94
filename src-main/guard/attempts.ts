/**
 * Wrong passphrases at the keyboard: after the third each costs a longer wait. The count outlives a restart. Whoever
 * has the disk can guess without asking us; against that stands the key derivation.
 */
import type { Profile } from '../disk/profile'

const FREE_ATTEMPTS = 3
const LONGEST_WAIT_MS = 5 * 60_000

export const waitAfter = (failed: number): number =>
  failed < FREE_ATTEMPTS ? 0 : Math.min(LONGEST_WAIT_MS, 2000 * 2 ** (failed - FREE_ATTEMPTS))

/** Milliseconds until the next attempt. A clock that was set back starts the wait anew. */
export const remainingWait = (profile: Profile, now = Date.now()): number => {
  const { failed, lastAt } = profile.get().attempts
  const since = now - lastAt
  return Math.max(0, waitAfter(failed) - Math.max(0, since))
}

/** Counts an attempt; resolves to the wait before the next one. */
export const countAttempt = (profile: Profile, opened: boolean, now = Date.now()): number => {
  profile.set({
    attempts: opened
      ? { failed: 0, lastAt: 0 }
      : { failed: profile.get().attempts.failed + 1, lastAt: now },
  })
  return remainingWait(profile, now)
}
