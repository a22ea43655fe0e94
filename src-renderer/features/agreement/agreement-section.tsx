/**
 * The coaching agreement: what was agreed, the limits of confidentiality with the day each was explained, its review.
 * The clauses start from shipped texts and are the pair's own from then on. Limits that are still to be explained are
 * named until they are.
 */

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { agreementFor } from '../../../shared/model/agreement-given'
import type { RecordProjection } from '../../../shared/model/projection'
import {
  type Agreement,
  explainedOn,
  formerAgreements,
  isAcknowledged,
  reviewDue,
  standingAgreements,
} from '../../../shared/model/record/agreement'
import { limitsUnder } from '../../../shared/model/record/agreement-clauses'
import { agreementPage } from '../../../shared/report/agreement-page'
import { reportToMarkdown } from '../../../shared/report/report'
import { t } from '../../../shared/words/words'
import { useBin, useVault } from '../../context/vault/session'
import { Section } from '../../ui/section'
import { Axes } from '../../ui/visibility-chip'
import { longDay, relativeDay, useToday } from '../../ui/when'
import { Written } from '../../ui/written'
import { HelpButton } from '../help/help-button'
import { MenteeSheet } from '../print/mentee-sheet'
import { PolicyLines } from '../referrals/policy-card'
import { ReportContent } from '../reports/report-content'
import { AgreementForm } from './agreement-form'
import { AgreementVersions } from './agreement-versions'
import { LimitsTold } from './limits-told'

/** The page for both, as it prints. */
const AgreementPrint = ({
  record,
  id,
  onClose,
}: {
  readonly record: RecordProjection
  readonly id: string
  readonly onClose: () => void
}) => {
  const vault = useVault()
  const paper = agreementFor(record, id)
  if (paper === undefined) return null
  const report = agreementPage(record, vault, paper, longDay)
  return (
    <MenteeSheet
      record={record}
      title={report.title}
      why={t('agreement.title')}
      markdown={() => reportToMarkdown(report)}
      onClose={onClose}
    >
      <div className="one-page">
        <ReportContent report={report} />
      </div>
    </MenteeSheet>
  )
}

/** The mentee's yes: to what, by whom it was noted, or that it was to other words. */
const acknowledgedWords = (agreement: Agreement): string => {
  const { acknowledgedOn, acknowledgedBy } = agreement
  if (acknowledgedOn === null) return t('agreement.notAcknowledged')
  if (!isAcknowledged(agreement)) return t('agreement.acknowledgedBefore')
  const day = longDay(acknowledgedOn)
  return acknowledgedBy === ''
    ? t('agreement.acknowledgedOn', { day })
    : t('agreement.acknowledgedInForm', { day, name: acknowledgedBy })
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
  const [open, setOpen] = useState<'form' | 'print' | 'versions'>()
  const day = useToday()
  const due = reviewDue(agreement)
  const unexplained = limitsUnder(agreement.headings).filter(
    ({ id }) => explainedOn(agreement, id) === null,
  )
  const former = formerAgreements(record.agreements)
  return (
    <Stack
      gap="xs"
      role="group"
      aria-label={t('agreement.agreementOf', { day: longDay(agreement.madeOn) })}
    >
      <Text size="sm">
        {agreement.agreedOn === null
          ? t('agreement.notAgreed')
          : t('agreement.agreedOn', { day: longDay(agreement.agreedOn) })}{' '}
        {acknowledgedWords(agreement)}
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
          {former.length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen('versions')}>
              {t('agreement.versions')}
            </Button>
          )}
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
        <AgreementPrint record={record} id={agreement.id} onClose={() => setOpen(undefined)} />
      )}
      {open === 'versions' && (
        <AgreementVersions
          agreement={agreement}
          former={former}
          onClose={() => setOpen(undefined)}
        />
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
      {standing.length > 0 && <PolicyLines />}
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
