/**
 * A class's path through its four years: its own days (caseload/class-date.ts) and those of its residency season, in the
 * order in which they come. And what of it is ahead for a mentee: of the class that they are in on that day, while they
 * are in school, and only what they have no day of their own for.
 */
import { addDays, daysBetween } from '../base/day'
import { kept } from '../crdt/kind'
import { type ClassDate, datesOfClass, otherDaysOf } from '../model/caseload/class-date'
import { lastOfMonth, monthOf, PLAN } from '../model/caseload/class-plan'
import { datesOfSeason, isToCheck, type SeasonDate } from '../model/caseload/season-date'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { classOn, isInSchool, statusOn } from '../model/record/enrolment'
import { t } from '../words/words'

export interface PathDate {
  readonly id: string
  readonly classYear: number
  readonly title: string
  /** The first of its month while only that is known. */
  readonly date: string
  readonly monthOnly: boolean
  readonly questions: readonly string[]
  readonly milestone: string
  /** Which other days laptops have for it; where one date was set to two, the notice offers both. */
  readonly otherDays: readonly string[]
  /** Where it stands: a day of the class, or one of the season. */
  readonly of: { readonly own: ClassDate } | { readonly season: SeasonDate }
}

type Dates = Pick<VaultProjection, 'classDates' | 'seasonDates'>

const linesOf = (questions: string): readonly string[] =>
  questions
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const lastDay = ({ date, monthOnly }: PathDate): string => (monthOnly ? lastOfMonth(date) : date)

const placeInPlan = ({ milestone }: PathDate): number =>
  PLAN.findIndex(({ id }) => id === milestone)

/** The season's part of it; a day that nobody knows yet is in the month in which most seasons have it. */
const seasonOf = (stored: readonly SeasonDate[], classYear: number): readonly PathDate[] =>
  datesOfSeason(stored, classYear).flatMap((season) => {
    const milestone = PLAN.find((one) => one.season === season.shipped)
    if (milestone === undefined) return []
    return [
      {
        id: season.id,
        classYear,
        title: isToCheck(season) ? t('season.notChecked', { title: season.title }) : season.title,
        date: season.date ?? monthOf(milestone, classYear),
        monthOnly: season.date === null,
        questions: linesOf(t(milestone.questions)),
        milestone: milestone.id,
        otherDays: [],
        of: { season },
      },
    ]
  })

/** Nothing of a class that was not given a path; the season belongs to one that was. */
export const pathOf = (
  { classDates, seasonDates }: Dates,
  classYear: number,
): readonly PathDate[] => {
  const own = datesOfClass(classDates, classYear).map((one): PathDate => {
    const { id, title, date, monthOnly, questions, milestone } = one
    return {
      id,
      classYear,
      title,
      date: monthOnly ? `${date.slice(0, 8)}01` : date,
      monthOnly,
      questions: linesOf(questions),
      milestone,
      otherDays: otherDaysOf(classDates, one),
      of: { own: one },
    }
  })
  if (own.length === 0) return []
  return [...own, ...seasonOf(seasonDates, classYear)].sort(
    (a, b) =>
      a.date.localeCompare(b.date) ||
      lastDay(a).localeCompare(lastDay(b)) ||
      // In one month, as the plan has them: rank lists come before Match Day.
      placeInPlan(a) - placeInPlan(b) ||
      a.title.localeCompare(b.title),
  )
}

/** A rotation that begins within these days is the one that the class begins with. */
const SAME_START_DAYS = 45

/** Whether the mentee has a day of their own for it, which then is the one that counts. */
const hasOwn = (
  record: RecordProjection,
  { milestone, date, monthOnly, of }: PathDate,
): boolean => {
  const seasons = kept(record.seasons)
  if ('season' in of && seasons.length > 0) return true
  const rotations = kept(record.rotations)
  if (milestone === 'interviews' && seasons.some(({ interviews }) => interviews.length > 0))
    return true
  if (milestone === 'away' && rotations.some(({ kind }) => kind === 'as-away')) return true
  if (
    milestone === 'clerkships' &&
    rotations.some(({ start }) => Math.abs(daysBetween(start, date)) <= SAME_START_DAYS)
  )
    return true
  const says = PLAN.find(({ id }) => id === milestone)?.says
  const dates = kept(record.importantDates)
  return (
    (says !== undefined &&
      (kept(record.exams).some(({ name }) => says.test(name)) ||
        dates.some(({ title }) => says.test(title)))) ||
    // What was written down of that day by hand says it already.
    (!monthOnly && dates.some((one) => one.date === date))
  )
}

const isTheirs = (record: RecordProjection, { classYear }: PathDate, day: string): boolean =>
  classOn(record, day) === classYear &&
  isInSchool(record, day) &&
  statusOn(record, day) === 'active'

const allPaths = (dates: Dates): readonly PathDate[] =>
  [...new Set(kept(dates.classDates).flatMap(({ classYear }) => classYear ?? []))]
    .flatMap((classYear) => pathOf(dates, classYear))
    .sort((a, b) => a.date.localeCompare(b.date))

const aheadOf = (
  record: RecordProjection,
  all: readonly PathDate[],
  today: string,
  days: number,
): readonly PathDate[] =>
  all.filter(
    (one) =>
      today <= lastDay(one) &&
      one.date <= addDays(today, days) &&
      // Of a month that has begun, it is theirs if it is so today.
      isTheirs(record, one, one.date < today ? today : one.date) &&
      !hasOwn(record, one),
  )

/** What of their class's path is ahead for a mentee within some days, the nearest first. */
export const pathAhead = (
  record: RecordProjection,
  dates: Dates,
  today: string,
  days: number,
): readonly PathDate[] => aheadOf(record, allPaths(dates), today, days)

/** This long before a day of a class the coach is told of it: once there is a day, for a month of the plan is a guess. */
const ACT_DAYS = 28
const isToTell = ({ of, monthOnly }: PathDate): boolean => 'own' in of && !monthOnly

export interface ClassAhead {
  readonly one: PathDate
  /** Their records. */
  readonly mentees: readonly string[]
}

/**
 * For each class what comes first of its path, with those whom it concerns: one line, however many they are. What is near
 * of a season is told of each who applies (season-ahead.ts).
 */
export const classesAhead = (
  records: readonly RecordProjection[],
  dates: Dates,
  today: string,
): readonly ClassAhead[] => {
  const all = allPaths(dates).filter(isToTell)
  const found = new Map<string, ClassAhead>()
  for (const record of records) {
    if (statusOn(record, today) !== 'active') continue
    for (const one of aheadOf(record, all, today, ACT_DAYS))
      found.set(one.id, {
        one,
        mentees: [...(found.get(one.id)?.mentees ?? []), record.id],
      })
  }
  const first = new Map<number, ClassAhead>()
  for (const ahead of [...found.values()].sort((a, b) => a.one.date.localeCompare(b.one.date)))
    if (!first.has(ahead.one.classYear)) first.set(ahead.one.classYear, ahead)
  return [...first.values()]
}
