/**
 * A group session as a plan: who was there, how its time is spent, the words that the group began and ended with, and
 * what it agreed. All of it is read from what the session keeps (group-session.ts).
 */
import type * as Y from 'yjs'
import { kept } from '../../crdt/kind'
import { type GroupSession, groupSessions } from './group-session'

export const ATTENDANCES = ['present', 'late', 'excused', 'told', 'absent'] as const
export type Attendance = (typeof ATTENDANCES)[number]

type Called = Pick<GroupSession, 'present' | 'late' | 'excused' | 'told' | 'status'>

/** Present counts before the rest: two laptops may each have called the roll. Nobody is absent before it was held. */
export const attendanceOf = (session: Called, record: string): Attendance | undefined => {
  if (session.present.includes(record)) return session.late.includes(record) ? 'late' : 'present'
  if (session.told.includes(record)) return 'told'
  if (session.excused.includes(record)) return 'excused'
  return session.status === 'held' ? 'absent' : undefined
}

const withOrWithout = (
  all: readonly string[],
  some: readonly string[],
  isIn: boolean,
): readonly string[] => [...all.filter((one) => !some.includes(one)), ...(isIn ? some : [])]

/** What the session is to say for them to have been so. Whoever was there was at a session that took place. */
export const called = (
  session: Called,
  records: readonly string[],
  how: Attendance,
): Pick<GroupSession, 'present' | 'late' | 'excused' | 'told'> &
  Partial<Pick<GroupSession, 'status'>> => {
  const there = how === 'present' || how === 'late'
  return {
    present: withOrWithout(session.present, records, there),
    late: withOrWithout(session.late, records, how === 'late'),
    excused: withOrWithout(session.excused, records, how === 'excused'),
    told: withOrWithout(session.told, records, how === 'told'),
    ...(there && session.status === 'planned' ? { status: 'held' as const } : {}),
  }
}

const sessionIn = (vault: Y.Doc, id: string): GroupSession | undefined =>
  groupSessions.readAll(vault).find((one) => one.id === id)

/** Calls them in what the session says now, so that no key of a fast hand is lost. Returns how it stood before. */
export const callRoll = (
  vault: Y.Doc,
  input: { readonly id: string; readonly records: readonly string[]; readonly how: Attendance },
): GroupSession['status'] | undefined =>
  vault.transact(() => {
    const session = sessionIn(vault, input.id)
    if (session === undefined) return undefined
    const next = called(session, input.records, input.how)
    groupSessions.edit(vault, { id: input.id, base: session, next })
    return session.status
  })

/** Takes back that those who had not been called were. */
export const uncall = (
  vault: Y.Doc,
  input: {
    readonly id: string
    readonly records: readonly string[]
    readonly status: GroupSession['status']
  },
): void =>
  vault.transact(() => {
    const session = sessionIn(vault, input.id)
    if (session === undefined) return
    const next = { ...called(session, input.records, 'absent'), status: input.status }
    groupSessions.edit(vault, { id: input.id, base: session, next })
  })

type Roll = Called & { readonly id: string }

/** Calls each as they were called on paper. Returns how all of it stood before, to be put back. */
export const callEach = (
  vault: Y.Doc,
  input: {
    readonly id: string
    readonly calls: readonly { readonly record: string; readonly how: Attendance }[]
  },
): Roll | undefined =>
  vault.transact(() => {
    const session = sessionIn(vault, input.id)
    if (session === undefined) return undefined
    const { id } = session
    let next: Called = session
    for (const { record, how } of input.calls) next = { ...next, ...called(next, [record], how) }
    groupSessions.edit(vault, { id, base: session, next: rollOf(next) })
    return { id, ...rollOf(session) }
  })

const rollOf = ({ present, late, excused, told, status }: Called): Called => ({
  present,
  late,
  excused,
  told,
  status,
})

export const putRollBack = (vault: Y.Doc, before: Roll): void =>
  vault.transact(() => {
    const session = sessionIn(vault, before.id)
    if (session !== undefined)
      groupSessions.edit(vault, { id: before.id, base: session, next: rollOf(before) })
  })

/** Whom "everyone present" marks: who is excused, late or told why stays so. */
export const notCalled = (session: Called, records: readonly string[]): readonly string[] =>
  records.filter((record) => [undefined, 'absent'].includes(attendanceOf(session, record)))

interface Part {
  readonly minutes: number
  readonly what: string
}

/** "10 Arrive": the minutes of a part, and what it is; a line without a number takes none of the time. */
export const partsOf = (text: string): readonly Part[] =>
  text.split('\n').flatMap((line) => {
    const [, minutes = '0', what = ''] =
      /^\s*(?:[-*•]\s*)?(?:(\d{1,3})\b\s*(?:min(?:utes)?\b\.?)?\s*[:.–-]?)?\s*(.*)$/.exec(line) ??
      []
    return what.trim() === '' && minutes === '0'
      ? []
      : [{ minutes: Number(minutes), what: what.trim() }]
  })

export const minutesOfParts = (text: string): number =>
  partsOf(text).reduce((sum, { minutes }) => sum + minutes, 0)

type Plan = Pick<GroupSession, 'exercise' | 'parts' | 'minutes'>

/**
 * Plans that one can begin from: of sessions of any group, with parts, the newest first. Where several had the same, the
 * last of them. What a group said, noted and agreed is no plan, and does not come along.
 */
export const earlierPlans = (
  all: readonly GroupSession[],
  session: Pick<GroupSession, 'id'>,
): readonly GroupSession[] => {
  const planned = kept(all)
    .filter(({ id, parts }) => id !== session.id && parts.trim() !== '')
    .sort((a, b) => b.date.localeCompare(a.date) || a.group.localeCompare(b.group))
  const sameAs = ({ exercise, parts }: Plan): string => `${exercise}\n${parts.trim()}`
  return planned.filter(
    (one, index) => planned.findIndex((other) => sameAs(other) === sameAs(one)) === index,
  )
}

/** What of a session changes when its plan begins from an earlier one; one without an exercise leaves this one's. */
export const planFrom = (earlier: Plan, session: Pick<Plan, 'exercise'>): Plan => ({
  exercise: earlier.exercise || session.exercise,
  parts: earlier.parts,
  minutes: earlier.minutes,
})

/** Each word with how many said it, the most frequent first. */
export const countedWords = (
  text: string,
): readonly { readonly word: string; readonly times: number }[] => {
  const times = new Map<string, number>()
  for (const word of text.toLowerCase().split(/[\s,;.·]+/))
    if (word !== '') times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .map(([word, number]) => ({ word, times: number }))
    .sort((a, b) => b.times - a.times || a.word.localeCompare(b.word))
}

/** What the group agreed, a line each: what becomes an action item of everyone who was there. */
export const agreedLines = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) =>
        line
          .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
          .trim()
          .slice(0, 300),
      )
      .filter(Boolean),
  ),
]
