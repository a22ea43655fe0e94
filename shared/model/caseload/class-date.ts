/**
 * The days of a class's four years: those that the school has for all of a class, so they stand in the vault and not in a
 * record, each with the questions that a coach may ask around it. Some come from the plan that is shipped (class-plan.ts).
 * The dates of a residency season are no such days: they are the same for every school (season-date.ts).
 */
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

export const datesOfClass = (all: readonly ClassDate[], classYear: number): readonly ClassDate[] =>
  kept(all).filter((one) => one.classYear === classYear)
