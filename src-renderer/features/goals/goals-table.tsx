/** The open goals of all mentees as a table. */
import { Text } from '@mantine/core'
import { isOpenGoal, isOverdueGoal, latest } from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { categoryLabels, goalStatusLabels } from '../../ui/labels'
import { SortedTable, type TableColumn, type useTableView } from '../../ui/sorted-table'
import { longDay, shortDay, useToday } from '../../ui/when'
import type { GoalOfCaseload } from './goal-row'

export type GoalColumn = 'goal' | 'mentee' | 'category' | 'status' | 'due' | 'confidence'

const Due = ({ row: { goal } }: { readonly row: GoalOfCaseload }) => {
  const late = isOverdueGoal(goal, useToday())
  return goal.targetDate === null ? (
    <Text size="sm" c="dimmed">
      {t('goal.noDateYet')}
    </Text>
  ) : (
    <Text
      size="sm"
      className="one-line"
      title={longDay(goal.targetDate)}
      {...(late ? { c: 'var(--care)' } : {})}
    >
      {shortDay(goal.targetDate)}
    </Text>
  )
}

export const GOAL_COLUMNS: readonly TableColumn<GoalOfCaseload, GoalColumn>[] = [
  {
    id: 'goal',
    label: 'goal.goalLabel',
    by: ({ goal }) => goal.title,
    cell: ({ goal }) => goal.title,
  },
  {
    id: 'mentee',
    label: 'common.mentee',
    by: ({ mentee }) => mentee,
    cell: ({ mentee }) => mentee,
  },
  {
    id: 'category',
    label: 'common.category',
    by: ({ goal }) => categoryLabels[goal.category],
    cell: ({ goal }) => categoryLabels[goal.category],
  },
  {
    id: 'status',
    label: 'common.status',
    by: ({ goal }) => goalStatusLabels[goal.status],
    cell: ({ goal }) => goalStatusLabels[goal.status],
  },
  {
    id: 'due',
    label: 'common.due',
    by: ({ goal }) => goal.targetDate,
    cell: (row) => <Due row={row} />,
  },
  {
    id: 'confidence',
    label: 'goal.confidence',
    by: ({ goal }) => latest(goal.ratings)?.confidence ?? null,
    cell: ({ goal }) => latest(goal.ratings)?.confidence ?? '–',
    numeric: true,
  },
]

export const GoalsTable = ({
  rows,
  view,
}: {
  readonly rows: readonly GoalOfCaseload[]
  readonly view: ReturnType<typeof useTableView<GoalColumn>>
}) => (
  <SortedTable
    name={t('goal.goals')}
    rows={rows.filter(({ goal }) => isOpenGoal(goal))}
    columns={GOAL_COLUMNS}
    view={view}
    keyOf={({ goal }) => goal.id}
    nameOf={({ goal, mentee }) => t('goal.namedOf', { goal: goal.title, mentee })}
    onOpen={({ record, goal }) => go({ screen: 'mentee', id: record, tab: 'goals', item: goal.id })}
  />
)
