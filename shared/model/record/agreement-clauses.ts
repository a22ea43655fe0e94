/**
 * What an agreement is made of: its clauses, and the limits of confidentiality, under the headings of the day it was made.
 * The words are starting texts of our own, and the pair's from then on; the headings are the app's.
 */
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

/** Of the two limits whose headings are others since November 2026: what they said to whoever agreed before. */
const FORMER_TITLES: Readonly<Record<string, string>> = spoken({
  misconduct: 'agreement.limitMisconductFormer',
  minor: 'agreement.limitAbuseFormer',
})
export const HEADINGS = ['until-2026-11', 'since-2026-11'] as const
export type Headings = (typeof HEADINGS)[number]
export const HEADINGS_NOW: Headings = 'since-2026-11'

/** The limits under the headings that an agreement was made with. */
export const limitsUnder = (headings: Headings): readonly Clause[] =>
  headings === HEADINGS_NOW
    ? CONFIDENTIALITY_LIMITS
    : CONFIDENTIALITY_LIMITS.map(({ id, title, start }) => ({
        id,
        title: FORMER_TITLES[id] ?? title,
        start,
      }))

/** Those whose headings changed, each as it was and as it is now. */
export const changedHeadings = (): readonly {
  readonly id: string
  readonly before: string
  readonly now: string
}[] =>
  CONFIDENTIALITY_LIMITS.flatMap(({ id, title }) => {
    const before = FORMER_TITLES[id]
    return before === undefined ? [] : [{ id, before, now: title }]
  })

/** What a new agreement begins with. */
export const newAgreement = (): {
  readonly clauses: Readonly<Record<string, string>>
  readonly headings: Headings
} => ({
  clauses: Object.fromEntries(
    [...CLAUSES, ...CONFIDENTIALITY_LIMITS].map(({ id, start }) => [id, start]),
  ),
  headings: HEADINGS_NOW,
})
