/**
 * A coach's hours: sessions by their timers, and what was logged beside them. By month and kind, against the share of a
 * full-time year that the coach has for it. No mentee is in it.
 */
import { kept } from '../crdt/kind'
import type { WorkKind } from '../model/caseload/work'
import type { RecordProjection, VaultProjection } from '../model/projection'

export type HoursKind = 'sessions' | 'group-sessions' | WorkKind

export interface Hours {
  readonly date: string
  readonly kind: HoursKind
  readonly minutes: number
}

/** Everything within a period, the earliest first. */
export const hoursIn = (
  records: readonly RecordProjection[],
  vault: Pick<VaultProjection, 'groupSessions' | 'work'>,
  from: string,
  to: string,
): readonly Hours[] =>
  [
    ...records.flatMap(({ sessions }) =>
      kept(sessions).flatMap(({ status, date, minutes }): readonly Hours[] =>
        status === 'held' ? [{ date, kind: 'sessions', minutes }] : [],
      ),
    ),
    ...kept(vault.groupSessions).flatMap(({ status, date, minutes }): readonly Hours[] =>
      status === 'held' ? [{ date, kind: 'group-sessions', minutes }] : [],
    ),
    ...kept(vault.work).map(({ date, kind, minutes }) => ({ date, kind, minutes })),
  ]
    .filter(({ date }) => from <= date && date <= to)
    .sort((a, b) => a.date.localeCompare(b.date))

export const minutesOf = (all: readonly Hours[]): number =>
  all.reduce((sum, { minutes }) => sum + minutes, 0)

export interface HoursRow {
  /** `2026-11`, or '' where months are put together. */
  readonly month: string
  readonly kind: HoursKind
  readonly count: number
  readonly minutes: number
}

const grouped = (all: readonly Hours[], monthOf: (one: Hours) => string): readonly HoursRow[] => {
  const rows = new Map<string, HoursRow>()
  for (const one of all) {
    const month = monthOf(one)
    const key = `${month}/${one.kind}`
    const row = rows.get(key) ?? { month, kind: one.kind, count: 0, minutes: 0 }
    rows.set(key, { ...row, count: row.count + 1, minutes: row.minutes + one.minutes })
  }
  return [...rows.values()].sort((a, b) => a.month.localeCompare(b.month))
}

export const hoursByMonth = (all: readonly Hours[]): readonly HoursRow[] =>
  grouped(all, ({ date }) => date.slice(0, 7))
export const hoursByKind = (all: readonly Hours[]): readonly HoursRow[] => grouped(all, () => '')

const HOUR_MINUTES = 60
/** One decimal, as time sheets have it. */
export const inHours = (minutes: number): string => (minutes / HOUR_MINUTES).toFixed(1)

/** Forty hours in fifty-two weeks: what a full-time year is in the United States. */
const FULL_TIME_HOURS = 2080
export const hoursOfShare = (percent: number): number =>
  Math.round((FULL_TIME_HOURS * percent) / 100)

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** For a time sheet: month, kind, how often, hours. */
export const hoursToCsv = (
  rows: readonly HoursRow[],
  head: readonly string[],
  kindWords: Readonly<Record<HoursKind, string>>,
): string =>
  `${[
    head,
    ...rows.map(({ month, kind, count, minutes }) => [
      month,
      kindWords[kind],
      String(count),
      inHours(minutes),
    ]),
  ]
    .map((row) => row.map(cell).join(','))
    .join('\r\n')}\r\n`
