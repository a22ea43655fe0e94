/** The coaching agreement: what was agreed, on what day, and what the mentee was told of confidentiality. */

import { addDays } from '../../base/academic-year'
import { date, field, optionalDate, setOf, texts } from '../../crdt/field'
import { defineKind, newestFirst, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { spoken } from '../../words/words'

export interface Clause {
  readonly id: string
  readonly title: string
  /** Starting text in our own words; the coach edits it. */
  readonly start: string
}

export const CLAUSES: readonly Clause[] = [
  spoken({ title: 'agreement.purpose', start: 'agreement.purposeShipped' }, { id: 'purpose' }),
  spoken({ title: 'agreement.notCoaching', start: 'agreement.notCoachingShipped' }, { id: 'not' }),
  spoken({ title: 'agreement.cadence', start: 'agreement.cadenceShipped' }, { id: 'cadence' }),
  spoken(
    { title: 'agreement.preparation', start: 'agreement.preparationShipped' },
    { id: 'preparation' },
  ),
  spoken(
    { title: 'agreement.rescheduling', start: 'agreement.reschedulingShipped' },
    { id: 'rescheduling' },
  ),
  spoken({ title: 'agreement.contact', start: 'agreement.contactShipped' }, { id: 'contact' }),
  spoken(
    { title: 'agreement.limitAssessment', start: 'agreement.limitAssessmentShipped' },
    { id: 'assessment' },
  ),
  spoken(
    { title: 'agreement.writtenDown', start: 'agreement.writtenDownShipped' },
    { id: 'written' },
  ),
  spoken({ title: 'agreement.ending', start: 'agreement.endingShipped' }, { id: 'handover' }),
  spoken({ title: 'agreement.menteesWishes' }, { id: 'wishes', start: '' }),
]

/** The limits of confidentiality, each explained and dated. */
export const CONFIDENTIALITY_LIMITS: readonly Clause[] = [
  spoken(
    { title: 'agreement.limitDanger', start: 'agreement.limitDangerShipped' },
    { id: 'danger' },
  ),
  spoken(
    { title: 'agreement.limitMisconduct', start: 'agreement.limitMisconductShipped' },
    { id: 'misconduct' },
  ),
  spoken({ title: 'agreement.limitAbuse', start: 'agreement.limitAbuseShipped' }, { id: 'minor' }),
  spoken({ title: 'agreement.limitLaw', start: 'agreement.limitLawShipped' }, { id: 'law' }),
  spoken(
    { title: 'agreement.limitPatientSafety', start: 'agreement.limitPatientSafetyShipped' },
    { id: 'patient-safety' },
  ),
  spoken(
    { title: 'agreement.notConfidentialResource', start: 'agreement.notConfidentialShipped' },
    { id: 'not-confidential' },
  ),
]

export const agreements = defineKind(
  'agreements',
  {
    clauses: field(texts, 'fields.clauses', { search: 'body', leaves: true }),
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
