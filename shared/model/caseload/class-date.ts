/**
 * The days of a class's four years: those that the school has for all of a class, so they stand in the vault and not in a
 * record, each with the questions that a coach may ask around it. Some come from the plan that is shipped (class-plan.ts).
 * The dates of a residency season are no such days: they are the same for every school (season-date.ts).
 */
import type * as Y from 'yjs'
import { noteEditIn } from '../../crdt/conflict'
import { date, field, flag, line, optionalWhole, requiredLine, text } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'

export const classDates = defineKind(
  'classDates',
  {
    title: field(requiredLine('rotation.dateMissing'), 'common.what'),
    classYear: field(optionalWhole(1950, 2150), 'common.class'),
    /** The first of its month while only that is known. */
    date: field(date, 'common.date'),
    monthOnly: field(flag, 'path.monthOnly'),
    /** One a line. */
    questions: field(text, 'path.questions'),
    /** What of the plan it is (class-plan.ts); '' for one of the coach's own. */
    milestone: field(line(), null),
  },
  {
    label: 'label.classDate',
    count: 'count.classDate',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'reach' },
    search: null,
    timeline: null,
  },
)
export type ClassDate = Of<typeof classDates>

/**
 * Sets its day; none leaves its month. That a month's first day was meant is an edit, though the date reads as it did: set
 * to another day elsewhere, it would vanish unsaid.
 */
export const setClassDay = (
  vault: Y.Doc,
  input: { readonly id: string; readonly base?: ClassDate; readonly day: string | null },
): void =>
  vault.transact(() => {
    const { id, day } = input
    const base = input.base ?? classDates.readAll(vault).find((one) => one.id === id)
    if (base === undefined) return
    const next = { date: day ?? `${base.date.slice(0, 8)}01`, monthOnly: day === null }
    if (base.monthOnly && base.date === day) noteEditIn(vault, id, 'date', day)
    classDates.edit(vault, { id, base, next })
  })

/** A day before a month that is only guessed, then the later made; the same on every laptop. */
const byWhatIsKnown = (a: ClassDate, b: ClassDate): number =>
  Number(a.monthOnly) - Number(b.monthOnly) ||
  b.createdAt.localeCompare(a.createdAt) ||
  a.id.localeCompare(b.id)

const isSameThing = (a: ClassDate, b: ClassDate): boolean =>
  a === b || (a.milestone !== '' && a.milestone === b.milestone && a.classYear === b.classYear)

/**
 * The days of a class: of each thing of the plan, one. Two laptops give a class the same item of the plan, so that their
 * days are two edits of one date. Only where their words differ (another language, another degree, an older version) are
 * there two items: then the others wait behind the first, and the path says their days (`otherDaysOf`).
 */
export const datesOfClass = (
  all: readonly ClassDate[],
  classYear: number,
): readonly ClassDate[] => {
  const theirs = kept(all).filter((one) => one.classYear === classYear)
  return theirs.filter((one) =>
    theirs.every(
      (other) => other === one || !isSameThing(one, other) || byWhatIsKnown(one, other) < 0,
    ),
  )
}

/** Which other days were written down for the same thing. */
export const otherDaysOf = (all: readonly ClassDate[], one: ClassDate): readonly string[] => [
  ...new Set(
    kept(all).flatMap((other) =>
      isSameThing(one, other) && !other.monthOnly && other.date !== one.date ? other.date : [],
    ),
  ),
]
