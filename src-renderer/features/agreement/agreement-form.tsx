/** What was agreed, clause by clause, and which limits were explained. Saving other words than were agreed makes a version. */
import { Alert, Checkbox, Group, Stack, Textarea, Title } from '@mantine/core'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  type Agreement,
  agreements,
  isRenewal,
  reviewAgreement,
} from '../../../shared/model/record/agreement'
import { CLAUSES, limitsUnder, newAgreement } from '../../../shared/model/record/agreement-clauses'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useRun } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { longDay, today } from '../../ui/when'
import { HeadingsChoice } from './headings-choice'

export const AgreementForm = ({
  record,
  agreement,
  onClose,
}: {
  readonly record: RecordProjection
  readonly agreement: Agreement | undefined
  readonly onClose: () => void
}) => {
  const run = useRun()
  const begun = agreement ?? newAgreement()
  const form = useTypedDialog(`agreement/${record.id}`, t('agreement.coachingAgreement'), {
    clauses: begun.clauses,
    headings: begun.headings,
    agreedOn: agreement?.agreedOn ?? null,
    acknowledgedOn: agreement?.acknowledgedOn ?? null,
    explained: agreement?.explained ?? [],
  })
  const { values: next, base, set } = form
  const { clauses, headings, explained } = next
  const text = (id: string) => ({
    value: clauses[id] ?? '',
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ clauses: { ...clauses, [id]: event.currentTarget.value } }),
  })
  return (
    <FormDialog
      form={form}
      action={t('common.save')}
      size="xl"
      onClose={onClose}
      onSubmit={() =>
        agreement === undefined
          ? run(record.id, agreements.add, { ...next, madeOn: today() })
          : run(record.id, reviewAgreement, { id: agreement.id, base, next, today: today() })
      }
    >
      {CLAUSES.map(({ id, title }, index) => (
        <Textarea
          key={id}
          {...(index === 0 ? firstField : {})}
          label={title}
          {...(id === 'wishes' ? { description: t('agreement.wishesHint') } : {})}
          {...text(id)}
        />
      ))}
      <Title order={3}>{t('agreement.limitsOfConfidentiality')}</Title>
      {limitsUnder(headings).map(({ id, title }) => {
        // The last time; taken back, the one before it stands.
        const on = explained.findLast((entry) => entry.startsWith(`${id} `))
        return (
          <Stack key={id} gap={4}>
            <Textarea label={title} {...text(id)} />
            <Checkbox
              label={
                on === undefined
                  ? t('agreement.explained')
                  : t('agreement.explainedOn', { day: longDay(on.slice(id.length + 1)) })
              }
              aria-label={t('agreement.limitExplained', { limit: title })}
              checked={on !== undefined}
              onChange={(event) => {
                const { checked } = event.currentTarget
                set({
                  explained: checked
                    ? [...explained, `${id} ${today()}`]
                    : explained.filter((entry) => entry !== on),
                })
              }}
            />
          </Stack>
        )
      })}
      <HeadingsChoice agreement={agreement} base={base} next={next} set={set} />
      {agreement !== undefined && isRenewal(agreement, next) && (
        <Alert color="teal">
          {t('agreement.savedAsVersion', { day: longDay(agreement.madeOn) })}
        </Alert>
      )}
      <Group grow>
        <DayField
          label={t('agreement.agreedOnLabel')}
          clearable
          value={next.agreedOn}
          onChange={(agreedOn) => set({ agreedOn })}
        />
        <DayField
          label={t('agreement.acknowledgedOnLabel')}
          clearable
          value={next.acknowledgedOn}
          onChange={(acknowledgedOn) => set({ acknowledgedOn })}
        />
      </Group>
    </FormDialog>
  )
}
