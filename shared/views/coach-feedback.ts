/**
 * What a round of feedback says (model/caseload/feedback-round.ts): a tally, once it is finished, and never with fewer than
 * five sheets behind a number; what came after that is not in it. No mean is made of it: four boxes are no scale.
 */
import { type FeedbackRound, splitRound } from '../model/caseload/feedback-round'
import { SMALLEST_CELL } from '../model/smallest-cell'

export interface FeedbackTally {
  readonly sheets: number
  readonly rows: readonly {
    readonly asked: string
    /** How often each box was marked; null where fewer than five answered. */
    readonly counts: readonly number[] | null
  }[]
  /** What was written, by random ids: in no order, and beside no box. */
  readonly lines: readonly { readonly asked: string; readonly said: readonly string[] }[]
}

export const tallyOf = (round: FeedbackRound): FeedbackTally | undefined => {
  const { form, finishedOn } = round
  const { sheets, words } = splitRound(round).counted
  return finishedOn === null || sheets.length < SMALLEST_CELL
    ? undefined
    : {
        sheets: sheets.length,
        rows: form.asked.map((asked, question) => {
          const given = sheets.flatMap(({ marks }) => marks[question] ?? [])
          const counts = form.boxes.map((_, box) => given.filter((one) => one === box).length)
          return { asked, counts: given.length < SMALLEST_CELL ? null : counts }
        }),
        lines: form.lines.map((asked, line) => ({
          asked,
          said: words.filter((one) => one.line === line).map(({ text }) => text),
        })),
      }
}
