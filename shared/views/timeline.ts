/** A mentee's timeline: everything that has a day, newest first. Escalations are kept apart and never stand here. */

import { kept } from '../crdt/kind'
import type { Visibility } from '../crdt/visibility'
import type { RecordProjection } from '../model/projection'
import { type GroupSession, linesIn } from '../model/record/group-session'
import { firstWords } from '../model/record/reflection'

export const TIMELINE_KINDS = [
  'session',
  'note',
  'goal',
  'reflection',
  'check-in',
  'action',
  'referral',
  'shared',
  'placement',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export interface TimelineEntry {
  readonly kind: TimelineKind
  readonly id: string
  readonly day: string
  /** What is told of it; the screen gives the words for `what`. */
  readonly what: string
  readonly title: string
  readonly visibility: Visibility
}

export const timelineOf = (
  record: RecordProjection,
  groups: readonly GroupSession[],
): readonly TimelineEntry[] => {
  const excerpt = (session: string): string =>
    record.notes.find((note) => note.session === session && note.role !== 'aid' && note.deletedAt === null)
      ?.title ?? ''
  const goalById = new Map(record.goals.map((goal) => [goal.id, goal]))
  const entries: TimelineEntry[] = [
    ...kept(record.sessions).map(
      ({ id, date, kind, status, visibility }): TimelineEntry => ({
        kind: 'session',
        id,
        day: date,
        what: `${kind}/${status}`,
        title: excerpt(id),
        visibility,
      }),
    ),
    // One that was removed still stands here if there is a line about this mentee in it.
    ...groups.flatMap(({ id, date, themes, visibility, present, deletedAt }): TimelineEntry[] => {
      const words = linesIn(record.groupLines, id).flatMap(({ text }) => text.trim() || [])
      return (deletedAt === null && present.includes(record.id)) || words.length > 0
        ? [
            {
              kind: 'session',
              id,
              day: date,
              what: 'group/held',
              title: [themes.join(', '), ...words].filter(Boolean).join(' · '),
              visibility,
            },
          ]
        : []
    }),
    ...kept(record.notes)
      .filter(({ session }) => session === null)
      .map(
        ({ id, date, title, body, visibility }): TimelineEntry => ({
          kind: 'note',
          id,
          day: date,
          what: 'note',
          title: title || body,
          visibility,
        }),
      ),
    ...kept(record.goalMoves).flatMap(({ id, goal, status, date }): TimelineEntry[] => {
      const of = goalById.get(goal)
      return of === undefined || of.deletedAt !== null
        ? []
        : [
            {
              kind: 'goal',
              id: `${goal}/${id}`,
              day: date,
              what: status,
              title: of.title,
              visibility: of.visibility,
            },
          ]
    }),
    ...kept(record.reflections).map(
      (one): TimelineEntry => ({
        kind: 'reflection',
        id: one.id,
        day: one.date,
        what: one.framework,
        title: one.prompt || firstWords(one),
        visibility: one.visibility,
      }),
    ),
    ...kept(record.checkIns).map(
      ({ id, date, instrument, visibility }): TimelineEntry => ({
        kind: 'check-in',
        id,
        day: date,
        what: instrument,
        title: '',
        visibility,
      }),
    ),
    ...kept(record.actionItems)
      .filter(({ doneOn }) => doneOn !== null)
      .map(
        ({ id, doneOn, what, visibility }): TimelineEntry => ({
          kind: 'action',
          id,
          day: doneOn ?? '',
          what: 'done',
          title: what,
          visibility,
        }),
      ),
    ...kept(record.referrals).map(
      ({ id, date, resource, status, visibility }): TimelineEntry => ({
        kind: 'referral',
        id,
        day: date,
        what: status,
        title: resource,
        visibility,
      }),
    ),
    ...kept(record.copies).map(
      ({ id, date, title, visibility }): TimelineEntry => ({
        kind: 'shared',
        id,
        day: date,
        what: visibility,
        title,
        visibility,
      }),
    ),
    ...kept(record.rotations).map(
      ({ id, start, block, visibility }): TimelineEntry => ({
        kind: 'placement',
        id,
        day: start,
        what: 'rotation',
        title: block,
        visibility,
      }),
    ),
    ...kept(record.importantDates).map(
      ({ id, date, title, kind, visibility }): TimelineEntry => ({
        kind: 'placement',
        id,
        day: date,
        what: kind,
        title,
        visibility,
      }),
    ),
  ]
  return entries.sort((a, b) => b.day.localeCompare(a.day) || a.id.localeCompare(b.id))
}
