/** The coaching agreement: what was agreed, on what day, and what the mentee was told of confidentiality. */
import { addDays } from './academic-year'
import { date, optionalDate, setOf, texts } from './field'
import { defineKind, kept, latestOf, type Of } from './kind'
import { axes } from './visibility'

export interface Clause {
  readonly id: string
  readonly title: string
  /** Starting text in our own words; the coach edits it. */
  readonly start: string
}

export const CLAUSES: readonly Clause[] = [
  {
    id: 'purpose',
    title: 'Purpose',
    start:
      'Time for reflection, goals and growth through the four years, led by what the mentee wants to work on.',
  },
  {
    id: 'not',
    title: 'What coaching is not',
    start:
      'Not therapy, not treatment, not grading, not advocacy. For each of these there is somebody else, and I help to find them.',
  },
  {
    id: 'cadence',
    title: 'Cadence, length and place',
    start: 'Every four weeks, about 45 minutes, in person where possible.',
  },
  {
    id: 'preparation',
    title: 'Preparation',
    start:
      'A short form before each meeting: progress on goals, wins, challenges, the one thing wanted that day.',
  },
  {
    id: 'rescheduling',
    title: 'Rescheduling and missed meetings',
    start:
      'Tell each other a day ahead if possible. After a missed meeting I write once and offer another time.',
  },
  {
    id: 'contact',
    title: 'Contact in between',
    start: 'By e-mail; I answer within two working days. It is not for emergencies.',
  },
  { id: 'assessment', title: 'Assessment', start: 'I do not assess you or decide on your promotion.' },
  {
    id: 'written',
    title: 'What is written down',
    start:
      'I keep notes in an encrypted app on my laptop. What we see together is shared; my own memory aids are for me alone.',
  },
  {
    id: 'handover',
    title: 'Hand-over and graduation',
    start:
      'If the coach changes, you see what is passed on first. At graduation, your goals and reflections are yours to keep.',
  },
  { id: 'wishes', title: 'The mentee’s wishes', start: '' },
]

/** The limits of confidentiality, each explained and dated. */
export const CONFIDENTIALITY_LIMITS: readonly Clause[] = [
  {
    id: 'danger',
    title: 'Danger to self or others',
    start: 'If I believe that you or somebody else is in danger, I tell those who can help.',
  },
  {
    id: 'misconduct',
    title: 'Sexual misconduct and discrimination',
    start: 'I report what the school’s policy requires me to report.',
  },
  { id: 'minor', title: 'Abuse of a minor', start: 'I must report it.' },
  { id: 'law', title: 'Law or court order', start: 'I must answer a lawful order.' },
  { id: 'patient-safety', title: 'Patient safety', start: 'If patients are at risk, I act on it.' },
  {
    id: 'not-confidential',
    title: 'A physician coach is not a confidential resource',
    start: 'Before you tell me something: there are confidential services, and I can name them.',
  },
]

export const agreements = defineKind('agreements', {
  clauses: texts,
  /** Which limit was explained on which day, `danger 2026-11-20`. */
  explained: setOf,
  agreedOn: optionalDate,
  acknowledgedOn: optionalDate,
  madeOn: date,
  ...axes('shared'),
})
export type Agreement = Of<typeof agreements>

export const newAgreementClauses = (): Readonly<Record<string, string>> =>
  Object.fromEntries([...CLAUSES, ...CONFIDENTIALITY_LIMITS].map(({ id, start }) => [id, start]))

export const currentAgreement = (all: readonly Agreement[]): Agreement | undefined => latestOf(kept(all))

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
