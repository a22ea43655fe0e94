/**
 * When the folder is looked at and written: from what is remembered, what is seen and what time it is follows what to do
 * next (folder-sync.ts does it, one thing at a time). All times are milliseconds of one clock.
 */

/** Nobody tells of what changes in a folder: on a share or a stick that is the only way to know. */
const LOOK_EVERY_MS = 5000
/** What is typed is written in a pause, or after so much steady typing: a folder that syncs sends each file whole. */
const PAUSE_MS = 2000
const STEADY_MS = 10_000
/** What has been read is told the others, who wait for it, but not after each file of a heap of them. */
const TELL_AFTER_MS = 1000
const RETRY_MS = 5000
/** What fails again and again is tried ever more rarely: each time may be as much as the whole caseload. */
const MOST_RETRY_MS = 60_000

export interface Timing {
  /** When the folder was last looked at, well or not; nothing before the first time, and when it is to be looked at now. */
  readonly lookedAt: number | undefined
  /** When something was last changed here, and since when something waits. */
  readonly changedAt: number
  readonly waitsSince: number | undefined
  readonly tellsSince: number | undefined
  readonly failedAt: number
  /** How often in a row. */
  readonly failures: number
}

export interface SeenFolder {
  /** Something is being read or written. */
  readonly busy: boolean
  /** The last look went well. */
  readonly reached: boolean
  /** Something is here that does not lie there. */
  readonly waits: boolean
  /** What has been read, or written, is not yet told. */
  readonly tells: boolean
}

export const NO_TIMES: Timing = {
  lookedAt: undefined,
  changedAt: Number.NEGATIVE_INFINITY,
  waitsSince: undefined,
  tellsSince: undefined,
  failedAt: Number.NEGATIVE_INFINITY,
  failures: 0,
}

export const changed = (timing: Timing, now: number): Timing => ({ ...timing, changedAt: now })
export const lookNow = (timing: Timing): Timing => ({
  ...timing,
  lookedAt: undefined,
  failedAt: Number.NEGATIVE_INFINITY,
})
export const failed = (timing: Timing, now: number): Timing => ({
  ...timing,
  failedAt: now,
  failures: timing.failures + 1,
})
export const succeeded = (timing: Timing): Timing => ({ ...timing, failures: 0 })

export interface FolderPlan {
  readonly timing: Timing
  readonly step: 'look' | 'write' | 'tell' | undefined
}

export const planFolder = (before: Timing, seen: SeenFolder, now: number): FolderPlan => {
  const timing = {
    ...before,
    waitsSince: seen.waits ? (before.waitsSince ?? now) : undefined,
    tellsSince: seen.tells ? (before.tellsSince ?? now) : undefined,
  }
  if (seen.busy) return { timing, step: undefined }
  const { lookedAt, changedAt, waitsSince, tellsSince, failedAt, failures } = timing
  // First: what the others have written there need not be written once more.
  if (lookedAt === undefined || now - lookedAt >= LOOK_EVERY_MS)
    return { timing: { ...timing, lookedAt: now }, step: 'look' }
  const retry = Math.min(MOST_RETRY_MS, RETRY_MS * 2 ** Math.max(0, failures - 1))
  if (!seen.reached || now - failedAt < retry) return { timing, step: undefined }
  const isPause = now - changedAt >= PAUSE_MS
  if (waitsSince !== undefined && (isPause || now - waitsSince >= STEADY_MS))
    return { timing, step: 'write' }
  if (tellsSince !== undefined && now - tellsSince >= TELL_AFTER_MS) return { timing, step: 'tell' }
  return { timing, step: undefined }
}
