/**
 * The coaching agreement: what was agreed, the limits of confidentiality with the day each was explained, its review.
 * The clauses start from shipped texts and are the pair's own from then on. Limits that are still to be explained are
 * named until they are.
 */

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
import { LimitsTold } from './limits-told'

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
  const form = useTypedDialog(`agreement/${record.id}`, t('agreement.coachingAgreement'), {
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
          {...(id === 'wishes' ? { description: t('agreement.wishesHint') } : {})}
          {...text(id)}
        />
      ))}
      <Title order={3}>{t('agreement.limitsOfConfidentiality')}</Title>
      {CONFIDENTIALITY_LIMITS.map(({ id, title }) => {
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
      aria-label={t('agreement.agreementOf', { day: longDay(agreement.madeOn) })}
    >
      <Text>
        {agreement.agreedOn === null
          ? t('agreement.notAgreed')
          : t('agreement.agreedOn', { day: longDay(agreement.agreedOn) })}{' '}
        {agreement.acknowledgedOn === null
          ? t('agreement.notAcknowledged')
          : t('agreement.acknowledgedOn', {
              day: longDay(agreement.acknowledgedOn),
            })}
      </Text>
      {due !== null && (
        <Text size="sm" c={due < day ? 'var(--care)' : 'dimmed'}>
          {due < day ? t('agreement.yearlyReviewWasDue') : t('agreement.yearlyReview')}{' '}
          {relativeDay(due, day)}
        </Text>
      )}
      {unexplained.length > 0 && (
        <Alert color="amber" title={t('agreement.notExplained')}>
          {unexplained.map(({ title }) => title).join('; ')}
        </Alert>
      )}
      <LimitsTold agreement={agreement} recordId={record.id} editable={editable} />
      {agreement.clauses.wishes?.trim() !== '' && agreement.clauses.wishes !== undefined && (
        <Written size="sm">
          <Text span c="dimmed">
            {t('agreement.wishesBefore')}{' '}
          </Text>
          {agreement.clauses.wishes}
        </Written>
      )}
      <Group justify="space-between">
        <Axes visibility={agreement.visibility} provenance={agreement.provenance} />
        <Group gap={4}>
          {editable && (
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen('form')}>
              {t('agreement.review')}
            </Button>
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen('print')}>
            {t('common.print')}
          </Button>
          {editable && !alone && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => void bin('agreements', agreement.id, t('agreement.inTheBin'))}
            >
              {t('agreement.delete')}
            </Button>
          )}
        </Group>
      </Group>
      {open === 'form' && (
        <AgreementForm record={record} agreement={agreement} onClose={() => setOpen(undefined)} />
      )}
      {open === 'print' && (
        <PrintSheet title={t('agreement.coachingAgreement')} onClose={() => setOpen(undefined)}>
          <h2>{t('agreement.coachingAgreementWith', { mentee: displayName(record.mentee) })}</h2>
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
      title={t('agreement.title')}
      help={<HelpButton topic="agreement" />}
      action={
        editable &&
        standing.length === 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setMaking(true)}>
            {t('agreement.make')}
          </Button>
        )
      }
    >
      {standing.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('agreement.empty')}
        </Text>
      )}
      {standing.length > 1 && <Alert color="amber">{t('agreement.begunOnTwoLaptops')}</Alert>}
      {standing.map((agreement) => (
        <StandingAgreement
          key={agreement.id}
          record={record}
          agreement={agreement}
          editable={editable}
          alone={standing.length === 1}
        />
      ))}
      {making && (
        <AgreementForm record={record} agreement={undefined} onClose={() => setMaking(false)} />
      )}
    </Section>
  )
}
