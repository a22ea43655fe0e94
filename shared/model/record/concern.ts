/**
 * Concerns: when a mentee is in academic difficulty and somebody told the coach. What others told is kept as theirs, with
 * who owns what is to be done (never the coach) and what the coach's own part is. It is no memory aid, since something may
 * be decided with it, and the mentee may see all of it; so that the first thing is that they know that the coach knows.
 */
import { date, field, flag, line, oneOf, optionalDate, requiredLine, text } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import type { MenteeInput } from './mentee'

const RAISED_BY = ['by-mentee', 'by-dean', 'by-committee', 'by-clerkship', 'by-other'] as const
const FORMAL = [
  'not-formal',
  'formal-letter',
  'formal-remediation',
  'formal-committee',
  'formal-appeal',
] as const

export const concerns = defineKind(
  'concerns',
  {
    what: field(requiredLine('concern.whatMissing'), 'concern.what', { leaves: true }),
    raisedBy: field(oneOf(RAISED_BY, 'by-dean'), 'concern.raisedBy', { leaves: true }),
    date: field(date, 'concern.raisedOn', { leaves: true }),
    /** As they said it, and no judgment of the coach's. */
    told: field(text, 'concern.told', { search: 'body', leaves: ['mentee-inspection'] }),
    /** Since when the mentee knows that the coach knows; none: it is to be said first. */
    knownOn: field(optionalDate, 'concern.knownOn', { leaves: ['mentee-inspection'] }),
    formal: field(oneOf(FORMAL, 'not-formal'), 'concern.formal', { leaves: true }),
    owner: field(line(), 'concern.owner', { search: 'detail', leaves: true }),
    myPart: field(text, 'concern.myPart', { search: 'body', leaves: true }),
    plan: field(text, 'concern.plan', { search: 'body', leaves: true }),
    nextDate: field(optionalDate, 'concern.nextDate', { leaves: true }),
    closedOn: field(optionalDate, 'concern.closedOn', { leaves: true }),
    /** The mentee's yes to telling the next coach. */
    mayGoOn: field(flag, 'concern.mayGoOn'),
    ...axes('shared', 'third-party'),
  },
  {
    label: 'label.concern',
    count: 'count.concern',
    title: ({ what }) => what,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    isOver: ({ closedOn }) => closedOn !== null,
    isAgreedTo: ({ mayGoOn }) => mayGoOn,
    opens: { tab: 'record' },
    search: {
      kind: 'concern',
      states: ({ closedOn }) => [closedOn === null ? 'open' : 'done'],
      due: ({ closedOn, nextDate }) => (closedOn === null ? (nextDate ?? '') : ''),
    },
    timeline: { kind: 'concern', day: ({ date }) => date, what: ({ raisedBy }) => raisedBy },
  },
)
export type Concern = Of<typeof concerns>

export const openConcerns = (all: readonly Concern[]): readonly Concern[] =>
  kept(all).filter(({ closedOn }) => closedOn === null)

/** Of which the mentee does not know yet that the coach knows: to be said before anything else. */
export const unsaidConcerns = (all: readonly Concern[]): readonly Concern[] =>
  openConcerns(all).filter(({ knownOn, raisedBy }) => knownOn === null && raisedBy !== 'by-mentee')

/** What is to be said first; once coaching has ended there is nobody to say it to. */
export const concernsToSay = ({
  concerns: all,
  mentee,
}: {
  readonly concerns: readonly Concern[]
  readonly mentee: { readonly endedOn: string | null }
}): readonly Concern[] => (mentee.endedOn === null ? unsaidConcerns(all) : [])

/** While something formal is open, what is written may be asked for. */
export const isFormal = ({ formal }: Concern): boolean => formal !== 'not-formal'

/**
 * What is before the committee that the coach sits on, while they have not written down how they keep out of it. A coach
 * decides nothing about a mentee (docs/domain.md).
 */
export const concernsToRecuseFrom = ({
  concerns: all,
  mentee,
}: {
  readonly concerns: readonly Concern[]
  readonly mentee: Pick<MenteeInput, 'committee' | 'recusal' | 'endedOn'>
}): readonly Concern[] =>
  mentee.committee && mentee.recusal.trim() === '' && mentee.endedOn === null
    ? openConcerns(all).filter((one) => isFormal(one) || one.raisedBy === 'by-committee')
    : []
