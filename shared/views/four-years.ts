/**
 * What lasts in a mentee's years of medical school: time away, clinical blocks, the weeks around a board exam and the
 * residency season, side by side on one axis. Nothing of it is stored: it is read from enrolment, rotations, exams and
 * seasons. How an exam or a Match went has no place in any of them, so none is here.
 */
import { academicYear, academicYearEnd } from '../base/academic-year'
import { addDays, daysBetween } from '../base/day'
import { kept } from '../crdt/kind'
import { datesOfSeason } from '../model/caseload/season-date'
import type { RecordProjection, VaultProjection } from '../model/projection'
import {
  classOn,
  type EnrolmentState,
  enrolmentLabels,
  schoolYearWords,
} from '../model/record/enrolment'
import { t } from '../words/words'

export const LANES = ['away', 'clerkships', 'boards', 'residency'] as const
export type Lane = (typeof LANES)[number]

export interface Band {
  readonly id: string
  readonly lane: Lane
  readonly title: string
  readonly start: string
  /** Its last day; none while nobody knows it. */
  readonly end: string | null
}

const AWAY: readonly EnrolmentState[] = ['on-leave', 'research', 'dual-degree']

const firstOf = (days: readonly (string | null)[]): string | undefined =>
  days.filter((day) => day !== null).sort()[0]
const lastOf = (days: readonly (string | null)[]): string | undefined =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1)

export const rotationBands = (record: RecordProjection): readonly Band[] =>
  kept(record.rotations).map(({ id, block, start, end }) => ({
    id,
    lane: 'clerkships',
    title: block,
    start,
    end,
  }))

export const awayBands = (
  record: RecordProjection,
  states: readonly EnrolmentState[] = AWAY,
): readonly Band[] =>
  kept(record.enrolments)
    .filter(({ state }) => states.includes(state))
    .map(({ id, state, start, end }) => ({
      id,
      lane: 'away',
      title: enrolmentLabels[state],
      start,
      end,
    }))

/** From the first day that belongs to an exam until it is sat, or until its window closes. */
const boardBands = (record: RecordProjection): readonly Band[] =>
  kept(record.exams).flatMap(({ id, name, booked, windowStart, windowEnd, practice }) => {
    const start = firstOf([booked, windowStart, ...practice])
    const end = booked ?? lastOf([windowEnd, windowStart, ...practice])
    return start === undefined || end === undefined || end < start
      ? []
      : [{ id, lane: 'boards' as const, title: name, start, end }]
  })

/** From when applications open until Match Day, as far as the dates of that year are known here; else its academic year. */
const residencyBands = (
  record: RecordProjection,
  vault: Pick<VaultProjection, 'seasonDates' | 'settings'>,
): readonly Band[] =>
  kept(record.seasons).flatMap(({ id, year }) => {
    if (year === null) return []
    const days = datesOfSeason(vault.seasonDates, year).flatMap(({ date, until }) => [date, until])
    const whole = academicYear(year, vault.settings.turnover)
    return [
      {
        id,
        lane: 'residency' as const,
        title: t('season.match', { year }),
        start: firstOf(days) ?? whole.from,
        end: lastOf(days) ?? whole.to,
      },
    ]
  })

/** Leaves and exams that were written down as important dates, which is all there was for them once. */
const datedBands = (record: RecordProjection): readonly Band[] =>
  kept(record.importantDates).flatMap(({ id, kind, title, date, until }): readonly Band[] =>
    kind === 'leave' || kind === 'exam'
      ? [
          {
            id,
            lane: kind === 'leave' ? 'away' : 'boards',
            title,
            start: date,
            end: until !== null && until > date ? until : date,
          },
        ]
      : [],
  )

/** In the order in which they began. */
export const bandsOf = (
  record: RecordProjection,
  vault: Pick<VaultProjection, 'seasonDates' | 'settings'>,
): readonly Band[] =>
  [
    ...awayBands(record),
    ...rotationBands(record),
    ...boardBands(record),
    ...datedBands(record),
    ...residencyBands(record, vault),
  ].sort((a, b) => a.start.localeCompare(b.start) || a.title.localeCompare(b.title))

interface SchoolYear {
  readonly from: string
  readonly to: string
  /** "MS2", and twice where it was repeated. */
  readonly label: string
}

const YEARS = 4
/** A dual degree adds some; more than this is a typo in a date. */
const MOST_YEARS = 10
const DAYS_INTO = 100

/** The years of the axis: the four of the class, those before it if they began with another, and all that bands touch. */
export const yearsOf = (
  record: RecordProjection,
  bands: readonly Band[],
  today: string,
  turnover: string,
): readonly SchoolYear[] => {
  const endOf = (day: string): number => academicYearEnd(day, turnover)
  const classYear = classOn(record, today)
  const own = classYear === null ? [] : [classYear - YEARS + 1, classYear]
  const begun = kept(record.enrolments).flatMap((one) =>
    one.classYear === null ? [] : one.classYear - YEARS + 1,
  )
  const touched = bands.flatMap(({ start, end }) => [endOf(start), endOf(end ?? start)])
  const ends = [...own, ...begun, ...touched]
  const last = Math.max(...(ends.length === 0 ? [endOf(today)] : ends))
  const first = Math.max(Math.min(last, ...ends), last - MOST_YEARS + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const { from, to } = academicYear(first + index, turnover)
    return { from, to, label: schoolYearWords(record, addDays(from, DAYS_INTO), turnover) }
  })
}

export interface PlacedBand extends Band {
  /** In hundredths of the axis: its days. */
  readonly left: number
  readonly width: number
  /** Where its words begin: with its days, or before them at the end of the axis. */
  readonly from: number
  /** Of what is shown: its days, or its words where they need more. */
  readonly room: number
  /** Bands of a lane that have no room beside each other stand under one another. */
  readonly row: number
}

/** Where each band stands between the first and the last day of the years; one without an end goes on until today. */
export const placeBands = (
  bands: readonly Band[],
  years: readonly SchoolYear[],
  today: string,
  /** How much of the axis the words of a band need, in hundredths. */
  roomFor: (band: Band) => number = () => 0,
): readonly PlacedBand[] => {
  const [first, last] = [years[0]?.from ?? today, years.at(-1)?.to ?? today]
  const whole = daysBetween(first, last) + 1
  const at = (day: string): number =>
    Math.min(100, Math.max(0, (daysBetween(first, day) / whole) * 100))
  const taken = new Map<string, number>()
  return bands.map((band) => {
    const end = band.end ?? (today > band.start ? today : band.start)
    const left = at(band.start)
    const width = at(addDays(end, 1)) - left
    const room = Math.min(100, Math.max(width, roomFor(band)))
    const from = Math.min(left, 100 - room)
    let row = 0
    while ((taken.get(`${band.lane}/${row}`) ?? 0) > from + 0.001) row++
    taken.set(`${band.lane}/${row}`, from + room)
    return { ...band, left, width, from, room, row }
  })
}
