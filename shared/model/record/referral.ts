/** Referrals to a resource, with what came of them; and the escalation record, apart from everything else. */
import type * as Y from 'yjs'
import {
  date,
  flag,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  requiredLine,
  text,
  type Values,
} from '../../crdt/field'
import { defineKind, defineNested, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { t } from '../../words/words'

const REFERRAL_STATUSES = ['offered', 'accepted', 'declined', 'already-connected'] as const

export const referrals = defineKind('referrals', {
  /** The resource's name, kept even if the directory changes. */
  resource: requiredLine(t('referral.chooseWhereTo')),
  reason: line(),
  date,
  status: oneOf(REFERRAL_STATUSES, 'offered'),
  warmHandOff: flag,
  consentOn: optionalDate,
  followUp: optionalDate,
  followUpDone: flag,
  /** What the mentee chose to tell. */
  told: text,
  session: optionalLink,
  ...axes('memory-aid'),
})
export type Referral = Of<typeof referrals>

/** Follow-ups that are still to be made, the earliest first. */
export const openFollowUps = (all: readonly Referral[]): readonly Referral[] =>
  kept(all)
    .filter(({ followUp, followUpDone }) => followUp !== null && !followUpDone)
    .sort((a, b) => (a.followUp ?? '').localeCompare(b.followUp ?? ''))

const ESCALATION_KINDS = [
  'self-harm',
  'harm-to-others',
  'sexual-misconduct',
  'mistreatment',
  'abuse-of-minor',
  'impairment',
  'other',
] as const

/** A dated addition: the only thing that may be written after signing. */
export const additions = defineNested('escalations', 'additions', { date, text })
export const toldPeople = defineNested('escalations', 'told', {
  name: requiredLine(t('referral.nameWhoWasTold')),
  role: line(),
  when: line(),
  how: line(),
})

export const escalations = defineKind(
  'escalations',
  {
    date,
    kind: oneOf(ESCALATION_KINDS, 'other'),
    seen: text,
    steps: text,
    basis: text,
    disclosed: text,
    menteeTold: oneOf(['', 'yes', 'no'], ''),
    resources: text,
    followUp: text,
    signedAt: optionalLink,
    closedOn: optionalDate,
    ...axes('escalation'),
  },
  { additions, told: toldPeople },
)
export type Escalation = Of<typeof escalations>
export type EscalationInput = Values<typeof escalations.fields>

const isSigned = (record: Y.Doc, id: string): boolean =>
  typeof escalations.items(record)?.get(id)?.get('signedAt') === 'string'

/** Edits the record while it is not signed; afterwards nothing in it changes but the day it was closed. */
export const editEscalation = (
  record: Y.Doc,
  input: {
    readonly id: string
    readonly base?: Partial<EscalationInput>
    readonly next: Partial<EscalationInput>
  },
): void => {
  if (!isSigned(record, input.id)) escalations.edit(record, input)
  else if (input.next.closedOn !== undefined)
    escalations.edit(record, { id: input.id, next: { closedOn: input.next.closedOn } })
}

export const signEscalation = (record: Y.Doc, id: string): void => {
  if (!isSigned(record, id)) escalations.edit(record, { id, next: { signedAt: new Date().toISOString() } })
}

/** Who was told, while the record is not signed. */
export const addTold = (
  record: Y.Doc,
  input: { readonly of: string } & Partial<Values<typeof toldPeople.fields>>,
): void => {
  if (!isSigned(record, input.of)) toldPeople.add(record, input)
}
