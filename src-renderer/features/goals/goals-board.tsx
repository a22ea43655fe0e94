/** The goals of all mentees by their status. A column with nothing in it takes no room. */
import { Button, Card, NativeSelect, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { editGoal, type GoalStatus, latest } from '../../../shared/model/record/goal'
import { type PlainKey, t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRun } from '../../context/vault/session'
import { goalStatusLabels, options } from '../../ui/labels'
import { today } from '../../ui/when'
import { GoalFlags } from './goal-card'
import type { GoalOfCaseload } from './goal-row'
import classes from './goals-screen.module.css'

const COLUMNS: readonly (readonly [PlainKey, readonly GoalStatus[]])[] = [
  ['goal.draft', ['draft']],
  ['goal.active', ['active']],
  ['goal.onHold', ['on-hold']],
  ['goal.closed', ['achieved', 'partly-achieved', 'revised', 'let-go']],
]
/** A column shows this many at first; closed goals of four years would bury the rest. */
const MOST_IN_COLUMN = 10

const BoardCard = ({ row }: { readonly row: GoalOfCaseload }) => {
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
      </Stack>
    </Card>
  )
}

export const GoalsBoard = ({ rows }: { readonly rows: readonly GoalOfCaseload[] }) => {
  const [whole, setWhole] = useState<readonly string[]>([])
  return (
    <div className={classes.board}>
      {COLUMNS.map(([title, statuses]) => {
        const column = rows.filter(({ goal }) => statuses.includes(goal.status))
        const all = whole.includes(title)
        return (
          <Stack
            key={title}
            gap="xs"
            component="section"
            aria-label={t(title)}
            className={classes.column ?? ''}
            data-empty={column.length === 0 || undefined}
            data-closed={statuses.includes('achieved') || undefined}
          >
            <Title order={3}>
              {t(title)}{' '}
              <Text span c="dimmed" size="sm" className="tabular">
                {column.length}
              </Text>
            </Title>
            <div className={classes.cards}>
              {column.slice(0, all ? undefined : MOST_IN_COLUMN).map((row) => (
                <BoardCard key={row.goal.id} row={row} />
              ))}
            </div>
            {column.length > MOST_IN_COLUMN && !all && (
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
  )
}
