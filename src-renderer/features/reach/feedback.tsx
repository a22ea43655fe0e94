/** Feedback that the mentee brought: what was said, how they read it, one change, and the goal that comes of it. */
import { Button, Stack, Text } from '@mantine/core'
import { IconTarget } from '@tabler/icons-react'
import { useState } from 'react'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import {
  type Feedback,
  feedback,
  feedbackPatterns,
  goalFrom,
} from '../../../shared/model/record/feedback'
import { addGoal, goals } from '../../../shared/model/record/goal'
import { rotationsOn } from '../../../shared/model/record/placement'
import { t } from '../../../shared/words/words'
import { useRun } from '../../context/vault/session'
import { EditableList } from '../../forms/editable-list'
import {
  feedbackFormLabels,
  feedbackSourceLabels,
  goalStatusLabels,
  options,
} from '../../ui/labels'
import { shortDay, useToday } from '../../ui/when'
import { GoalForm } from '../goals/goal-form'

/** What came of it: the goal, and how that is. */
const outcome = ({ goals: all }: RecordProjection, { goal }: Feedback): string => {
  const made = kept(all).find(({ id }) => id === goal)
  return made === undefined
    ? ''
    : t('feedback.becameGoal', { goal: made.title, state: goalStatusLabels[made.status] })
}

const nameOf = ({ source, date }: Feedback): string =>
  `${feedbackSourceLabels[source]}, ${shortDay(date)}`

const Entry = ({ record, one }: { readonly record: RecordProjection; readonly one: Feedback }) => (
  <>
    <Text fw={600}>{one.content || one.quotation || feedbackSourceLabels[one.source]}</Text>
    <Text size="sm" c="dimmed">
      {[
        shortDay(one.date),
        feedbackSourceLabels[one.source],
        one.rotation,
        feedbackFormLabels[one.form],
        ...one.themes,
      ]
        .filter(Boolean)
        .join(' · ')}
    </Text>
    {one.change !== '' && <Text size="sm">{t('feedback.changeIs', { change: one.change })}</Text>}
    {outcome(record, one) !== '' && (
      <Text size="sm" c="dimmed">
        {outcome(record, one)}
      </Text>
    )}
  </>
)

export const FeedbackList = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const day = useToday()
  const run = useRun()
  const [becoming, setBecoming] = useState<Feedback>()
  // Of several side by side it is not known which it was.
  const [rotation, another] = rotationsOn(record.rotations, day)
  const patterns = feedbackPatterns(record.feedback)
  const themes = [...new Set(kept(record.feedback).flatMap((one) => one.themes))].sort()
  return (
    <Stack gap="xs">
      <EditableList
        record={record.id}
        kind="feedback"
        title={t('feedback.title')}
        one={t('feedback.lower')}
        empty={t('feedback.empty')}
        items={kept(record.feedback)}
        nameOf={nameOf}
        schema={feedback.input}
        initial={{
          ...feedback.empty,
          date: day,
          rotation: another === undefined ? (rotation?.block ?? '') : '',
        }}
        fields={[
          {
            name: 'quotation',
            label: t('feedback.quotation'),
            hint: t('feedback.quotationHint'),
            as: 'text',
          },
          {
            name: 'source',
            label: t('feedback.source'),
            as: 'choice',
            options: options(feedbackSourceLabels),
          },
          { name: 'date', label: t('common.date'), as: 'day', optional: false },
          { name: 'reaction', label: t('feedback.reaction'), as: 'text' },
          { name: 'content', label: t('feedback.content'), as: 'text' },
          { name: 'change', label: t('feedback.change'), as: 'text' },
          { name: 'evidence', label: t('feedback.evidence'), as: 'text' },
        ]}
        more={[
          { name: 'rotation', label: t('rotation.label') },
          {
            name: 'form',
            label: t('feedback.form'),
            as: 'choice',
            options: options(feedbackFormLabels),
          },
          {
            name: 'themes',
            label: t('common.themes'),
            as: 'words',
            options: themes.map((theme) => ({ value: theme, label: theme })),
          },
        ]}
        editable={editable}
        onAdd={(next) => run(record.id, feedback.add, next)}
        onEdit={(id, next, base) => run(record.id, feedback.edit, { id, base, next })}
        actions={(one) =>
          outcome(record, one) === '' && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconTarget size={15} />}
              aria-label={t('feedback.makeGoalOf', { feedback: nameOf(one) })}
              onClick={() => setBecoming(one)}
            >
              {t('feedback.makeGoal')}
            </Button>
          )
        }
      >
        {(one) => <Entry record={record} one={one} />}
      </EditableList>
      {patterns.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('feedback.pattern', {
            themes: patterns.map(({ theme, times }) => `${theme} (${times})`).join(', '),
          })}
        </Text>
      )}
      {becoming !== undefined && (
        <GoalForm
          id={`goal-of-feedback/${becoming.id}`}
          title={t('goal.new')}
          action={t('feedback.makeGoal')}
          initial={{ ...goals.empty, ...goalFrom(becoming) }}
          onClose={() => setBecoming(undefined)}
          onSubmit={async (input) => {
            const goal = await run(record.id, addGoal, { ...input, today: day })
            if (goal !== undefined)
              await run(record.id, feedback.edit, { id: becoming.id, next: { goal } })
          }}
        />
      )}
    </Stack>
  )
}
