/**
 * Insights: the caseload as counts over a time. They are about the coach's own work (whom did I meet, am I fair?) and
 * about groups; they never rank mentees, and no check-in is part of them: no trend across mentees, ever (domain.md).
 */
import { addDays, daysBetween } from '../base/day'
import { kept } from '../crdt/kind'
import { meetings } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { classOn } from '../model/record/enrolment'
import {
  GOAL_CATEGORIES,
  GOAL_STATUSES,
  type GoalCategory,
  type GoalStatus,
} from '../model/record/goal'
import { byDisplayName, displayName } from '../model/record/mentee'
import { weekStatus, weeksOfMentee } from '../model/record/reach'
import type { Session } from '../model/record/session'
import { t } from '../words/words'
import { enoughPeople } from './small-cells'

export interface InsightFilter {
  readonly from: string
  readonly to: string
  readonly classYear: number | null
  readonly group: string | null
}

/** A number, what it is of, and whose records it came from. */
export interface Cell {
  readonly row: string
  readonly column: string
  readonly value: number
  readonly records: readonly string[]
}

export const filterRecords = (
  records: readonly RecordProjection[],
  { to, classYear, group }: InsightFilter,
): readonly RecordProjection[] =>
  records
    .filter(
      (record) =>
        (classYear === null || classOn(record, to) === classYear) &&
        (group === null || record.mentee.reachGroup === group),
    )
    .sort(byDisplayName)

/** `2026-11` for every month from one day to another. */
export const monthsBetween = (from: string, to: string): readonly string[] => {
  const months: string[] = []
  let [year = 0, month = 0] = from.split('-').map(Number)
  while (`${year}-${String(month).padStart(2, '0')}` <= to.slice(0, 7)) {
    months.push(`${year}-${String(month).padStart(2, '0')}`)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year++
  }
  return months
}

/** `2026 Q4`. */
const quarterOf = (day: string): string =>
  `${day.slice(0, 4)} Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

const quartersBetween = (from: string, to: string): readonly string[] => [
  ...new Set(monthsBetween(from, to).map((month) => quarterOf(`${month}-01`))),
]

const within = ({ from, to }: InsightFilter, day: string): boolean => from <= day && day <= to

/** How often each mentee was met in each month, by name. */
export const contactCadence = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  filter: InsightFilter,
): readonly Cell[] =>
  records.flatMap((record) => {
    const met = meetings(record, vault.groupSessions).filter(({ date }) => within(filter, date))
    return monthsBetween(filter.from, filter.to).map((month) => ({
      row: displayName(record.mentee),
      column: month,
      value: met.filter(({ date }) => date.startsWith(month)).length,
      records: [record.id],
    }))
  })

/** Goals that were opened before the end of the time, by category and status. */
export const goalsByCategory = (
  records: readonly RecordProjection[],
  filter: InsightFilter,
): readonly Cell[] => {
  const all = records.flatMap((record) =>
    kept(record.goals)
      .filter(({ createdAt }) => createdAt.slice(0, 10) <= filter.to)
      .map((goal) => ({ record: record.id, goal })),
  )
  return GOAL_CATEGORIES.flatMap((category: GoalCategory) =>
    GOAL_STATUSES.map((status: GoalStatus) => {
      const own = all.filter(({ goal }) => goal.category === category && goal.status === status)
      return {
        row: category,
        column: status,
        value: own.length,
        records: [...new Set(own.map(({ record }) => record))],
      }
    }),
  )
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0
    ? 0
    : Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 10) / 10

/** Mean importance and confidence (0 to 10) of all ratings, in each quarter in which enough mentees gave any. */
export const confidenceOverTime = (
  records: readonly RecordProjection[],
  filter: InsightFilter,
): readonly Cell[] => {
  const rated = records.flatMap((record) =>
    kept(record.goals).flatMap(({ ratings }) =>
      ratings
        .filter(({ date }) => within(filter, date))
        .map((rating) => ({ record: record.id, rating })),
    ),
  )
  return quartersBetween(filter.from, filter.to).flatMap((quarter) => {
    const own = rated.filter(({ rating }) => quarterOf(rating.date) === quarter)
    return !enoughPeople(own)
      ? []
      : (['confidence', 'importance'] as const).map((column) => ({
          row: quarter,
          column,
          value: mean(own.map(({ rating }) => rating[column])),
          records: [...new Set(own.map(({ record }) => record))],
        }))
  })
}

/** Mentees with all five components done or excused, and those without, for each REACH week that has begun. */
export const reachCompletion = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  filter: InsightFilter,
): readonly Cell[] => {
  const theirs = records.map((record) => ({
    record,
    weeks: weeksOfMentee(vault.reachWeeks, record),
  }))
  const weeks = [...new Set(theirs.flatMap((one) => one.weeks))]
    .filter(({ start }) => within(filter, start))
    .sort((a, b) => (a.classYear ?? 0) - (b.classYear ?? 0) || a.start.localeCompare(b.start))
  return weeks.flatMap((week) => {
    const own = theirs.filter((one) => one.weeks.includes(week)).map(({ record }) => record)
    const done = own.filter(({ reachMarks }) => weekStatus(reachMarks, week.id) === 'done')
    const row = t('insights.reachWeek', {
      class: week.classYear ?? '',
      year: week.year,
      quarter: week.quarter,
    }).trim()
    const ids = (some: readonly RecordProjection[]) => some.map(({ id }) => id)
    return [
      { row, column: 'done', value: done.length, records: ids(done) },
      {
        row,
        column: 'open',
        value: own.length - done.length,
        records: ids(own.filter((record) => !done.includes(record))),
      },
    ]
  })
}

export interface Balance {
  readonly record: string
  readonly name: string
  readonly sessions: number
  readonly minutes: number
  /** Sessions that did not happen: canceled by the coach, by the mentee, and those nobody came to. */
  readonly canceledByMe: number
  readonly canceledByThem: number
  readonly missed: number
}

/** Time and sessions for each mentee, by name and in no other order: am I fair? */
export const attentionBalance = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  filter: InsightFilter,
): readonly Balance[] =>
  records.map((record) => {
    const all = kept(record.sessions).filter(({ date }) => within(filter, date))
    const own = all.filter(({ status }) => status === 'held')
    const canceled = (by: Session['calledOffBy']): number =>
      all.filter(({ status, calledOffBy }) => status === 'cancelled' && calledOffBy === by).length
    const groups = kept(vault.groupSessions).filter(
      ({ status, date, present }) =>
        status === 'held' && within(filter, date) && present.includes(record.id),
    )
    return {
      record: record.id,
      name: displayName(record.mentee),
      sessions: own.length + groups.length,
      canceledByMe: canceled('by-coach'),
      canceledByThem: canceled('by-mentee'),
      missed: all.filter(({ status }) => status === 'missed').length,
      // A group's time is shared by those who are there.
      minutes: Math.round(
        own.reduce((sum, { minutes }) => sum + minutes, 0) +
          groups.reduce(
            (sum, { minutes, present }) => sum + minutes / Math.max(1, present.length),
            0,
          ),
      ),
    }
  })

const MOST_THEMES = 8

/** The themes that come up most, in each quarter in which enough mentees had any. */
export const themesOverTime = (
  records: readonly RecordProjection[],
  filter: InsightFilter,
): readonly Cell[] => {
  const all = records.flatMap((record) =>
    [kept(record.sessions), kept(record.notes), kept(record.reflections)].flatMap((items) =>
      items
        .filter(({ date }) => within(filter, date))
        .flatMap(({ themes, date }) => themes.map((theme) => ({ theme, date, record: record.id }))),
    ),
  )
  const counts = new Map<string, number>()
  for (const { theme } of all) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  const top = [...counts]
    .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
    .slice(0, MOST_THEMES)
    .map(([theme]) => theme)
  return quartersBetween(filter.from, filter.to).flatMap((quarter) => {
    const ofQuarter = all.filter(({ date }) => quarterOf(date) === quarter)
    if (!enoughPeople(ofQuarter)) return []
    return top.map((theme) => {
      const own = ofQuarter.filter((one) => one.theme === theme)
      return {
        row: quarter,
        column: theme,
        value: own.length,
        records: [...new Set(own.map(({ record }) => record))],
      }
    })
  })
}

/** The time shown first: this month and the eleven before it, so that none is only the end of one. */
export const lastYear = (today: string): Pick<InsightFilter, 'from' | 'to'> => {
  const month = Number(today.slice(5, 7))
  const year = Number(today.slice(0, 4)) - (month === 12 ? 0 : 1)
  return { from: `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`, to: today }
}

/** A time that ends before it begins, or is longer than a heat map can show, is put right. */
export const soundFilter = (filter: InsightFilter): InsightFilter =>
  filter.from > filter.to
    ? { ...filter, from: filter.to }
    : daysBetween(filter.from, filter.to) > 1461
      ? { ...filter, from: addDays(filter.to, -1461) }
      : filter
