/**
 * A mentee's residency season: what they apply for, who advises them on it (never the coach), and which steps are taken,
 * by day. Interviews are days and no names of programs; where they rank whom, and how it ended, has no place here, as an
 * exam has no score. The dates of the season itself are the same for all of a year (caseload/season-date.ts).
 *
 * Coaching is apart from assessment. Whoever writes a letter assesses: so a letter that the coach is asked for is declined,
 * or the role is changed, on a day and with the mentee's yes, and their page says so from then on.
 */
import type * as Y from 'yjs'
import {
  field,
  line,
  oneOf,
  optionalDate,
  optionalWhole,
  requiredLine,
  setOfDays,
} from '../../crdt/field'
import { defineKind, defineNested, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { editMentee } from './mentee'

const ANSWERS = ['letter-not-asked', 'letter-declined', 'letter-role-changed'] as const
export type LetterAnswer = Exclude<(typeof ANSWERS)[number], 'letter-not-asked'>

/** Letters by others: from a role and no name, and its days. Waived is their right to read it. */
export const letters = defineNested('seasons', 'letters', {
  from: field(requiredLine('season.letterMissing'), 'season.letterFrom', { leaves: true }),
  askedOn: field(optionalDate, 'season.letterAsked', { leaves: true }),
  agreedOn: field(optionalDate, 'season.letterAgreed', { leaves: true }),
  waivedOn: field(optionalDate, 'season.letterWaived', { leaves: true }),
})
export type Letter = Of<typeof letters>

export const seasons = defineKind(
  'seasons',
  {
    specialty: field(requiredLine('season.specialtyMissing'), 'season.specialty', {
      leaves: true,
    }),
    /** The year of their Match, by which its dates are found. */
    year: field(optionalWhole(1950, 2150), 'season.year', { leaves: true }),
    /** Told in confidence, and no next coach's to know. */
    parallel: field(line(), 'season.parallel', { search: 'body', leaves: ['mentee-inspection'] }),
    /** A role, and never the coach. */
    advisor: field(line(), 'season.advisor', { search: 'detail', leaves: true }),
    statementDrafts: field(setOfDays, 'season.statementDrafts', { leaves: true }),
    signalsOn: field(optionalDate, 'season.signalsOn', { leaves: true }),
    interviews: field(setOfDays, 'season.interviews', { leaves: ['mentee-inspection'] }),
    rankedOn: field(optionalDate, 'season.rankedOn', { leaves: true }),
    /** When they asked the coach for a letter, and what came of it. */
    askedMeOn: field(optionalDate, 'season.askedMeOn', { leaves: ['mentee-inspection'] }),
    myAnswer: field(oneOf(ANSWERS, 'letter-not-asked'), 'season.myAnswer', {
      leaves: ['mentee-inspection'],
    }),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.season',
    count: 'count.season',
    title: ({ specialty }) => specialty,
    bin: true,
    leavesFor: ['mentee-inspection', 'next-coach', 'coach'],
    opens: { tab: 'record' },
    search: { kind: 'season' },
    timeline: null,
  },
  { letters },
)
export type Season = Of<typeof seasons>

/** The newest first: who applies again has more than one. */
export const seasonsInOrder = (all: readonly Season[]): readonly Season[] =>
  [...kept(all)].sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.id.localeCompare(b.id))

/** Notes what became of a letter that the coach was asked for; writing one changes the role on the mentee's page, too. */
export const answerLetter = (
  record: Y.Doc,
  input: { readonly season: string; readonly answer: LetterAnswer; readonly askedOn: string },
): void =>
  record.transact(() => {
    const { season: id, answer: myAnswer, askedOn: askedMeOn } = input
    seasons.edit(record, { id, next: { myAnswer, askedMeOn } })
    if (myAnswer === 'letter-role-changed') editMentee(record, { next: { writes: true } })
  })
