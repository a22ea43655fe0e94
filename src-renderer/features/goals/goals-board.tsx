/**
 * The goals of all mentees by their status, which each card says, and is changed there or by dragging the card into another
 * column. A column with nothing in it takes no room.
 */
import { Button, Card, NativeSelect, Stack, Text, Title, UnstyledButton } from '@mantine/core'
import { type DragEvent, useState } from 'react'
import { editGoal, type GoalStatus, latest } from '../../../shared/model/record/goal'
import { type PlainKey, t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useRun } from '../../context/vault/session'
import { goalStatusLabels, options } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { today } from '../../ui/when'
import { GoalFlags } from './goal-card'
import type { GoalOfCaseload } from './goal-row'
import classes from './goals-screen.module.css'

/** A card that is let go in a column gets the first status of it. */
const COLUMNS: readonly (readonly [PlainKey, readonly [GoalStatus, ...(readonly GoalStatus[])]])[] =
  [
    ['goal.draft', ['draft']],
    ['goal.active', ['active']],
    ['goal.onHold', ['on-hold']],
    ['goal.closed', ['achieved', 'partly-achieved', 'revised', 'let-go']],
  ]
/** A column shows this many at first; closed goals of four years would bury the rest. */
const MOST_IN_COLUMN = 10

type SetStatus = (row: GoalOfCaseload, status: GoalStatus) => Promise<unknown>

const useSetStatus = (): SetStatus => {
  const run = useRun()
  return ({ record, goal }, status): Promise<unknown> =>
    run(record, editGoal, {
      id: goal.id,
      base: { status: goal.status },
      next: { status },
      today: today(),
    })
}

/** The card that is being dragged. It is kept here: nothing of it is handed to another program. */
const useDragging = (setStatus: SetStatus) => {
  const [dragged, setDragged] = useState<GoalOfCaseload>()
  const [over, setOver] = useState<PlainKey>()
  const end = (): void => {
    setDragged(undefined)
    setOver(undefined)
  }
  const letGo = async (row: GoalOfCaseload, status: GoalStatus): Promise<void> => {
    await setStatus(row, status)
    const { goal } = row
    offerUndo(
      t('goal.isNow', { goal: goal.title, status: goalStatusLabels[status] }),
      () => void setStatus({ ...row, goal: { ...goal, status } }, goal.status),
    )
  }
  return {
    over,
    ofCard: (row: GoalOfCaseload) => ({
      draggable: true,
      onDragStart: ({ dataTransfer }: DragEvent): void => {
        dataTransfer.effectAllowed = 'move'
        dataTransfer.setData('application/x-confidant-goal', '')
        setDragged(row)
      },
      onDragEnd: end,
    }),
    ofColumn: ([title, statuses]: (typeof COLUMNS)[number]) => ({
      onDragOver: (event: DragEvent): void => {
        if (dragged === undefined || statuses.includes(dragged.goal.status)) return
        event.preventDefault()
        setOver(title)
      },
      onDragLeave: ({ currentTarget, relatedTarget }: DragEvent): void => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)))
          setOver(undefined)
      },
      onDrop: (event: DragEvent): void => {
        event.preventDefault()
        if (dragged !== undefined) void letGo(dragged, statuses[0])
        end()
      },
    }),
  }
}

const BoardCard = ({
  row,
  setStatus,
  ...dragging
}: {
  readonly row: GoalOfCaseload
  readonly setStatus: SetStatus
} & ReturnType<ReturnType<typeof useDragging>['ofCard']>) => {
  const { goal } = row
  const confidence = latest(goal.ratings)?.confidence
  return (
    <Card
      p="sm"
      component="article"
      aria-label={goal.title}
      className={classes.card ?? ''}
      {...dragging}
    >
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
          onChange={(event) => void setStatus(row, event.currentTarget.value as GoalStatus)}
        />
      </Stack>
    </Card>
  )
}

export const GoalsBoard = ({ rows }: { readonly rows: readonly GoalOfCaseload[] }) => {
  const [whole, setWhole] = useState<readonly string[]>([])
  const setStatus = useSetStatus()
  const { over, ofCard, ofColumn } = useDragging(setStatus)
  return (
    <div className={classes.board}>
      {COLUMNS.map((about) => {
        const [title, statuses] = about
        const column = rows.filter(({ goal }) => statuses.includes(goal.status))
        const all = whole.includes(title)
        return (
          <Stack
            key={title}
            gap="xs"
            component="section"
            aria-label={t(title)}
            className={classes.column ?? ''}
            {...ofColumn(about)}
            data-over={title === over || undefined}
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
                <BoardCard key={row.goal.id} row={row} setStatus={setStatus} {...ofCard(row)} />
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
