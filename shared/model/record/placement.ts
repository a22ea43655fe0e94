/** Where a mentee is, and what is ahead: rotations and important dates. */

import { addDays } from '../../base/academic-year'
import {
  date,
  field,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  requiredLine,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'

/** A clinical block: "on rotation at … until …". */
export const rotations = defineKind(
  'rotations',
  {
    block: field(requiredLine('rotation.nameMissing'), 'rotation.label', { leaves: true }),
    site: field(line(), 'rotation.site', { search: 'detail', leaves: true }),
    start: field(date, 'common.fromDay', { leaves: true }),
    end: field(date, 'common.until', { leaves: true }),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.rotation',
    count: 'count.rotation',
    title: ({ block }) => block,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'date', day: ({ start }) => start },
    timeline: { kind: 'placement', day: ({ start }) => start, what: () => 'rotation' },
  },
)
export type Rotation = Of<typeof rotations>

const DATE_KINDS = ['exam', 'leave', 'deadline', 'personal', 'other'] as const
export const importantDates = defineKind(
  'importantDates',
  {
    title: field(requiredLine('rotation.dateMissing'), 'common.what', { leaves: true }),
    kind: field(oneOf(DATE_KINDS, 'exam'), 'common.kind', { leaves: true }),
    date: field(date, 'common.date', { leaves: true }),
    until: field(optionalDate, 'common.until', { leaves: true }),
    /** The goal that it is about. */
    goal: field(optionalLink, null),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'common.date',
    count: 'count.date',
    title: ({ title }) => title,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'date' },
    timeline: { kind: 'placement', day: ({ date }) => date, what: ({ kind }) => kind },
  },
)
export type ImportantDate = Of<typeof importantDates>

export const rotationOn = (all: readonly Rotation[], day: string): Rotation | undefined =>
  kept(all).find(({ start, end }) => start <= day && day <= end)

export interface Anniversary {
  readonly id: string
  readonly title: string
  readonly day: string
  readonly years: number
}

const WEEK_DAYS = 7

/** The same day in another year; the last of February where that one has no 29th. */
const inYear = (day: string, year: number): string => {
  const same = `${year}${day.slice(4)}`
  const exists = new Date(`${same}T00:00:00Z`).toISOString().startsWith(same)
  return exists ? same : `${year}-02-28`
}

/** Personal days that come round within the week: what a mentee went through then may be on their mind. */
export const anniversariesNear = (
  all: readonly ImportantDate[],
  today: string,
): readonly Anniversary[] =>
  kept(all)
    .filter(({ kind }) => kind === 'personal')
    .flatMap(({ id, title, date }) => {
      const year = Number(today.slice(0, 4))
      const day = [inYear(date, year), inYear(date, year + 1)].find((one) => one >= today) ?? today
      const years = Number(day.slice(0, 4)) - Number(date.slice(0, 4))
      return years > 0 && day <= addDays(today, WEEK_DAYS) ? [{ id, title, day, years }] : []
    })
