/**
 * The coaching agreement: what was agreed, on what day, and what the mentee was told of confidentiality. What both said
 * yes to is never written over: another text, or the yes of another year, is a new version, and the earlier one stays as
 * it was. A version is named by a code that follows from its text, so that the mentee's yes says to what it was given.
 */
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import type * as Y from 'yjs'
import { addDays } from '../../base/day'
import {
  date,
  field,
  line,
  optionalDate,
  optionalLink,
  setOf,
  texts,
  type Values,
} from '../../crdt/field'
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
    /** The name that the mentee typed in their own form, and the code of what they said yes to; '' when the coach noted it. */
    acknowledgedBy: field(line(), 'agreement.acknowledgedBy', { leaves: true }),
    acknowledgedVersion: field(line(), 'agreement.version', { leaves: true }),
    madeOn: field(date, 'fields.madeOn', { leaves: true }),
    /** Since when another version stands in its place. */
    renewedOn: field(optionalDate, 'agreement.renewedOn', { leaves: ['mentee-inspection'] }),
    /** The version before. */
    renews: field(optionalLink, null),
    ...axes('shared'),
  },
  {
    label: 'label.agreement',
    count: 'count.agreement',
    title: () => '',
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    isOver: ({ renewedOn }) => renewedOn !== null,
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
  newestFirst(all).filter(({ renewedOn }) => renewedOn === null)

/** The versions that another one stands for now. */
export const formerAgreements = (all: readonly Agreement[]): readonly Agreement[] =>
  newestFirst(all).filter(({ renewedOn }) => renewedOn !== null)

const CODE_BYTES = 6

/** A code for what the clauses say, `3FA9-01C7-77BE`: the same for the same words. */
export const versionCode = (clauses: Agreement['clauses']): string => {
  const said = [...CLAUSES, ...CONFIDENTIALITY_LIMITS].map(({ id }) => [
    id,
    (clauses[id] ?? '').trim(),
  ])
  const bytes = [...digest(encodeUtf8(JSON.stringify(said))).subarray(0, CODE_BYTES)]
  return bytes
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
}

type Said = Pick<Agreement, 'clauses' | 'agreedOn' | 'acknowledgedOn' | 'acknowledgedVersion'>

/** Whether the mentee said yes to what it says now. A day that the coach noted has no code, and counts. */
export const isAcknowledged = ({ clauses, acknowledgedOn, acknowledgedVersion }: Said): boolean =>
  acknowledgedOn !== null &&
  (acknowledgedVersion === '' || acknowledgedVersion === versionCode(clauses))

/** Whether these values are another version: one of the two had said yes to other words, or to these in another year. */
export const isRenewal = (before: Said, next: Pick<Agreement, 'clauses' | 'agreedOn'>): boolean =>
  (before.agreedOn !== null || before.acknowledgedOn !== null) &&
  (versionCode(before.clauses) !== versionCode(next.clauses) ||
    (before.agreedOn !== null && next.agreedOn !== null && next.agreedOn > before.agreedOn))

type AgreementInput = Values<typeof agreements.fields>
type Written = Pick<AgreementInput, 'clauses' | 'explained' | 'agreedOn' | 'acknowledgedOn'>

/** Writes what was changed in the form: into the agreement, or as a new version in its place. */
export const reviewAgreement = (
  record: Y.Doc,
  {
    id,
    base,
    next,
    today,
  }: {
    readonly id: string
    readonly base: Written
    readonly next: Written
    readonly today: string
  },
): string =>
  record.transact(() => {
    const stored = agreements.readAll(record).find((one) => one.id === id)
    if (stored === undefined || !isRenewal(stored, next)) {
      agreements.edit(record, { id, base, next })
      return id
    }
    agreements.edit(record, { id, next: { renewedOn: today } })
    // The yes was to the words before, unless a new one was noted along with the new words.
    const acknowledgedOn = next.acknowledgedOn === base.acknowledgedOn ? null : next.acknowledgedOn
    return agreements.add(record, { ...next, acknowledgedOn, madeOn: today, renews: id })
  })

export interface Acknowledgement {
  readonly version: string
  readonly name: string
  readonly date: string
}

/** Takes down the mentee's own yes; false when what stands says something else by now. */
export const acknowledge = (record: Y.Doc, { version, name, date }: Acknowledgement): boolean =>
  record.transact(() => {
    const meant = standingAgreements(agreements.readAll(record)).filter(
      ({ clauses }) => versionCode(clauses) === version,
    )
    for (const { id } of meant)
      agreements.edit(record, {
        id,
        next: { acknowledgedOn: date, acknowledgedBy: name, acknowledgedVersion: version },
      })
    return meant.length > 0
  })

const REVIEW_DAYS = 365
/** Reviewed yearly: the day the next review is due, once it was agreed on. */
export const reviewDue = (agreement: Agreement): string | null =>
  agreement.agreedOn === null ? null : addDays(agreement.agreedOn, REVIEW_DAYS)

/** The last day on which a limit was explained, or null. */
export const explainedOn = (
  agreement: Pick<Agreement, 'explained'>,
  limit: string,
): string | null =>
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
export const limitsOf = (
  agreement: Pick<Agreement, 'clauses' | 'explained'>,
): readonly SpokenLimit[] =>
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
