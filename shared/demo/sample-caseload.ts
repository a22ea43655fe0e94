/**
 * The sample caseload: fourteen invented mentees of one coach. Two REACH groups of six, in their second and their last
 * year; one first-year just paired; one graduate closed out. Each has a story of their own (arcs), true to the work and to
 * the day on which the sample is opened. It is written by the same commands as everything else.
 */
import type * as Y from 'yjs'
import { academicYear, academicYearEnd } from '../base/academic-year'
import { addDays } from '../base/day'
import { captures } from '../model/caseload/capture'
import { classDates } from '../model/caseload/class-date'
import { planLacking, plannedDate } from '../model/caseload/class-plan'
import { snippets } from '../model/caseload/snippet'
import { exerciseOf } from '../model/record/exercise'
import { groupSessions } from '../model/record/group-session'
import type { MenteeInput } from '../model/record/mentee'
import { reachWeeks } from '../model/record/reach'
import { ROLES } from '../model/record/role'
import type { Arc } from './arc'
import { ARCS } from './arcs'
import {
  classOf,
  dayOf,
  firstClassOf,
  groupDayOf,
  sinceOf,
  weeksOfClass,
  workday,
} from './calendar'
import { createDiary, GROUP_MINUTES, GROUP_TIME } from './diary'
import { CAPTURES, GROUP_TALKS, SNIPPET, WEEK_THEMES } from './program'
import { isThere, type SampleGroup, type SampleWeek, writeArc } from './write-arc'

interface Filling {
  readonly weeks: readonly SampleWeek[]
  readonly groups: readonly SampleGroup[]
  /** The mentee's own record. */
  readonly id: string
}

export interface SampleMentee {
  readonly input: Partial<MenteeInput> & Pick<MenteeInput, 'name'>
  /** Writes the rest of the record. */
  readonly fill: (record: Y.Doc, world: Filling) => void
}

/** The weeks of every class that is or was in the caseload. */
export const addSampleWeeks = (vault: Y.Doc, today: string): readonly SampleWeek[] =>
  vault.transact(() =>
    [...new Set(ARCS.flatMap((arc) => [classOf(arc, today), firstClassOf(arc, today)]))].flatMap(
      (classYear) =>
        weeksOfClass(classYear, today).map((week) => ({
          ...week,
          id: reachWeeks.add(vault, {
            ...week,
            theme: WEEK_THEMES[(week.year - 1) * 4 + week.quarter - 1] ?? '',
          }),
        })),
    ),
  )

/** The path of every class that is in the caseload. */
export const addSamplePaths = (
  vault: Y.Doc,
  today: string,
): { readonly dates: readonly string[] } =>
  vault.transact(() => ({
    dates: [...new Set(ARCS.map((arc) => classOf(arc, today)))].flatMap((classYear) =>
      // Not as a plan is adopted, which is one with another laptop's: the sample's is taken out with it.
      planLacking(classDates.readAll(vault), classYear, today).map((one) =>
        classDates.add(vault, plannedDate(one, classYear, 'md')),
      ),
    ),
  }))

/** Who is not there on that day, though in the group. */
const misses = (arc: Arc, date: string, today: string): boolean =>
  (arc.unseenFor !== undefined && date > addDays(today, -arc.unseenFor)) ||
  // Now and then somebody is.
  (Date.parse(date) / 86_400_000 + arc.mentee.name.length) % 11 === 0

/** What the group does in a week. */
const exerciseIn = (vault: Y.Doc, id: string): string => {
  const week = reachWeeks.readAll(vault).find((one) => one.id === id)
  return (week && exerciseOf(week)?.title) ?? ''
}

/** A group session in each week that has begun, and one in the next. */
export const addSampleGroups = (
  vault: Y.Doc,
  input: {
    readonly today: string
    readonly weeks: readonly SampleWeek[]
    /** Records by the mentee's name. */
    readonly records: Readonly<Record<string, string>>
  },
): readonly SampleGroup[] =>
  vault.transact(() =>
    Object.entries(GROUP_TALKS).flatMap(([group, talks]) => {
      const members = ARCS.filter(({ mentee }) => mentee.reachGroup === group)
      const [first] = members
      if (first === undefined) return []
      const { today } = input
      const since = sinceOf(first, today)
      const weeks = input.weeks.filter(
        ({ classYear, start }) => classYear === classOf(first, today) && start >= since,
      )
      const held = weeks.filter((week) => groupDayOf(week) <= today)
      const next = weeks.find((week) => groupDayOf(week) > today)
      const past = held.map((week, index): SampleGroup => {
        const [theme = '', notes = ''] = talks[index]?.split(' | ') ?? []
        const date = groupDayOf(week)
        const present = members
          .filter((arc) => isThere(arc, date, today) && !misses(arc, date, today))
          .flatMap(({ mentee }) => input.records[mentee.name] ?? [])
        const id = groupSessions.add(vault, {
          group,
          week: week.id,
          status: 'held',
          date,
          time: GROUP_TIME,
          minutes: GROUP_MINUTES,
          themes: theme === '' ? [] : [theme],
          present,
          notes,
          exercise: exerciseIn(vault, week.id),
          rulesSaid: true,
        })
        return { id, group, date, present }
      })
      if (next === undefined) return past
      const date = groupDayOf(next)
      const id = groupSessions.add(vault, {
        group,
        week: next.id,
        status: 'planned',
        date,
        time: GROUP_TIME,
        minutes: GROUP_MINUTES,
        exercise: exerciseIn(vault, next.id),
      })
      return [...past, { id, group, date, present: [] }]
    }),
  )

/** What the coach keeps beside the records: two thoughts caught between patients, and a text typed often. */
export const addSampleThoughts = (
  vault: Y.Doc,
  input: { readonly today: string; readonly records: Readonly<Record<string, string>> },
): { readonly captures: readonly string[]; readonly snippets: readonly string[] } =>
  vault.transact(() => ({
    captures: CAPTURES.map(({ about, daysAgo, time, text }) =>
      captures.add(vault, {
        text,
        about: input.records[about] ?? '',
        at: `${workday(addDays(input.today, -daysAgo), -1)}T${time}:00.000Z`,
      }),
    ),
    snippets: [snippets.add(vault, SNIPPET)],
  }))

const statusOf = (arc: Arc): MenteeInput['status'] =>
  arc.ended !== undefined ? 'graduated' : 'active'

const emailOf = (name: string): string =>
  `${name
    .split(' ')[0]
    ?.normalize('NFD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()}@example.edu`

const PHASES = ['pre-clerkship', 'pre-clerkship', 'clerkship', 'post-clerkship'] as const

export const sampleCaseload = (today: string): readonly SampleMentee[] => {
  const diary = createDiary()
  return ARCS.map((arc, place) => ({
    input: {
      email: emailOf(arc.mentee.name),
      studentId: `S${1000 + place}`,
      ...arc.mentee,
      classYear: classOf(arc, today),
      phase: PHASES[Math.min(arc.year, 4) - 1] ?? '',
      status: statusOf(arc),
      coachedSince: sinceOf(arc, today),
      // Said anew this summer.
      rolesOn: ROLES.filter((role) => arc.mentee[role] === true).map(
        (role) => `${role} ${academicYear(academicYearEnd(today)).from}`,
      ),
      ...(arc.ended === undefined
        ? {}
        : { endedOn: dayOf(arc, arc.ended, today), keepUntil: `${classOf(arc, today) + 1}-07-01` }),
    },
    fill: (record, { id, ...world }) => writeArc(record, { arc, place, today, diary, world, id }),
  }))
}
