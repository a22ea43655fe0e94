/**
 * Where a mentee is, and what is ahead: rotations and important dates. Rotations may run side by side, as those of a
 * longitudinal clerkship do: family medicine on Tuesdays, pediatrics on Thursdays. A rotation is talked of three times: in
 * the week before it, halfway, and when it is over for some days.
 */
import type * as Y from 'yjs'
import { addDays, daysBetween, inYear } from '../../base/day'
import { fold } from '../../base/fold'
import {
  date,
  field,
  flag,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  requiredLine,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import type { Line } from '../../note-text/delta'
import { notes, startNote } from './note'

/** Codes that nobody types as a word (ui/code-words.ts). */
const ROTATION_KINDS = [
  'as-block',
  'as-longitudinal',
  'as-elective',
  'as-sub-internship',
  'as-away',
] as const

/** A clinical block: "on rotation at … until …". */
export const rotations = defineKind(
  'rotations',
  {
    block: field(requiredLine('rotation.nameMissing'), 'rotation.label', { leaves: true }),
    site: field(line(), 'rotation.site', { search: 'detail', leaves: true }),
    start: field(date, 'common.fromDay', { leaves: true }),
    end: field(date, 'common.until', { leaves: true }),
    kind: field(oneOf(ROTATION_KINDS, 'as-block'), 'common.kind', { leaves: true }),
    /** The half-days of a longitudinal clerkship; nights and call of a block. */
    hours: field(line(), 'rotation.hours', { search: 'detail', leaves: true }),
    /** A role, such as the coordinator, and no name. */
    askWhom: field(line(), 'rotation.askWhom', { search: 'detail', leaves: true }),
    expectationsRead: field(flag, 'rotation.expectationsRead', { leaves: ['mentee-inspection'] }),
    /** What the coach asked of them: before it began, and halfway. */
    startAsked: field(flag, 'rotation.startAsked'),
    midFeedbackAsked: field(flag, 'rotation.midFeedbackAsked', { leaves: ['mentee-inspection'] }),
    debriefOn: field(optionalDate, 'rotation.debriefOn', { leaves: ['mentee-inspection'] }),
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

/** Those of a day, in the order in which they began: one block, or the parallel ones of a longitudinal clerkship. */
export const rotationsOn = (all: readonly Rotation[], day: string): readonly Rotation[] =>
  kept(all)
    .filter(({ start, end }) => start <= day && day <= end)
    .sort((a, b) => a.start.localeCompare(b.start) || a.block.localeCompare(b.block))

/** Where somebody is on a day, or ''; of parallel ones the first that has a site. */
export const siteOn = (all: readonly Rotation[], day: string): string =>
  rotationsOn(all, day)
    .map(({ site }) => site.trim())
    .find((site) => site !== '') ?? ''

/** `Family medicine, Pediatrics`, or ''. */
export const rotationNames = (all: readonly Rotation[], day: string): string =>
  rotationsOn(all, day)
    .map(({ block }) => block)
    .join(', ')

export interface RotationMoment {
  readonly what: 'ahead' | 'midway' | 'debrief'
  readonly day: string
  readonly rotation: Rotation
}

const AHEAD_DAYS = 7
/** Shorter ones have no middle in which anything could still change. */
const SHORTEST_WITH_MIDDLE = 14
const MIDWAY_DAYS = 7
/** They sleep first; and after ten days the next one has taken its place. */
const DEBRIEF_FROM = 3
const DEBRIEF_UNTIL = 10

/** What a rotation asks of the coach today: a question before it, one halfway, a debrief after it. */
export const rotationMoments = (
  all: readonly Rotation[],
  today: string,
): readonly RotationMoment[] =>
  kept(all).flatMap((rotation): readonly RotationMoment[] => {
    const { start, end, startAsked, midFeedbackAsked, debriefOn } = rotation
    const isWithin = (from: string, until: string): boolean => from <= today && today <= until
    const length = daysBetween(start, end) + 1
    const middle = addDays(start, Math.floor(length / 2))
    if (!startAsked && isWithin(addDays(start, -AHEAD_DAYS), start))
      return [{ what: 'ahead', day: start, rotation }]
    if (
      !midFeedbackAsked &&
      length >= SHORTEST_WITH_MIDDLE &&
      today <= end &&
      isWithin(middle, addDays(middle, MIDWAY_DAYS))
    )
      return [{ what: 'midway', day: middle, rotation }]
    const last = addDays(end, DEBRIEF_UNTIL)
    if (debriefOn === null && isWithin(addDays(end, DEBRIEF_FROM), last))
      return [{ what: 'debrief', day: last, rotation }]
    return []
  })

/** Somewhere they have not been in the month before: travel, food and a gym are to be found anew. */
export const isNewSite = (all: readonly Rotation[], { id, site, start }: Rotation): boolean =>
  site.trim() !== '' &&
  !kept(all).some(
    (other) =>
      other.id !== id &&
      fold(other.site) === fold(site) &&
      other.start < start &&
      other.end >= addDays(start, -31),
  )

/** Begins the note of the debrief, and keeps the day of it: it is not asked for again. */
export const beginDebrief = (
  record: Y.Doc,
  input: {
    readonly rotation: string
    readonly title: string
    readonly lines: readonly Line[]
    readonly today: string
  },
): string =>
  record.transact(() => {
    const note = notes.add(record, { title: input.title, date: input.today })
    startNote(record, { id: note, lines: input.lines })
    rotations.edit(record, { id: input.rotation, next: { debriefOn: input.today } })
    return note
  })

export interface Anniversary {
  readonly id: string
  readonly title: string
  readonly day: string
  readonly years: number
}

const WEEK_DAYS = 7

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
