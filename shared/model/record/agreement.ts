/** The coaching agreement: what was agreed, on what day, and what the mentee was told of confidentiality. */

import type * as Y from 'yjs'
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

/** A limit as the coach says it: in the words of this agreement. */
export interface SpokenLimit {
  readonly id: string
  readonly title: string
  readonly words: string
  /** The last day on which it was said, or null. */
  readonly saidOn: string | null
}

/** The limits of an agreement; one whose words were all taken out of it is none of its. */
export const limitsOf = (agreement: Agreement): readonly SpokenLimit[] =>
  CONFIDENTIALITY_LIMITS.map(({ id, title }) => ({
    id,
    title,
    words: agreement.clauses[id]?.trim() ?? '',
    saidOn: explainedOn(agreement, id),
  })).filter(({ words }) => words !== '')

/** Those that were last said more than a year ago. One that was never said, the agreement itself asks for. */
export const staleLimits = (agreement: Agreement, today: string): readonly SpokenLimit[] =>
  limitsOf(agreement).filter(
    ({ saidOn }) => saidOn !== null && saidOn < addDays(today, -REVIEW_DAYS),
  )

/** When the mentee was told of them: each day once, the newest first, and whether all of them were said on it. */
export const limitsTold = (
  agreement: Agreement,
): readonly { readonly day: string; readonly all: boolean }[] => {
  const told = agreement.explained.map((entry) => entry.split(' '))
  const days = [...new Set(told.map(([, day = '']) => day))].sort().reverse()
  return days.map((day) => ({
    day,
    all: limitsOf(agreement).every(({ id }) => agreement.explained.includes(`${id} ${day}`)),
  }))
}

/** All limits of an agreement were said on a day; `said: false` takes it back. What was said on other days stays. */
export const sayLimits = (
  record: Y.Doc,
  { id, day, said }: { readonly id: string; readonly day: string; readonly said: boolean },
): void =>
  record.transact(() => {
    const agreement = agreements.readAll(record).find((one) => one.id === id)
    if (agreement === undefined) return
    const entries = limitsOf(agreement).map((limit) => `${limit.id} ${day}`)
    const others = agreement.explained.filter((entry) => !entries.includes(entry))
    agreements.edit(record, {
      id,
      next: { explained: said ? [...others, ...entries] : others },
    })
  })
