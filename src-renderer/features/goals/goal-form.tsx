/** Opening a goal, or changing one: plainly, or by way of GROW or WOOP; all three end in the same goal. */
import { SegmentedControl, Text } from '@mantine/core'
import type { CaseloadSettings } from '../../../shared/model/caseload/caseload'
import { competencyChoices, competencyFrameworks } from '../../../shared/model/caseload/competency'
import { type GoalInput, goals } from '../../../shared/model/record/goal'
import { spoken, t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useVault } from '../../context/vault/session'
import type { FormField } from '../../forms/item-field'
import { ItemForm } from '../../forms/item-form'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'

type Way = 'smart' | 'grow' | 'woop'
type Options = readonly { readonly value: string; readonly label: string }[]

const TITLE: FormField<GoalInput> = spoken(
  { label: 'goal.goalLabel', placeholder: 'goal.goalHint' },
  { name: 'title', wide: true },
)

/** What a goal begins with: what, why, how one will see it, by when. */
const smart = (words: CaseloadSettings): readonly FormField<GoalInput>[] => [
  TITLE,
  { name: 'why', label: words.smartImportant, as: 'text', hint: t('goal.important') },
  {
    name: 'measure',
    label: words.smartMeasurable,
    as: 'text',
    hint: t('goal.measurable'),
  },
  { name: 'targetDate', label: words.smartTimely, as: 'day', hint: t('goal.timely') },
]

const grow = (): readonly FormField<GoalInput>[] => [
  { ...TITLE, label: t('goal.growGoal') },
  { name: 'measure', as: 'text', label: t('goal.howWillYouKnow') },
  { name: 'barriers', as: 'text', label: t('goal.growReality') },
  { name: 'strategies', as: 'text', label: t('goal.growOptions') },
  { name: 'behaviour', as: 'text', label: t('goal.growWill') },
  { name: 'targetDate', as: 'day', label: t('goal.byWhenQuestion') },
  { name: 'support', label: t('goal.whoseSupport') },
  { name: 'ifThen', as: 'text', label: t('goal.ifObstacle') },
]

const woop = (): readonly FormField<GoalInput>[] => [
  { ...TITLE, label: t('goal.woopWish') },
  { name: 'outcome', as: 'text', label: t('goal.woopOutcome') },
  { name: 'obstacle', as: 'text', label: t('goal.woopObstacle') },
  { name: 'ifThen', as: 'text', label: t('goal.woopPlan') },
  { name: 'targetDate', as: 'day', label: t('goal.byWhenQuestion') },
  { name: 'measure', as: 'text', label: t('goal.howWillYouKnow') },
]

/** The rest: what I-SMART, GROW and WOOP ask beside that, where the goal stands, and what it belongs to. */
const more = (words: CaseloadSettings, competencies: Options): readonly FormField<GoalInput>[] => [
  {
    name: 'category',
    label: t('common.category'),
    as: 'choice',
    options: options(categoryLabels),
  },
  { name: 'status', label: t('common.status'), as: 'choice', options: options(goalStatusLabels) },
  { name: 'behaviour', label: words.smartSpecific, as: 'text', hint: t('goal.specific') },
  { name: 'attainable', label: words.smartAttainable, as: 'text', hint: t('goal.attainable') },
  { name: 'relevant', label: words.smartRelevant, as: 'text', hint: t('goal.relevant') },
  { name: 'support', label: t('goal.supportPerson'), hint: t('goal.supportHint') },
  { name: 'competencies', label: t('goal.competencies'), as: 'members', options: competencies },
  { name: 'strategies', label: t('goal.strategies'), as: 'text' },
  { name: 'resources', label: t('goal.resources'), as: 'text' },
  { name: 'barriers', label: t('goal.barriers'), as: 'text' },
  { name: 'outcome', label: t('goal.bestOutcome'), as: 'text' },
  { name: 'obstacle', label: t('goal.obstacle'), as: 'text', hint: t('goal.barriersHint') },
  { name: 'ifThen', label: t('goal.ifThenPlan'), as: 'text', hint: t('goal.ifItDoes') },
  {
    name: 'closing',
    label: t('goal.closingReflection'),
    as: 'text',
    hint: t('goal.closingHint'),
  },
]

const without = (
  fields: readonly FormField<GoalInput>[],
  shown: readonly FormField<GoalInput>[],
): readonly FormField<GoalInput>[] => {
  const names = shown.flatMap((field) => ('name' in field ? [field.name] : []))
  return fields.filter((field) => !('name' in field) || !names.includes(field.name))
}

export const GoalForm = ({
  id,
  title,
  action,
  initial = goals.empty,
  onSubmit,
  onClose,
}: {
  readonly id: string
  readonly title: string
  readonly action: string
  readonly initial?: GoalInput
  readonly onSubmit: (input: GoalInput, base: GoalInput) => Promise<unknown>
  readonly onClose: () => void
}) => {
  const vault = useVault()
  const [way, setWay] = useTypedValue<Way>(`${id}/way`, 'smart')
  const frameworks = competencyFrameworks(vault.competencyFrameworks)
  const preferred = frameworks.filter(({ id }) => id === vault.settings.competencyFramework)
  const competencies = competencyChoices([
    ...preferred,
    ...frameworks.filter((one) => !preferred.includes(one)),
  ])
  const all = [...smart(vault.settings), ...more(vault.settings, competencies)]
  const first = way === 'smart' ? smart(vault.settings) : way === 'grow' ? grow() : woop()
  const rest = without(all, first)
  // Words that stand in a goal already are not put out of sight.
  const written = rest.filter(
    (field) => 'name' in field && field.as === 'text' && initial[field.name] !== '',
  )
  return (
    <ItemForm
      id={id}
      title={title}
      action={action}
      schema={goals.input}
      initial={initial}
      size="xl"
      before={
        initial === goals.empty && (
          <div>
            <SegmentedControl
              aria-label={t('goal.wayIn')}
              value={way}
              onChange={(next) => setWay(next as Way)}
              data={[
                { value: 'smart', label: t('goal.smart') },
                { value: 'grow', label: t('goal.grow') },
                { value: 'woop', label: t('goal.woop') },
              ]}
            />
            <Text size="sm" c="dimmed" mt={4}>
              {way === 'smart'
                ? t('goal.smartIntro')
                : way === 'grow'
                  ? t('goal.growIntro')
                  : t('goal.woopIntro')}
            </Text>
          </div>
        )
      }
      fields={[...first, ...written]}
      more={without(rest, written)}
      onSubmit={onSubmit}
      onClose={onClose}
    />
  )
}
