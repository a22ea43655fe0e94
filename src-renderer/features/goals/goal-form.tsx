/** Opening a goal, or changing one: plainly, or by way of GROW or WOOP; all three end in the same goal. */
import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import type { CaseloadSettings } from '../../../shared/model/caseload'
import { competencyFrameworks } from '../../../shared/model/competency'
import { type GoalInput, goals } from '../../../shared/model/goal'
import { useVault } from '../../app/session'
import { type FormField, ItemForm } from '../../ui/item-form'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'

type Way = 'smart' | 'grow' | 'woop'
type Options = readonly { readonly value: string; readonly label: string }[]

const head: readonly FormField<GoalInput>[] = [
  { name: 'title', label: 'Goal', placeholder: 'In a few words, as the mentee would say it', wide: true },
  { name: 'category', label: 'Category', as: 'choice', options: options(categoryLabels) },
  { name: 'status', label: 'Status', as: 'choice', options: options(goalStatusLabels) },
]

/** I-SMART: important, specific, measurable, attainable, relevant, timely. */
const smart = (words: CaseloadSettings): readonly FormField<GoalInput>[] => [
  ...head,
  { name: 'targetDate', label: words.smartTimely, as: 'day', hint: 'Timely: by when' },
  { name: 'support', label: 'Support person', hint: 'Who helps, or asks how it goes' },
  { name: 'why', label: words.smartImportant, as: 'text', hint: 'Important: why now, and to whom' },
  { name: 'behaviour', label: words.smartSpecific, as: 'text', hint: 'Specific: something one could film' },
  {
    name: 'measure',
    label: words.smartMeasurable,
    as: 'text',
    hint: 'Measurable: what will be different, and how it shows',
  },
  {
    name: 'attainable',
    label: words.smartAttainable,
    as: 'text',
    hint: 'Attainable: with the time and help there is',
  },
  { name: 'relevant', label: words.smartRelevant, as: 'text', hint: 'Relevant: which longer aim it serves' },
]

const grow: readonly FormField<GoalInput>[] = [
  { ...head[0], label: 'Goal: what do you want?' } as FormField<GoalInput>,
  { name: 'measure', label: 'How will you know?', as: 'text' },
  { name: 'barriers', label: 'Reality: what is so now, what was tried, what is in the way?', as: 'text' },
  { name: 'strategies', label: 'Options: at least three, before judging any', as: 'text' },
  { name: 'behaviour', label: 'Will: what will you do?', as: 'text' },
  { name: 'targetDate', label: 'By when?', as: 'day' },
  { name: 'support', label: 'Whose support?' },
  { name: 'ifThen', label: 'If an obstacle comes, then …', as: 'text' },
]

const woop: readonly FormField<GoalInput>[] = [
  { ...head[0], label: 'Wish: what matters, is hard, and can be done?' } as FormField<GoalInput>,
  { name: 'outcome', label: 'Outcome: what would be the best of it? Picture it', as: 'text' },
  { name: 'obstacle', label: 'Obstacle: what in you stands in the way?', as: 'text' },
  { name: 'ifThen', label: 'Plan: if the obstacle comes, then I will …', as: 'text' },
  { name: 'targetDate', label: 'By when?', as: 'day' },
  { name: 'measure', label: 'How will you know?', as: 'text' },
]

const more = (competencies: Options): readonly FormField<GoalInput>[] => [
  { name: 'competencies', label: 'Competencies', as: 'members', options: competencies },
  { name: 'strategies', label: 'Strategies', as: 'text' },
  { name: 'resources', label: 'Resources', as: 'text' },
  { name: 'barriers', label: 'Barriers', as: 'text' },
  { name: 'support', label: 'Support person' },
  { name: 'outcome', label: 'Best outcome', as: 'text' },
  { name: 'obstacle', label: 'Obstacle', as: 'text', hint: 'What might get in the way' },
  { name: 'ifThen', label: 'If-then plan', as: 'text', hint: 'If it does, then …' },
  { name: 'closing', label: 'Closing reflection', as: 'text', hint: 'What was learned, reached or not' },
]

const without = (
  fields: readonly FormField<GoalInput>[],
  shown: readonly FormField<GoalInput>[],
): readonly FormField<GoalInput>[] => {
  const names = shown.flatMap((field) => ('name' in field ? [field.name] : []))
  return fields.filter((field) => !('name' in field) || !names.includes(field.name))
}

export const GoalForm = ({
  title,
  action,
  initial = goals.empty,
  onSubmit,
  onClose,
}: {
  readonly title: string
  readonly action: string
  readonly initial?: GoalInput
  readonly onSubmit: (input: GoalInput) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const vault = useVault()
  const [way, setWay] = useState<Way>('smart')
  const frameworks = competencyFrameworks(vault.competencyFrameworks)
  const first = frameworks.filter(({ id }) => id === vault.settings.competencyFramework)
  const competencies = [...first, ...frameworks.filter((one) => !first.includes(one))].flatMap(
    ({ title: of, competencies: all }) =>
      all.map(({ id, title: name }) => ({ value: id, label: `${name} (${of})` })),
  )
  const all = [...smart(vault.settings), ...more(competencies)]
  const shown = way === 'smart' ? smart(vault.settings) : way === 'grow' ? grow : woop
  return (
    <ItemForm
      title={title}
      action={action}
      schema={goals.input}
      initial={initial}
      size="xl"
      before={
        initial === goals.empty && (
          <div>
            <SegmentedControl
              aria-label="Way in"
              value={way}
              onChange={(next) => setWay(next as Way)}
              data={[
                { value: 'smart', label: 'I-SMART' },
                { value: 'grow', label: 'GROW' },
                { value: 'woop', label: 'WOOP' },
              ]}
            />
            <Text size="sm" c="dimmed" mt={4}>
              {way === 'smart'
                ? 'Important, specific, measurable, attainable, relevant, timely. Only the first line is needed.'
                : way === 'grow'
                  ? 'Goal, reality, options, will: ask, and write down the answers.'
                  : 'Wish, outcome, obstacle, plan: four short questions, in this order.'}
            </Text>
          </div>
        )
      }
      fields={shown}
      more={without(all, shown)}
      onSubmit={onSubmit}
      onClose={onClose}
    />
  )
}
