/** The individualized learning plan: revised each term, and read beside the last one. */
import {
  Button,
  Group,
  MultiSelect,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
  Title,
} from '@mantine/core'
import { useState } from 'react'
import {
  competencyFrameworks,
  SHIPPED_COMPETENCIES,
} from '../../../shared/model/caseload/competency'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import {
  type LearningPlan,
  learningPlans,
  PLAN_SECTIONS,
  plansInOrder,
} from '../../../shared/model/record/learning-plan'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun, useVault } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { TextUnder } from '../../ui/labelled-text'
import { Section } from '../../ui/section'
import { Axes } from '../../ui/visibility-chip'
import { longDay, relativeDay, shortDay, useToday } from '../../ui/when'

const PlanForm = ({
  record,
  plan,
  last,
  onClose,
}: {
  readonly record: RecordProjection
  readonly plan: LearningPlan | undefined
  /** What a new plan begins from. */
  readonly last: LearningPlan | undefined
  readonly onClose: () => void
}) => {
  const run = useRun()
  const vault = useVault()
  const frameworks = competencyFrameworks(vault.competencyFrameworks)
  const framework =
    frameworks.find(({ id }) => id === vault.settings.competencyFramework) ??
    SHIPPED_COMPETENCIES[0]
  const day = useToday()
  const form = useTypedDialog(`learning-plan/${plan?.id ?? record.id}`, t('learningPlan.title'), {
    term: plan?.term ?? '',
    date: plan?.date ?? day,
    nextReview: plan?.nextReview ?? null,
    // A new plan starts from the last one, but for what is to be said of it.
    sections: plan?.sections ?? {
      ...Object.fromEntries(PLAN_SECTIONS.map(({ id }) => [id, ''])),
      ...(last === undefined ? {} : { ...last.sections, 'last-plan': '' }),
    },
    evidence:
      plan?.evidence ?? Object.fromEntries(framework?.competencies.map(({ id }) => [id, '']) ?? []),
    goals:
      plan?.goals ??
      record.goals
        .filter(({ status, deletedAt }) => status === 'active' && deletedAt === null)
        .map(({ id }) => id),
  })
  const { values: next, base, set } = form
  return (
    <FormDialog
      form={form}
      action={t('learningPlan.save')}
      size="xl"
      onClose={onClose}
      onSubmit={() =>
        plan === undefined
          ? run(record.id, learningPlans.add, next)
          : run(record.id, learningPlans.edit, { id: plan.id, base, next })
      }
    >
      <SimpleGrid cols={3}>
        <TextInput
          label={t('learningPlan.term')}
          placeholder={t('learningPlan.termExample')}
          {...firstField}
          value={next.term}
          onChange={(event) => set({ term: event.currentTarget.value })}
        />
        <DayField label={t('common.date')} value={next.date} onChange={(date) => set({ date })} />
        <DayField
          label={t('learningPlan.nextReview')}
          clearable
          value={next.nextReview}
          onChange={(nextReview) => set({ nextReview })}
        />
      </SimpleGrid>
      {PLAN_SECTIONS.map(({ id, title }) => (
        <Textarea
          key={id}
          label={title}
          value={next.sections[id] ?? ''}
          onChange={(event) =>
            set({ sections: { ...next.sections, [id]: event.currentTarget.value } })
          }
        />
      ))}
      <MultiSelect
        label={t('learningPlan.goalsOfThisPlan')}
        data={kept(record.goals).map(({ id, title }) => ({ value: id, label: title }))}
        value={[...next.goals]}
        onChange={(goals) => set({ goals })}
      />
      <Title order={3}>{t('learningPlan.selfAssessment')}</Title>
      <Text size="sm" c="dimmed">
        {t('learningPlan.evidenceHint', { framework: framework?.title ?? '' })}
      </Text>
      <SimpleGrid cols={2}>
        {framework?.competencies.map(({ id, title }) => (
          <Textarea
            key={id}
            label={title}
            minRows={1}
            value={next.evidence[id] ?? ''}
            onChange={(event) =>
              set({ evidence: { ...next.evidence, [id]: event.currentTarget.value } })
            }
          />
        ))}
      </SimpleGrid>
    </FormDialog>
  )
}

const PlanColumn = ({
  plan,
  record,
  onEdit,
}: {
  readonly plan: LearningPlan
  readonly record: RecordProjection
  readonly onEdit: (() => void) | undefined
}) => (
  <Stack gap="sm">
    <Group justify="space-between" align="flex-start" wrap="nowrap">
      <div>
        <Text fw={600}>{plan.term || t('learningPlan.title')}</Text>
        <Text size="sm" c="dimmed">
          {longDay(plan.date)}
        </Text>
      </div>
      {onEdit !== undefined && (
        <Button
          variant="subtle"
          size="compact-sm"
          aria-label={t('learningPlan.editNamed', { term: plan.term || longDay(plan.date) })}
          onClick={onEdit}
        >
          {t('common.edit')}
        </Button>
      )}
    </Group>
    {PLAN_SECTIONS.filter(({ id }) => (plan.sections[id] ?? '').trim() !== '').map(
      ({ id, title }) => (
        <TextUnder key={id} label={title} text={plan.sections[id] ?? ''} />
      ),
    )}
    {plan.goals.length > 0 && (
      <div>
        <Text size="sm" c="dimmed">
          {t('learningPlan.goals')}
        </Text>
        {record.goals
          .filter(({ id }) => plan.goals.includes(id))
          .map(({ id, title }) => (
            <Text key={id} size="sm">
              {title}
            </Text>
          ))}
      </div>
    )}
    <Axes visibility={plan.visibility} provenance={plan.provenance} />
  </Stack>
)

export const LearningPlans = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const [form, setForm] = useState<LearningPlan | 'new'>()
  const day = useToday()
  const plans = plansInOrder(record.learningPlans)
  const [beside, setBeside] = useState<string>()
  const [now, ...earlier] = plans
  const last = earlier.find(({ id }) => id === beside) ?? earlier[0]
  const edit = (plan: LearningPlan) => (editable ? () => setForm(plan) : undefined)
  return (
    <Section
      title={t('learningPlan.title')}
      action={
        editable && (
          <Button variant="subtle" size="compact-sm" onClick={() => setForm('new')}>
            {now === undefined ? t('learningPlan.writeFirst') : t('learningPlan.revise')}
          </Button>
        )
      }
    >
      {now === undefined ? (
        <Text size="sm" c="dimmed">
          {t('learningPlan.emptyWhy')}
        </Text>
      ) : (
        <>
          {now.nextReview !== null && (
            <Text size="sm" c={now.nextReview < day ? 'var(--care)' : 'dimmed'}>
              {now.nextReview < day ? t('learningPlan.reviewWasDue') : t('learningPlan.nextReview')}{' '}
              {relativeDay(now.nextReview, day)}
            </Text>
          )}
          <SimpleGrid cols={last === undefined ? 1 : { base: 1, sm: 2 }} spacing="xl">
            <PlanColumn plan={now} record={record} onEdit={edit(now)} />
            {last !== undefined && <PlanColumn plan={last} record={record} onEdit={edit(last)} />}
          </SimpleGrid>
          {earlier.length > 1 && (
            <Group gap={6}>
              <Text size="sm" c="dimmed">
                {t('learningPlan.earlierBefore')}
              </Text>
              {earlier.map(({ id, term, date }) => (
                <Button
                  key={id}
                  variant="subtle"
                  size="compact-sm"
                  aria-pressed={id === last?.id}
                  onClick={() => setBeside(id)}
                >
                  {term || shortDay(date)}
                </Button>
              ))}
            </Group>
          )}
        </>
      )}
      {form !== undefined && (
        <PlanForm
          record={record}
          plan={form === 'new' ? undefined : form}
          last={now}
          onClose={() => setForm(undefined)}
        />
      )}
    </Section>
  )
}
