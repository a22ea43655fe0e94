/** The coaching agreement: what was agreed, on what day, and what the mentee was told of confidentiality. */

import { addDays } from '../../base/academic-year'
import { date, field, optionalDate, setOf, texts } from '../../crdt/field'
import { defineKind, newestFirst, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { t } from '../../words/words'

export interface Clause {
  readonly id: string
  readonly title: string
  /** Starting text in our own words; the coach edits it. */
  readonly start: string
}

export const CLAUSES: readonly Clause[] = [
  {
    id: 'purpose',
    title: t('agreement.purpose'),
    start: t('agreement.purposeShipped'),
  },
  {
    id: 'not',
    title: t('agreement.notCoaching'),
    start: t('agreement.notCoachingShipped'),
  },
  {
    id: 'cadence',
    title: t('agreement.cadence'),
    start: t('agreement.cadenceShipped'),
  },
  {
    id: 'preparation',
    title: t('agreement.preparation'),
    start: t('agreement.preparationShipped'),
  },
  {
    id: 'rescheduling',
    title: t('agreement.rescheduling'),
    start: t('agreement.reschedulingShipped'),
  },
  {
    id: 'contact',
    title: t('agreement.contact'),
    start: t('agreement.contactShipped'),
  },
  {
    id: 'assessment',
    title: t('agreement.limitAssessment'),
    start: t('agreement.limitAssessmentShipped'),
  },
  {
    id: 'written',
    title: t('agreement.writtenDown'),
    start: t('agreement.writtenDownShipped'),
  },
  {
    id: 'handover',
    title: t('agreement.ending'),
    start: t('agreement.endingShipped'),
  },
  { id: 'wishes', title: t('agreement.menteesWishes'), start: '' },
]

/** The limits of confidentiality, each explained and dated. */
export const CONFIDENTIALITY_LIMITS: readonly Clause[] = [
  {
    id: 'danger',
    title: t('agreement.limitDanger'),
    start: t('agreement.limitDangerShipped'),
  },
  {
    id: 'misconduct',
    title: t('agreement.limitMisconduct'),
    start: t('agreement.limitMisconductShipped'),
  },
  { id: 'minor', title: t('agreement.limitAbuse'), start: t('agreement.limitAbuseShipped') },
  { id: 'law', title: t('agreement.limitLaw'), start: t('agreement.limitLawShipped') },
  {
    id: 'patient-safety',
    title: t('agreement.limitPatientSafety'),
    start: t('agreement.limitPatientSafetyShipped'),
  },
  {
    id: 'not-confidential',
    title: t('agreement.notConfidentialResource'),
    start: t('agreement.notConfidentialShipped'),
  },
]

export const agreements = defineKind(
  'agreements',
  {
    clauses: field(texts, 'fields.clauses', { search: true, leaves: true }),
    /** Which limit was explained on which day, `danger 2026-11-20`. */
    explained: field(setOf, 'fields.explained', { leaves: true }),
    agreedOn: field(optionalDate, 'fields.agreedOn', { leaves: true }),
    acknowledgedOn: field(optionalDate, 'fields.acknowledgedOn', { leaves: true }),
    madeOn: field(date, 'fields.madeOn', { leaves: true }),
    ...axes('shared'),
  },
  {
    label: 'label.agreement',
    count: 'count.agreement',
    title: () => '',
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: {
      kind: 'agreement',
      shipped: true,
      day: ({ createdAt }) => createdAt.slice(0, 10),
    },
    timeline: null,
  },
)
export type Agreement = Of<typeof agreements>

export const newAgreementClauses = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...CLAUSES, ...CONFIDENTIALITY_LIMITS].map(({ id, start }) => [id, start]))

/** The agreements that stand: one, unless two laptops each began one. All of them are shown. */
export const standingAgreements = (all: readonly Agreement[]): readonly Agreement[] =>
  newestFirst(all)

const REVIEW_DAYS = 365
/** Reviewed yearly: the day the next review is due, once it was agreed on. */
export const reviewDue = (agreement: Agreement): string | null =>
  agreement.agreedOn === null ? null : addDays(agreement.agreedOn, REVIEW_DAYS)

/** The last day on which a limit was explained, or null. */
export const explainedOn = (agreement: Agreement, limit: string): string | null =>
  agreement.explained
    .filter((entry) => entry.startsWith(`${limit} `))
    .map((entry) => entry.slice(limit.length + 1))
    .sort()
    .at(-1) ?? null
