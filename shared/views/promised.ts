/** What stands beside a session's text: what was promised last time, what was to be asked, and what is agreed now. */
import { kept } from '../crdt/kind'
import type { RecordProjection } from '../model/projection'
import { type ActionItem, openActions } from '../model/record/action-item'
import { type AgendaItem, agendaOf, type Session } from '../model/record/session'

export interface Promised {
  /** What the mentee took away from the session before this one, in their words. */
  readonly takeaway: { readonly text: string; readonly date: string } | undefined
  readonly theirs: readonly ActionItem[]
  readonly mine: readonly ActionItem[]
  readonly agenda: readonly AgendaItem[]
  readonly agreed: readonly ActionItem[]
}

/** What is private is left out unless `withPrivate`: the mentee sits beside the coach. */
export const promisedFor = (
  record: RecordProjection,
  session: Session,
  withPrivate: boolean,
): Promised => {
  const isShown = ({ visibility }: ActionItem): boolean =>
    withPrivate || visibility !== 'memory-aid'
  const before = kept(record.sessions)
    .filter(
      ({ id, status, date }) => id !== session.id && status === 'held' && date <= session.date,
    )
    .sort((a, b) => b.date.localeCompare(a.date))[0]
  // What is ticked off in this session stays in sight, or a wrong click could not be taken back.
  const doneSince = kept(record.actionItems).filter(
    ({ doneOn }) => doneOn !== null && doneOn >= session.date,
  )
  const all = [...openActions(record.actionItems), ...doneSince].filter(isShown)
  const earlier = all.filter((item) => item.session !== session.id)
  return {
    takeaway:
      before === undefined || before.takeaway.trim() === ''
        ? undefined
        : { text: before.takeaway.trim(), date: before.date },
    theirs: earlier.filter(({ whose }) => whose === 'mentee'),
    mine: earlier.filter(({ whose }) => whose === 'coach'),
    agenda: agendaOf(record.agendaItems, session),
    agreed: kept(record.actionItems).filter((item) => item.session === session.id && isShown(item)),
  }
}
