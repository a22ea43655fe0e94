/** Opening a goal, or changing one: plainly, or by way of GROW or WOOP; all three end in the same goal. */
import { SegmentedControl, Text } from '@mantine/core'
import type { CaseloadSettings } from '../../../shared/model/caseload/caseload'
import { competencyFrameworks } from '../../../shared/model/caseload/competency'
import { type GoalInput, goals } from '../../../shared/model/record/goal'
import { t } from '../../../shared/words/words'
import { useTypedValue } from '../../context/typing/kept-typing'
import { useVault } from '../../context/vault/session'
import type { FormField } from '../../forms/item-field'
import { ItemForm } from '../../forms/item-form'
import { categoryLabels, goalStatusLabels, options } from '../../ui/labels'

type Way = 'smart' | 'grow' | 'woop'
type Options = readonly { readonly value: string; readonly label: string }[]

const head: readonly FormField<GoalInput>[] = [
  { name: 'title', label: t('goalForm.goal'), placeholder: t('goalForm.inAFewWordsAsThe'), wide: true },
  { name: 'category', label: t('goalForm.category'), as: 'choice', options: options(categoryLabels) },
  { name: 'status', label: t('common.status'), as: 'choice', options: options(goalStatusLabels) },
]

/** I-SMART: important, specific, measurable, attainable, relevant, timely. */
const smart = (words: CaseloadSettings): readonly FormField<GoalInput>[] => [
  ...head,
  { name: 'targetDate', label: words.smartTimely, as: 'day', hint: t('goalForm.timelyByWhen') },
  { name: 'support', label: t('goalForm.supportPerson'), hint: t('goalForm.whoHelpsOrAsksHowIt') },
  { name: 'why', label: words.smartImportant, as: 'text', hint: t('goalForm.importantWhyNowAndToWhom') },
  {
    name: 'behaviour',
    label: words.smartSpecific,
    as: 'text',
    hint: t('goalForm.specificSomethingOneCouldFilm'),
  },
  {
    name: 'measure',
    label: words.smartMeasurable,
    as: 'text',
    hint: t('goalForm.measurableWhatWillBeDifferentAnd'),
  },
  {
    name: 'attainable',
    label: words.smartAttainable,
    as: 'text',
    hint: t('goalForm.attainableWithTheTimeAndHelp'),
  },
  {
    name: 'relevant',
    label: words.smartRelevant,
    as: 'text',
    hint: t('goalForm.relevantWhichLongerAimItServes'),
  },
]

const grow: readonly FormField<GoalInput>[] = [
  { ...head[0], label: t('goalForm.goalWhatDoYouWant') } as FormField<GoalInput>,
  { name: 'measure', label: t('goalForm.howWillYouKnow'), as: 'text' },
  { name: 'barriers', label: t('goalForm.realityWhatIsSoNowWhat'), as: 'text' },
  { name: 'strategies', label: t('goalForm.optionsAtLeastThreeBeforeJudging'), as: 'text' },
  { name: 'behaviour', label: t('goalForm.willWhatWillYouDo'), as: 'text' },
  { name: 'targetDate', label: t('goalForm.byWhen'), as: 'day' },
  { name: 'support', label: t('goalForm.whoseSupport') },
  { name: 'ifThen', label: t('goalForm.ifAnObstacleComesThen'), as: 'text' },
]

const woop: readonly FormField<GoalInput>[] = [
  { ...head[0], label: t('goalForm.wishWhatMattersIsHardAnd') } as FormField<GoalInput>,
  { name: 'outcome', label: t('goalForm.outcomeWhatWouldBeTheBest'), as: 'text' },
  { name: 'obstacle', label: t('goalForm.obstacleWhatInYouStandsIn'), as: 'text' },
  { name: 'ifThen', label: t('goalForm.planIfTheObstacleComesThen'), as: 'text' },
  { name: 'targetDate', label: t('goalForm.byWhen'), as: 'day' },
  { name: 'measure', label: t('goalForm.howWillYouKnow'), as: 'text' },
]

const more = (competencies: Options): readonly FormField<GoalInput>[] => [
  { name: 'competencies', label: t('goalForm.competencies'), as: 'members', options: competencies },
  { name: 'strategies', label: t('goalForm.strategies'), as: 'text' },
  { name: 'resources', label: t('goalForm.resources'), as: 'text' },
  { name: 'barriers', label: t('goalForm.barriers'), as: 'text' },
  { name: 'support', label: t('goalForm.supportPerson') },
  { name: 'outcome', label: t('goalForm.bestOutcome'), as: 'text' },
  { name: 'obstacle', label: t('goalForm.obstacle'), as: 'text', hint: t('goalForm.whatMightGetInTheWay') },
  { name: 'ifThen', label: t('goalForm.ifThenPlan'), as: 'text', hint: t('goalForm.ifItDoesThen') },
  {
    name: 'closing',
    label: t('goalForm.closingReflection'),
    as: 'text',
    hint: t('goalForm.whatWasLearnedReachedOrNot'),
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
  const first = frameworks.filter(({ id }) => id === vault.settings.competencyFramework)
  const competencies = [...first, ...frameworks.filter((one) => !first.includes(one))].flatMap(
    ({ title: of, competencies: all }) =>
      all.map(({ id, title: name }) => ({ value: id, label: `${name} (${of})` })),
  )
  const all = [...smart(vault.settings), ...more(competencies)]
  const shown = way === 'smart' ? smart(vault.settings) : way === 'grow' ? grow : woop
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
              aria-label={t('goalForm.wayIn')}
              value={way}
              onChange={(next) => setWay(next as Way)}
              data={[
                { value: 'smart', label: t('goalForm.iSmart') },
                { value: 'grow', label: t('goalForm.grow') },
                { value: 'woop', label: t('goalForm.woop') },
              ]}
            />
            <Text size="sm" c="dimmed" mt={4}>
              {way === 'smart'
                ? t('goalForm.importantSpecificMeasurableAttainableRelevantTim')
                : way === 'grow'
                  ? t('goalForm.goalRealityOptionsWillAskAnd')
                  : t('goalForm.wishOutcomeObstaclePlanFourShort')}
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
