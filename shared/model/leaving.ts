/**
 * What may leave the vault. Every report, hand-over, export and share goes through `leaving`: nothing else decides.
 *
 * The class of an item decides first: an escalation goes to nobody; a memory aid to nobody but the coach. Then the
 * audience: what the mentee may see, what a next coach needs, what the program may know. The program never gets
 * content, only counts (`programFacts`).
 */
import { standingAgreements } from './agreement'
import type { GroupSession } from './group-session'
import { kept } from './kind'
import { RECORD_KINDS, type RecordKind, type RecordProjection } from './projection'
import { type ReachWeek, weekStatus } from './reach'
import type { Visibility } from './visibility'

/** To whom: the mentee (a summary, or everything they may inspect), the next coach, the program, the coach alone. */
export type Audience = 'mentee-summary' | 'mentee-inspection' | 'next-coach' | 'program' | 'coach'

export interface LeavingItem {
  readonly kind: RecordKind
  readonly id: string
  readonly visibility: Visibility
  readonly item: Readonly<Record<string, unknown>>
}

export interface Leaving {
  readonly items: readonly LeavingItem[]
  /** How many items of each kind stay behind: named by class, never by content. */
  readonly staysBehind: Readonly<Partial<Record<RecordKind, number>>>
}

/** The kinds that an audience has a use for; `coach` has them all but escalations. */
const KINDS: Readonly<Record<Exclude<Audience, 'coach'>, readonly RecordKind[]>> = {
  'mentee-summary': ['goals', 'reflections', 'actionItems', 'copies', 'learningPlans'],
  'mentee-inspection': [
    'goals',
    'goalMoves',
    'reflections',
    'actionItems',
    'copies',
    'learningPlans',
    'agreements',
    'preps',
    'checkIns',
    'notes',
    'rotations',
    'importantDates',
    'disclosures',
  ],
  'next-coach': ['goals', 'actionItems', 'importantDates', 'rotations', 'agreements', 'copies'],
  program: [],
}

/** The class of an item; a kind without the axis (a goal's moves) is as open as the goal it belongs to. */
const classOf = (kind: RecordKind, item: Readonly<Record<string, unknown>>): Visibility => {
  if (kind === 'escalations') return 'escalation'
  const own = item.visibility
  return own === 'shared' || own === 'program' || own === 'escalation'
    ? own
    : kind === 'goalMoves'
      ? 'shared'
      : 'memory-aid'
}

const isFor = (audience: Audience, kind: RecordKind, item: Readonly<Record<string, unknown>>): boolean => {
  if (audience === 'coach') return kind !== 'escalations'
  if (!KINDS[audience].includes(kind)) return false
  if (audience !== 'next-coach') return true
  // The next coach gets what is open, not the history.
  if (kind === 'goals') return item.status === 'active' || item.status === 'on-hold'
  return kind !== 'actionItems' || item.doneOn === null
}

type Plain = Readonly<Record<string, unknown>> & { readonly id: string }

export const leaving = (record: RecordProjection, audience: Audience): Leaving => {
  const items: LeavingItem[] = []
  const staysBehind: Partial<Record<RecordKind, number>> = {}
  for (const kind of Object.keys(RECORD_KINDS) as RecordKind[])
    for (const item of record[kind] as readonly Plain[]) {
      if (item.deletedAt !== null) continue
      const visibility = classOf(kind, item)
      const allowed = visibility !== 'escalation' && (visibility !== 'memory-aid' || audience === 'coach')
      // Whoever must not read an escalation must not learn that there is one.
      if (allowed && isFor(audience, kind, item)) items.push({ kind, id: item.id, visibility, item })
      else if (visibility !== 'escalation') staysBehind[kind] = (staysBehind[kind] ?? 0) + 1
    }
  return { items, staysBehind }
}

/** Of which classes something stays behind; of escalations nothing is told. */
export const classesBehind = (record: RecordProjection, audience: Audience): readonly Visibility[] => {
  const gone = new Set(leaving(record, audience).items.map(({ id }) => id))
  return [
    ...new Set(
      (Object.keys(RECORD_KINDS) as RecordKind[]).flatMap((kind) =>
        (record[kind] as readonly Plain[])
          .filter(({ id, deletedAt }) => deletedAt === null && !gone.has(id))
          .map((item) => classOf(kind, item)),
      ),
    ),
  ].filter((visibility) => visibility !== 'escalation')
}

export interface Meeting {
  readonly date: string
  readonly kind: string
}

/** That a mentee and the coach met, and when: a fact both know, whatever was said. Newest first. */
export const meetings = (record: RecordProjection, groups: readonly GroupSession[]): readonly Meeting[] =>
  [
    ...kept(record.sessions)
      .filter(({ status }) => status === 'held')
      .map(({ date, kind }) => ({ date, kind })),
    ...kept(groups)
      .filter(({ status, present }) => status === 'held' && present.includes(record.id))
      .map(({ date }) => ({ date, kind: 'group' })),
  ].sort((a, b) => b.date.localeCompare(a.date))

export interface ProgramFacts {
  readonly sessionsHeld: number
  readonly sessionsMissed: number
  readonly agreementInPlace: boolean
  readonly reachWeeksDone: number
  readonly reachWeeksBegun: number
}

/** Met or not met, agreement in place, REACH completion: all that the program may know of a mentee. */
export const programFacts = (
  record: RecordProjection,
  weeks: readonly ReachWeek[],
  from: string,
  to: string,
): ProgramFacts => {
  const within = kept(record.sessions).filter(({ date }) => from <= date && date <= to)
  const begun = weeks.filter(
    ({ start, classYear }) => classYear === record.mentee.classYear && from <= start && start <= to,
  )
  return {
    sessionsHeld: within.filter(({ status }) => status === 'held').length,
    sessionsMissed: within.filter(({ status }) => status === 'missed').length,
    agreementInPlace: standingAgreements(record.agreements).some(({ agreedOn }) => agreedOn !== null),
    reachWeeksDone: begun.filter(({ id }) => weekStatus(record.reachMarks, id) === 'done').length,
    reachWeeksBegun: begun.length,
  }
}

/** Whether an item may be shared as a copy at all: the session's memory aid and an escalation never are. */
export const mayBeCopied = (kind: RecordKind, item: Readonly<Record<string, unknown>>): boolean =>
  kind !== 'escalations' && !(kind === 'notes' && item.role === 'aid')
