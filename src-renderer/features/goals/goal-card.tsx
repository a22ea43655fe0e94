/** One goal: what it is, how far along, and how sure the mentee is. */
import { Badge, Button, Card, Group, Menu, NativeSelect, Stack, Text, Title } from '@mantine/core'
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { competencyFrameworks, competencyTitle } from '../../../shared/model/competency'
import {
  editGoal,
  type Goal,
  type GoalStatus,
  isOpenGoal,
  isOverdueGoal,
  isStaleGoal,
  lackingIn,
  reviseGoal,
} from '../../../shared/model/goal'
import { useBin, useRun, useVault } from '../../app/session'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'
import { QuietButton } from '../../ui/quiet-button'
import { Axes } from '../../ui/visibility-chip'
import { relativeDay, shortDay, today } from '../../ui/when'
import { GoalForm } from './goal-form'
import { Milestones } from './milestones'
import { GoalProgress } from './progress'

/** What stands out, and what is gently missing. */
export const GoalFlags = ({ goal }: { readonly goal: Goal }) => {
  const lacking = isOpenGoal(goal) ? lackingIn(goal) : []
  return (
    <Group gap="xs">
      {goal.targetDate !== null && (
        <Text size="sm" c={isOverdueGoal(goal, today()) ? 'var(--care)' : 'dimmed'}>
          by {shortDay(goal.targetDate)}
          {isOverdueGoal(goal, today()) && `, ${relativeDay(goal.targetDate)}`}
        </Text>
      )}
      {isStaleGoal(goal, today()) && (
        <Text size="sm" c="var(--care)">
          Quiet for two months
        </Text>
      )}
      {lacking.length > 0 && (
        <Text size="sm" c="var(--care)">
          {lacking.length === 2
            ? 'No measure and no date yet'
            : lacking[0] === 'measure'
              ? 'No measure yet'
              : 'No date yet'}
        </Text>
      )}
    </Group>
  )
}

const Texts = ({ goal }: { readonly goal: Goal }) => {
  const { settings } = useVault()
  return (
    <>
      {(
        [
          [settings.smartImportant, goal.why],
          [settings.smartSpecific, goal.behaviour],
          [settings.smartMeasurable, goal.measure],
          [settings.smartAttainable, goal.attainable],
          [settings.smartRelevant, goal.relevant],
          ['Strategies', goal.strategies],
          ['Resources', goal.resources],
          ['Barriers', goal.barriers],
          ['Support', goal.support],
          ['Best outcome', goal.outcome],
          ['Obstacle', goal.obstacle],
          ['If-then plan', goal.ifThen],
          ['Closing reflection', goal.closing],
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
}

export const GoalCard = ({
  recordId,
  goal,
  editable,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly editable: boolean
}) => {
  const run = useRun()
  const bin = useBin(recordId)
  const frameworks = competencyFrameworks(useVault().competencyFrameworks)
  const [form, setForm] = useState<'edit' | 'revise'>()
  const initial = { ...goal, title: goal.title || 'Untitled goal' }
  const setStatus = (status: GoalStatus): void =>
    void run(recordId, editGoal, {
      id: goal.id,
      base: { status: goal.status },
      next: { status },
      today: today(),
    })
  return (
    <Card component="article" aria-label={goal.title}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Stack gap={4} miw={0}>
            <Title order={2}>{goal.title}</Title>
            <Group gap="xs">
              <Badge>{categoryLabels[goal.category]}</Badge>
              {goal.competencies.map((id) => (
                <Badge key={id} color="gray">
                  {competencyTitle(frameworks, id)}
                </Badge>
              ))}
              <GoalFlags goal={goal} />
            </Group>
          </Stack>
          <Group gap={4} wrap="nowrap">
            <NativeSelect
              aria-label={`Status of ${goal.title}`}
              size="xs"
              w={140}
              data={options(goalStatusLabels)}
              value={goal.status}
              disabled={!editable}
              onChange={(event) => setStatus(event.currentTarget.value as GoalStatus)}
            />
            <QuietButton
              name={`Edit ${goal.title}`}
              tip="Edit"
              icon={IconPencil}
              disabled={!editable}
              onClick={() => setForm('edit')}
            />
            <QuietButton
              name={`Delete ${goal.title}`}
              tip="Move to the bin"
              icon={IconTrash}
              disabled={!editable}
              onClick={() => void bin('goals', goal.id, 'The goal is in the bin.')}
            />
            <Menu withinPortal shadow="sm" position="bottom-end">
              <Menu.Target>
                <Button
                  variant="subtle"
                  color="gray"
                  c="dimmed"
                  px={6}
                  size="compact-sm"
                  aria-label={`More for ${goal.title}`}
                >
                  <IconDots size={17} stroke={1.6} />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item disabled={!editable || !isOpenGoal(goal)} onClick={() => setForm('revise')}>
                  Revise into a new goal
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Group>
        </Group>
        <Texts goal={goal} />
        <Milestones recordId={recordId} goal={goal} editable={editable} />
        <GoalProgress recordId={recordId} goal={goal} editable={editable} />
        <Axes visibility={goal.visibility} provenance={goal.provenance} />
      </Stack>
      {form === 'edit' && (
        <GoalForm
          title="Edit goal"
          action="Save"
          initial={initial}
          onClose={() => setForm(undefined)}
          onSubmit={(next) => run(recordId, editGoal, { id: goal.id, base: initial, next, today: today() })}
        />
      )}
      {form === 'revise' && (
        <GoalForm
          title="Revise the goal"
          action="Open the revised goal"
          initial={{ ...initial, status: 'active' }}
          onClose={() => setForm(undefined)}
          onSubmit={(next) => run(recordId, reviseGoal, { id: goal.id, next, today: today() })}
        />
      )}
    </Card>
  )
}
