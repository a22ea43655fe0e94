/** A mentee's goals. */
import { ActionIcon, Badge, Button, Card, Group, Select, Stack, Text, Title, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTarget, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import * as v from 'valibot'
import { binItem, restoreItem } from '../../../shared/model/bin'
import {
  addGoal,
  editGoal,
  type Goal,
  GoalInput,
  type GoalStatus,
  isOpenGoal,
  lackingIn,
} from '../../../shared/model/goal'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { useRun } from '../../app/session'
import { EmptyState } from '../../ui/empty-state'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'
import { offerUndo } from '../../ui/undo'
import { relativeDay, shortDay, today } from '../../ui/when'
import { GoalForm } from './goal-form'
import { Milestones } from './milestones'
import { GoalProgress } from './progress'

const Lacking = ({ goal }: { readonly goal: Goal }) => {
  const lacking = lackingIn(goal)
  if (lacking.length === 0 || !isOpenGoal(goal)) return null
  return (
    <Text size="sm" c="var(--care)">
      {lacking.length === 2
        ? 'No measure and no date yet'
        : lacking[0] === 'measure'
          ? 'No measure yet'
          : 'No date yet'}
    </Text>
  )
}

const Texts = ({ goal }: { readonly goal: Goal }) => (
  <>
    {(
      [
        ['Why it matters', goal.why],
        ['How we will know', goal.measure],
        ['Strategies', goal.strategies],
        ['Obstacle', goal.obstacle],
        ['If-then plan', goal.ifThen],
      ] as const
    )
      .filter(([, text]) => text.trim() !== '')
      .map(([label, text]) => (
        <Text key={label} size="sm" style={{ whiteSpace: 'pre-line' }}>
          <Text span c="dimmed">
            {label}:{' '}
          </Text>
          {text}
        </Text>
      ))}
  </>
)

const GoalCard = ({
  recordId,
  goal,
  editable,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly editable: boolean
}) => {
  const run = useRun()
  const [editing, setEditing] = useState(false)
  const initial = v.parse(GoalInput, { ...goal, title: goal.title || 'Untitled goal' })
  const overdue = isOpenGoal(goal) && goal.targetDate !== null && goal.targetDate < today()

  const setStatus = (status: GoalStatus): void =>
    void run(recordId, editGoal, { id: goal.id, base: { status: goal.status }, next: { status } })
  const remove = async (): Promise<void> => {
    await run(recordId, binItem, { kind: 'goals', id: goal.id })
    offerUndo(
      'The goal is in the bin.',
      () => void run(recordId, restoreItem, { kind: 'goals', id: goal.id }),
    )
  }

  return (
    <Card component="article" aria-label={goal.title}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={4} miw={0}>
            <Title order={2}>{goal.title}</Title>
            <Group gap="xs">
              <Badge>{categoryLabels[goal.category]}</Badge>
              {goal.targetDate !== null && (
                <Text size="sm" c={overdue ? 'var(--care)' : 'dimmed'}>
                  by {shortDay(goal.targetDate)}
                  {overdue && `, ${relativeDay(goal.targetDate)}`}
                </Text>
              )}
              <Lacking goal={goal} />
            </Group>
          </Stack>
          <Group gap={4} wrap="nowrap">
            <Select
              aria-label={`Status of ${goal.title}`}
              size="xs"
              w={140}
              data={options(goalStatusLabels)}
              value={goal.status}
              disabled={!editable}
              onChange={(status) => status && setStatus(status)}
            />
            <Tooltip label="Edit">
              <ActionIcon
                variant="subtle"
                color="gray"
                c="dimmed"
                size={30}
                aria-label={`Edit ${goal.title}`}
                disabled={!editable}
                onClick={() => setEditing(true)}
              >
                <IconPencil size={17} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
            <Tooltip label="Move to the bin">
              <ActionIcon
                variant="subtle"
                color="gray"
                c="dimmed"
                size={30}
                aria-label={`Delete ${goal.title}`}
                disabled={!editable}
                onClick={() => void remove()}
              >
                <IconTrash size={17} stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Group>
        </Group>
        <Texts goal={goal} />
        <Milestones recordId={recordId} goal={goal} editable={editable} />
        <GoalProgress recordId={recordId} goal={goal} editable={editable} />
      </Stack>
      {editing && (
        <GoalForm
          title="Edit goal"
          action="Save"
          initial={initial}
          onClose={() => setEditing(false)}
          onSubmit={async (next) => {
            await run(recordId, editGoal, { id: goal.id, base: initial, next })
          }}
        />
      )}
    </Card>
  )
}

export const GoalsTab = ({ record }: { readonly record: RecordProjection }) => {
  const run = useRun()
  const [adding, setAdding] = useState(false)
  const editable = !isNewerRecord(record)
  const goals = kept(record.goals)
  const open = goals.filter(isOpenGoal)
  const closed = goals.filter((goal) => !isOpenGoal(goal))
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={() => setAdding(true)}
      disabled={!editable}
    >
      New goal
    </Button>
  )
  return (
    <Stack gap="md" pt="md">
      {goals.length === 0 ? (
        <EmptyState
          icon={IconTarget}
          title="No goals yet"
          text="A goal is the mentee’s own: what they want, how they will know, and by when. Milestones make it small enough to begin."
        >
          {add}
        </EmptyState>
      ) : (
        <Group>{add}</Group>
      )}
      {open.map((goal) => (
        <GoalCard key={goal.id} recordId={record.id} goal={goal} editable={editable} />
      ))}
      {closed.length > 0 && (
        <Title order={3} mt="md" c="dimmed">
          Closed
        </Title>
      )}
      {closed.map((goal) => (
        <GoalCard key={goal.id} recordId={record.id} goal={goal} editable={editable} />
      ))}
      {adding && (
        <GoalForm
          title="New goal"
          action="Add goal"
          onClose={() => setAdding(false)}
          onSubmit={async (input) => {
            await run(record.id, addGoal, input)
          }}
        />
      )}
    </Stack>
  )
}
