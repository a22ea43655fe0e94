/**
 * What mentees say of the coaching, on paper and without a name, in a round: "Spring 2027". The answers are of the round,
 * and of nobody: they are linked to no mentee, no session and no day.
 *
 * What is stored must not tell, either, whose a sheet is. A sheet has no moment of its own (it carries the round's) and no
 * order: sheets are listed by their random ids. Its boxes and each of its free lines are separate items, each written by
 * nobody (crdt/writer.ts), so that nothing says which belong together, which came first, or on which laptop. And nothing
 * can be had by comparing: no answer is counted until the round is finished, which takes five sheets, and then none can be
 * added. A sheet that comes all the same, from a laptop that did not know, waits: it is counted only together with four
 * others that came late, or goes into another round. What remains is said in the help (help.feedbackRound): handwriting,
 * and the backups between two sheets.
 */
import * as v from 'valibot'
import type * as Y from 'yjs'
import { newId } from '../../base/id'
import { field, optionalDate, requiredLine, setOf, structure, text, whole } from '../../crdt/field'
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

export type FeedbackMarks = readonly (number | null)[]
const marks: v.GenericSchema<unknown, FeedbackMarks> = v.pipe(
  v.array(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))),
  v.readonly(),
)

/** The boxes of one sheet: of each question the box's place, or null. */
const feedbackSheets = defineNested('feedbackRounds', 'sheets', {
  marks: field(structure<FeedbackMarks>(marks, []), 'feedbackRound.marks'),
})
/** What somebody wrote under one of the lines. */
const feedbackWords = defineNested('feedbackRounds', 'words', {
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
    /** The sheets and words that were there then; of a round that an older version finished, none is named and all count. */
    counted: field(setOf, null),
    /** How many sheets it was finished with, each time: laptops that hadn't met can each finish it, and then all count. */
    finishes: field(setOf, null),
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
  input: {
    readonly round: string
    readonly marks: FeedbackMarks
    readonly words: readonly string[]
  },
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
      feedbackRounds.edit(vault, {
        id,
        next: {
          finishedOn: today,
          counted: idsIn(round),
          finishes: [`${newId()} ${round.sheets.length}`],
        },
      })
  })

/** With how many sheets each of the laptops finished it, where more than one did and not with all that count now. */
export const finishedApart = (round: FeedbackRound): readonly number[] => {
  const all = splitRound(round).counted.sheets.length
  const counts = round.finishes.map((one) => Number(one.split(' ')[1])).sort((a, b) => a - b)
  return counts.length > 1 && counts.some((count) => count !== all) ? counts : []
}

type Answers = Pick<FeedbackRound, 'sheets' | 'words'>
const idsIn = ({ sheets, words }: Answers): readonly string[] =>
  [...sheets, ...words].map(({ id }) => id)

/** What its numbers are made of, and what came once they were shown. */
export const splitRound = ({
  sheets,
  words,
  counted,
}: FeedbackRound): { readonly counted: Answers; readonly late: Answers } => {
  const isCounted = ({ id }: { readonly id: string }): boolean =>
    counted.length === 0 || counted.includes(id)
  const isLate = (one: { readonly id: string }): boolean => !isCounted(one)
  return {
    counted: { sheets: sheets.filter(isCounted), words: words.filter(isCounted) },
    late: { sheets: sheets.filter(isLate), words: words.filter(isLate) },
  }
}

/** Fewer could be had by comparing with the numbers that were shown. */
export const canCountLate = (round: FeedbackRound): boolean =>
  round.finishedOn !== null && splitRound(round).late.sheets.length >= SMALLEST_CELL

export const countLate = (vault: Y.Doc, id: string): void =>
  vault.transact(() => {
    const round = roundIn(vault, id)
    if (round !== undefined && canCountLate(round))
      feedbackRounds.edit(vault, { id, next: { counted: idsIn(round) } })
  })

/** The round that late sheets of another one can go to: it is not finished, and asks the same. */
export const roundForLate = (
  rounds: readonly FeedbackRound[],
  from: FeedbackRound,
): FeedbackRound | undefined =>
  rounds.find(
    ({ finishedOn, deletedAt, form }) =>
      finishedOn === null &&
      deletedAt === null &&
      JSON.stringify(form) === JSON.stringify(from.form),
  )

/** Moves the late sheets of a round to another, under their own ids: two laptops that both do so have moved them once. */
export const moveLate = (
  vault: Y.Doc,
  input: { readonly from: string; readonly to: string },
): void =>
  vault.transact(() => {
    const [from, to] = [roundIn(vault, input.from), roundIn(vault, input.to)]
    if (from === undefined || to === undefined || to.finishedOn !== null) return
    const { sheets, words } = splitRound(from).late
    const stamp = { of: to.id, createdAt: to.createdAt }
    for (const { id, marks } of sheets)
      asNobody(vault, () => feedbackSheets.add(vault, { ...stamp, id, marks }))
    for (const { id, line, text } of words)
      asNobody(vault, () => feedbackWords.add(vault, { ...stamp, id, line, text }))
    // For good, as a sheet that is taken back.
    for (const { id } of sheets) feedbackSheets.items(vault, from.id)?.delete(id)
    for (const { id } of words) feedbackWords.items(vault, from.id)?.delete(id)
  })
