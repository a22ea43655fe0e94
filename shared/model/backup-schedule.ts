/**
 * Which backups are kept: the last of each day for two weeks, of each week for three months, of each month for two
 * years; and always the newest.
 */
import dayjs from 'dayjs'

const DAYS = 14
const WEEKS = 13
const MONTHS = 24
/** A backup is due when the newest is older than this: once a working day, whatever the hour. */
const DUE_AFTER_HOURS = 20

interface Dated {
  readonly id: string
  /** A moment, ISO 8601. */
  readonly createdAt: string
}

/** The ids that may go. `now` is a moment. */
export const backupsToDrop = (backups: readonly Dated[], now: string): readonly string[] => {
  const newestFirst = [...backups].sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  const today = dayjs(now)
  const taken = new Set<string>()
  const kept = new Set<string>(newestFirst.slice(0, 1).map(({ id }) => id))
  const keepFirstOf = (id: string, slot: string): void => {
    if (taken.has(slot)) return
    taken.add(slot)
    kept.add(id)
  }
  for (const { id, createdAt } of newestFirst) {
    const made = dayjs(createdAt)
    // A clock that was ahead when it was written: not ours to judge.
    if (made.isAfter(today)) kept.add(id)
    if (today.diff(made, 'day') < DAYS) keepFirstOf(id, `day ${made.format('YYYY-MM-DD')}`)
    if (today.diff(made, 'week') < WEEKS) keepFirstOf(id, `week ${made.startOf('week').format('YYYY-MM-DD')}`)
    if (today.diff(made, 'month') < MONTHS) keepFirstOf(id, `month ${made.format('YYYY-MM')}`)
  }
  return newestFirst.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
}

export const isBackupDue = (backups: readonly Dated[], now: string): boolean =>
  backups.every(({ createdAt }) => dayjs(now).diff(dayjs(createdAt), 'hour') >= DUE_AFTER_HOURS)
