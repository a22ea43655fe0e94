/** How a goal goes: what was said of it from time to time, and how confident the mentee is. */
import {
  ActionIcon,
  Button,
  Group,
  NumberInput,
  Popover,
  Slider,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { type FormEvent, lazy, Suspense } from 'react'
import {
  type Goal,
  isScored,
  latest,
  type ProgressEntry,
  progressEntries,
  ratings,
} from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { useApp } from '../../context/app-state'
import { useSubmit } from '../../context/submit'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { Icon } from '../../ui/icon'
import { Problem } from '../../ui/problem'
import { offerUndo } from '../../ui/undo'
import { today, When } from '../../ui/when'

/** Charts are heavy; a goal that was rated once needs none. */
const ConfidenceTrend = lazy(() => import('./confidence-trend'))

const ProgressForm = ({
  recordId,
  goal,
  onDone,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly onDone: () => void
}) => {
  const run = useRun()
  const { values, set, forget } = useTypedValues(`progress/${goal.id}`, {
    score: (latest(goal.progress)?.score ?? 5) as number | string,
    comment: '',
  })
  const { busy, problem, submit } = useSubmit()
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const { score } = values
    if (typeof score !== 'number') return
    const comment = values.comment.trim()
    const done = await submit(() =>
      run(recordId, progressEntries.add, { of: goal.id, date: today(), score, comment }),
    )
    if (!done) return
    forget()
    onDone()
  }
  return (
    <form onSubmit={(event) => void add(event)}>
      <Stack gap="sm" w={260}>
        <NumberInput
          label={t('goal.progressQuestion')}
          min={0}
          max={10}
          allowDecimal={false}
          value={values.score}
          onChange={(score) => set({ score })}
          {...firstField}
        />
        <Textarea
          label={t('goal.comment')}
          value={values.comment}
          onChange={(event) => set({ comment: event.currentTarget.value })}
        />
        <Problem text={problem} />
        <Button type="submit" loading={busy}>
          {t('goal.addProgress')}
        </Button>
      </Stack>
    </form>
  )
}

const RatingForm = ({
  recordId,
  goal,
  onDone,
}: {
  readonly recordId: string
  readonly goal: Goal
  readonly onDone: () => void
}) => {
  const run = useRun()
  const { values, set, forget } = useTypedValues(`rating/${goal.id}`, {
    importance: latest(goal.ratings)?.importance ?? 7,
    confidence: latest(goal.ratings)?.confidence ?? 7,
  })
  const { importance, confidence } = values
  const { busy, problem, submit } = useSubmit()
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (
      !(await submit(() => run(recordId, ratings.add, { of: goal.id, date: today(), ...values })))
    )
      return
    forget()
    onDone()
  }
  const slider = (label: string, value: number, set: (value: number) => void) => (
    <Stack gap={4}>
      <Text size="sm">
        {label}: {value}
      </Text>
      <Slider
        min={0}
        max={10}
        step={1}
        value={value}
        onChange={set}
        thumbLabel={label}
        label={null}
      />
    </Stack>
  )
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="sm" w={260}>
        {slider(t('goal.importance'), importance, (next) => set({ importance: next }))}
        {slider(t('goal.confidence'), confidence, (next) => set({ confidence: next }))}
        {/* GROW's question under 7 (domain.md). */}
        {confidence < 7 && (
          <Text size="sm" c="var(--care)">
            {t('goal.oneHigher')}
          </Text>
        )}
        <Problem text={problem} />
        <Button type="submit" loading={busy}>
          {t('goal.saveRating')}
        </Button>
      </Stack>
    </form>
  )
}

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
    <Group gap="sm" wrap="nowrap" align="baseline">
      <Text size="sm" fw={600} className="tabular" w={60}>
        {t('goal.scoreOf10', { rating: entry.score })}
      </Text>
      <Text size="sm" flex={1}>
        {entry.comment}
      </Text>
      <When day={entry.date} size="sm" c="dimmed" />
      {editable && (
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          aria-label={t('goal.removeProgressOf', { day: entry.date })}
          onClick={() => void remove()}
        >
          <Icon of={IconX} size="small" />
        </ActionIcon>
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
    <Stack gap="xs">
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
        <Suspense fallback={null}>
          <ConfidenceTrend ratings={goal.ratings} />
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
