/**
 * Since we last met: what each side said they would do and what became of it, and what has changed in between. Gathered from
 * the record, and every line knows the item that it comes from.
 */
import { kept } from '../crdt/kind'
import type { RecordKind } from '../model/kinds'
import type { BriefSource } from '../model/leaving'
import { type ActionItem, openActions } from '../model/record/action-item'
import type { EnrolmentState } from '../model/record/enrolment'
import { type GoalStatus, latest } from '../model/record/goal'
import { firstWords } from '../model/record/reflection'

/** What an item of a kind went through. */
type What =
  | { readonly of: 'goals'; readonly moved: GoalStatus }
  | { readonly of: 'goals'; readonly score: number }
  | { readonly of: 'goals'; readonly milestone: string }
  | { readonly of: 'rotations'; readonly ended: boolean }
  | { readonly of: 'enrolments'; readonly state: EnrolmentState }
  | {
      readonly of: Extract<
        RecordKind,
        'exams' | 'checkIns' | 'feedback' | 'reflections' | 'importantDates'
      >
    }

export type Change = What & {
  readonly key: string
  readonly day: string
  /** The item that it is about. */
  readonly item: string
  /** What the item is called; '' where its kind says enough. */
  readonly name: string
}

export interface SinceLastMet {
  /** The day from which on it is told; null before the first meeting, when nothing is. */
  readonly since: string | null
  /** What the coach promised: open, the earliest due first, and then what was kept since. */
  readonly mine: readonly ActionItem[]
  readonly theirs: readonly ActionItem[]
  /** Newest first. */
  readonly changed: readonly Change[]
}

const goalChanges = (record: BriefSource, isSince: (day: string) => boolean): readonly Change[] =>
  kept(record.goals).flatMap((goal): readonly Change[] => {
    const about = { of: 'goals', item: goal.id, name: goal.title } as const
    const score = latest(kept(goal.progress).filter(({ date }) => isSince(date)))
    const moved = latest(
      record.goalMoves.filter((move) => move.goal === goal.id && isSince(move.date)),
    )
    return [
      ...(moved === undefined
        ? []
        : [{ ...about, key: moved.id, day: moved.date, moved: moved.status }]),
      ...(score === undefined
        ? []
        : [{ ...about, key: score.id, day: score.date, score: score.score }]),
      ...kept(goal.milestones).flatMap(({ id, title, doneOn }) =>
        doneOn !== null && isSince(doneOn)
          ? [{ ...about, key: id, day: doneOn, milestone: title }]
          : [],
      ),
    ]
  })

const placeChanges = (record: BriefSource, isSince: (day: string) => boolean): readonly Change[] =>
  [
    ...kept(record.rotations).flatMap(({ id, block, start, end }): readonly Change[] => [
      { of: 'rotations', key: `${id}/start`, item: id, day: start, name: block, ended: false },
      { of: 'rotations', key: `${id}/end`, item: id, day: end, name: block, ended: true },
    ]),
    ...kept(record.enrolments).map(
      ({ id, state, start }): Change => ({
        of: 'enrolments',
        key: id,
        item: id,
        day: start,
        name: '',
        state,
      }),
    ),
  ].filter(({ day }) => isSince(day))

const dated = (record: BriefSource, isSince: (day: string) => boolean): readonly Change[] =>
  [
    ...kept(record.exams).flatMap(({ id, name, booked }) =>
      booked === null ? [] : [{ of: 'exams' as const, id, day: booked, name }],
    ),
    ...kept(record.checkIns).map(({ id, date }) => ({
      of: 'checkIns' as const,
      id,
      day: date,
      name: '',
    })),
    ...kept(record.feedback).map(({ id, date, content, quotation }) => ({
      of: 'feedback' as const,
      id,
      day: date,
      name: (content || quotation).split('\n')[0] ?? '',
    })),
    ...kept(record.reflections).map((one) => ({
      of: 'reflections' as const,
      id: one.id,
      day: one.date,
      name: (one.prompt || firstWords(one)).split('\n')[0] ?? '',
    })),
    ...kept(record.importantDates).map(({ id, date, title }) => ({
      of: 'importantDates' as const,
      id,
      day: date,
      name: title,
    })),
  ]
    .filter(({ day }) => isSince(day))
    .map(({ id, ...change }) => ({ ...change, key: id, item: id }))

/** `since` is the day of the last meeting: what happened on it was there to be talked about. */
export const sinceLastMet = (
  record: BriefSource,
  since: string | null,
  today: string,
): SinceLastMet => {
  const isSince = (day: string): boolean => since !== null && since < day && day <= today
  const open = openActions(record.actionItems)
  const done = kept(record.actionItems)
    .filter(({ doneOn }) => doneOn !== null && isSince(doneOn))
    .sort((a, b) => (b.doneOn ?? '').localeCompare(a.doneOn ?? ''))
  const promised = (whose: ActionItem['whose']): readonly ActionItem[] =>
    [...open, ...done].filter((item) => item.whose === whose)
  return {
    since,
    mine: promised('coach'),
    theirs: promised('mentee'),
    changed: [
      ...goalChanges(record, isSince),
      ...placeChanges(record, isSince),
      ...dated(record, isSince),
    ].sort((a, b) => b.day.localeCompare(a.day) || a.key.localeCompare(b.key)),
  }
}
