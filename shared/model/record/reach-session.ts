/** A session that is planned for a REACH week: it stands in the calendar, and the week's Coaching is planned with it. */
import type * as Y from 'yjs'
import { type MarksBefore, markParts, restoreMarks } from './reach'
import { addSession, sessions } from './session'

/** What planning it did, to take it back. */
export interface ReachSessionPlanned {
  readonly session: string
  readonly marks: MarksBefore
}

/** Plans the session of a week. Coaching that is done or excused stays so. */
export const planReachSession = (
  record: Y.Doc,
  input: {
    readonly week: string
    readonly date: string
    readonly time: string
    readonly minutes: number
  },
): ReachSessionPlanned =>
  record.transact(() => {
    const { week, ...when } = input
    const { session } = addSession(record, { ...when, kind: 'reach', status: 'planned' })
    const marks = markParts(record, { week, parts: ['coaching'], mark: 'planned', forMany: true })
    return { session, marks }
  })

export const unplanReachSession = (record: Y.Doc, planned: ReachSessionPlanned): void =>
  record.transact(() => {
    sessions.remove(record, { id: planned.session, deleted: true })
    restoreMarks(record, planned.marks)
  })
