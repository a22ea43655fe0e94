/** How a goal goes: what was said of it from time to time, and how confident the mentee is. */
import { Box, Button, Group, Popover, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import {
  type Goal,
  isScored,
  latest,
  type ProgressEntry,
  progressEntries,
} from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useRun } from '../../context/vault/session'
import { DeleteButton } from '../../ui/delete-button'
import { offerUndo } from '../../ui/undo'
import { When } from '../../ui/when'
import { ProgressForm, RatingForm } from './progress-forms'

/** Charts are heavy; a goal that was rated once needs none. */
const ConfidenceTrend = lazy(() => import('./confidence-trend'))
/** Kept free for it: what is below does not move when it is there. */
const TREND_HEIGHT = 26

const Ask = ({
  label,
  children,
}: {
  readonly label: string
  readonly children: (close: () => void) => React.ReactNode
}) => {
  const [opened, { toggle, close }] = useDisclosure(false)
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      trapFocus
      withinPortal
      position="bottom-start"
      shadow="sm"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <Button variant="default" size="xs" onClick={toggle}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>{children(close)}</Popover.Dropdown>
    </Popover>
  )
}

const Entry = ({
  recordId,
  goal,
  entry,
  editable,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly entry: ProgressEntry
  readonly editable: boolean
}) => {
  const run = useRun()
  const set = (deleted: boolean): Promise<unknown> =>
    run(recordId, progressEntries.remove, { of: goal.id, id: entry.id, deleted })
  const remove = async (): Promise<void> => {
    await set(true)
    offerUndo(t('goal.progressRemoved'), () => void set(false))
  }
  return (
    <Group gap="sm" wrap="nowrap" data-item={entry.id}>
      <Text size="sm" fw={600} className="tabular" w={60}>
        {t('goal.scoreOf10', { rating: entry.score })}
      </Text>
      <Text size="sm" flex={1}>
        {entry.comment}
      </Text>
      <When day={entry.date} size="sm" c="dimmed" />
      {editable && (
        <DeleteButton
          name={t('goal.removeProgressOf', { day: entry.date })}
          size={26}
          onDelete={remove}
        />
      )}
    </Group>
  )
}

const MOST_SHOWN = 3

/** Progress entries and ratings over time. */
export const GoalProgress = ({
  recordId,
  goal,
  editable,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly editable: boolean
}) => {
  const presenting = useApp((state) => state.presenting)
  const [all, { toggle }] = useDisclosure(false)
  const entries = [...goal.progress].sort(
    (a, b) => b.date.localeCompare(a.date) || b.createdAt.localeCompare(a.createdAt),
  )
  const rating = latest(goal.ratings)
  return (
    <Stack gap="xs" component="section">
      {(all ? entries : entries.slice(0, MOST_SHOWN)).map((entry) => (
        <Entry key={entry.id} recordId={recordId} goal={goal} entry={entry} editable={editable} />
      ))}
      {entries.length > MOST_SHOWN && (
        <Group>
          <Button variant="subtle" size="compact-xs" onClick={toggle} aria-expanded={all}>
            {all ? t('goal.fewerEntries') : t('goal.showAllEntries', { count: entries.length })}
          </Button>
        </Group>
      )}
      {goal.ratings.length > 1 && (
        <Suspense fallback={<Box h={TREND_HEIGHT} />}>
          <ConfidenceTrend ratings={goal.ratings} height={TREND_HEIGHT} />
        </Suspense>
      )}
      {editable && (
        <Group gap="xs">
          {isScored(goal) && (
            <Ask label={t('goal.addProgress')}>
              {(close) => <ProgressForm recordId={recordId} goal={goal} onDone={close} />}
            </Ask>
          )}
          {!presenting && (
            <Ask label={t('goal.importanceAndConfidence')}>
              {(close) => <RatingForm recordId={recordId} goal={goal} onDone={close} />}
            </Ask>
          )}
          {rating !== undefined && (
            <Text size="sm" c="dimmed">
              {t('goal.ratedNow', {
                importance: rating.importance,
                confidence: rating.confidence,
              })}
            </Text>
          )}
        </Group>
      )}
    </Stack>
  )
}
