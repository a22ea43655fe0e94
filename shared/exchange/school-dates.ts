/**
 * Days of a class's four years from the school's calendar: an entry that says what one of the plan says (class-plan.ts) is
 * proposed as its day, for the class that it names or that is in the year in which that comes. The days of the residency
 * season are not the school's, and stay what they are.
 */
import type * as Y from 'yjs'
import { yearOf } from '../base/academic-year'
import { type ClassDate, classDates, datesOfClass, setClassDay } from '../model/caseload/class-date'
import {
  type Degree,
  givePlanned,
  hasPlan,
  type Milestone,
  monthOf,
  PLAN,
} from '../model/caseload/class-plan'
import { classesNamed, classesOn, type SchoolEvent } from './school-calendar'
import { takeBackWeeks, takeInWeeks, type WeekStanding, type WeeksTaken } from './school-weeks'

/** A day that the file has, as it is guessed or as the coach put it right. */
export interface FoundDate {
  readonly key: string
  /** What the entry says. */
  readonly words: string
  readonly milestone: string
  readonly classYear: number | null
  readonly start: string
}

/** What leads to it, and is not it. */
const BEFORE = /\b(?:practice|mock|prep|review)\b/i

const milestoneOf = (words: string): Milestone | undefined =>
  BEFORE.test(words)
    ? undefined
    : PLAN.find(({ season, says }) => season === undefined && says?.test(words) === true)

/** Of several entries for one thing (each shelf exam, each day of orientation) the first is its day. */
export const findDates = (
  events: readonly SchoolEvent[],
  turnover: string,
): readonly FoundDate[] => {
  const found = new Map<string, FoundDate>()
  for (const { key, words, start } of [...events].sort((a, b) => a.start.localeCompare(b.start))) {
    const milestone = milestoneOf(words)
    if (milestone === undefined) continue
    const named = classesNamed(words, start, turnover)
    const inItsYear = classesOn(start, turnover).filter(
      (one) => yearOf(one, start, turnover) === milestone.year,
    )
    for (const classYear of named.length > 0 ? named : inItsYear) {
      const of = `${milestone.id}/${classYear}`
      if (!found.has(of))
        found.set(of, { key: `${key}/${of}`, words, milestone: milestone.id, classYear, start })
    }
  }
  return [...found.values()]
}

interface DateStanding {
  /** The day that it is already. */
  readonly known: ClassDate | undefined
  readonly what: WeekStanding['what']
}

/** What each is beside the days that are there, and beside the earlier ones of the file that come in. */
export const dateStandingsOf = (
  found: readonly (FoundDate & { readonly taken: boolean })[],
  stored: readonly ClassDate[],
): readonly DateStanding[] => {
  const seen = new Set<string>()
  return found.map(({ classYear, milestone, start, taken }): DateStanding => {
    if (classYear === null) return { known: undefined, what: 'without-class' }
    const known = datesOfClass(stored, classYear).find((one) => one.milestone === milestone)
    const same = known?.date === start && !known.monthOnly
    const of = `${milestone}/${classYear}`
    const isTwice = seen.has(of)
    if (taken) seen.add(of)
    const what = isTwice ? 'twice' : known === undefined ? 'new' : same ? 'known' : 'changed'
    return { known, what }
  })
}

/** A day that is to come in, and the one that it moves. */
type ComingDate = FoundDate & { readonly known: ClassDate | undefined }

/** What taking days in did, to take it back. */
type DatesTaken = readonly {
  readonly id: string
  /** What it was; null for one that was not there. */
  readonly before: Pick<ClassDate, 'date' | 'monthOnly'> | null
  /** What the plan has, where the class had no plan yet. */
  readonly ofPlan?: { readonly classYear: number; readonly date: string }
}[]

/** Whose boards they are, by what an entry calls them. */
export const degreeIn = (words: string): Degree => (/COMLEX|level/i.test(words) ? 'do' : 'md')

/** A day of a class is the plan's item with its day set, so that two laptops with two days differ in that alone. */
const takeInDates = (vault: Y.Doc, found: readonly ComingDate[]): DatesTaken => {
  const stored = classDates.readAll(vault)
  return found.flatMap(({ classYear, milestone, words, start, known }): DatesTaken => {
    if (known !== undefined) {
      setClassDay(vault, { id: known.id, base: known, day: start })
      return [{ id: known.id, before: { date: known.date, monthOnly: known.monthOnly } }]
    }
    const one = PLAN.find(({ id }) => id === milestone)
    if (one === undefined || classYear === null) return []
    const id = givePlanned(vault, { one, classYear, degree: degreeIn(words) })
    setClassDay(vault, { id, day: start })
    const ofPlan = { classYear, date: monthOf(one, classYear) }
    return [{ id, before: null, ...(hasPlan(stored, classYear) ? {} : { ofPlan }) }]
  })
}

const takeBackDates = (vault: Y.Doc, taken: DatesTaken): void => {
  const stored = classDates.readAll(vault)
  for (const { id, before, ofPlan } of taken)
    if (before !== null) classDates.edit(vault, { id, next: before })
    // Another laptop gave the class its plan in the meantime: there it is a month of that.
    else if (ofPlan !== undefined && hasPlan(stored, ofPlan.classYear))
      classDates.edit(vault, { id, next: { date: ofPlan.date, monthOnly: true } })
    else classDates.remove(vault, { id, deleted: true })
}

export interface SchoolTaken {
  readonly weeks: WeeksTaken
  readonly dates: DatesTaken
}

/** Takes in what was chosen of a file, all in one step. */
export const takeInSchool = (
  vault: Y.Doc,
  input: {
    readonly weeks: Parameters<typeof takeInWeeks>[1]['found']
    readonly dates: readonly ComingDate[]
    readonly turnover: string
  },
): SchoolTaken =>
  vault.transact(() => ({
    weeks: takeInWeeks(vault, { found: input.weeks, turnover: input.turnover }),
    dates: takeInDates(vault, input.dates),
  }))

export const takeBackSchool = (vault: Y.Doc, { weeks, dates }: SchoolTaken): void =>
  vault.transact(() => {
    takeBackWeeks(vault, weeks)
    takeBackDates(vault, dates)
  })
