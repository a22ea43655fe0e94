/**
 * Goals as they were within a time. A summary of a year says of each goal what that year saw: not a goal that was closed
 * before it or opened after it, no older progress, and no end that came later.
 */
import { addDays } from '../base/day'
import { kept } from '../crdt/kind'
import type { Given } from '../model/leaving'
import { type GoalMove, type GoalStatus, isClosedStatus } from '../model/record/goal'
import { type Period, within } from './frame'

type GivenGoal = Given<'goals'>

/** The status on a day, or null before the goal was opened. */
const statusOn = (goal: GivenGoal, moves: readonly GoalMove[], day: string): GoalStatus | null => {
  if (moves.length === 0) return goal.createdAt.slice(0, 10) <= day ? goal.status : null
  return moves.filter(({ date }) => date <= day).at(-1)?.status ?? null
}

export const goalsOfPeriod = (
  goals: readonly GivenGoal[],
  allMoves: readonly GoalMove[],
  period: Period,
): readonly GivenGoal[] =>
  goals.flatMap((goal) => {
    const moves = kept(allMoves)
      .filter((move) => move.goal === goal.id)
      .sort((a, b) => a.date.localeCompare(b.date))
    const before = statusOn(goal, moves, addDays(period.from, -1))
    const status = statusOn(goal, moves, period.to)
    if (status === null || (before !== null && isClosedStatus(before) && before === status))
      return []
    return [
      {
        ...goal,
        status,
        closing: isClosedStatus(status) ? goal.closing : '',
        progress: goal.progress.filter(({ date }) => within(period, date)),
        milestones: goal.milestones.map((one) =>
          one.doneOn !== null && one.doneOn > period.to ? { ...one, doneOn: null } : one,
        ),
      },
    ]
  })
