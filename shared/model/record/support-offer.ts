/**
 * An offer of support that the coach still owes a mentee: what a low check-in asks for, until it was acted on.
 *
 * It stands in the record, so that it survives a restart and reaches the other laptop, and apart from the check-in,
 * since the mentee decides what is kept of that: no number, no answer, no instrument, nor how low it was. Acting on it
 * takes it away; nothing then says that there was one, and of when. Two laptops that each owe one owe both until then.
 */

import type * as Y from 'yjs'
import { newId } from '../../base/id'

const owedIn = (record: Y.Doc): Y.Map<unknown> => record.getMap('supportOwed')

export const oweSupport = (record: Y.Doc, day: string): void => {
  owedIn(record).set(newId(), day)
}

/** A referral was written, the resources were looked at, or the coach said "not now". */
export const settleSupport = (record: Y.Doc): void =>
  record.transact(() => {
    const owed = owedIn(record)
    for (const id of [...owed.keys()]) owed.delete(id)
  })

/** Since which day, or null when nothing is owed. */
export const supportOwedSince = (record: Y.Doc): string | null =>
  [...owedIn(record).values()].filter((day) => typeof day === 'string').sort()[0] ?? null
