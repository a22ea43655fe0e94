/**
 * Letters to the mentee's own later self. What one says is noise to the vault (vault/future-letter.ts); beside it stands
 * from when on they mean to read it and when they first did. It is the mentee's: it goes along to a next coach, sealed as it
 * is, and with the record when that is erased.
 */
import * as v from 'valibot'
import { addDays, daysBetween } from '../../base/day'
import { date, field, oneOf, optionalDate, structure } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { MOST_SEALED_CHARACTERS } from '../../vault/future-letter'

/** Codes that nobody types as a word, as those of feedback are (ui/code-words.ts). */
const LETTER_MOMENTS = ['letter-match-day', 'letter-graduation', 'letter-day'] as const

export const futureLetters = defineKind(
  'futureLetters',
  {
    moment: field(oneOf(LETTER_MOMENTS, 'letter-graduation'), 'futureLetter.moment', {
      leaves: true,
    }),
    openOn: field(date, 'futureLetter.openOn', { leaves: true }),
    writtenOn: field(date, 'futureLetter.writtenOn', { leaves: true }),
    /** When it was first read; it is sealed afterwards as it was before. */
    openedOn: field(optionalDate, 'futureLetter.openedOn', { leaves: true }),
    /** Written once, whole. Of no use to who has no word for it, so that only a record that goes on takes it along. */
    sealed: field(structure(v.pipe(v.string(), v.maxLength(MOST_SEALED_CHARACTERS)), ''), null, {
      leaves: ['next-coach'],
    }),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.futureLetter',
    count: 'count.futureLetter',
    title: () => '',
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: null,
    timeline: null,
  },
)
export type FutureLetter = Of<typeof futureLetters>
export type LetterMoment = FutureLetter['moment']

/** How many days are left; none once the day has come. */
export const daysLeft = ({ openOn }: Pick<FutureLetter, 'openOn'>, today: string): number =>
  Math.max(0, daysBetween(today, openOn))

/** One whose word is forgotten is not asked about for ever. */
const NAMED_DAYS = 60

/** Those whose day has come and that nobody has read yet. */
export const lettersToOpen = (
  all: readonly FutureLetter[],
  today: string,
): readonly FutureLetter[] =>
  kept(all).filter(
    ({ openOn, openedOn }) =>
      openedOn === null && openOn <= today && today <= addDays(openOn, NAMED_DAYS),
  )

/**
 * Match Day has been the third Friday of March of the year in which the class graduates (nrmp.org): a guess, and said to be
 * one, until the day is known (caseload/season-date.ts).
 */
export const matchDayOf = (classYear: number): string => {
  const first = new Date(Date.UTC(classYear, 2, 1)).getUTCDay()
  const friday = 1 + ((5 - first + 7) % 7) + 14
  return `${classYear}-03-${String(friday).padStart(2, '0')}`
}
