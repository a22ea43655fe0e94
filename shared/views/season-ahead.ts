/** What of a residency season is next for a mentee: its dates, but for those that are done with. */
import { addDays } from '../base/day'
import { datesOfSeason, type SeasonDate } from '../model/caseload/season-date'
import type { RecordProjection } from '../model/projection'
import { statusOn } from '../model/record/enrolment'
import { displayName } from '../model/record/mentee'
import { type Season, seasonsInOrder } from '../model/record/season'

/** The days of the season that are near, from today on; one that lasts is near until it is over. */
export const seasonAhead = (
  seasons: readonly Season[],
  stored: readonly SeasonDate[],
  today: string,
  days: number,
): readonly SeasonDate[] => {
  const [season] = seasonsInOrder(seasons)
  if (season?.year == null) return []
  return datesOfSeason(stored, season.year).filter(
    ({ date, until, shipped }) =>
      date !== null &&
      today <= (until ?? date) &&
      date <= addDays(today, days) &&
      // A rank list that is certified waits for nothing.
      !(shipped === 'rank-due' && season.rankedOn !== null),
  )
}

export interface SeasonNear {
  readonly date: SeasonDate
  readonly mentees: readonly { readonly record: string; readonly mentee: string }[]
}

/** One line a day of the season, however many apply. */
export const seasonsNear = (
  records: readonly RecordProjection[],
  stored: readonly SeasonDate[],
  today: string,
  days: number,
): readonly SeasonNear[] => {
  const found = new Map<string, SeasonNear>()
  for (const record of records) {
    if (statusOn(record, today) !== 'active') continue
    const one = { record: record.id, mentee: displayName(record.mentee) }
    for (const date of seasonAhead(record.seasons, stored, today, days))
      found.set(date.id, { date, mentees: [...(found.get(date.id)?.mentees ?? []), one] })
  }
  return [...found.values()].sort((a, b) => (a.date.date ?? '').localeCompare(b.date.date ?? ''))
}

/** From the Monday on which they learn whether they matched, to the day on which they learn where. */
export const isMatchWeek = (dates: readonly SeasonDate[], today: string): boolean => {
  const dayOf = (id: string): string | null =>
    dates.find(({ shipped }) => shipped === id)?.date ?? null
  const first = dayOf('match-week')
  const last = dayOf('match-day') ?? first
  return first !== null && last !== null && first <= today && today <= last
}
