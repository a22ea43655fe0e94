/**
 * The ask/tell mirror: what the coach wrote down as asked and as advised in the notes of their sessions, and who
 * does what next. A mirror for the coach alone, by month and over all mentees, never about one of them. Whose words a goal
 * is in is not counted: every goal is the mentee's. By rules on the words, so that it can be said how it counts; it hears no tone.
 */
import { kept } from '../crdt/kind'
import type { RecordProjection } from '../model/projection'
import { type Line, wordsOf } from '../note-text/delta'

export interface AskedAndTold {
  readonly questions: number
  readonly advice: number
}

export interface MirrorMonth extends AskedAndTold {
  /** `2026-11`. */
  readonly month: string
  readonly notes: number
  /** Next steps that were agreed in it, by whose they are. */
  readonly theirs: number
  readonly own: number
}

const SENTENCE = /[^.!?…]+[.!?…]*/gu
const ASKED = /\?\s*["”’)]*$|\b(?:I|we)\s+(?:then\s+|also\s+)?(?:asked|wondered|invited)\b/iu
const TOLD =
  /\b(?:I|we)\s+(?:then\s+|also\s+)?(?:suggested|recommended|advised|told|proposed|urged|warned|encouraged)\b|\b(?:should|ought\s+to|has\s+to|have\s+to|must|needs?\s+to|better\s+not)\b|\b(?:advised|recommended|suggested)\s+(?:him|her|them|to|that)\b/iu

/** Of a template's headings and of what somebody else said nothing is the coach's asking; a task is counted as a step. */
const OWN_KINDS: readonly Line['kind'][] = ['paragraph', 'bullet', 'number', 'rule']

/** What one note says. Each sentence counts once: a question is none the less one for what it asks about. */
export const askedAndToldIn = (lines: readonly Line[]): AskedAndTold => {
  const sentences = lines
    .filter(({ kind }) => OWN_KINDS.includes(kind))
    .flatMap((line) => wordsOf(line).match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
  const questions = sentences.filter((sentence) => ASKED.test(sentence)).length
  const advice = sentences.filter((sentence) => !ASKED.test(sentence) && TOLD.test(sentence)).length
  return { questions, advice }
}

/** The notes of the sessions that were held since a day: the month of each, by the note's id. */
export const sessionNotes = (
  { notes, sessions }: RecordProjection,
  from: string,
): ReadonlyMap<string, string> => {
  const held = new Map(
    kept(sessions).flatMap(({ id, status, date }) =>
      status === 'held' && date >= from ? [[id, date.slice(0, 7)] as const] : [],
    ),
  )
  return new Map(
    kept(notes).flatMap(({ id, role, session }) => {
      const month = role === 'session' && session !== null ? held.get(session) : undefined
      return month === undefined ? [] : [[id, month] as const]
    }),
  )
}

/** The newest month first; one in which nothing was written down is left out. `read`: of each note, by its id. */
export const mirrorOf = (
  records: readonly RecordProjection[],
  read: ReadonlyMap<string, AskedAndTold>,
  from: string,
): readonly MirrorMonth[] => {
  const notes = records.flatMap((record) =>
    [...sessionNotes(record, from)].flatMap(([id, month]) => {
      const said = read.get(id)
      return said === undefined ? [] : [{ month, ...said }]
    }),
  )
  const steps = records.flatMap(({ actionItems }) =>
    kept(actionItems).map(({ whose, agreedOn }) => ({ whose, month: agreedOn.slice(0, 7) })),
  )
  return [...new Set(notes.map(({ month }) => month))]
    .sort()
    .reverse()
    .map((month) => {
      const ofMonth = <T extends { readonly month: string }>(all: readonly T[]): readonly T[] =>
        all.filter((one) => one.month === month)
      const [own, agreed] = [ofMonth(notes), ofMonth(steps)]
      return {
        month,
        notes: own.length,
        questions: own.reduce((sum, { questions }) => sum + questions, 0),
        advice: own.reduce((sum, { advice }) => sum + advice, 0),
        theirs: agreed.filter(({ whose }) => whose === 'mentee').length,
        own: agreed.filter(({ whose }) => whose === 'coach').length,
      }
    })
}
