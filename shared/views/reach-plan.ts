/**
 * Planning a REACH week: who is met when. The coach picks days and times; from them the app proposes a slot for each
 * one-on-one and each group session, and the coach changes what does not suit. Whoever waited longest comes first, with
 * those who rotate at the same site right after, so that one way to a site serves them all. Nothing is planned twice:
 * whoever has a session in that week is only told of.
 */
import { addDays, daysBetween, weekdayOf } from '../base/day'
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { isInSchool } from '../model/record/enrolment'
import { displayName } from '../model/record/mentee'
import { siteOn } from '../model/record/placement'
import { type ReachWeek, weeksOfMentee } from '../model/record/reach'

/** The days of a REACH week, of whichever classes have it then. */
export type WeekDays = Pick<ReachWeek, 'start' | 'end'>

export interface ToPlan {
  /** A mentee's record, or `group/<name>`. */
  readonly id: string
  /** The mentee's name, or the group's. */
  readonly name: string
  readonly group: boolean
  readonly week: string
  /** The last one-on-one, or null. */
  readonly lastMet: string | null
  readonly site: string
}

interface Meeting {
  readonly date: string
  readonly time: string
  readonly minutes: number
}

/** Who has a session in the week already, and when. */
export interface PlannedAlready {
  readonly id: string
  readonly name: string
  readonly group: boolean
  readonly date: string
  readonly time: string | null
}

/** When a meeting begins, `2026-12-01 13:00`; '' for one that is not planned now. */
export type Slot = string
export type Placed = Readonly<Record<string, Slot>>

export const slotDay = (slot: Slot): string => slot.slice(0, 10)
export const slotTime = (slot: Slot): string => slot.slice(11)

const MOST_WEEKS = 8

/** The weeks that are on or to come, the nearest first. */
export const weeksToPlan = (
  records: readonly RecordProjection[],
  all: readonly ReachWeek[],
  today: string,
): readonly WeekDays[] => {
  const weeks = records.flatMap((record) =>
    weeksOfMentee(all, record).filter(
      ({ start, end }) => end >= today && isInSchool(record, start > today ? start : today),
    ),
  )
  return [...new Map(weeks.map(({ start, end }) => [`${start}/${end}`, { start, end }])).values()]
    .sort((a, b) => a.start.localeCompare(b.start) || a.end.localeCompare(b.end))
    .slice(0, MOST_WEEKS)
}

/** Days of the week on which something can still be planned; a week of school ends on Friday. */
export const daysToPlan = ({ start, end }: WeekDays, today: string): readonly string[] =>
  Array.from({ length: daysBetween(start, end) + 1 }, (_, day) => addDays(start, day)).filter(
    (day) => day >= today && weekdayOf(day) % 6 !== 0,
  )

const STANDS: readonly string[] = ['planned', 'held']

const byWait = (a: ToPlan, b: ToPlan): number =>
  (a.lastMet ?? '').localeCompare(b.lastMet ?? '') || a.name.localeCompare(b.name)

/** Longest ago first; after each of a site, the others of it. */
const inTurn = (people: readonly ToPlan[]): readonly ToPlan[] => {
  const turn = [...people].sort(byWait)
  return [
    ...new Set(
      turn.flatMap((one) =>
        one.site === '' ? [one] : turn.filter(({ site }) => site === one.site),
      ),
    ),
  ]
}

/** Whom there is to plan for in a week, groups first since they are the hardest to move; and who is planned. */
export const whomToPlan = (
  records: readonly RecordProjection[],
  vault: Pick<VaultProjection, 'reachWeeks' | 'groupSessions'>,
  days: WeekDays,
): { readonly open: readonly ToPlan[]; readonly already: readonly PlannedAlready[] } => {
  const inside = ({ date, status }: { readonly date: string; readonly status: string }): boolean =>
    days.start <= date && date <= days.end && STANDS.includes(status)
  const theirs = records.flatMap((record) => {
    const week = weeksOfMentee(vault.reachWeeks, record).find(
      ({ start, end }) => start === days.start && end === days.end,
    )
    return week === undefined || !isInSchool(record, days.start) ? [] : [{ record, week }]
  })
  const people = theirs.map(({ record, week }) => ({
    id: record.id,
    name: displayName(record.mentee),
    group: false,
    week: week.id,
    lastMet: kept(record.sessions).find(({ status }) => status === 'held')?.date ?? null,
    site: siteOn(record.rotations, days.start),
    meeting: kept(record.sessions).find(inside),
  }))
  const groups = [...new Set(theirs.map(({ record }) => record.mentee.reachGroup))]
    .filter((name) => name !== '')
    .sort((a, b) => a.localeCompare(b))
    .map((name) => ({
      id: `group/${name}`,
      name,
      group: true,
      week: theirs.find(({ record }) => record.mentee.reachGroup === name)?.week.id ?? '',
      lastMet: null,
      site: '',
      meeting: kept(vault.groupSessions).find((one) => one.group === name && inside(one)),
    }))
  const toPlan = (all: readonly (ToPlan & { readonly meeting: unknown })[]): readonly ToPlan[] =>
    all.flatMap(({ meeting, ...one }) => (meeting === undefined ? [one] : []))
  return {
    open: [...toPlan(groups), ...inTurn(toPlan(people))],
    already: [...groups, ...people].flatMap(({ id, name, group, meeting }) =>
      meeting === undefined ? [] : [{ id, name, group, date: meeting.date, time: meeting.time }],
    ),
  }
}

/** What the coach has at a time on these days, with whomever. */
export const busyOn = (
  records: readonly RecordProjection[],
  vault: Pick<VaultProjection, 'groupSessions'>,
  { start, end }: WeekDays,
): readonly Meeting[] =>
  [...records.flatMap(({ sessions }) => kept(sessions)), ...kept(vault.groupSessions)].flatMap(
    ({ date, time, minutes, status }) =>
      time !== null && start <= date && date <= end && STANDS.includes(status)
        ? [{ date, time, minutes }]
        : [],
  )

const HOUR = 60
const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * HOUR + minutes
}
const timeOf = (minutes: number): string =>
  [Math.floor(minutes / HOUR), minutes % HOUR]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')

export interface Times {
  readonly days: readonly string[]
  readonly from: string
  readonly until: string
  readonly minutes: number
  /** Of a group's session. */
  readonly groupMinutes: number
}

const lengthOf = ({ group }: Pick<ToPlan, 'group'>, times: Times): number =>
  group ? times.groupMinutes : times.minutes

const meetingAt = (slot: Slot, minutes: number): Meeting => ({
  date: slotDay(slot),
  time: slotTime(slot),
  minutes,
})

const overlap = (a: Meeting, b: Meeting): boolean =>
  a.date === b.date &&
  minutesOf(a.time) < minutesOf(b.time) + b.minutes &&
  minutesOf(b.time) < minutesOf(a.time) + a.minutes

/** When a one-on-one can begin, one after the other from the first time to the last that still ends in time. */
export const slotsOf = ({ days, from, until, minutes }: Times): readonly Slot[] => {
  const [first, last] = [minutesOf(from), minutesOf(until) - minutes]
  const times = Array.from(
    { length: minutes > 0 ? Math.max(0, Math.floor((last - first) / minutes) + 1) : 0 },
    (_, at) => timeOf(first + at * minutes),
  )
  return [...days].sort().flatMap((day) => times.map((time) => `${day} ${time}`))
}

/** Slots in which it fits: it ends in time, and nothing that stands already is in the way. */
export const slotsFor = (
  one: Pick<ToPlan, 'group'>,
  slots: readonly Slot[],
  times: Times,
  busy: readonly Meeting[],
): readonly Slot[] => {
  const minutes = lengthOf(one, times)
  return slots.filter(
    (slot) =>
      minutesOf(slotTime(slot)) + minutes <= minutesOf(times.until) &&
      !busy.some((other) => overlap(other, meetingAt(slot, minutes))),
  )
}

/**
 * Who when: what the coach chose stands if it still fits, and everyone else has the first slot that is free. Whoever
 * finds none, or is not to be planned now, has ''.
 */
export const proposeSlots = (
  open: readonly ToPlan[],
  slots: readonly Slot[],
  times: Times,
  busy: readonly Meeting[],
  chosen: Placed,
): Placed => {
  const taken = [...busy]
  const placed: Record<string, Slot> = {}
  const take = (one: ToPlan, wanted: Slot | undefined): void => {
    const free = slotsFor(one, slots, times, taken)
    const slot = wanted === undefined ? free[0] : free.find((slot) => slot === wanted)
    if (slot !== undefined) taken.push(meetingAt(slot, lengthOf(one, times)))
    if (slot !== undefined || wanted === '') placed[one.id] = slot ?? ''
  }
  for (const one of open) if (chosen[one.id] !== undefined) take(one, chosen[one.id])
  for (const one of open) if (placed[one.id] === undefined) take(one, undefined)
  return Object.fromEntries(open.map(({ id }) => [id, placed[id] ?? '']))
}

/** Who would have to make room for somebody in a slot. */
export const inTheWay = (
  open: readonly ToPlan[],
  placed: Placed,
  times: Times,
  one: ToPlan,
  slot: Slot,
): readonly ToPlan[] => {
  const wanted = meetingAt(slot, lengthOf(one, times))
  return open.filter((other) => {
    const theirs = placed[other.id] ?? ''
    return (
      other.id !== one.id &&
      theirs !== '' &&
      overlap(meetingAt(theirs, lengthOf(other, times)), wanted)
    )
  })
}

/** Gives somebody another slot. Who had it takes theirs, if it fits there, or waits. Nobody else moves. */
export const moveTo = (
  open: readonly ToPlan[],
  placed: Placed,
  times: Times,
  one: ToPlan,
  slot: Slot,
): Placed => {
  const former = placed[one.id] ?? ''
  if (slot === '') return { ...placed, [one.id]: '' }
  const others = inTheWay(open, placed, times, one, slot)
  const moved: Record<string, Slot> = { ...placed, [one.id]: slot }
  for (const { id } of others) moved[id] = ''
  const [other] = others
  if (
    others.length === 1 &&
    other !== undefined &&
    former !== '' &&
    inTheWay(open, moved, times, other, former).length === 0 &&
    minutesOf(slotTime(former)) + lengthOf(other, times) <= minutesOf(times.until)
  )
    moved[other.id] = former
  return moved
}
