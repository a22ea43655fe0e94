/** The two small forms below a goal's buttons: how it goes, and how important it is and how confident the mentee. */
import { Button, NumberInput, Slider, Stack, Text, Textarea } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { type Goal, latest, progressEntries, ratings } from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { type Submitting, useSubmit } from '../../context/submit'
import { useTypedValues } from '../../context/typing/kept-typing'
import { useRun } from '../../context/vault/session'
import { firstField } from '../../forms/first-field'
import { Problem } from '../../ui/problem'
import { today } from '../../ui/when'

interface Props {
  readonly recordId: string
  readonly goal: Goal
  readonly onDone: () => void
}

/** Once `save` has written what was typed it is forgotten; what could not be written stays, with a sentence. */
const SmallForm = ({
  action,
  forget,
  save,
  onDone,
  children,
}: {
  readonly action: string
  readonly forget: () => void
  readonly save: Parameters<Submitting['submit']>[0]
  readonly onDone: () => void
  readonly children: ReactNode
}) => {
  const { busy, problem, submit } = useSubmit()
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!(await submit(save))) return
    forget()
    onDone()
  }
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack gap="sm" w={260}>
        {children}
        <Problem text={problem} />
        <Button type="submit" loading={busy}>
          {action}
        </Button>
      </Stack>
    </form>
  )
}

export const ProgressForm = ({ recordId, goal, onDone }: Props) => {
  const run = useRun()
  const { values, set, forget } = useTypedValues(`progress/${goal.id}`, {
    score: (latest(goal.progress)?.score ?? 5) as number | string,
    comment: '',
  })
  const { score, comment } = values
  return (
    <SmallForm
      action={t('goal.addProgress')}
      forget={forget}
      save={async (refuse) => {
        if (typeof score !== 'number') return refuse(t('goal.progressMissing'))
        const entry = { of: goal.id, date: today(), score, comment: comment.trim() }
        await run(recordId, progressEntries.add, entry)
      }}
      onDone={onDone}
    >
      <NumberInput
        label={t('goal.progressQuestion')}
        min={0}
        max={10}
        allowDecimal={false}
        value={score}
        onChange={(next) => set({ score: next })}
        {...firstField}
      />
      <Textarea
        label={t('goal.comment')}
        value={comment}
        onChange={(event) => set({ comment: event.currentTarget.value })}
      />
    </SmallForm>
  )
}

const Rating = ({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
}) => (
  <Stack gap={4}>
    <Text size="sm">
      {label}: {value}
    </Text>
    <Slider
      min={0}
      max={10}
      step={1}
      value={value}
      onChange={onChange}
      thumbLabel={label}
      label={null}
    />
  </Stack>
)

export const RatingForm = ({ recordId, goal, onDone }: Props) => {
  const run = useRun()
  const { values, set, forget } = useTypedValues(`rating/${goal.id}`, {
    importance: latest(goal.ratings)?.importance ?? 7,
    confidence: latest(goal.ratings)?.confidence ?? 7,
  })
  const { importance, confidence } = values
  return (
    <SmallForm
      action={t('goal.saveRating')}
      forget={forget}
      save={async () => run(recordId, ratings.add, { of: goal.id, date: today(), ...values })}
      onDone={onDone}
    >
      <Rating
        label={t('goal.importance')}
        value={importance}
        onChange={(next) => set({ importance: next })}
      />
      <Rating
        label={t('goal.confidence')}
        value={confidence}
        onChange={(next) => set({ confidence: next })}
      />
      {/* GROW's question under 7 (domain.md). */}
      {confidence < 7 && (
        <Text size="sm" c="var(--care)">
          {t('goal.oneHigher')}
        </Text>
      )}
    </SmallForm>
  )
}
