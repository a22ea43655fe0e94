/** Goals across the caseload: a board by status, and a table of what is open. */
import { Button, Group, SegmentedControl, Select, Stack, TextInput, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconPlus, IconSearch, IconTarget } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { currentRecords, kept } from '../../../shared/model/projection'
import type { GoalCategory } from '../../../shared/model/record/goal'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { runCommand } from '../../context/commands/commands'
import { useModel } from '../../context/vault/session'
import { ColumnMenu } from '../../ui/column-menu'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { categoryLabels, options } from '../../ui/labels'
import { useTableView } from '../../ui/sorted-table'
import { useToday } from '../../ui/when'
import { byUrgency, type GoalOfCaseload, rankOf } from './goal-row'
import { GoalsBoard } from './goals-board'
import { GOAL_COLUMNS, type GoalColumn, GoalsTable } from './goals-table'

const LEAVABLE = GOAL_COLUMNS.filter(({ id }) => id !== 'goal')

/** Whose it is, is asked first. */
const NewGoal = () => (
  <Button leftSection={<Icon of={IconPlus} />} onClick={() => runCommand('new-goal')}>
    {t('goal.new')}
  </Button>
)

const NoGoals = ({ isNobody }: { readonly isNobody: boolean }) => (
  <EmptyState icon={IconTarget} title={t('goal.acrossCaseload')} text={t('goal.emptyCaseload')}>
    {isNobody ? (
      <Button onClick={() => go({ screen: 'caseload' })}>{t('reach.openMentees')}</Button>
    ) : (
      <NewGoal />
    )}
  </EmptyState>
)

export const GoalsScreen = () => {
  const records = useModel((model) => model.records)
  const [view, setView] = useLocalStorage<'board' | 'list'>({
    key: 'goals-as',
    defaultValue: 'board',
    getInitialValueInEffect: false,
  })
  const table = useTableView<GoalColumn>('goals', 'due')
  const [{ sort, hidden }, setTable] = table
  const [query, setQuery] = useState('')
  const [category, setCategory] = useState<GoalCategory | null>(null)
  const day = useToday()
  const all = useMemo(
    () =>
      currentRecords(records)
        .flatMap((record) => {
          const mentee = displayName(record.mentee)
          return kept(record.goals).map(
            (goal): GoalOfCaseload => ({
              record: record.id,
              mentee,
              goal,
              rank: rankOf(goal, day),
            }),
          )
        })
        .sort(byUrgency),
    [records, day],
  )
  const rows = all.filter(
    ({ goal, mentee }) =>
      (category === null || goal.category === category) &&
      `${goal.title} ${mentee}`.toLowerCase().includes(query.toLowerCase()),
  )
  if (all.length === 0)
    return (
      <Stack gap="sm">
        <Title order={1}>{t('goal.goals')}</Title>
        <NoGoals isNobody={currentRecords(records).length === 0} />
      </Stack>
    )
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Title order={1}>{t('goal.goals')}</Title>
        <Group gap="xs">
          <SegmentedControl
            aria-label={t('goal.view')}
            value={view}
            onChange={(next) => setView(next as typeof view)}
            data={[
              { value: 'board', label: t('common.board') },
              { value: 'list', label: t('common.list') },
            ]}
          />
          <NewGoal />
        </Group>
      </Group>
      <Group gap="xs">
        <TextInput
          aria-label={t('goal.filter')}
          placeholder={t('goal.filterHint')}
          leftSection={<Icon of={IconSearch} />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          w={300}
        />
        <Select
          aria-label={t('common.category')}
          placeholder={t('common.allCategories')}
          clearable
          data={options(categoryLabels)}
          value={category}
          onChange={setCategory}
        />
        {view === 'list' && (
          <ColumnMenu<GoalColumn>
            columns={LEAVABLE.map(({ id, label }) => ({ id, label: t(label) }))}
            hidden={hidden}
            onHide={(next) => setTable({ sort, hidden: next })}
          />
        )}
      </Group>
      {view === 'board' ? <GoalsBoard rows={rows} /> : <GoalsTable rows={rows} view={table} />}
    </Stack>
  )
}
