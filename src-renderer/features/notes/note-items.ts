/** The goals and action items of a note: what its lines became, and how they become it. */

import { newId } from '../../../shared/base/id'
import { actionItems } from '../../../shared/model/record/action-item'
import type { Note } from '../../../shared/model/record/note'
import type { LineItem } from '../../../shared/note-text/line-item'
import { dueSaid } from '../../../shared/views/said-day'
import type { VaultSession } from '../../store/session/vault-session'
import { today } from '../../ui/when'
import type { ItemsOfLines } from './lines/line-items'

/** An item's title has so many characters at most. */
export const TITLE_LENGTH = 300

/** What becomes of a memory aid's line is the coach's alone, as the line is. */
export const seenAs = (note: Pick<Note, 'role'> | undefined) =>
  note?.role === 'aid' ? ({ visibility: 'memory-aid', provenance: 'coach' } as const) : {}

export const createNoteItems = (
  session: VaultSession,
  recordId: string,
  noteId: string,
  open: (item: LineItem) => void,
): ItemsOfLines => {
  const record = () => session.model.getState().records[recordId]
  const note = () => record()?.notes.find(({ id }) => id === noteId)
  /** What was ticked here and is not in the record as it is shown yet: a checkbox does not jump back meanwhile. */
  const ticked = new Map<string, boolean>()
  return {
    find: ({ kind, id }) => {
      if (kind === 'goals') {
        const goal = record()?.goals.find((one) => one.id === id && one.deletedAt === null)
        return goal === undefined ? undefined : { what: goal.title, done: false }
      }
      const item = record()?.actionItems.find((one) => one.id === id && one.deletedAt === null)
      if (item === undefined) return undefined
      const done = item.doneOn !== null
      if (ticked.get(id) === done) ticked.delete(id)
      return { what: item.what, done: ticked.get(id) ?? done }
    },
    watch: (changed) =>
      session.model.subscribe(({ records }, before) => {
        const [now, was] = [records[recordId], before.records[recordId]]
        if (now?.actionItems !== was?.actionItems || now?.goals !== was?.goals) changed()
      }),
    tick: (id, done) => {
      ticked.set(id, done)
      session
        .run(recordId, actionItems.edit, { id, next: { doneOn: done ? today() : null } })
        .catch((error: unknown) => {
          ticked.delete(id)
          throw error
        })
    },
    rename: (id, from, to) =>
      void session.run(recordId, actionItems.edit, {
        id,
        base: { what: from },
        next: { what: to.slice(0, TITLE_LENGTH) },
      }),
    make: (words) => {
      const of = note()
      if (of === undefined || of.session === null) return undefined
      const what = words.slice(0, TITLE_LENGTH)
      const same = record()?.actionItems.find(
        (item) => item.deletedAt === null && item.session === of.session && item.what === what,
      )
      if (same !== undefined) return { kind: 'actionItems', id: same.id }
      // Named here, so that the line can say at once what it became.
      const id = newId()
      void session.run(recordId, actionItems.add, {
        id,
        what,
        due: dueSaid(what, today()),
        agreedOn: today(),
        session: of.session,
        ...seenAs(of),
      })
      return { kind: 'actionItems', id }
    },
    open,
  }
}
