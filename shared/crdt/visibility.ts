/**
 * The two axes that every item has: who may see it, and whose words it holds (domain.md).
 *
 * Both are set when the item is made and never change: making something shared makes a copy (sharing.ts). What a
 * mentee provided is not the coach's own recollection, so it is never a memory aid.
 */
import { field, oneOf } from './field'

export const VISIBILITIES = ['memory-aid', 'shared', 'program', 'escalation'] as const
export type Visibility = (typeof VISIBILITIES)[number]

export const PROVENANCES = ['coach', 'mentee', 'third-party'] as const
export type Provenance = (typeof PROVENANCES)[number]

/** The class an item has when nobody chose one. */
export const defaultVisibility = (from: Provenance): Visibility =>
  from === 'mentee' ? 'shared' : 'memory-aid'

/** The class an item may have: a memory aid only if it is not the mentee's own. */
export const allowedVisibility = (wished: Visibility, from: Provenance): Visibility =>
  wished === 'memory-aid' ? defaultVisibility(from) : wished

/** The two fields, for a kind whose items are of these classes by default. */
export const axes = (seenBy: Visibility, from: Provenance = 'coach') => ({
  visibility: field(oneOf(VISIBILITIES, seenBy), null),
  provenance: field(oneOf(PROVENANCES, from), null),
})
