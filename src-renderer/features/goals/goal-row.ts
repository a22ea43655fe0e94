/** A goal among those of all mentees, and how urgent it is. */
import {
  type Goal,
  isOpenGoal,
  isOverdueGoal,
  isStaleGoal,
} from '../../../shared/model/record/goal'

export interface GoalOfCaseload {
  readonly record: string
  readonly mentee: string
  readonly goal: Goal
  /** 0 overdue, 1 quiet, 2 open, 3 closed. */
  readonly rank: number
}

export const rankOf = (goal: Goal, day: string): number =>
  isOverdueGoal(goal, day) ? 0 : isStaleGoal(goal, day) ? 1 : isOpenGoal(goal) ? 2 : 3

/** What is open by when it is due; what is closed, the latest first. */
export const byUrgency = (a: GoalOfCaseload, b: GoalOfCaseload): number =>
  a.rank - b.rank ||
  (a.rank < 3 ? 1 : -1) * (a.goal.targetDate ?? '9').localeCompare(b.goal.targetDate ?? '9')
