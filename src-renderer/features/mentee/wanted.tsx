/** What the mentee wants: the open goals, how far each is, and how sure they are. */
import { Button, Progress, Stack, Text, UnstyledButton } from '@mantine/core'
import { isOverdueGoal } from '../../../shared/model/record/goal'
import type { Brief } from '../../../shared/views/brief'
import { t } from '../../../shared/words/words'
import { go } from '../../context/app-state'
import { runCommand } from '../../context/commands/commands'
import { LineButton } from '../../ui/line-button'
import { Section } from '../../ui/section'
import { shortDay, useToday } from '../../ui/when'
import type { AboutMentee } from './about-mentee'

const MOST_SHOWN = 4

const GoalLine = ({
  goal,
  confidence,
  score,
  onOpen,
}: Brief['goals'][number] & { readonly onOpen: () => void }) => {
  const day = useToday()
  const done = goal.milestones.filter(({ doneOn }) => doneOn !== null).length
  const counted = goal.milestones.length > 0
  const percent = counted ? Math.round((done / goal.milestones.length) * 100) : (score ?? 0) * 10
  const words = [
    // Of milestones and a rating the bar shows the one that is said first.
    counted
      ? t('brief.milestonesDone', {
          done,
          milestones: t('count.milestone', { count: goal.milestones.length }),
        })
      : score !== null && t('brief.progressOf10', { rating: score }),
    confidence !== null && t('brief.confidenceOf10', { rating: confidence }),
    goal.targetDate !== null &&
      t(isOverdueGoal(goal, day) ? 'goal.wasDue' : 'brief.goalBy', {
        day: shortDay(goal.targetDate),
      }),
  ].filter(Boolean)
  return (
    <Stack gap={2}>
      <UnstyledButton onClick={onOpen}>
        <Text size="sm" fw={600}>
          {goal.title}
        </Text>
      </UnstyledButton>
      {(counted || score !== null) && (
        <Progress
          value={percent}
          size={5}
          aria-label={t('brief.goalPercent', { goal: goal.title, percent })}
        />
      )}
      <Text size="sm" c="dimmed">
        {words.join(' · ') || t('brief.noMilestonesYet')}
      </Text>
    </Stack>
  )
}

export const Wanted = ({ record, brief, editable }: AboutMentee) => {
  const { goals } = brief
  const open = (item?: string): void =>
    go({ screen: 'mentee', id: record.id, tab: 'goals', ...(item === undefined ? {} : { item }) })
  return (
    <Section
      dense
      title={t('brief.wanted')}
      action={
        editable && (
          <Button variant="subtle" size="compact-sm" onClick={() => runCommand('new-goal')}>
            {t('goal.new')}
          </Button>
        )
      }
    >
      {goals.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('brief.noOpenGoals')}
        </Text>
      )}
      {goals.slice(0, MOST_SHOWN).map((one) => (
        <GoalLine key={one.goal.id} {...one} onOpen={() => open(one.goal.id)} />
      ))}
      {goals.length > MOST_SHOWN && (
        <LineButton onClick={() => open()}>{t('goal.showAll', { count: goals.length })}</LineButton>
      )}
    </Section>
  )
}
