/**
 * How coaching a mentee ends: they graduate, transfer, or leave the school. What they are given (a letter, a summary, their
 * own plan) is shared and noted as such, the record is archived, and for a graduate who wants it there is one word in the
 * August of their first year, and then silence. Of somebody who left the school the record says no more than that; why is
 * theirs, and an appeal may follow, so a hold is proposed.
 */
import type * as Y from 'yjs'
import { addDays } from '../../base/day'
import type { Provenance } from '../../crdt/visibility'
import { withdraw } from './enrolment'
import { archiveMentee, editMentee, type Mentee, type MenteeInput } from './mentee'
import { share } from './sharing'

const CLOSINGS = ['graduated', 'transferred', 'withdrawn'] as const

export interface Closing extends Pick<MenteeInput, 'contactAfter' | 'keepUntil' | 'hold'> {
  readonly how: (typeof CLOSINGS)[number]
  readonly endedOn: string
  /** What they are given; what has no words is not. */
  readonly given: readonly {
    readonly title: string
    readonly text: string
    readonly provenance: Provenance
  }[]
  readonly to: string
  readonly why: string
}

export const closeOut = (record: Y.Doc, input: Closing): void =>
  record.transact(() => {
    const { how, endedOn, given, to, why, hold, ...kept } = input
    editMentee(record, {
      next: {
        ...kept,
        endedOn,
        ...(hold.trim() === '' ? {} : { hold: hold.trim() }),
        ...(how === 'withdrawn' ? {} : { status: how }),
      },
    })
    // That they left is told by day, as a leave is: the profile has no word for it.
    if (how === 'withdrawn') withdraw(record, endedOn)
    for (const { title, text, provenance } of given)
      if (text.trim() !== '')
        share(record, {
          title,
          text: text.trim(),
          fromKind: '',
          from: '',
          visibility: 'shared',
          provenance,
          to,
          why,
          date: endedOn,
        })
    archiveMentee(record, true)
  })

/** They are not at the school any more, and coaching them was not ended. */
export const hasLeft = ({ endedOn }: Pick<Mentee, 'endedOn'>, standing: string): boolean =>
  endedOn === null && (standing === 'withdrawn' || standing === 'transferred')

const GREETING = '08-01'
const GREETING_DAYS = 30

/** The first of August after the end of coaching, for a graduate who wants to hear from the coach; null for all others. */
export const greetingDay = ({
  status,
  contactAfter,
  endedOn,
  greeted,
}: Pick<Mentee, 'status' | 'contactAfter' | 'endedOn' | 'greeted'>): string | null => {
  if (status !== 'graduated' || contactAfter !== 'contact-yes' || endedOn === null || greeted)
    return null
  const year = Number(endedOn.slice(0, 4)) + (endedOn.slice(5) > GREETING ? 1 : 0)
  return `${year}-${GREETING}`
}

/** Whether the coach is to be reminded of it today: for thirty days, and never again. */
export const isToGreet = (mentee: Parameters<typeof greetingDay>[0], today: string): boolean => {
  const day = greetingDay(mentee)
  return day !== null && day <= today && today < addDays(day, GREETING_DAYS)
}
