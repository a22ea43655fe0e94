/** What the coach works on themselves: set with a first step, looked back at on its day, and closed or carried on. */
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconHistory, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import * as v from 'valibot'
import { addDays } from '../../../shared/base/day'
import {
  COACH_GOAL_STATUSES,
  type CoachGoal,
  closedCoachGoals,
  coachGoals,
  lookBack,
  lookBacks,
  openCoachGoals,
} from '../../../shared/model/caseload/coach-goal'
import { t } from '../../../shared/words/words'
import { useCommand } from '../../context/commands/commands'
import { useRunOnVault, useVault } from '../../context/vault/session'
import { ItemForm } from '../../forms/item-form'
import { EditAndDelete } from '../../ui/edit-and-delete'
import { Icon } from '../../ui/icon'
import { goalStatusLabels, options } from '../../ui/labels'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { offerUndo } from '../../ui/undo'
import { relativeDay, shortDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'

/** Long enough to have tried it in a few sessions. */
const LOOK_BACK_DAYS = 28

const statusField = () =>
  ({
    name: 'status',
    label: t('common.status'),
    as: 'choice',
    options: options(goalStatusLabels).filter(({ value }) =>
      COACH_GOAL_STATUSES.some((status) => status === value),
    ),
  }) as const

const GoalForm = ({
  goal,
  title,
  onClose,
}: {
  readonly goal: CoachGoal | undefined
  /** What a new one begins with. */
  readonly title: string
  readonly onClose: () => void
}) => {
  const run = useRunOnVault()
  const day = useToday()
  return (
    <ItemForm
      id={goal === undefined ? 'new-coach-goal' : `coach-goal/${goal.id}`}
      title={goal === undefined ? t('coachGoal.new') : t('coachGoal.edit')}
      action={t('common.save')}
      schema={coachGoals.input}
      initial={goal ?? { ...coachGoals.empty, title, lookBackOn: addDays(day, LOOK_BACK_DAYS) }}
      fields={[
        { name: 'title', label: t('coachGoal.what'), hint: t('coachGoal.whatHint'), wide: true },
        { name: 'firstStep', label: t('coachGoal.firstStep'), wide: true },
        { name: 'lookBackOn', label: t('coachGoal.lookBackOn'), as: 'day' },
        ...(goal === undefined ? [] : [statusField()]),
      ]}
      onClose={onClose}
      onSubmit={(next, base) =>
        goal === undefined
          ? run(coachGoals.add, next)
          : run(coachGoals.edit, { id: goal.id, base, next })
      }
    />
  )
}

const looking = v.object({
  how: v.pipe(
    lookBacks.fields.how.input,
    v.check(
      (words) => words.trim() !== '',
      () => t('coachGoal.howMissing'),
    ),
  ),
  status: coachGoals.fields.status.input,
  lookBackOn: coachGoals.fields.lookBackOn.input,
})

const LookBack = ({
  goal,
  onClose,
}: {
  readonly goal: CoachGoal
  readonly onClose: () => void
}) => {
  const run = useRunOnVault()
  const day = useToday()
  return (
    <ItemForm
      id={`look-back/${goal.id}`}
      title={t('coachGoal.lookBack')}
      action={t('common.save')}
      schema={looking}
      initial={{ how: '', status: goal.status, lookBackOn: addDays(day, LOOK_BACK_DAYS) }}
      before={<Text>{goal.title}</Text>}
      fields={[
        { name: 'how', label: t('coachGoal.how'), hint: t('coachGoal.howHint'), as: 'text' },
        statusField(),
        { name: 'lookBackOn', label: t('coachGoal.lookBackAgain'), as: 'day' },
      ]}
      onClose={onClose}
      onSubmit={(given) => run(lookBack, { id: goal.id, date: day, ...given })}
    />
  )
}

const When = ({ goal: { status, lookBackOn } }: { readonly goal: CoachGoal }) => {
  const day = useToday()
  if (status !== 'active') return <Badge color="gray">{goalStatusLabels[status]}</Badge>
  if (lookBackOn === null) return null
  return (
    <Text size="sm" c={lookBackOn <= day ? 'var(--care)' : 'dimmed'} title={shortDay(lookBackOn)}>
      {t('coachGoal.lookBackWhen', { day: relativeDay(lookBackOn, day) })}
    </Text>
  )
}

const GoalLine = ({
  goal,
  onEdit,
  onLookBack,
}: {
  readonly goal: CoachGoal
  readonly onEdit: () => void
  readonly onLookBack: () => void
}) => {
  const run = useRunOnVault()
  const { id, title, firstStep, status } = goal
  const remove = async (): Promise<void> => {
    await run(coachGoals.remove, { id, deleted: true })
    offerUndo(t('coachGoal.removed'), () => void run(coachGoals.remove, { id, deleted: false }))
  }
  return (
    <Stack gap={4} component="article" aria-label={title}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600}>{title}</Text>
        <EditAndDelete item={title} onEdit={onEdit} onDelete={remove} />
      </Group>
      {firstStep !== '' && status === 'active' && (
        <Text size="sm">{t('coachGoal.firstStepIs', { step: firstStep })}</Text>
      )}
      {goal.lookBacks.map((one) => (
        <Written key={one.id} size="sm" c="dimmed">
          {`${shortDay(one.date)} · ${one.how}`}
        </Written>
      ))}
      <Group gap="sm">
        {status === 'active' && (
          <LineButton
            leftSection={<Icon of={IconHistory} size="small" />}
            aria-label={t('coachGoal.lookBackAt', { goal: title })}
            onClick={onLookBack}
          >
            {t('coachGoal.lookBack')}
          </LineButton>
        )}
        <When goal={goal} />
      </Group>
    </Stack>
  )
}

export const CoachGoals = ({
  proposed,
  onProposed,
}: {
  /** From elsewhere on the screen: what a new goal is to begin with. */
  readonly proposed: string | undefined
  readonly onProposed: (title: string | undefined) => void
}) => {
  const all = useVault().coachGoals
  const [closedShown, showClosed] = useState(false)
  const [edited, edit] = useState<CoachGoal>()
  const [lookedAt, lookAt] = useState<CoachGoal>()
  const begin = (): void => onProposed('')
  useCommand('new-coach-goal', begin)
  const open = openCoachGoals(all)
  const closed = closedCoachGoals(all)
  const close = (): void => {
    onProposed(undefined)
    edit(undefined)
  }
  return (
    <Section
      dense
      title={t('coachGoal.title')}
      action={
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          onClick={begin}
        >
          {t('coachGoal.add')}
        </Button>
      }
    >
      {open.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('coachGoal.empty')}
        </Text>
      )}
      <Stack gap="sm">
        {[...open, ...(closedShown ? closed : [])].map((goal) => (
          <GoalLine
            key={goal.id}
            goal={goal}
            onEdit={() => edit(goal)}
            onLookBack={() => lookAt(goal)}
          />
        ))}
      </Stack>
      {closed.length > 0 && !closedShown && (
        <LineButton onClick={() => showClosed(true)}>
          {t('coachGoal.showClosed', { count: closed.length })}
        </LineButton>
      )}
      {(proposed !== undefined || edited !== undefined) && (
        <GoalForm goal={edited} title={proposed ?? ''} onClose={close} />
      )}
      {lookedAt !== undefined && <LookBack goal={lookedAt} onClose={() => lookAt(undefined)} />}
    </Section>
  )
}
