/** Writes an arc into a mentee's record: its beats, the quiet meetings between them, its agreement and its REACH marks. */
import * as prng from 'lib0/prng'
import type * as Y from 'yjs'
import { addDays, daysBetween } from '../base/day'
import { agreements } from '../model/record/agreement'
import { CONFIDENTIALITY_LIMITS, newAgreement } from '../model/record/agreement-clauses'
import { enrolments } from '../model/record/enrolment'
import { archiveMentee } from '../model/record/mentee'
import { startNote } from '../model/record/note'
import { rotations } from '../model/record/placement'
import { CHECKLIST, COMPONENTS, setMark } from '../model/record/reach'
import { addSession } from '../model/record/session'
import { plainLine } from '../note-text/delta'
import type { Arc, ArcDay, Beat } from './arc'
import { classOf, dayOf, firstClassOf, plainDayOf, sinceOf, workday, yearOn } from './calendar'
import { type Diary, MOST_MINUTES } from './diary'
import { type Telling, writtenOn } from './telling'
import { hasPlainDay, mayBeAhead, writeBeat } from './write-beat'

export interface SampleWeek {
  readonly id: string
  readonly classYear: number
  readonly start: string
  readonly end: string
}
export interface SampleGroup {
  readonly id: string
  readonly group: string
  readonly date: string
  readonly present: readonly string[]
}
export interface SampleWorld {
  readonly weeks: readonly SampleWeek[]
  readonly groups: readonly SampleGroup[]
}

const SEED = 20261126
const chance = (random: prng.PRNG, of100: number): boolean => prng.int32(random, 1, 100) <= of100

/** Whether the mentee was with the coach on that day, and there. */
export const isThere = (arc: Arc, day: string, today: string): boolean =>
  day >= sinceOf(arc, today) &&
  !isOnLeave(arc, day, today) &&
  (arc.ended === undefined || day <= dayOf(arc, arc.ended, today))

export const isOnLeave = (arc: Arc, day: string, today: string): boolean =>
  arc.leave !== undefined &&
  day >= plainDayOf(arc, arc.leave.from, today) &&
  day <= plainDayOf(arc, arc.leave.until, today)

const isUnseen = (arc: Arc, day: string, today: string): boolean =>
  arc.unseenFor !== undefined && daysBetween(day, today) < arc.unseenFor

interface Dated {
  readonly beat: Beat
  readonly date: string
}

/** The beats that have happened by today, and what lies ahead, in the order of their days. */
const beatsOf = (arc: Arc, today: string): readonly Dated[] =>
  arc.beats
    .map((beat) => ({
      beat,
      date: (hasPlainDay(beat) ? plainDayOf : dayOf)(arc, beat.on, today),
    }))
    .filter(({ beat, date }) =>
      hasPlainDay(beat)
        ? true
        : isThere(arc, date, today) &&
          (date <= today || mayBeAhead(beat)) &&
          !(
            beat.is === 'session' &&
            (beat.status ?? 'held') === 'held' &&
            isUnseen(arc, date, today)
          ),
    )
    .sort((a, b) => a.date.localeCompare(b.date))

/** A quiet meeting is at least so far from one that is told. */
const APART_DAYS = 16

/** The quiet middle: a meeting every five weeks or so where nothing else is told, most with a line. */
const writeQuiet = (
  { record, arc, today, diary }: Telling,
  told: readonly string[],
  random: prng.PRNG,
): void => {
  const lines = new Map(Object.entries(arc.quiet).map(([year, all]) => [year, [...all]]))
  const last = addDays(today, -(arc.unseenFor ?? APART_DAYS))
  for (
    let day = addDays(sinceOf(arc, today), 14);
    day <= last;
    day = addDays(day, prng.int32(random, 26, 40))
  ) {
    const wanted = workday(day, -1)
    if (
      !isThere(arc, wanted, today) ||
      told.some((one) => Math.abs(daysBetween(one, wanted)) < APART_DAYS)
    )
      continue
    const held = chance(random, 92)
    const at = diary.book(arc.mentee.name, wanted, -1)
    if (!isThere(arc, at.date, today)) continue
    const [theme, text, takeaway = ''] = held
      ? (lines
          .get(yearOn(arc, at.date, today))
          ?.shift()
          ?.split(' | ') ?? [])
      : []
    const { note } = addSession(record, {
      ...at,
      kind: chance(random, 80) ? 'one-to-one' : 'ad-hoc',
      status: held ? 'held' : chance(random, 50) ? 'missed' : 'cancelled',
      minutes: held ? prng.int32(random, 4, MOST_MINUTES / 5) * 5 : 0,
      medium: chance(random, 70) ? 'in-person' : chance(random, 60) ? 'video' : 'phone',
      themes: theme === undefined ? [] : [theme],
      takeaway,
    })
    if (text !== undefined) startNote(record, { id: note, lines: [plainLine(text)] })
  }
}

const isArcDay = (text: string | undefined): text is ArcDay =>
  text !== undefined && /^(Y\d \S+|[+-]\d+)$/.test(text)

const writeBlocks = ({ record, arc, today }: Telling): void => {
  for (const line of arc.blocks ?? []) {
    const [days = '', block = '', site = ''] = line.split(' | ')
    const [from, until] = days.split(' to ')
    if (isArcDay(from) && isArcDay(until))
      rotations.add(record, {
        block,
        site,
        start: plainDayOf(arc, from, today),
        end: plainDayOf(arc, until, today),
      })
  }
}

/** A leave, with what was before it and the class that they come back to. */
const writeLeave = ({ record, arc, today }: Telling): void => {
  if (arc.leave === undefined) return
  const { from, until, note, contact, plan } = arc.leave
  const [start, end] = [plainDayOf(arc, from, today), plainDayOf(arc, until, today)]
  const begun = plainDayOf(arc, 'Y1 07-01', today)
  enrolments.add(record, { start: begun, classYear: firstClassOf(arc, today) })
  enrolments.add(record, { state: 'on-leave', start, end, note, contact, returnPlan: plan })
  enrolments.add(record, {
    state: 'repeating',
    start: addDays(end, 1),
    classYear: classOf(arc, today),
  })
}

const writeAgreement = ({ record, arc, today }: Telling): void => {
  if (arc.wishes === undefined) return
  const met = addDays(sinceOf(arc, today), 16)
  // Reviewed each year in September, by those who are there.
  const reviews = [0, 1, 2, 3, 4]
    .map((years) => workday(`${Number(met.slice(0, 4)) + years}-09-12`, 1))
    .filter((day) => day > met && day <= today && isThere(arc, day, today))
  const agreedOn = reviews.at(-1) ?? workday(met, 1)
  if (agreedOn > today) return
  const acknowledged = workday(addDays(agreedOn, 2), 1)
  const begun = newAgreement()
  agreements.add(record, {
    ...begun,
    clauses: { ...begun.clauses, wishes: arc.wishes },
    explained: CONFIDENTIALITY_LIMITS.map(({ id }) => `${id} ${agreedOn}`),
    agreedOn,
    acknowledgedOn: acknowledged <= today ? acknowledged : null,
    madeOn: agreedOn,
    createdAt: writtenOn(agreedOn),
  })
}

/** The weeks that were theirs: of the class they were in on that day. */
const weeksOfArc = <Week extends SampleWeek>(
  arc: Arc,
  weeks: readonly Week[],
  today: string,
): readonly Week[] => {
  const change = arc.leave === undefined ? null : plainDayOf(arc, arc.leave.until, today)
  return weeks.filter(
    ({ classYear, start }) =>
      classYear ===
        (change !== null && start <= change ? firstClassOf(arc, today) : classOf(arc, today)) &&
      isThere(arc, start, today),
  )
}

const writeMarks = (
  { record, arc, today }: Telling,
  weeks: readonly SampleWeek[],
  random: prng.PRNG,
): void => {
  for (const week of weeksOfArc(arc, weeks, today).filter(({ start }) => start <= today)) {
    const running = week.end >= today
    const recent = week.end >= addDays(today, -45)
    const likely = running ? 35 : recent ? 75 : 93
    const mark = (part: (typeof COMPONENTS)[number] | (typeof CHECKLIST)[number]): void => {
      const open = part === arc.leaves && chance(random, 60)
      if (!open && chance(random, likely)) setMark(record, { week: week.id, part, mark: 'done' })
      else if (running && chance(random, 50))
        setMark(record, { week: week.id, part, mark: 'planned' })
      else if (!running && !recent && chance(random, 40))
        setMark(record, { week: week.id, part, mark: 'excused' })
    }
    for (const part of COMPONENTS) mark(part)
    for (const part of running ? CHECKLIST.slice(0, 2) : CHECKLIST) mark(part)
  }
}

export const writeArc = (
  record: Y.Doc,
  input: {
    readonly arc: Arc
    /** Of the cast: the same numbers each time. */
    readonly place: number
    readonly today: string
    readonly diary: Diary
    readonly world: SampleWorld
    readonly id: string
  },
): void =>
  record.transact(() => {
    const { arc, today, diary, world, id } = input
    const random = prng.create(SEED + input.place)
    const lastGroup = world.groups
      .filter(({ date, present }) => date <= today && present.includes(id))
      .sort((a, b) => a.date.localeCompare(b.date))
      .at(-1)?.id
    const telling: Telling = { record, arc, today, diary, lastGroup }
    const beats = beatsOf(arc, today)
    for (const { beat, date } of beats) writeBeat(telling, beat, date)
    const told = beats.filter(({ beat }) => beat.is === 'session').map(({ date }) => date)
    writeQuiet(telling, told, random)
    writeBlocks(telling)
    writeLeave(telling)
    writeAgreement(telling)
    writeMarks(telling, world.weeks, random)
    if (arc.ended !== undefined) archiveMentee(record, true)
  })
