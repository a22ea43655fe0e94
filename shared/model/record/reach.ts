/**
 * REACH: four weeks an academic year for each class, with five components for each mentee (Reflection, Education,
 * Assessment, Coaching, Health and well-being) and a checklist.
 *
 * The weeks and the groups stand in the vault record. A mentee's marks stand in their record, flat, one key for each
 * week and component: two devices that mark different components both keep their marks, and two that mark the same
 * one both times are shown as such (conflict.ts).
 */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { daysBetween } from '../../base/day'
import { date, field, line, optionalWhole, structure, text, whole } from '../../crdt/field'
import { defineKeyed } from '../../crdt/keyed'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { classOn, type Enrolled, isClassDated, isInSchool } from './enrolment'

export const reachWeeks = defineKind(
  'reachWeeks',
  {
    classYear: field(optionalWhole(1950, 2150), 'common.class'),
    /** 1 to 4: the class's year in school. */
    year: field(whole(1, 4, 1), 'reach.yearInSchool'),
    quarter: field(whole(1, 4, 1), 'reach.quarter'),
    start: field(date, 'common.fromDay'),
    end: field(date, 'common.until'),
    theme: field(line(), 'reach.theme'),
    /** The program's own exercise, in place of the one that ships for the quarter (exercise.ts). */
    exercise: field(line(), 'reach.exercise'),
    exerciseHow: field(text, 'reach.exerciseHow'),
    exerciseMinutes: field(optionalWhole(1, 600), 'reach.exerciseLength'),
    /** A question a line; the first is what a mentee's own answer begins with. */
    exerciseQuestions: field(text, 'reach.exerciseQuestions'),
  },
  {
    label: 'label.reachWeek',
    count: 'count.reachWeek',
    title: () => '',
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'reach' },
    search: null,
    timeline: null,
  },
)
export type ReachWeek = Of<typeof reachWeeks>

export const COMPONENTS = ['reflection', 'education', 'assessment', 'coaching', 'health'] as const
export type Component = (typeof COMPONENTS)[number]
/** What the coach ticks of a week. */
export const CHECKLIST = ['prep', 'summary', 'focus'] as const
export type ChecklistItem = (typeof CHECKLIST)[number]
/** What the record says by itself (views/fulfilment.ts). A mark that was set while these were ticked, too, still counts. */
export const SEEN_ITEMS = ['held', 'goals', 'next-date'] as const
export type SeenItem = (typeof SEEN_ITEMS)[number]
export const MARKS = ['not-started', 'planned', 'done', 'excused'] as const
export type Mark = (typeof MARKS)[number]

const StoredMark = v.object({
  mark: v.picklist(MARKS),
  /** What fulfils it: an item of the record, `goals/<id>`. */
  link: v.optional(v.nullable(v.string()), null),
})
export type ReachMark = v.InferOutput<typeof StoredMark>
const NOT_STARTED: ReachMark = { mark: 'not-started', link: null }

/** By week and component or checklist entry: `<week>/<component>`. */
export type ReachMarks = Readonly<Record<string, ReachMark>>

export const reachMarks = defineKeyed(
  'reachMarks',
  field(structure<ReachMark>(StoredMark, NOT_STARTED), 'label.reachMark'),
  {
    label: 'label.reachMark',
    count: 'count.reachMark',
    title: () => '',
    bin: false,
    leavesFor: ['coach'],
    opens: { tab: 'reach' },
    search: null,
    timeline: null,
  },
)

export type Part = Component | ChecklistItem | SeenItem
const PARTS: readonly Part[] = [...COMPONENTS, ...CHECKLIST, ...SEEN_ITEMS]

export const setMark = (
  record: Y.Doc,
  input: {
    readonly week: string
    readonly part: Part
    readonly mark: Mark
    readonly link?: string | null
  },
): void =>
  record.transact(() => {
    const key = `${input.week}/${input.part}`
    const link =
      input.link === undefined ? (reachMarks.readAll(record)[key]?.link ?? null) : input.link
    const value = { mark: input.mark, link: input.mark === 'not-started' ? null : link }
    reachMarks.set(record, { key, value })
  })

export const markOf = (marks: ReachMarks, week: string, part: Part): ReachMark =>
  marks[`${week}/${part}`] ?? NOT_STARTED

/** What space does: not started, planned, done, excused, and round again. */
export const nextMark = (mark: Mark): Mark =>
  MARKS[(MARKS.indexOf(mark) + 1) % MARKS.length] ?? 'not-started'

/** What marks were before a change, to take it back. */
export interface MarksBefore {
  readonly week: string
  readonly marks: Readonly<Partial<Record<Part, ReachMark>>>
}

/**
 * Marks parts of a week; "next" goes on from what the record says now, so that no press of a fast hand counts twice or
 * not at all. A mark for many leaves those who are excused as they are, and takes back nothing that is done.
 */
export const markParts = (
  record: Y.Doc,
  input: {
    readonly week: string
    readonly parts: readonly Part[]
    readonly mark: Mark | 'next'
    readonly forMany?: boolean
    readonly link?: string | null
  },
): MarksBefore =>
  record.transact(() => {
    const all = reachMarks.readAll(record)
    const before: Partial<Record<Part, ReachMark>> = {}
    for (const part of input.parts) {
      const now = markOf(all, input.week, part)
      const mark = input.mark === 'next' ? nextMark(now.mark) : input.mark
      const spared =
        input.forMany === true &&
        (now.mark === 'excused' || (now.mark === 'done' && mark === 'planned'))
      const link = input.link === undefined ? now.link : input.link
      if ((mark === now.mark && link === now.link) || spared) continue
      before[part] = now
      setMark(record, { week: input.week, part, mark, link })
    }
    return { week: input.week, marks: before }
  })

/** Takes a change of marks back, links and all. */
export const restoreMarks = (record: Y.Doc, { week, marks }: MarksBefore): void =>
  record.transact(() => {
    for (const part of PARTS) {
      const before = marks[part]
      if (before !== undefined) setMark(record, { week, part, ...before })
    }
  })

export type WeekStatus = 'none' | 'started' | 'done'
/** Done when every component is done or excused. */
export const weekStatus = (marks: ReachMarks, week: string): WeekStatus => {
  const all = COMPONENTS.map((component) => markOf(marks, week, component).mark)
  if (all.every((mark) => mark === 'done' || mark === 'excused')) return 'done'
  return all.some((mark) => mark !== 'not-started') ? 'started' : 'none'
}

const byStart = (a: ReachWeek, b: ReachWeek): number => a.start.localeCompare(b.start)
/** A class's weeks, in order. */
export const weeksOf = (
  all: readonly ReachWeek[],
  classYear: number | null,
): readonly ReachWeek[] =>
  kept(all)
    .filter((week) => week.classYear === classYear)
    .sort(byStart)

type Reached = Enrolled & { readonly reachMarks: ReachMarks }

const isMarked = ({ reachMarks: marks }: Reached, week: ReachWeek): boolean =>
  PARTS.some((part) => markOf(marks, week.id, part).mark !== 'not-started')

/** Whether it is a week of the class that they are in on its first day. */
const isOfTheirClass = (record: Reached, week: ReachWeek): boolean =>
  week.classYear !== null && week.classYear === classOn(record, week.start)

/**
 * The weeks that are a mentee's own: those of the class that they are in on that day, if they are in school then. A
 * mentee can change their class (leave, a repeated year, a dual degree), and what was marked with an earlier one stays
 * theirs. Where no line says when they changed it (enrolment.ts), they have of the class of now the weeks of every
 * quarter of school that they have not been through, and of a year that they repeat.
 */
export const weeksOfMentee = (all: readonly ReachWeek[], record: Reached): readonly ReachWeek[] => {
  const { classYear } = record.mentee
  const theirs = kept(all)
    .filter(
      (week) =>
        (isOfTheirClass(record, week) && isInSchool(record, week.start)) || isMarked(record, week),
    )
    .sort(byStart)
  const earlier = theirs.filter((week) => week.classYear !== classYear)
  const last = earlier.at(-1)
  const beenThrough = (week: ReachWeek): boolean =>
    earlier.some(({ year, quarter }) => year === week.year && quarter === week.quarter) &&
    (last === undefined || week.start <= last.start || week.year < last.year)
  return theirs.filter(
    (week) =>
      earlier.includes(week) ||
      isMarked(record, week) ||
      isClassDated(record, week.start) ||
      !beenThrough(week),
  )
}

/** The weeks of their class in which they were away: not enrolled, which is not excused. */
export const weeksAway = (all: readonly ReachWeek[], record: Reached): readonly ReachWeek[] =>
  kept(all)
    .filter(
      (week) =>
        isOfTheirClass(record, week) && !isInSchool(record, week.start) && !isMarked(record, week),
    )
    .sort(byStart)

/** The week that holds the day, or null. */
export const weekOn = (weeks: readonly ReachWeek[], day: string): ReachWeek | undefined =>
  weeks.find(({ start, end }) => start <= day && day <= end)

/** The week that a class is in, was in last, or, before the first one, goes to. */
export const weekNear = (weeks: readonly ReachWeek[], day: string): ReachWeek | undefined =>
  weekOn(weeks, day) ?? weeks.filter(({ start }) => start <= day).at(-1) ?? weeks[0]

/** The week that the day is in or is nearest to, be it over or to come: the one to work on. */
export const weekNearest = (weeks: readonly ReachWeek[], day: string): ReachWeek | undefined => {
  const away = ({ start, end }: ReachWeek): number =>
    Math.max(daysBetween(day, start), daysBetween(end, day), 0)
  return [...weeks].sort((a, b) => away(a) - away(b))[0]
}

/** A mentee who has not finished a week that has begun counts as not done. */
export const isReachOpen = (marks: ReachMarks, week: ReachWeek | undefined, day: string): boolean =>
  week !== undefined && week.start <= day && weekStatus(marks, week.id) !== 'done'

/** "day 2" of a week. */
export const dayOfWeek = (week: ReachWeek, day: string): number => daysBetween(week.start, day) + 1
