/**
 * What waits for the coach today, gathered over the caseload. A view is worked out from projections, for a screen or
 * a report, and is kept nowhere: the same records and day give the same view.
 */
import { addDays, daysBetween } from '../base/day'
import { kept } from '../crdt/kind'
import { policyDue } from '../model/caseload/caseload'
import { type CoachGoal, toLookBackOn } from '../model/caseload/coach-goal'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { type ActionItem, openActions } from '../model/record/action-item'
import { reviewDue, standingAgreements } from '../model/record/agreement'
import { greetingDay, isToGreet } from '../model/record/closing'
import { classOn } from '../model/record/enrolment'
import { type FutureLetter, lettersToOpen } from '../model/record/future-letter'
import { displayName } from '../model/record/mentee'
import { type ReachWeek, weekOn, weeksOf } from '../model/record/reach'
import { openFollowUps, type Referral } from '../model/record/referral'
import { type Prep, type Session, sessionUnderWay } from '../model/record/session'
import { byAttention, type MenteeStanding, menteeStanding } from './attention'
import { type ClassAhead, classesAhead } from './class-path'
import { groupRoll } from './group-roll'
import { type SeasonNear, seasonsNear } from './season-ahead'
import { type Events, eventsOf, type Of } from './today-events'

interface PlannedGroup {
  readonly id: string
  readonly group: string
  readonly date: string
  readonly time: string | null
  readonly members: number
}

export interface Today extends Events {
  /** Planned from today until the week ends; when nothing is, the one that comes next, whenever that is. */
  readonly sessions: readonly Of<Session & { readonly prepReady: boolean }>[]
  readonly groups: readonly PlannedGroup[]
  /** Planned for a day that is over: held, missed or moved? */
  readonly unfiled: readonly Of<Session>[]
  readonly actions: readonly Of<ActionItem>[]
  readonly followUps: readonly Of<Session>[]
  readonly referrals: readonly Of<Referral>[]
  readonly reviews: readonly Of<{ readonly id: string; readonly due: string }>[]
  /** Since when the reporting policy is to be looked at again. */
  readonly policy: string | null
  /** What the coach works on themselves, and meant to look back on by now. */
  readonly lookBacks: readonly CoachGoal[]
  /** Of the residency season, each day that is near with those whom it concerns. */
  readonly seasons: readonly SeasonNear[]
  /** Of each class, what comes first on its path. */
  readonly path: readonly ClassAhead[]
  /** Letters to a later self whose day has come. */
  readonly letters: readonly Of<FutureLetter>[]
  /** Graduates who want to hear from the coach in the August of their first year. */
  readonly greetings: readonly Of<{ readonly since: string }>[]
  /** Mentees whom an offer of support is owed, and since when. */
  readonly support: readonly Of<{ readonly since: string }>[]
  /** Who was not met yet, then who was not seen for longer than agreed; not who is being met just now. */
  readonly unseen: readonly MenteeStanding[]
  readonly reach: readonly {
    readonly week: ReachWeek
    readonly classYear: number
    readonly open: number
    readonly of: number
  }[]
}

const WEEK_DAYS = 7
/** An agreement's review shows this long before it is due. */
const REVIEW_AHEAD_DAYS = 14

interface Timed {
  readonly date: string
  readonly time: string | null
}
const byTime = (a: Timed, b: Timed): number =>
  a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? '')

const isReady = (session: Session, preps: readonly Prep[]): boolean =>
  kept(preps).some(
    (prep) => prep.session === session.id || daysBetween(prep.date, session.date) <= WEEK_DAYS,
  )

const sessionsAhead = (records: readonly RecordProjection[], today: string): Today['sessions'] =>
  records
    .flatMap((record) =>
      kept(record.sessions)
        .filter(({ status, date }) => status === 'planned' && today <= date)
        .map((session) => ({
          record: record.id,
          mentee: displayName(record.mentee),
          item: { ...session, prepReady: isReady(session, record.preps) },
        })),
    )
    .sort((a, b) => byTime(a.item, b.item))

const groupsAhead = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  today: string,
): Today['groups'] =>
  kept(vault.groupSessions)
    .filter(({ status, date }) => status === 'planned' && today <= date)
    .map((session) => ({
      ...{ id: session.id, group: session.group, date: session.date, time: session.time },
      members: groupRoll(records, session).members.length,
    }))
    .sort(byTime)

/** What is planned until the week is over; when nothing is left of it, the one meeting that comes next. */
const comingUp = (
  sessions: Today['sessions'],
  groups: Today['groups'],
  weekEnd: string,
): Pick<Today, 'sessions' | 'groups'> => {
  const thisWeek = {
    sessions: sessions.filter(({ item }) => item.date <= weekEnd),
    groups: groups.filter(({ date }) => date <= weekEnd),
  }
  if (thisWeek.sessions.length + thisWeek.groups.length > 0) return thisWeek
  const [session] = sessions
  const [group] = groups
  const alone = session !== undefined && (group === undefined || byTime(session.item, group) <= 0)
  return alone
    ? { sessions: [session], groups: [] }
    : { sessions: [], groups: group === undefined ? [] : [group] }
}

const isOver = (day: string | null, today: string): string | null =>
  day !== null && day <= today ? day : null

export const todayOf = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  today: string,
  /** The last day of this week; weeks begin where the coach's calendar has it. */
  weekEnd = addDays(today, WEEK_DAYS - 1),
  /** Of those whose coaching has ended, all records. */
  former: readonly RecordProjection[] = [],
): Today => {
  const until = addDays(today, WEEK_DAYS)
  const each = <T>(list: (record: RecordProjection) => readonly T[]): Of<T>[] =>
    records.flatMap((record) =>
      list(record).map((item) => ({ record: record.id, mentee: displayName(record.mentee), item })),
    )
  const standings = records.map((record) => menteeStanding(record, vault, today))
  const meeting = new Set(
    records.filter(({ sessions }) => sessionUnderWay(sessions, today)).map(({ id }) => id),
  )
  const classes = [...new Set(records.flatMap((record) => classOn(record, today) ?? []))].sort(
    (a, b) => a - b,
  )
  return {
    ...comingUp(sessionsAhead(records, today), groupsAhead(records, vault, today), weekEnd),
    unfiled: each((record) =>
      kept(record.sessions).filter(({ status, date }) => status === 'planned' && date < today),
    ).sort((a, b) => b.item.date.localeCompare(a.item.date)),
    actions: each((record) =>
      openActions(record.actionItems).filter(
        ({ due, whose }) => (due !== null && due < until) || (whose === 'coach' && due === null),
      ),
    ).sort((a, b) => (a.item.due ?? '9').localeCompare(b.item.due ?? '9')),
    followUps: each((record) =>
      kept(record.sessions).filter(
        ({ followUp, followUpDone }) => followUp !== null && !followUpDone && followUp < until,
      ),
    ).sort((a, b) => (a.item.followUp ?? '').localeCompare(b.item.followUp ?? '')),
    referrals: each((record) =>
      openFollowUps(record.referrals).filter(({ followUp }) => (followUp ?? '') < until),
    ),
    reviews: each((record) =>
      standingAgreements(record.agreements).flatMap((agreement) => {
        const due = reviewDue(agreement)
        return due !== null && due <= addDays(today, REVIEW_AHEAD_DAYS)
          ? [{ id: agreement.id, due }]
          : []
      }),
    ),
    ...eventsOf(each, vault, today, until),
    policy: isOver(policyDue(vault.settings), today),
    lookBacks: toLookBackOn(vault.coachGoals, today),
    letters: each((record) => lettersToOpen(record.futureLetters, today)),
    seasons: seasonsNear(records, vault.seasonDates, today, WEEK_DAYS),
    path: classesAhead(records, vault, today),
    greetings: former.flatMap(({ id, mentee }) =>
      isToGreet(mentee, today)
        ? [
            {
              record: id,
              mentee: displayName(mentee),
              item: { since: greetingDay(mentee) ?? today },
            },
          ]
        : [],
    ),
    support: each(({ supportOwed }) => (supportOwed === null ? [] : [{ since: supportOwed }])).sort(
      (a, b) => a.item.since.localeCompare(b.item.since),
    ),
    unseen: standings
      .filter(({ id, overdue, notMet }) => (overdue || notMet) && !meeting.has(id))
      .sort(byAttention),
    reach: classes.flatMap((classYear) => {
      const week = weekOn(weeksOf(vault.reachWeeks, classYear), today)
      if (week === undefined) return []
      const of = standings.filter(
        (one) =>
          one.classYear === classYear && one.status === 'active' && one.reach !== 'not-enrolled',
      )
      const open = of.filter(({ reachOpen }) => reachOpen).length
      // Where all of a class are away, nobody has a REACH week.
      return of.length === 0 ? [] : [{ week, classYear, open, of: of.length }]
    }),
  }
}
