/**
 * What a caseload row says, and who comes first when the coach asks for "attention". Facts only: days since the last
 * contact against the cadence, nothing scheduled, overdue action items, REACH not done. Never a judgement of a person.
 */
import { daysBetween } from '../base/day'
import { kept } from '../crdt/kind'
import {
  lastContact,
  openGoals,
  type RecordProjection,
  type VaultProjection,
} from '../model/projection'
import { isOverdue, openActions } from '../model/record/action-item'
import {
  classOn,
  isInSchool,
  type StatusOnDay,
  schoolYearOn,
  statusOn,
} from '../model/record/enrolment'
import type { GroupSession } from '../model/record/group-session'
import { displayName } from '../model/record/mentee'
import { toMeet } from '../model/record/pairing'
import { rotationNames } from '../model/record/placement'
import {
  isReachOpen,
  type WeekStatus,
  weekNear,
  weekStatus,
  weeksOfMentee,
} from '../model/record/reach'

export interface MenteeStanding {
  readonly id: string
  readonly name: string
  readonly pronouns: string
  readonly email: string
  readonly classYear: number | null
  readonly year: number | null
  readonly group: string
  readonly status: StatusOnDay
  readonly tags: readonly string[]
  readonly rotation: string
  readonly lastContact: string | null
  readonly nextContact: string | null
  /** Days since the last contact, or since coaching began; null when neither is known. */
  readonly daysSince: number | null
  readonly cadenceDays: number
  /** Coached, and not met for the first time yet. */
  readonly notMet: boolean
  /** Since when they are paired, and by when the first meeting is due; null when it was held, or that is not known. */
  readonly pairedOn: string | null
  readonly meetBy: string | null
  /** Being forgotten: met longer ago than the cadence, or never met and no first meeting planned. */
  readonly overdue: boolean
  readonly openGoals: number
  readonly actionsDue: number
  readonly actionsOverdue: number
  readonly reach: WeekStatus | 'no-week' | 'not-enrolled'
  readonly reachOpen: boolean
}

/** The facts that put a mentee forward, in words. */
export type Reason = 'not-met' | 'overdue' | 'nothing-scheduled' | 'action-overdue' | 'reach-open'

/** The next meeting of their REACH group while they are enrolled. */
export const nextGroupSession = (
  groups: readonly GroupSession[],
  record: RecordProjection,
  today: string,
): GroupSession | undefined =>
  kept(groups)
    .filter(
      ({ status, date, group }) =>
        status === 'planned' &&
        date >= today &&
        group !== '' &&
        group === record.mentee.reachGroup &&
        isInSchool(record, date),
    )
    .sort((a, b) => a.date.localeCompare(b.date))[0]

const nextPlanned = (
  record: RecordProjection,
  groups: readonly GroupSession[],
  today: string,
): string | null => {
  const own = kept(record.sessions)
    .filter(({ status, date }) => status === 'planned' && date >= today)
    .map(({ date }) => date)
  const group = nextGroupSession(groups, record, today)
  return [...own, ...(group === undefined ? [] : [group.date])].sort()[0] ?? null
}

export const menteeStanding = (
  record: RecordProjection,
  vault: VaultProjection,
  today: string,
): MenteeStanding => {
  const { mentee } = record
  const last = lastContact(record, vault.groupSessions)
  const since = last ?? mentee.coachedSince
  const daysSince = since === null ? null : daysBetween(since, today)
  const next = nextPlanned(record, vault.groupSessions, today)
  const cadenceDays = mentee.cadenceWeeks * 7
  const week = weekNear(weeksOfMentee(vault.reachWeeks, record), today)
  const actions = openActions(record.actionItems)
  const status = statusOn(record, today)
  const coached = status === 'active'
  const inSchool = isInSchool(record, today)
  const first = coached ? toMeet(record, last, today) : null
  return {
    id: record.id,
    name: displayName(mentee),
    pronouns: mentee.pronouns,
    email: mentee.email,
    classYear: classOn(record, today),
    year: schoolYearOn(record, today, vault.settings.turnover),
    group: mentee.reachGroup,
    status,
    tags: mentee.tags,
    rotation: rotationNames(record.rotations, today),
    lastContact: last,
    nextContact: next,
    daysSince,
    cadenceDays,
    notMet: first !== null,
    pairedOn: first?.since ?? null,
    meetBy: first?.by ?? null,
    overdue:
      coached &&
      ((daysSince !== null && daysSince > cadenceDays) || (first !== null && next === null)),
    openGoals: openGoals(record).length,
    actionsDue: actions.length,
    actionsOverdue: actions.filter((item) => isOverdue(item, today)).length,
    reach: !inSchool
      ? 'not-enrolled'
      : week === undefined || week.start > today
        ? 'no-week'
        : weekStatus(record.reachMarks, week.id),
    // A week that was over before they were paired is no concern of this coach's.
    reachOpen:
      coached &&
      inSchool &&
      (week?.end ?? '') >= (mentee.coachedSince ?? '') &&
      isReachOpen(record.reachMarks, week, today),
  }
}

export const reasonsFor = (standing: MenteeStanding): readonly Reason[] =>
  standing.status !== 'active'
    ? []
    : [
        ...(standing.notMet ? (['not-met'] as const) : []),
        ...(standing.overdue && !standing.notMet ? (['overdue'] as const) : []),
        ...(standing.nextContact === null ? (['nothing-scheduled'] as const) : []),
        ...(standing.actionsOverdue > 0 ? (['action-overdue'] as const) : []),
        ...(standing.reachOpen ? (['reach-open'] as const) : []),
      ]

/** How many cadences ago the last meeting was; whoever was never met, and it is not known since when, is at one. */
const cadencesSince = ({ daysSince, cadenceDays }: MenteeStanding): number =>
  daysSince === null ? 1 : daysSince / cadenceDays

/** Of those who are coached now. No score, only a time. */
const lateness = (standing: MenteeStanding): number =>
  standing.status === 'active' ? cadencesSince(standing) : -1

/** Whoever was not met yet, the longest paired of them first; then longest since we met, by what was agreed with each. */
export const byAttention = (a: MenteeStanding, b: MenteeStanding): number =>
  Number(b.notMet) - Number(a.notMet) ||
  (a.notMet ? (a.pairedOn ?? '9').localeCompare(b.pairedOn ?? '9') : 0) ||
  lateness(b) - lateness(a) ||
  a.name.localeCompare(b.name)
