/**
 * What the end of a session proposes, from what was typed in its note: what the mentee takes away, the day of the next
 * session, what to follow up, and how long it was. Proposals only: nothing of it is written before the coach accepts it.
 */
import { addDays } from '../base/day'
import { type Session, USUAL_MINUTES } from '../model/record/session'
import { type Line, wordsOf } from '../note-text/delta'
import { daysSaid, type SaidDay } from './said-day'

export interface EndingProposals {
  /** '' for none. */
  readonly takeaway: string
  readonly next: SaidDay | undefined
  readonly followUp: { readonly day: string; readonly about: string } | undefined
}

const TAKEAWAY = /^take-?away(?: message)?\s*[:–—-]\s*(.+)$/i
const FOLLOWS_UP =
  /\b(follow(ing)?[- ]?up|check(ing)? (back|in) (on|with)|ask (again|how|whether|if)|see how)\b/i
const MEETS = /\b(meet|meeting|session|see (you|them|her|him|each other)|talk|again|next time)\b/i
/** A follow-up without a day of its own is a week ahead. */
const WEEK = 7
/** Fewer words than this are no thought to take away. */
const FEWEST_WORDS = 3
const LONGEST = 300

/** What was written in sentences: headings, code and what is to be done are none. */
const sentencesOf = (lines: readonly Line[]): readonly string[] =>
  lines
    .filter(({ kind }) => kind !== 'task' && kind !== 'code' && !kind.startsWith('heading'))
    .flatMap((line) => wordsOf(line).split(/(?<=[.!?])\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')

const MINUTE_MS = 60_000
export const minutesSince = (startedAt: number, now: number): number =>
  Math.max(0, Math.round((now - startedAt) / MINUTE_MS))

/** No session is longer: the timer was forgotten. */
const LONGEST_MINUTES = 240

/** How long the session was, by its timer; where that ran on, as long as was planned or is usual, and how far it ran. */
export const minutesProposed = (
  { startedAt, minutes }: Pick<Session, 'startedAt' | 'minutes'>,
  now: number,
): { readonly minutes: number; readonly ranOn: number | undefined } => {
  if (startedAt === null) return { minutes, ranOn: undefined }
  const timed = minutesSince(startedAt, now)
  return timed > LONGEST_MINUTES
    ? { minutes: minutes || USUAL_MINUTES, ranOn: timed }
    : { minutes: timed, ranOn: undefined }
}

export const proposeSessionEnding = (lines: readonly Line[], today: string): EndingProposals => {
  const sentences = sentencesOf(lines)
  const follow = sentences.findLast((sentence) => FOLLOWS_UP.test(sentence))
  const said = sentences
    .filter((sentence) => sentence !== follow)
    .flatMap((sentence) => daysSaid(sentence, today).map((day) => ({ ...day, sentence })))
  const meeting = said.findLast(({ sentence }) => MEETS.test(sentence)) ?? said.at(-1)
  const takeaway =
    sentences.map((sentence) => TAKEAWAY.exec(sentence)?.[1]).findLast(Boolean) ??
    sentences.findLast(
      (sentence) =>
        sentence !== follow &&
        sentence !== meeting?.sentence &&
        sentence.split(/\s+/).length >= FEWEST_WORDS,
    )
  return {
    takeaway: (takeaway ?? '').slice(0, LONGEST),
    next: meeting === undefined ? undefined : { day: meeting.day, words: meeting.words },
    followUp:
      follow === undefined
        ? undefined
        : {
            day: daysSaid(follow, today)[0]?.day ?? addDays(today, WEEK),
            about: follow.slice(0, LONGEST),
          },
  }
}
