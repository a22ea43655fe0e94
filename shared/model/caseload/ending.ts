/**
 * Endings: how long a record is kept, what blocks erasing it, and erasing it.
 *
 * Erasing destroys the record's key. It is asked for, waits fourteen days in which it can be taken back, and is then
 * carried out once the coach has been shown what goes, on whichever laptop that is: the key leaves the vault record, and
 * with it everything sealed under it, on every device, on the relay and in backups to come, is noise. A backup of before
 * still holds both; the certificate says so. The days are the vault's own (seen-day.ts): what is due by a laptop's clock
 * alone waits until the coach has confirmed the date.
 */

import type * as Y from 'yjs'
import { addDays } from '../../base/day'
import { date, field, flag, line, text, whole } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { itemsOf } from '../../crdt/record'
import { destroyKey } from '../../crdt/vault-record'
import { readSeenDay } from './seen-day'

export const COOLING_OFF_DAYS = 14

/** A request to erase, and afterwards its certificate. They stand in the vault record. */
export const erasures = defineKind(
  'erasures',
  {
    record: field(line(), null),
    /** The mentee's name until the certificate has been handed over; '' then. */
    name: field(line(), 'common.name'),
    why: field(line(), 'common.why'),
    askedOn: field(date, 'fields.askedOn'),
    dueOn: field(date, 'common.due'),
    done: field(flag, 'common.done'),
    doneAt: field(line(), 'conflict.doneOn'),
    /** What the record held: counted, never quoted. */
    notes: field(whole(0, 1_000_000, 0), 'label.notes'),
    sessions: field(whole(0, 1_000_000, 0), 'label.sessions'),
    goals: field(whole(0, 1_000_000, 0), 'label.goals'),
    /** Backups that were known when it was carried out and were written before. */
    backups: field(text, 'fields.backups'),
    generation: field(whole(0, Number.MAX_SAFE_INTEGER, 0), null),
  },
  {
    label: 'label.erasure',
    count: 'count.erasure',
    title: ({ name }) => name,
    bin: false,
    // This vault's own business, as what a substitute holds is.
    leavesFor: [],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)
export type Erasure = Of<typeof erasures>

/** The erasure that a record waits for, or nothing. */
export const waitingErasure = (all: readonly Erasure[], record: string): Erasure | undefined =>
  kept(all).find((one) => one.record === record && !one.done)

export const askToErase = (
  vault: Y.Doc,
  input: {
    readonly record: string
    readonly name: string
    readonly why: string
    readonly today: string
  },
): string =>
  erasures.add(vault, {
    record: input.record,
    name: input.name,
    why: input.why,
    ...daysOfRequest(readSeenDay(vault), input.today),
  })

/** Asked with a clock that is behind, a request would be due before its fourteen days. */
const daysOfRequest = (seen: string | null, today: string) => {
  const askedOn = seen !== null && today < seen ? seen : today
  return { askedOn, dueOn: addDays(askedOn, COOLING_OFF_DAYS) }
}

export interface ErasedFacts {
  readonly notes: number
  readonly sessions: number
  readonly goals: number
  readonly backups: string
  readonly generation: number
}

/** Destroys the key. What the record was is counted in the certificate, which keeps the name until it is handed over. */
export const carryOutErasure = (
  vault: Y.Doc,
  input: {
    readonly id: string
    readonly record: string
    readonly at: string
    readonly facts: ErasedFacts
  },
): void =>
  vault.transact(() => {
    destroyKey(vault, input.record)
    for (const [id, capture] of itemsOf(vault, 'captures'))
      if (capture.get('about') === input.record) itemsOf(vault, 'captures').delete(id)
    erasures.edit(vault, {
      id: input.id,
      next: { done: true, doneAt: input.at, ...input.facts },
    })
  })

/** Records that a substitute holds until a day: taken out of the vault when it has passed and the coach says so. */
export const substitutions = defineKind(
  'substitutions',
  {
    record: field(line(), null),
    from: field(line(), 'common.fromDay'),
    until: field(date, 'common.until'),
  },
  {
    label: 'label.substitution',
    count: 'count.substitution',
    title: () => '',
    bin: false,
    leavesFor: [],
    opens: { screen: 'settings' },
    search: null,
    timeline: null,
  },
)
export type Substitution = Of<typeof substitutions>

/** Takes out what a substitute held: the keys of the records are destroyed. */
export const endSubstitution = (vault: Y.Doc, one: Substitution): void =>
  vault.transact(() => {
    destroyKey(vault, one.record)
    itemsOf(vault, 'substitutions').delete(one.id)
  })
