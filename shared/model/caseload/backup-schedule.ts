/**
 * Which backups are kept: the last of each day for two weeks, of each week for three months, of each month for two
 * years; and always the newest. Their ages go by the vault's own day (seen-day.ts), so that a clock that is ahead makes
 * none of them old.
 */
import dayjs from 'dayjs'
import { addDays } from '../../base/day'
import { isDoubtful, type VaultDay } from './seen-day'

const DAYS = 14
const WEEKS = 13
const MONTHS = 24
/** A backup is due when the newest is older than this: once a working day, whatever the hour. */
export const DUE_AFTER_HOURS = 20
/** So many go without a word, as the coach set it up; more at once are named and asked about. */
export const MOST_DROPPED_SILENTLY = 2

interface Dated {
  readonly id: string
  /** A moment, ISO 8601. */
  readonly createdAt: string
}

/** The ids that may go; none while the date is in doubt. */
export const backupsToDrop = (backups: readonly Dated[], day: VaultDay): readonly string[] => {
  const { seen } = day
  if (seen === null || isDoubtful(day)) return []
  const end = dayjs(addDays(seen, 1)).endOf('day')
  // What was written later than the vault's day says nothing about how old the others are: not ours to judge.
  const newestFirst = backups
    .filter(({ createdAt }) => !dayjs(createdAt).isAfter(end))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  const now = dayjs(seen).endOf('day')
  const taken = new Set<string>()
  const kept = new Set<string>(newestFirst.slice(0, 1).map(({ id }) => id))
  const keepFirstOf = (id: string, slot: string): void => {
    if (taken.has(slot)) return
    taken.add(slot)
    kept.add(id)
  }
  for (const { id, createdAt } of newestFirst) {
    const made = dayjs(createdAt)
    if (now.diff(made, 'day') < DAYS) keepFirstOf(id, `day ${made.format('YYYY-MM-DD')}`)
    if (now.diff(made, 'week') < WEEKS)
      keepFirstOf(id, `week ${made.startOf('week').format('YYYY-MM-DD')}`)
    if (now.diff(made, 'month') < MONTHS) keepFirstOf(id, `month ${made.format('YYYY-MM')}`)
  }
  return newestFirst.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
}

const hoursSince = (createdAt: string, now: string): number =>
  dayjs(now).diff(dayjs(createdAt), 'hour')

/** Backups that a clock dated in the future: it was ahead then, or is behind now. */
export const aheadOf = <T extends Dated>(backups: readonly T[], now: string): readonly T[] =>
  backups.filter(({ createdAt }) => hoursSince(createdAt, now) <= -DUE_AFTER_HOURS)

/** One that is dated in the future does not stand for today's. */
export const isBackupDue = (backups: readonly Dated[], now: string): boolean =>
  backups.every(({ createdAt }) => Math.abs(hoursSince(createdAt, now)) >= DUE_AFTER_HOURS)
