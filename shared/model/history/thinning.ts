/**
 * Which versions go: every one of a week is kept, then the last of each day, then the last of each week, and none beyond
 * what the coach has set. Ages go by the vault's own day (caseload/seen-day.ts), never by a clock.
 *
 * Any laptop thins, whatever the others do. A version goes only beside a later one of the same day, or week: so the last
 * one of each stays whoever was first, and two laptops that thin apart have the same in the end.
 */
import { daysBetween } from '../../base/day'
import type { Version } from './version'

const EVERY_ONE_DAYS = 7
const DAILY_DAYS = 30

/** Of what is dated on a Monday and behind it. */
const weekOf = (day: string): number => Math.floor(daysBetween('2001-01-01', day) / 7)

const isLater = (a: Version, b: Version): boolean => a.at > b.at || (a.at === b.at && a.id > b.id)

export interface Keeping {
  /** The vault's day, null before it is sure of any: then nothing is too old. */
  readonly seen: string | null
  /** For so many days; 0: no history is kept. */
  readonly days: number
}

const countsFrom = ({ at, counts }: Version): string => {
  const day = at.slice(0, 10)
  return counts !== undefined && counts > day ? counts : day
}

export interface Surplus {
  /** Beside later ones. */
  readonly thinned: readonly string[]
  /** Older than what is kept. */
  readonly expired: readonly string[]
}

export const surplusIn = (versions: readonly Version[], { seen, days }: Keeping): Surplus => {
  const expired: string[] = []
  const thinned: string[] = []
  const last = new Map<string, Version>()
  for (const version of versions) {
    const day = countsFrom(version)
    const age = seen === null ? 0 : daysBetween(day, seen)
    if (days === 0 || age > days) {
      expired.push(version.id)
      continue
    }
    if (age <= EVERY_ONE_DAYS) continue
    const span = age <= DAILY_DAYS ? day : weekOf(day)
    const place = `${version.of} ${span}`
    const other = last.get(place)
    if (other !== undefined) thinned.push((isLater(version, other) ? other : version).id)
    if (other === undefined || isLater(version, other)) last.set(place, version)
  }
  return { thinned, expired }
}
