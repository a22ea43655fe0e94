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
  oneOf,
  optionalDate,
  optionalLink,
  setOf,
  texts,
  type Values,
} from '../../crdt/field'
import { defineKind, newestFirst, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import {
  CLAUSES,
  CONFIDENTIALITY_LIMITS,
  changedHeadings,
  HEADINGS,
  type Headings,
  limitsUnder,
} from './agreement-clauses'

export const agreements = defineKind(
  'agreements',
  {
    clauses: field(texts, 'fields.clauses', { search: 'body', leaves: true }),
    /** Under which headings the limits stand; an agreement that does not say was made under the first ones. */
    headings: field(oneOf(HEADINGS, 'until-2026-11'), null, { leaves: true }),
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

type Text = Pick<Agreement, 'clauses' | 'headings'>

/** The agreements that stand: one, unless two laptops each began one. All of them are shown. */
export const standingAgreements = (all: readonly Agreement[]): readonly Agreement[] =>
  newestFirst(all).filter(({ renewedOn }) => renewedOn === null)

/** The versions that another one stands for now. */
export const formerAgreements = (all: readonly Agreement[]): readonly Agreement[] =>
  newestFirst(all).filter(({ renewedOn }) => renewedOn !== null)

const CODE_BYTES = 6

/**
 * A code for what the clauses say, `3FA9-01C7-77BE`: the same for the same words under the same headings. Under the first
 * headings it is what it was before there were others, so that every yes of that time still says to what it was given.
 */
export const versionCode = ({ clauses, headings }: Text): string => {
  const said = [...CLAUSES, ...CONFIDENTIALITY_LIMITS].map(({ id }) => [
    id,
    (clauses[id] ?? '').trim(),
  ])
  if (headings !== 'until-2026-11') said.push(['headings', headings])
  const bytes = [...digest(encodeUtf8(JSON.stringify(said))).subarray(0, CODE_BYTES)]
  return bytes
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-')
}

type Said = Text & Pick<Agreement, 'agreedOn' | 'acknowledgedOn' | 'acknowledgedVersion'>

/** Whether the mentee said yes to what it says now. A day that the coach noted has no code, and counts. */
export const isAcknowledged = (agreement: Said): boolean => {
  const { acknowledgedOn, acknowledgedVersion } = agreement
  return (
    acknowledgedOn !== null &&
    (acknowledgedVersion === '' || acknowledgedVersion === versionCode(agreement))
  )
}

/** Whether these values are another version: one of the two had said yes to other words, or to these in another year. */
export const isRenewal = (before: Said, next: Text & Pick<Agreement, 'agreedOn'>): boolean =>
  (before.agreedOn !== null || before.acknowledgedOn !== null) &&
  (versionCode(before) !== versionCode(next) ||
    (before.agreedOn !== null && next.agreedOn !== null && next.agreedOn > before.agreedOn))

type AgreementInput = Values<typeof agreements.fields>
type Written = Pick<
  AgreementInput,
  'clauses' | 'headings' | 'explained' | 'agreedOn' | 'acknowledgedOn'
>

/** The form under today's headings, or back under those it was opened with. What was said under another heading was not this. */
export const underHeadings = (
  base: Written,
  next: Written,
  headings: Headings,
): Pick<Written, 'headings' | 'explained'> => {
  const isOfChanged = (entry: string): boolean =>
    changedHeadings().some(({ id }) => entry.startsWith(`${id} `))
  const others = next.explained.filter((entry) => !isOfChanged(entry))
  const theirs = headings === base.headings ? base.explained.filter(isOfChanged) : []
  return { headings, explained: [...others, ...theirs] }
}

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
      (one) => versionCode(one) === version,
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
export const limitsOf = (agreement: Text & Pick<Agreement, 'explained'>): readonly SpokenLimit[] =>
  limitsUnder(agreement.headings)
    .map(({ id, title }) => ({
      id,
      title,
      words: agreement.clauses[id]?.trim() ?? '',
      saidOn: explainedOn(agreement, id),
    }))
    .filter(({ words }) => words !== '')

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
