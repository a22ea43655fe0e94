/**
 * What waits for the coach today, gathered over the caseload. A view is worked out from projections, for a screen or
 * a report, and is kept nowhere: the same records and day give the same view.
 */
import { addDays, daysBetween } from '../base/academic-year'
import { kept } from '../crdt/kind'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { type ActionItem, openActions } from '../model/record/action-item'
import { reviewDue, standingAgreements } from '../model/record/agreement'
import { displayName } from '../model/record/mentee'
import { type ReachWeek, weekOn, weeksOf } from '../model/record/reach'
import { openFollowUps, type Referral } from '../model/record/referral'
import type { Session } from '../model/record/session'
import { type Standing, standingOf } from './attention'

interface Of<T> {
  readonly record: string
  readonly mentee: string
  readonly item: T
}

interface PlannedGroup {
  readonly id: string
  readonly group: string
  readonly date: string
  readonly time: string | null
  readonly members: number
}

export interface Today {
  readonly sessions: readonly Of<Session & { readonly prepReady: boolean }>[]
  readonly groups: readonly PlannedGroup[]
  /** Planned for a day that is over: held, missed or moved? */
  readonly unfiled: readonly Of<Session>[]
  readonly actions: readonly Of<ActionItem>[]
  readonly followUps: readonly Of<Session>[]
  readonly referrals: readonly Of<Referral>[]
  readonly reviews: readonly Of<{ readonly id: string; readonly due: string }>[]
  /** Mentees whom an offer of support is owed, and since when. */
  readonly support: readonly Of<{ readonly since: string }>[]
  readonly unseen: readonly Standing[]
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

export const todayOf = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  today: string,
): Today => {
  const until = addDays(today, WEEK_DAYS)
  const each = <T>(list: (record: RecordProjection) => readonly T[]): Of<T>[] =>
    records.flatMap((record) =>
      list(record).map((item) => ({ record: record.id, mentee: displayName(record.mentee), item })),
    )
  const standings = records.map((record) => standingOf(record, vault, today))
  const classes = [...new Set(records.flatMap(({ mentee }) => mentee.classYear ?? []))].sort(
    (a, b) => a - b,
  )
  return {
    sessions: records
      .flatMap((record) =>
        kept(record.sessions)
          .filter(({ status, date }) => status === 'planned' && today <= date && date < until)
          .map((session) => ({
            record: record.id,
            mentee: displayName(record.mentee),
            item: {
              ...session,
              prepReady: kept(record.preps).some(
                (prep) =>
                  prep.session === session.id || daysBetween(prep.date, session.date) <= WEEK_DAYS,
              ),
            },
          })),
      )
      .sort(
        (a, b) =>
          a.item.date.localeCompare(b.item.date) ||
          (a.item.time ?? '').localeCompare(b.item.time ?? ''),
      ),
    groups: kept(vault.groupSessions)
      .filter(({ status, date }) => status === 'planned' && today <= date && date < until)
      .map(({ id, group, date, time }) => ({
        id,
        group,
        date,
        time,
        members: records.filter(({ mentee }) => mentee.reachGroup === group).length,
      }))
      .sort((a, b) => a.date.localeCompare(b.date)),
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
    support: each(({ supportOwed }) => (supportOwed === null ? [] : [{ since: supportOwed }])).sort(
      (a, b) => a.item.since.localeCompare(b.item.since),
    ),
    unseen: standings
      .filter(({ overdue }) => overdue)
      .sort((a, b) => (b.daysSince ?? 0) / b.cadenceDays - (a.daysSince ?? 0) / a.cadenceDays),
    reach: classes.flatMap((classYear) => {
      const week = weekOn(weeksOf(vault.reachWeeks, classYear), today)
      if (week === undefined) return []
      const of = standings.filter((one) => one.classYear === classYear && one.status === 'active')
      return [
        { week, classYear, open: of.filter(({ reachOpen }) => reachOpen).length, of: of.length },
      ]
    }),
  }
}
