/** Action items: what, whose, by when. Open ones stand on every next agenda by themselves until they are done. */
import type * as Y from 'yjs'
import { date, field, oneOf, optionalDate, optionalLink, requiredLine } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'

export const actionItems = defineKind(
  'actionItems',
  {
    what: field(requiredLine('action.whatIsMissing'), 'common.what', { leaves: true }),
    whose: field(oneOf(['mentee', 'coach'], 'mentee'), 'fields.whose', { leaves: true }),
    due: field(optionalDate, 'common.due', { leaves: true }),
    /** The day it was done, or null while it is open. */
    doneOn: field(optionalDate, 'conflict.doneOn', { leaves: true }),
    agreedOn: field(date, 'fields.agreedOn', { leaves: true }),
    session: field(optionalLink, null),
    goal: field(optionalLink, null, { leaves: true }),
    ...axes('shared'),
  },
  {
    label: 'label.actionItem',
    count: 'count.actionItem',
    title: ({ what }) => what,
    bin: true,
    leavesFor: ['mentee-summary', 'mentee-inspection', 'next-coach', 'coach'],
    isOver: ({ doneOn }) => doneOn !== null,
    opens: { tab: 'overview' },
    search: {
      kind: 'action',
      day: ({ agreedOn }) => agreedOn,
      states: ({ doneOn }) => [doneOn === null ? 'open' : 'done'],
      due: ({ doneOn, due }) => (doneOn === null ? (due ?? '') : ''),
    },
    timeline: { kind: 'action', day: ({ doneOn }) => doneOn, what: () => 'done' },
  },
)
export type ActionItem = Of<typeof actionItems>

/** Makes action items, but for those that stand in the record already; returns the new ones' ids. */
export const addActions = (
  record: Y.Doc,
  items: readonly (Pick<ActionItem, 'what' | 'due' | 'agreedOn'> & Partial<ActionItem>)[],
): readonly string[] =>
  record.transact(() => {
    const known = new Set(kept(actionItems.readAll(record)).map(({ what }) => what))
    return items.flatMap((item) => {
      if (known.has(item.what)) return []
      known.add(item.what)
      return [actionItems.add(record, item)]
    })
  })

/** Open ones, the earliest due first, those without a day last. */
export const openActions = (all: readonly ActionItem[]): readonly ActionItem[] =>
  kept(all)
    .filter(({ doneOn }) => doneOn === null)
    .sort(
      (a, b) =>
        (a.due ?? '9').localeCompare(b.due ?? '9') || a.createdAt.localeCompare(b.createdAt),
    )

export const isOverdue = (item: ActionItem, today: string): boolean =>
  item.doneOn === null && item.due !== null && item.due < today
