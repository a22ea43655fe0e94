/**
 * What mentees say of the coaching, on paper and without a name, in a round: "Spring 2027". The answers are of the round,
 * and of nobody: they are linked to no mentee, no session and no day.
 *
 * What is stored must not tell, either, whose a sheet is. A sheet has no moment of its own (it carries the round's) and no
 * order: sheets are listed by their random ids. Its boxes and each of its free lines are separate items, each written by
 * nobody (crdt/writer.ts), so that nothing says which belong together, which came first, or on which laptop. And nothing
 * can be had by comparing: no answer is counted until the round is finished, which takes five sheets, and then none can be
 * added. What remains is said in the help (help.feedbackRound): handwriting, and the backups between two sheets.
 */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { field, optionalDate, requiredLine, structure, text, whole } from '../../crdt/field'
import { defineKind, defineNested, type Of } from '../../crdt/kind'
import { asNobody } from '../../crdt/writer'
import { t } from '../../words/words'
import { SMALLEST_CELL } from '../smallest-cell'

/** What a sheet asks. It stays with its round: other words, or another language, are another round's. */
export interface FeedbackForm {
  readonly asked: readonly string[]
  /** The boxes of each question. */
  readonly boxes: readonly string[]
  /** Answered in words. */
  readonly lines: readonly string[]
}
const strings = v.pipe(v.array(v.string()), v.readonly())
const form: v.GenericSchema<unknown, FeedbackForm> = v.object({
  asked: strings,
  boxes: strings,
  lines: strings,
})

/** In our own words. */
export const feedbackForm = (): FeedbackForm => ({
  asked: [
    t('feedbackRound.listens'),
    t('feedbackRound.asks'),
    t('feedbackRound.myTopics'),
    t('feedbackRound.nextStep'),
    t('feedbackRound.hardThings'),
    t('feedbackRound.keepsWord'),
  ],
  boxes: [
    t('feedbackRound.rarely'),
    t('feedbackRound.sometimes'),
    t('feedbackRound.mostly'),
    t('feedbackRound.always'),
  ],
  lines: [t('feedbackRound.keep'), t('feedbackRound.change')],
})

export type Marks = readonly (number | null)[]
const marks: v.GenericSchema<unknown, Marks> = v.pipe(
  v.array(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
  v.readonly(),
)

/** The boxes of one sheet: of each question the box's place, or null. */
export const feedbackSheets = defineNested('feedbackRounds', 'sheets', {
  marks: field(structure<Marks>(marks, []), 'feedbackRound.marks'),
})
/** What somebody wrote under one of the lines. */
export const feedbackWords = defineNested('feedbackRounds', 'words', {
  line: field(whole(0, 99, 0), null),
  text: field(text, 'feedbackRound.inWords'),
})

export const feedbackRounds = defineKind(
  'feedbackRounds',
  {
    title: field(requiredLine('feedbackRound.titleMissing'), 'common.name'),
    form: field(structure<FeedbackForm>(form, { asked: [], boxes: [], lines: [] }), null),
    /** From this day on the answers are shown, and no sheet is added. */
    finishedOn: field(optionalDate, 'feedbackRound.finishedOn'),
  },
  {
    label: 'label.feedbackRound',
    count: 'count.feedbackRound',
    title: ({ title }) => title,
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'my-coaching' },
    search: null,
    timeline: null,
  },
  { sheets: feedbackSheets, words: feedbackWords },
)
export type FeedbackRound = Of<typeof feedbackRounds>

export const startRound = (vault: Y.Doc, title: string): string =>
  feedbackRounds.add(vault, { title, form: feedbackForm() })

/** The items of one sheet: what takes it back. */
export interface SheetAdded {
  readonly round: string
  readonly sheet: string
  readonly words: readonly string[]
}

const roundIn = (vault: Y.Doc, id: string): FeedbackRound | undefined =>
  feedbackRounds.readAll(vault).find((one) => one.id === id)

/** Adds a sheet to a round that is not finished; an empty sheet is none. */
export const addSheet = (
  vault: Y.Doc,
  input: { readonly round: string; readonly marks: Marks; readonly words: readonly string[] },
): SheetAdded | undefined =>
  vault.transact(() => {
    const round = roundIn(vault, input.round)
    const said = input.words.map((one) => one.trim())
    const empty = input.marks.every((one) => one === null) && said.every((one) => one === '')
    if (round === undefined || round.finishedOn !== null || empty) return undefined
    const unstamped = { of: round.id, createdAt: round.createdAt }
    return {
      round: round.id,
      sheet: asNobody(vault, () => feedbackSheets.add(vault, { ...unstamped, marks: input.marks })),
      words: said.flatMap((text, line) =>
        text === ''
          ? []
          : [asNobody(vault, () => feedbackWords.add(vault, { ...unstamped, line, text }))],
      ),
    }
  })

/** Takes back the sheet that was just added; once the round is finished it stays. */
export const takeSheetBack = (vault: Y.Doc, { round, sheet, words }: SheetAdded): void =>
  vault.transact(() => {
    if (roundIn(vault, round)?.finishedOn !== null) return
    // For good, and not to the bin: the moment of a deletion would be a moment.
    feedbackSheets.items(vault, round)?.delete(sheet)
    for (const id of words) feedbackWords.items(vault, round)?.delete(id)
  })

export const canFinish = ({ sheets, finishedOn }: FeedbackRound): boolean =>
  finishedOn === null && sheets.length >= SMALLEST_CELL

/** Shows the answers from now on; with fewer than five sheets it does nothing. */
export const finishRound = (
  vault: Y.Doc,
  { id, today }: { readonly id: string; readonly today: string },
): void =>
  vault.transact(() => {
    const round = roundIn(vault, id)
    if (round !== undefined && canFinish(round))
      feedbackRounds.edit(vault, { id, next: { finishedOn: today } })
  })
