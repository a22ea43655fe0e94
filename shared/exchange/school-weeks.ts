/**
 * REACH weeks from the school's calendar. Whose week an entry is and which of the year are guessed, from its words first
 * and from its days otherwise; the coach sees every guess beside the entry's own words before any is taken in.
 *
 * A week that is there already is the one of the same class that shares a day with it, or the one of the same quarter:
 * its dates move, and all that was marked in it stays where it is.
 */
import type * as Y from 'yjs'
import { yearOf } from '../base/academic-year'
import { addDays, daysBetween } from '../base/day'
import { kept } from '../crdt/kind'
import { takeInItem } from '../crdt/taking-in'
import { type ReachWeek, reachWeeks } from '../model/record/reach'
import { quarterOf, WEEK_DAYS } from '../model/record/reach-year'
import {
  classesNamed,
  classesOn,
  numberIn,
  ordinalBefore,
  type SchoolEvent,
} from './school-calendar'

/** A week that the file has, as it is guessed or as the coach put it right. */
export interface FoundWeek {
  readonly key: string
  /** What the entry says. */
  readonly words: string
  readonly classYear: number | null
  readonly quarter: number
  /** Neither words nor place tell which quarter it is, and there is a week of the one that its days lie in. */
  readonly movesByGuess: boolean
  readonly start: string
  readonly end: string
}

/** The word in capitals, or with what only the program is called: "Reach out to your adviser" is no REACH week. */
const REACH = /\bREACH\b/
const REACH_WEEK = /\breach\s+(?:weeks?|wk|program|curriculum)\b/i
const isReach = ({ words }: SchoolEvent): boolean => REACH.test(words) || REACH_WEEK.test(words)

const QUARTER =
  /(?<![a-z])(?:Q|quarter|qtr|weeks?|wk|REACH)[ #.:-]*([1-4](?!\d)|IV|I{1,3})(?![a-z/])/i
const quarterNamed = (words: string): number | undefined => {
  const [, number] = QUARTER.exec(words) ?? []
  return number === undefined ? ordinalBefore(words, 'quarter|qtr|REACH|week')[0] : numberIn(number)
}

/** Weeks begin on a Monday, as 5 January 1970 did. */
const weekNumber = (day: string): number => Math.floor(daysBetween('1970-01-05', day) / 7)
const isMonday = (day: string): boolean => daysBetween('1970-01-05', day) % 7 === 0

interface Named {
  readonly event: SchoolEvent
  readonly classYear: number | null
  readonly quarter: number | undefined
}

/** What is written down day by day is one week, unless it is of another quarter by its words. */
const joined = (all: readonly Named[]): readonly Named[] => {
  const weeks = new Map<string, Named[]>()
  for (const one of all) {
    const key = `${one.classYear}/${weekNumber(one.event.start)}`
    const week = weeks.get(key) ?? []
    const at = week.findIndex(
      ({ quarter }) =>
        quarter === one.quarter || quarter === undefined || one.quarter === undefined,
    )
    const first = week[at] ?? one
    const [, end = one.event.end] = [first.event.end, one.event.end].sort()
    week[at < 0 ? week.length : at] = {
      ...first,
      event: { ...first.event, end },
      quarter: first.quarter ?? one.quarter,
    }
    weeks.set(key, week)
  }
  return [...weeks.values()].flat()
}

/** An entry for the Monday alone says when the week begins. */
const endOf = ({ start, end }: SchoolEvent): string =>
  start === end && isMonday(start) ? addDays(start, WEEK_DAYS) : end

const sharesADay = (a: Pick<ReachWeek, 'start' | 'end'>, b: Pick<ReachWeek, 'start' | 'end'>) =>
  a.start <= b.end && b.start <= a.end

interface School {
  /** The classes that the coach has mentees in: an entry that names no class is for each of them. */
  readonly classes: readonly number[]
  readonly weeks: readonly ReachWeek[]
  readonly turnover: string
}

export const findWeeks = (
  events: readonly SchoolEvent[],
  { classes, weeks, turnover }: School,
): readonly FoundWeek[] => {
  const named = events
    .filter(isReach)
    .sort((a, b) => a.start.localeCompare(b.start))
    .flatMap((event): readonly Named[] => {
      const quarter = quarterNamed(event.words)
      const theirs = classesNamed(event.words, event.start, turnover)
      const own = classes.filter((one) => classesOn(event.start, turnover).includes(one))
      const all = theirs.length > 0 ? theirs : own
      return (all.length > 0 ? all : [null]).map((classYear) => ({ event, classYear, quarter }))
    })
  const all = joined(named)
  const yearOfSchool = ({ classYear, event }: Named): string =>
    `${classYear}/${yearOf(classYear, event.start, turnover)}`
  const byYear = new Map<string, readonly Named[]>()
  for (const one of all)
    byYear.set(yearOfSchool(one), [...(byYear.get(yearOfSchool(one)) ?? []), one])
  /** Four weeks of a year without a number are its four quarters. */
  const inOrder = (one: Named): number | undefined => {
    const ofYear = byYear.get(yearOfSchool(one)) ?? []
    const isPlain = ofYear.length === 4 && ofYear.every(({ quarter }) => quarter === undefined)
    return isPlain ? ofYear.indexOf(one) + 1 : undefined
  }
  return all.map((one) => {
    const { event, classYear, quarter } = one
    const { key, words, start } = event
    const end = endOf(event)
    const known = kept(weeks).find(
      (week) => week.classYear === classYear && sharesADay(week, { start, end }),
    )
    const said = quarter ?? known?.quarter ?? inOrder(one)
    const isIts = (week: ReachWeek): boolean =>
      week.classYear === classYear &&
      week.year === yearOf(classYear, start, turnover) &&
      week.quarter === quarterOf(start, turnover)
    return {
      key: `${key}/${classYear}`,
      words,
      classYear,
      quarter: said ?? quarterOf(start, turnover),
      movesByGuess: said === undefined && kept(weeks).some(isIts),
      start,
      end,
    }
  })
}

export interface WeekStanding {
  /** The week that it is already. */
  readonly week: ReachWeek | undefined
  readonly what: 'without-class' | 'new' | 'changed' | 'known' | 'twice'
}

/** What a week of the file is beside those that are there, and beside the earlier ones of the file that come in. */
export const standingsOf = (
  found: readonly (FoundWeek & { readonly taken: boolean })[],
  weeks: readonly ReachWeek[],
  turnover: string,
): readonly WeekStanding[] => {
  const seen: (FoundWeek & WeekStanding)[] = []
  return found.map((one): WeekStanding => {
    const { classYear, quarter, start, end, taken } = one
    const year = yearOf(classYear, start, turnover)
    if (classYear === null || year === null) return { week: undefined, what: 'without-class' }
    const isOne = (other: { readonly classYear: number | null; readonly quarter: number }) =>
      other.classYear === classYear && other.quarter === quarter
    const theirs = kept(weeks).filter((week) => week.classYear === classYear)
    const week =
      theirs.find((week) => sharesADay(week, one)) ??
      theirs.find((week) => week.year === year && week.quarter === quarter)
    const isTwice = seen.some(
      (other) =>
        (isOne(other) && yearOf(classYear, other.start, turnover) === year) ||
        (week !== undefined && other.week === week),
    )
    const isSame = week?.start === start && week.end === end && week.quarter === quarter
    const what = isTwice ? 'twice' : week === undefined ? 'new' : isSame ? 'known' : 'changed'
    if (taken || what === 'known') seen.push({ ...one, week, what })
    return { week, what }
  })
}

/**
 * Proposed is what is still to come, of a class that the coach has somebody in, and moves no week only since its days lie
 * in the same quarter: the rest is there to be chosen.
 */
export const isProposed = (
  { classYear, end, movesByGuess }: Pick<FoundWeek, 'classYear' | 'end' | 'movesByGuess'>,
  classes: readonly number[],
  today: string,
): boolean => classYear !== null && classes.includes(classYear) && end >= today && !movesByGuess

/** What taking weeks in did, to take it back; without what was before for those that were not there. */
export type WeeksTaken = readonly {
  readonly id: string
  readonly before?: Pick<ReachWeek, 'year' | 'quarter' | 'start' | 'end'>
}[]

export const takeInWeeks = (
  vault: Y.Doc,
  {
    found,
    turnover,
  }: {
    readonly found: readonly (FoundWeek & { readonly week: ReachWeek | undefined })[]
    readonly turnover: string
  },
): WeeksTaken =>
  vault.transact(() =>
    found.flatMap(({ classYear, quarter, start, end, week }) => {
      const year = yearOf(classYear, start, turnover)
      if (year === null) return []
      const next = { year, quarter, start, end }
      if (week === undefined) {
        // Two laptops may take in the same file before they meet: a week is the same on both.
        const id = takeInItem(vault, reachWeeks, { classYear, ...next }, `${start}T00:00:00.000Z`)
        return [{ id }]
      }
      reachWeeks.edit(vault, { id: week.id, base: week, next })
      const before = { year: week.year, quarter: week.quarter, start: week.start, end: week.end }
      return [{ id: week.id, before }]
    }),
  )

export const takeBackWeeks = (vault: Y.Doc, taken: WeeksTaken): void =>
  vault.transact(() => {
    for (const { id, before } of taken)
      if (before === undefined) reachWeeks.remove(vault, { id, deleted: true })
      else reachWeeks.edit(vault, { id, next: before })
  })
