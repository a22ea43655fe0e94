/** Referrals to a resource, with what came of them; and the escalation record, apart from everything else. */
import type * as Y from 'yjs'
import {
  date,
  field,
  flag,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  optionalTime,
  requiredLine,
  setOf,
  text,
  type Values,
} from '../../crdt/field'
import { defineKind, defineNested, kept, type Of } from '../../crdt/kind'
import { momentOf } from '../../crdt/record-clock'
import { axes } from '../../crdt/visibility'

const REFERRAL_STATUSES = ['offered', 'accepted', 'declined', 'already-connected'] as const

export const referrals = defineKind(
  'referrals',
  {
    /** The resource's name, kept even if the directory changes. */
    resource: field(requiredLine('referral.resourceMissing'), 'referral.resource'),
    reason: field(line(), 'referral.reason', { search: 'body' }),
    date: field(date, 'common.date'),
    status: field(oneOf(REFERRAL_STATUSES, 'offered'), 'referral.outcome'),
    warmHandOff: field(flag, 'referral.warmHandOff'),
    consentOn: field(optionalDate, 'referral.consentOn'),
    followUp: field(optionalDate, 'conflict.followUpDate'),
    followUpDone: field(flag, 'fields.followUpDone'),
    /** What the mentee chose to tell. */
    told: field(text, 'referral.outcomeHint', { search: 'body' }),
    session: field(optionalLink, null),
    ...axes('memory-aid'),
  },
  {
    label: 'label.referral',
    count: 'count.referral',
    title: ({ resource }) => resource,
    bin: true,
    leavesFor: ['coach'],
    opens: { tab: 'referrals' },
    search: {
      kind: 'referral',
      states: ({ followUp, followUpDone }) => [
        followUp !== null && !followUpDone ? 'open' : 'done',
      ],
      due: ({ followUp, followUpDone }) => (followUpDone ? '' : (followUp ?? '')),
    },
    timeline: { kind: 'referral', day: ({ date }) => date, what: ({ status }) => status },
  },
)
export type Referral = Of<typeof referrals>

/** Follow-ups that are still to be made, the earliest first. */
export const openFollowUps = (all: readonly Referral[]): readonly Referral[] =>
  kept(all)
    .filter(({ followUp, followUpDone }) => followUp !== null && !followUpDone)
    .sort((a, b) => (a.followUp ?? '').localeCompare(b.followUp ?? ''))

const ESCALATION_KINDS = [
  'self-harm',
  'harm-to-others',
  'sexual-harassment',
  'discrimination',
  'mistreatment',
  'hazing',
  'abuse-of-minor',
  'abuse-of-adult',
  'student-in-need',
  'patient-safety',
  'other',
  // Of version 0.3.0 and before, each two paths in one: read, and not offered any more.
  'sexual-misconduct',
  'impairment',
] as const
type EscalationKind = (typeof ESCALATION_KINDS)[number]
const FORMER: readonly EscalationKind[] = ['sexual-misconduct', 'impairment']
export const isFormerKind = (kind: string): boolean => FORMER.some((one) => one === kind)

/** A dated addition: the only thing that may be written after signing. */
export const additions = defineNested('escalations', 'additions', {
  date: field(date, 'common.date'),
  text: field(text, 'snippet.text'),
})
export const toldPeople = defineNested('escalations', 'told', {
  name: field(requiredLine('referral.toldMissing'), 'common.name'),
  role: field(line(), 'escalation.role'),
  when: field(line(), 'common.when'),
  how: field(line(), 'common.how'),
})

export const escalations = defineKind(
  'escalations',
  {
    date: field(date, 'common.date'),
    kind: field(oneOf(ESCALATION_KINDS, 'other'), 'common.kind'),
    /** Until when it has to be passed on (first-steps.ts); of older ones nobody is reminded. */
    tellBy: field(optionalDate, 'escalation.tellBy'),
    tellByTime: field(optionalTime, 'escalation.tellByTime'),
    /** Which of the first steps was taken on which day, `notAlone 2026-11-28`. */
    firstSteps: field(setOf, 'escalation.firstSteps'),
    passedOn: field(optionalDate, 'escalation.passedOnDay'),
    seen: field(text, 'escalation.facts'),
    steps: field(text, 'escalation.immediateSteps'),
    basis: field(text, 'escalation.basis'),
    disclosed: field(text, 'escalation.disclosed'),
    menteeTold: field(oneOf(['', 'yes', 'no'], ''), 'escalation.wasMenteeTold'),
    resources: field(text, 'escalation.resourcesGiven'),
    followUp: field(text, 'escalation.followUp'),
    source: field(oneOf(['', 'reported', 'seen'], ''), 'escalation.source'),
    askedSuicide: field(oneOf(['', 'yes', 'no'], ''), 'escalation.askedSuicide'),
    askedWords: field(text, 'escalation.askedWords'),
    notAloneUntil: field(line(), 'escalation.notAloneUntil'),
    welfareCheck: field(line(), 'escalation.welfareCheck'),
    /** Whether the coach is reminded to be in touch afterward (after-care.ts); of older ones nobody is. */
    reminded: field(flag, 'escalation.reminded'),
    /** Which contact was made on which day, `3 2026-11-30`. */
    contacts: field(setOf, 'escalation.contacts'),
    /** The talk about going back to coaching. */
    returnedOn: field(optionalDate, 'escalation.returnedOn'),
    /** Whom the coach called for themselves: no part of what is signed. */
    ownCare: field(text, 'escalation.ownCare'),
    signedAt: field(optionalLink, 'fields.signedAt'),
    closedOn: field(optionalDate, 'fields.closedOn'),
    ...axes('escalation'),
  },
  {
    label: 'label.escalation',
    count: 'count.escalation',
    title: () => '',
    bin: false,
    // For nobody, in no list, found by no search.
    leavesFor: [],
    seenBy: () => 'escalation',
    opens: { tab: 'referrals' },
    search: null,
    timeline: null,
  },
  { additions, told: toldPeople },
)
export type Escalation = Of<typeof escalations>
export type EscalationInput = Values<typeof escalations.fields>

const isSigned = (record: Y.Doc, id: string): boolean =>
  typeof escalations.items(record)?.get(id)?.get('signedAt') === 'string'

/** What comes after signing: the days of what was done since, and what the coach did for themselves. */
const AFTERWARD: readonly (keyof EscalationInput)[] = [
  'passedOn',
  'contacts',
  'returnedOn',
  'ownCare',
  'closedOn',
]

/** Edits the record while it is not signed; afterwards nothing in it changes but what came since. */
export const editEscalation = (
  record: Y.Doc,
  input: {
    readonly id: string
    readonly base?: Partial<EscalationInput>
    readonly next: Partial<EscalationInput>
  },
): void => {
  if (!isSigned(record, input.id)) escalations.edit(record, input)
  else
    escalations.edit(record, {
      ...input,
      next: Object.fromEntries(
        Object.entries(input.next).filter(([name]) => AFTERWARD.some((one) => one === name)),
      ),
    })
}

export const signEscalation = (record: Y.Doc, id: string): void => {
  if (!isSigned(record, id)) escalations.edit(record, { id, next: { signedAt: momentOf(record) } })
}

/** Who was told, while the record is not signed. */
export const addTold = (
  record: Y.Doc,
  input: { readonly of: string } & Partial<Values<typeof toldPeople.fields>>,
): void => {
  if (!isSigned(record, input.of)) toldPeople.add(record, input)
}
