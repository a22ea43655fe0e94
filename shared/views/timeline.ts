/** A mentee's timeline: everything that has a day, newest first. Escalations are kept apart and never stand here. */

import type { InTimeline, TimelineKind } from '../crdt/about'
import { type AnyItem, type AnyToldKind, kept } from '../crdt/kind'
import type { Visibility } from '../crdt/visibility'
import { type RecordKind, recordKinds } from '../model/kinds'
import type { RecordProjection } from '../model/projection'
import { type GroupSession, groupSessions, linesIn } from '../model/record/group-session'

export interface TimelineEntry {
  readonly kind: TimelineKind
  /** What it is an item of: a kind of the record, or a group session. */
  readonly of: RecordKind | 'groupSessions'
  /** The item's id, and for a goal's move the goal's before it. */
  readonly id: string
  readonly day: string
  /** What is told of it; the screen gives the words for `what`. */
  readonly what: string
  readonly title: string
  readonly visibility: Visibility
}

/** What stands in another item's name, or with another item's words; undefined where there is no such item any more. */
type Lent = Partial<Pick<TimelineEntry, 'id' | 'title' | 'visibility'>>

/** A session is told by its note, and a goal's move by its goal. */
const lentIn = (record: RecordProjection) => {
  const goals = new Map(kept(record.goals).map((goal) => [goal.id, goal]))
  const noteOf = (session: string) =>
    kept(record.notes).find((note) => note.session === session && note.role !== 'aid')
  return (of: RecordKind, item: AnyItem): Lent | undefined => {
    if (of === 'sessions') return { title: noteOf(item.id)?.title ?? '' }
    if (of !== 'goalMoves') return {}
    const goal = goals.get(String(item.goal))
    return goal && { id: `${goal.id}/${item.id}`, title: goal.title, visibility: goal.visibility }
  }
}

const entryOf = (
  [of, { about }]: readonly [TimelineEntry['of'], AnyToldKind],
  told: InTimeline<AnyItem>,
  item: AnyItem & { readonly visibility?: Visibility },
  lent: Lent = {},
): readonly TimelineEntry[] => {
  const day = told.day(item)
  return day === null
    ? []
    : [
        {
          kind: told.kind,
          of,
          id: item.id,
          day,
          what: told.what(item),
          title: (told.title ?? about.title)(item),
          visibility: item.visibility ?? 'memory-aid',
          ...lent,
        },
      ]
}

const ownEntries = (record: RecordProjection): readonly TimelineEntry[] => {
  const lent = lentIn(record)
  return recordKinds.flatMap(([of, kind]) => {
    const { timeline } = kind.about
    return timeline === null
      ? []
      : kept(record[of] as readonly AnyItem[]).flatMap((item) => {
          const words = lent(of, item)
          return words === undefined ? [] : entryOf([of, kind], timeline, item, words)
        })
  })
}

/** The group sessions that they were in. One that was removed still stands here if a line about them is in it. */
const groupEntries = (
  record: RecordProjection,
  groups: readonly GroupSession[],
): readonly TimelineEntry[] => {
  const { timeline } = groupSessions.about
  return groups.flatMap((group) => {
    const words = linesIn(record.groupLines, group.id).flatMap(({ text }) => text.trim() || [])
    const isIn = group.deletedAt === null && group.present.includes(record.id)
    if (timeline === null || (!isIn && words.length === 0)) return []
    const title = [timeline.title?.(group) ?? '', ...words].filter(Boolean).join(' · ')
    return entryOf(['groupSessions', groupSessions], timeline, group, { title })
  })
}

export const timelineOf = (
  record: RecordProjection,
  groups: readonly GroupSession[],
): readonly TimelineEntry[] =>
  [...ownEntries(record), ...groupEntries(record, groups)].sort(
    (a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id),
  )
