/**
 * Sharing is a copy: what the mentee or the program has seen is an item of its own, with exactly the words that were
 * previewed; the private one stays as it is. Each sharing writes a disclosure: what, to whom, when, why. A school keeps such
 * a record of education records (34 CFR 99.32, `ferpa` in model/sources.ts); this one is the coach's own and does not
 * stand in for it.
 */
import type * as Y from 'yjs'
import { date, field, line, oneOf, optionalLink, requiredLine, text } from '../../crdt/field'
import { defineKind, type Of } from '../../crdt/kind'
import { axes, type Provenance, type Visibility } from '../../crdt/visibility'

export const copies = defineKind(
  'copies',
  {
    title: field(line(), 'common.title', { leaves: true }),
    text: field(text, 'snippet.text', { search: 'body', leaves: true }),
    /** The kind and id of what it was copied from. */
    fromKind: field(line(), null),
    from: field(optionalLink, null),
    date: field(date, 'common.date', { leaves: true }),
    ...axes('shared'),
  },
  {
    label: 'label.sharedCopy',
    count: 'count.sharedCopy',
    title: ({ title }) => title,
    bin: true,
    leavesFor: ['mentee-summary', 'mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'shared' },
    timeline: { kind: 'shared', day: ({ date }) => date, what: ({ visibility }) => visibility },
  },
)

/** An older version reads one that it does not know as a sharing, which it is. */
const DISCLOSED_BY = [
  'sharing',
  'print',
  'hand-over',
  'export',
  'told',
  'by-mail',
  'by-copying',
] as const

export const disclosures = defineKind(
  'disclosures',
  {
    what: field(requiredLine('share.whatMissing'), 'common.what', { leaves: true }),
    to: field(requiredLine('share.whomMissing'), 'common.toWhom', { leaves: true }),
    date: field(date, 'common.date', { leaves: true }),
    why: field(line(), 'common.why', { leaves: true }),
    /** The kind and id of the item it came from. */
    fromKind: field(line(), null),
    from: field(optionalLink, null),
    how: field(oneOf(DISCLOSED_BY, 'sharing'), 'common.how', {
      leaves: true,
    }),
    ...axes('shared'),
  },
  {
    label: 'label.disclosure',
    count: 'count.disclosure',
    title: ({ what }) => what,
    bin: false,
    leavesFor: ['mentee-inspection', 'coach'],
    opens: { tab: 'record' },
    search: null,
    timeline: null,
  },
)
export type Disclosure = Of<typeof disclosures>

export interface Sharing {
  readonly title: string
  readonly text: string
  readonly fromKind: string
  readonly from: string
  readonly visibility: Extract<Visibility, 'shared' | 'program'>
  readonly provenance: Provenance
  readonly to: string
  readonly why: string
  readonly date: string
  readonly how?: Disclosure['how']
}

/** Makes the copy and its disclosure in one step; returns the copy's id. */
export const share = (record: Y.Doc, input: Sharing): string =>
  record.transact(() => {
    const { to, why, how = 'sharing', ...copy } = input
    disclosures.add(record, {
      what: input.title,
      to,
      why,
      date: input.date,
      fromKind: input.fromKind,
      from: input.from,
      how,
    })
    return copies.add(record, copy)
  })
