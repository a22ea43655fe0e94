/** What of a mentee can be put into a case for a colleague, and as which words it begins there. */

import { labelledTexts } from '../../../shared/model/kinds'
import { mayBeCopied } from '../../../shared/model/leaving'
import { kept, type RecordProjection } from '../../../shared/model/projection'
import { type Goal, goals } from '../../../shared/model/record/goal'
import { type Note, wasLeftBlank } from '../../../shared/model/record/note'
import { t } from '../../../shared/words/words'

export interface Offered {
  readonly goals: readonly Goal[]
  /** Notes that were shared with the mentee. */
  readonly notes: readonly Note[]
  /** The coach's own: each is chosen by itself, under a warning. */
  readonly aids: readonly Note[]
}

/** Neither a session's memory aid nor an escalation is ever copied (model/leaving.ts), and so neither is offered. */
export const offeredOf = (record: RecordProjection): Offered => {
  const notes = kept(record.notes)
    .filter((note) => mayBeCopied('notes', note) && !wasLeftBlank(note))
    .filter(({ visibility }) => visibility !== 'escalation')
    .sort((a, b) => b.date.localeCompare(a.date))
  return {
    goals: kept(record.goals).filter(({ visibility }) => visibility !== 'escalation'),
    notes: notes.filter(({ visibility }) => visibility !== 'memory-aid'),
    aids: notes.filter(({ visibility }) => visibility === 'memory-aid'),
  }
}

export const goalPart = (goal: Goal) => ({
  heading: t('consult.goalHeading', { goal: goal.title }),
  text: labelledTexts(goals.fields, goal)
    .filter(([name]) => name !== 'title')
    .map(([_name, label, words]) => `${label}: ${words}`)
    .join('\n'),
})

export const notePart = ({ title }: Note, text: string) => ({
  heading: title === '' ? t('label.note') : t('consult.noteHeading', { note: title }),
  text,
})
