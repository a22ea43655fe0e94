/** The coaching agreement: what was agreed, the limits of confidentiality with the day each was explained, its review. */

import { Alert, Button, Checkbox, Group, Stack, Text, Textarea, Title } from '@mantine/core'
import { useState } from 'react'
import { given, leaving } from '../../../shared/model/leaving'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  type Agreement,
  agreements,
  CLAUSES,
  CONFIDENTIALITY_LIMITS,
  explainedOn,
  newAgreementClauses,
  reviewDue,
  standingAgreements,
} from '../../../shared/model/record/agreement'
import { displayName } from '../../../shared/model/record/mentee'
import { t } from '../../../shared/words/words'
import { useTypedDialog } from '../../context/typing/kept-typing'
import { useBin, useRun } from '../../context/vault/session'
import { DayField } from '../../forms/day-field'
import { firstField } from '../../forms/first-field'
import { FormDialog } from '../../forms/form-dialog'
import { Section } from '../../ui/section'
import { Axes } from '../../ui/visibility-chip'
import { longDay, relativeDay, today, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { HelpButton } from '../help/help-button'
import { PrintSheet } from '../print/print-sheet'

const AgreementForm = ({
  record,
  agreement,
  onClose,
}: {
  readonly record: RecordProjection
  readonly agreement: Agreement | undefined
  readonly onClose: () => void
}) => {
  const run = useRun()
  const form = useTypedDialog(`agreement/${record.id}`, t('agreementSection.coachingAgreement'), {
    clauses: agreement?.clauses ?? newAgreementClauses(),
    agreedOn: agreement?.agreedOn ?? null,
    acknowledgedOn: agreement?.acknowledgedOn ?? null,
    explained: agreement?.explained ?? [],
  })
  const { values: next, base, set } = form
  const { clauses, explained } = next
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
          : run(record.id, agreements.edit, { id: agreement.id, base, next })
      }
    >
      {CLAUSES.map(({ id, title }, index) => (
        <Textarea
          key={id}
          {...(index === 0 ? firstField : {})}
          label={title}
          {...(id === 'wishes' ? { description: t('agreementSection.topicsOffLimitsHowToChallenge') } : {})}
          {...text(id)}
        />
      ))}
      <Title order={3}>{t('agreementSection.limitsOfConfidentiality')}</Title>
      {CONFIDENTIALITY_LIMITS.map(({ id, title }) => {
        const on = explained.find((entry) => entry.startsWith(`${id} `))
        return (
          <Stack key={id} gap={4}>
            <Textarea label={title} {...text(id)} />
            <Checkbox
              label={
                on === undefined
                  ? t('agreementSection.explained')
                  : t('agreementSection.explainedOnLongday', { longDay: longDay(on.slice(id.length + 1)) })
              }
              aria-label={t('agreementSection.titleExplained', { title })}
              checked={on !== undefined}
              onChange={(event) => {
                const { checked } = event.currentTarget
                const others = explained.filter((entry) => !entry.startsWith(`${id} `))
                set({ explained: checked ? [...others, `${id} ${today()}`] : others })
              }}
            />
          </Stack>
        )
      })}
      <Group grow>
        <DayField
          label={t('agreementSection.agreedOn')}
          clearable
          value={next.agreedOn}
          onChange={(agreedOn) => set({ agreedOn })}
        />
        <DayField
          label={t('agreementSection.acknowledgedByTheMenteeOn')}
          clearable
          value={next.acknowledgedOn}
          onChange={(acknowledgedOn) => set({ acknowledgedOn })}
        />
      </Group>
    </FormDialog>
  )
}

const StandingAgreement = ({
  record,
  agreement,
  editable,
  alone,
}: {
  readonly record: RecordProjection
  readonly agreement: Agreement
  readonly editable: boolean
  /** Whether it is the only one. */
  readonly alone: boolean
}) => {
  const bin = useBin(record.id)
  const [open, setOpen] = useState<'form' | 'print'>()
  const day = useToday()
  const due = reviewDue(agreement)
  const unexplained = CONFIDENTIALITY_LIMITS.filter(({ id }) => explainedOn(agreement, id) === null)
  const paper = given(leaving(record, 'mentee-inspection'), 'agreements').find(
    ({ id }) => id === agreement.id,
  )
  return (
    <Stack
      gap="xs"
      role="group"
      aria-label={t('agreementSection.agreementOfMadeon', { madeOn: longDay(agreement.madeOn) })}
    >
      <Text>
        {agreement.agreedOn === null
          ? t('agreementSection.notAgreedYet')
          : t('agreementSection.agreedOnAgreedon', { agreedOn: longDay(agreement.agreedOn) })}{' '}
        {agreement.acknowledgedOn === null
          ? t('agreementSection.notAcknowledgedByTheMenteeYet')
          : t('agreementSection.acknowledgedOnAcknowledgedon', {
              acknowledgedOn: longDay(agreement.acknowledgedOn),
            })}
      </Text>
      {due !== null && (
        <Text size="sm" c={due < day ? 'var(--care)' : 'dimmed'}>
          {due < day ? t('agreementSection.theYearlyReviewWasDue') : t('agreementSection.yearlyReview')}{' '}
          {relativeDay(due, day)}
        </Text>
      )}
      {unexplained.length > 0 && (
        <Alert color="amber" title={t('agreementSection.notExplainedYet')}>
          {unexplained.map(({ title }) => title).join('; ')}
        </Alert>
      )}
      {agreement.clauses.wishes?.trim() !== '' && agreement.clauses.wishes !== undefined && (
        <Written size="sm">
          <Text span c="dimmed">
            {t('agreementSection.wishes')}{' '}
          </Text>
          {agreement.clauses.wishes}
        </Written>
      )}
      <Group justify="space-between">
        <Axes visibility={agreement.visibility} provenance={agreement.provenance} />
        <Group gap={4}>
          {editable && (
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen('form')}>
              {t('agreementSection.review')}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('print')}>
            {t('common.print')}
          </Button>
          {editable && !alone && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() =>
                void bin('agreements', agreement.id, t('agreementSection.theAgreementIsInTheBin'))
              }
            >
              {t('agreementSection.delete')}
            </Button>
          )}
        </Group>
      </Group>
      {open === 'form' && (
        <AgreementForm record={record} agreement={agreement} onClose={() => setOpen(undefined)} />
      )}
      {open === 'print' && (
        <PrintSheet title={t('agreementSection.coachingAgreement')} onClose={() => setOpen(undefined)}>
          <h2>{t('agreementSection.coachingAgreementWithMentee', { mentee: displayName(record.mentee) })}</h2>
          {[...CLAUSES, ...CONFIDENTIALITY_LIMITS].map(({ id, title }) => (
            <p key={id}>
              <b>{title}.</b> {paper?.clauses[id]}
            </p>
          ))}
        </PrintSheet>
      )}
    </Stack>
  )
}

export const AgreementSection = ({
  record,
  editable,
}: {
  readonly record: RecordProjection
  readonly editable: boolean
}) => {
  const [making, setMaking] = useState(false)
  const standing = standingAgreements(record.agreements)
  return (
    <Section
      title={t('agreementSection.agreement')}
      help={<HelpButton topic="agreement" />}
      action={
        editable &&
        standing.length === 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setMaking(true)}>
            {t('agreementSection.makeTheAgreement')}
          </Button>
        )
      }
    >
      {standing.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('agreementSection.whatCoachingIsAndIsNot')}
        </Text>
      )}
      {standing.length > 1 && <Alert color="amber">{t('agreementSection.begunOnTwoLaptops')}</Alert>}
      {standing.map((agreement) => (
        <StandingAgreement
          key={agreement.id}
          record={record}
          agreement={agreement}
          editable={editable}
          alone={standing.length === 1}
        />
      ))}
      {making && <AgreementForm record={record} agreement={undefined} onClose={() => setMaking(false)} />}
    </Section>
  )
}
