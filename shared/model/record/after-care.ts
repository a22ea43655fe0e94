/**
 * After an urgent day: to be in touch on the next day, after three and after seven, and a talk about going back to
 * coaching. The coach is reminded on Today of one thing at a time, by the mentee's name and the day alone: what it is
 * about is told nowhere but in the record itself.
 */
import type * as Y from 'yjs'
import { addDays } from '../../base/day'
import { kept } from '../../crdt/kind'
import { type Escalation, editEscalation, escalations } from './referral'

const CONTACT_DAYS = [1, 3, 7] as const
type ContactDays = (typeof CONTACT_DAYS)[number]
const RETURN_DAYS = 14

export interface Contact {
  readonly days: ContactDays
  readonly due: string
  readonly doneOn: string | null
}

export const contactsOf = ({ date, contacts }: Escalation): readonly Contact[] =>
  CONTACT_DAYS.map((days) => ({
    days,
    due: addDays(date, days),
    doneOn:
      contacts.find((entry) => entry.startsWith(`${days} `))?.slice(String(days).length + 1) ??
      null,
  }))

export interface ContactDue {
  readonly id: string
  readonly step: ContactDays | 'return'
  readonly due: string
}

/** The last of what is due, unless something later was done: who was reached on day three needs no call for day one. */
const reminderOf = (one: Escalation, today: string): ContactDue | undefined => {
  if (!one.reminded || one.closedOn !== null) return undefined
  const steps = [
    ...contactsOf(one).map(({ days, due, doneOn }) => ({ step: days, due, doneOn })),
    { step: 'return' as const, due: addDays(one.date, RETURN_DAYS), doneOn: one.returnedOn },
  ]
  const last = steps.findLast(({ due, doneOn }) => due <= today || doneOn !== null)
  return last === undefined || last.doneOn !== null
    ? undefined
    : { id: one.id, step: last.step, due: last.due }
}

export const afterCareDue = (all: readonly Escalation[], today: string): readonly ContactDue[] =>
  kept(all).flatMap((one) => reminderOf(one, today) ?? [])

/** A contact was made today, or was not. */
export const markContact = (
  record: Y.Doc,
  {
    id,
    step,
    today,
  }: { readonly id: string; readonly step: ContactDue['step']; readonly today: string | null },
): void => {
  if (step === 'return') return editEscalation(record, { id, next: { returnedOn: today } })
  const one = kept(escalations.readAll(record)).find((item) => item.id === id)
  if (one === undefined) return
  const others = one.contacts.filter((entry) => !entry.startsWith(`${step} `))
  editEscalation(record, {
    id,
    base: one,
    next: { contacts: today === null ? others : [...others, `${step} ${today}`] },
  })
}
