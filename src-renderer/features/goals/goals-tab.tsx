/**
 * A mentee's goals: each of them, the river over four years, the learning plan. A goal has milestones, progress and
 * the mentee's confidence over time; across the caseload they are on a screen of their own (goals-screen.tsx).
 */

import { Button, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core'
import { IconPlus, IconTarget } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { isNewerRecord, kept, type RecordProjection } from '../../../shared/model/projection'
import { addGoal, type Goal, isOpenGoal } from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { useCommand } from '../../context/commands/commands'
import { useRun } from '../../context/vault/session'
import cards from '../../ui/cards.module.css'
import { EmptyState } from '../../ui/empty-state'
import { goalStatusLabels } from '../../ui/labels'
import { Section } from '../../ui/section'
import { today } from '../../ui/when'
import { HelpButton } from '../help/help-button'
import { GoalCard } from './goal-card'
import { GoalForm } from './goal-form'
import { GoalRiver } from './goal-river'
import { LearningPlans } from './learning-plan'

type View = 'goals' | 'river' | 'plan'

/** A closed goal in one line, until it is opened. */
const ClosedGoal = ({ goal, onOpen }: { readonly goal: Goal; readonly onOpen: () => void }) => (
  <Card component="article" aria-label={goal.title} py="sm">
    <Group justify="space-between" wrap="nowrap">
      <Text fw={600} truncate>
        {goal.title}
      </Text>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {goalStatusLabels[goal.status]}
        </Text>
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={t('goal.showNamed', { goal: goal.title })}
          onClick={onOpen}
        >
          {t('common.show')}
        </Button>
      </Group>
    </Group>
  </Card>
)

export const GoalsTab = ({
  record,
  item,
}: {
  readonly record: RecordProjection
  readonly item: string | undefined
}) => {
  const run = useRun()
  const [adding, setAdding] = useState(false)
  const [view, setView] = useState<View>('goals')
  const [opened, setOpened] = useState<readonly string[]>([])
  const shown = useRef<HTMLDivElement>(null)
  const editable = !isNewerRecord(record)
  const all = kept(record.goals)
  const open = all.filter(isOpenGoal)
  const closed = all.filter((goal) => !isOpenGoal(goal))
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming from elsewhere, the goal asked for is brought into sight
  useEffect(() => void shown.current?.scrollIntoView({ block: 'nearest' }), [item, view])
  useCommand('new-goal', editable ? () => setAdding(true) : undefined)
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} />}
      onClick={() => setAdding(true)}
      disabled={!editable}
    >
      {t('goal.new')}
    </Button>
  )
  const card = (goal: (typeof all)[number]) => (
    <div key={goal.id} data-item={goal.id} ref={goal.id === item ? shown : undefined}>
      <GoalCard recordId={record.id} goal={goal} editable={editable} />
    </div>
  )
  return (
    <Stack gap="md" pt="md">
      <Group justify="space-between">
        <Group gap="xs">
          {all.length > 0 && add}
          <HelpButton topic="goals" />
        </Group>
        <SegmentedControl
          aria-label={t('goal.view')}
          value={view}
          onChange={(next) => setView(next as View)}
          data={[
            { value: 'goals', label: t('goal.goals') },
            { value: 'river', label: t('goal.river') },
            { value: 'plan', label: t('goal.learningPlan') },
          ]}
        />
      </Group>
      {view === 'plan' && <LearningPlans record={record} editable={editable} />}
      {view === 'river' && (
        <Section title={t('goal.goalRiver')}>
          <GoalRiver
            record={record}
            onOpen={(goal) => {
              setView('goals')
              go({ screen: 'mentee', id: record.id, tab: 'goals', item: goal })
            }}
          />
        </Section>
      )}
      {view === 'goals' && (
        <>
          {all.length === 0 && (
            <EmptyState icon={IconTarget} title={t('goal.empty')} text={t('goal.emptyWhy')}>
              {add}
            </EmptyState>
          )}
          {open.length > 0 && <div className={cards.wide}>{open.map(card)}</div>}
          {closed.length > 0 && (
            <>
              <Title order={3} mt="md" c="dimmed">
                {t('goal.closed')}
              </Title>
              <div className={cards.wide}>
                {closed.map((goal) =>
                  opened.includes(goal.id) || goal.id === item ? (
                    card(goal)
                  ) : (
                    <ClosedGoal
                      key={goal.id}
                      goal={goal}
                      onOpen={() => setOpened([...opened, goal.id])}
                    />
                  ),
                )}
              </div>
            </>
          )}
        </>
      )}
      {adding && (
        <GoalForm
          id={`new-goal/${record.id}`}
          title={t('goal.new')}
          action={t('goal.add')}
          onClose={() => setAdding(false)}
          onSubmit={(input) => run(record.id, addGoal, { ...input, today: today() })}
        />
      )}
    </Stack>
  )
}
