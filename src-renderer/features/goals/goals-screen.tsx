/** Goals across the caseload: a board by status, and a list with what is overdue or quiet first. */
import {
  Button,
  Card,
  Group,
  NativeSelect,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
} from '@mantine/core'
import { IconSearch, IconTarget } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { currentRecords, kept } from '../../../shared/model/projection'
import {
  editGoal,
  type Goal,
  type GoalCategory,
  type GoalStatus,
  isOpenGoal,
  isOverdueGoal,
  isStaleGoal,
  latest,
} from '../../../shared/model/record/goal'
import { displayName } from '../../../shared/model/record/mentee'
import { type PlainKey, t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useModel, useRun } from '../../context/vault/session'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'
import { today, useToday } from '../../ui/when'
import { GoalFlags } from './goal-card'
import classes from './goals-screen.module.css'

interface Row {
  readonly record: string
  readonly mentee: string
  readonly goal: Goal
  /** 0 overdue, 1 quiet, 2 open, 3 closed. */
  readonly rank: number
}

const COLUMNS: readonly (readonly [PlainKey, readonly GoalStatus[]])[] = [
  ['goal.draft', ['draft']],
  ['goal.active', ['active']],
  ['goal.onHold', ['on-hold']],
  ['goal.closed', ['achieved', 'partly-achieved', 'revised', 'let-go']],
]
/** A column shows this many at first; closed goals of four years would bury the rest. */
const MOST_IN_COLUMN = 10

const rank = (goal: Goal, day: string): number =>
  isOverdueGoal(goal, day) ? 0 : isStaleGoal(goal, day) ? 1 : isOpenGoal(goal) ? 2 : 3

/** What is open by when it is due; what is closed, the latest first. */
const byUrgency = (a: Row, b: Row): number =>
  a.rank - b.rank ||
  (a.rank < 3 ? 1 : -1) * (a.goal.targetDate ?? '9').localeCompare(b.goal.targetDate ?? '9')

const GoalRow = ({ row, withStatus }: { readonly row: Row; readonly withStatus: boolean }) => {
  const run = useRun()
  const { goal } = row
  const confidence = latest(goal.ratings)?.confidence
  return (
    <Card p="sm" component="article" aria-label={goal.title} className={classes.card ?? ''}>
      <Stack gap={4}>
        <UnstyledButton
          onClick={() => go({ screen: 'mentee', id: row.record, tab: 'goals', item: goal.id })}
        >
          <Text fw={600} size="sm" lineClamp={2}>
            {goal.title}
          </Text>
          <Text size="sm" c="dimmed">
            {row.mentee}
            {confidence === undefined
              ? ''
              : ` · ${t('goal.confidenceShort', { rating: confidence })}`}
          </Text>
        </UnstyledButton>
        <GoalFlags goal={goal} />
        {withStatus && (
          <NativeSelect
            aria-label={t('goal.statusOfMentees', { goal: goal.title, mentee: row.mentee })}
            size="xs"
            data={options(goalStatusLabels)}
            value={goal.status}
            onChange={(event) =>
              void run(row.record, editGoal, {
                id: goal.id,
                base: { status: goal.status },
                next: { status: event.currentTarget.value as GoalStatus },
                today: today(),
              })
            }
          />
        )}
      </Stack>
    </Card>
  )
}

export const GoalsScreen = () => {
  const records = useModel((model) => model.records)
  const [view, setView] = useState<'board' | 'list'>('board')
  const [query, setQuery] = useState('')
  const [whole, setWhole] = useState<readonly string[]>([])
  const [category, setCategory] = useState<GoalCategory | null>(null)
  const day = useToday()
  const all = useMemo(
    () =>
      currentRecords(records)
        .flatMap((record) => {
          const mentee = displayName(record.mentee)
          return kept(record.goals).map(
            (goal): Row => ({ record: record.id, mentee, goal, rank: rank(goal, day) }),
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
  const any = all.length > 0
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>{t('goal.goals')}</Title>
        {any && (
          <SegmentedControl
            aria-label={t('goal.view')}
            value={view}
            onChange={(next) => setView(next as typeof view)}
            data={[
              { value: 'board', label: t('common.board') },
              { value: 'list', label: t('common.list') },
            ]}
          />
        )}
      </Group>
      {!any ? (
        <EmptyState
          icon={IconTarget}
          title={t('goal.acrossCaseload')}
          text={t('goal.emptyCaseload')}
        />
      ) : (
        <>
          <Group gap="sm">
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
          </Group>
          {view === 'board' ? (
            <div className={classes.board}>
              {COLUMNS.map(([title, statuses]) => {
                const column = rows.filter(({ goal }) => statuses.includes(goal.status))
                return (
                  <Stack key={title} gap="xs" component="section" aria-label={t(title)}>
                    <Title order={3}>
                      {t(title)}{' '}
                      <Text span c="dimmed" size="sm" className="tabular">
                        {column.length}
                      </Text>
                    </Title>
                    {column
                      .slice(0, whole.includes(title) ? undefined : MOST_IN_COLUMN)
                      .map((row) => (
                        <GoalRow key={row.goal.id} row={row} withStatus />
                      ))}
                    {column.length > MOST_IN_COLUMN && !whole.includes(title) && (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        onClick={() => setWhole([...whole, title])}
                      >
                        {t('goal.showAll', { count: column.length })}
                      </Button>
                    )}
                  </Stack>
                )
              })}
            </div>
          ) : (
            <Stack gap="xs">
              {rows
                .filter(({ goal }) => isOpenGoal(goal))
                .map((row) => (
                  <GoalRow key={row.goal.id} row={row} withStatus={false} />
                ))}
            </Stack>
          )}
        </>
      )}
    </Stack>
  )
}
