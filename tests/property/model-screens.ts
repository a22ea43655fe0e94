/**
 * What the screens show of a record and of the caseload: every item that can be opened somewhere, by its id, with what
 * it says. Only through the functions that the screens themselves use, so that what they leave out is left out here.
 */
import type * as Y from 'yjs'
import type { Conflict } from '../../shared/crdt/conflict'
import { kept } from '../../shared/crdt/kind'
import { linesOfCards } from '../../shared/model/caseload/resource'
import { templatesWith } from '../../shared/model/caseload/template'
import { VAULT_KINDS } from '../../shared/model/kinds'
import type { RecordProjection, VaultProjection } from '../../shared/model/projection'
import { formerAgreements, standingAgreements } from '../../shared/model/record/agreement'
import { linesIn } from '../../shared/model/record/group-session'
import { plansInOrder } from '../../shared/model/record/learning-plan'
import { allLines } from '../../shared/model/record/note-text'
import { agendaOf } from '../../shared/model/record/session'
import { plainText } from '../../shared/note-text/delta'
import { briefOf } from '../../shared/views/brief'
import { timelineOf } from '../../shared/views/timeline'
import { TODAY } from '../steps/two-devices'

/** What is offered beside a field stands under its name with this behind it. */
export const OFFERED = ', or'

export type Values = Readonly<Record<string, unknown>>
/** By id. */
export type Screens = ReadonlyMap<string, Values>

type Listed = { readonly id: string; readonly deletedAt: string | null }

const RECORD_LISTS = [
  'sessions',
  'actionItems',
  'goals',
  'reflections',
  'checkIns',
  'referrals',
  'rotations',
  'importantDates',
  'exams',
  'enrolments',
  'feedback',
  'concerns',
  'futureLetters',
  'consults',
  'copies',
  'disclosures',
  'escalations',
] as const
/** A prep form's progress is a value of its own. */
type Nested = Partial<
  Record<'milestones' | 'progress' | 'ratings' | 'additions' | 'told', readonly Listed[] | object>
>
const VAULT_LISTS = [
  'captures',
  'savedSearches',
  'snippets',
  'ownWords',
  'erasures',
  'substitutions',
  'reachWeeks',
  'groupSessions',
  'resources',
  'frameworks',
  'competencyFrameworks',
  'work',
  'coachReflections',
  'coachGoals',
  'afterthoughts',
  'feedbackRounds',
] as const

/** What is offered beside a value stands on the same screen. */
const withOffers = (shown: Map<string, Values>, conflicts: readonly Conflict[]): Screens => {
  for (const { id, field, others } of conflicts) {
    const values = shown.get(id)
    if (values !== undefined) shown.set(id, { ...values, [`${field}${OFFERED}`]: others })
  }
  return shown
}

export const recordScreens = (
  record: RecordProjection,
  doc: Y.Doc,
  vault: VaultProjection,
): Screens => {
  const shown = new Map<string, Values>()
  const show = (items: readonly Listed[]): void => {
    for (const item of items) {
      const { milestones, progress, ratings, additions, told, ...own } = item as Listed & Nested
      shown.set(
        item.id,
        Array.isArray(progress) || progress === undefined ? own : { ...own, progress },
      )
      for (const inner of [milestones, progress, ratings, additions, told])
        if (Array.isArray(inner)) show(inner)
    }
  }
  // The bin shows the mentee alone.
  if (record.mentee.deletedAt !== null) return shown
  shown.set('mentee', { ...record.mentee })
  shown.set('reachMarks', record.reachMarks)
  for (const name of RECORD_LISTS) show(kept<Listed>(record[name]))
  // Sessions of the bin cannot be opened, and a note is found under its session or, loose, among the notes.
  for (const note of kept(record.notes))
    if (
      note.session === null ||
      record.sessions.some(({ id, deletedAt }) => id === note.session && deletedAt === null)
    )
      shown.set(note.id, { ...note, words: plainText(allLines(doc, note.id)) })
  const brief = briefOf(record, vault.groupSessions, TODAY)
  for (const session of kept(record.sessions)) show(agendaOf(record.agendaItems, session))
  // Of the next session, once it is planned.
  show(agendaOf(record.agendaItems, { id: '', status: 'planned' }))
  show(brief.ask)
  show(brief.preps)
  show(standingAgreements(record.agreements))
  show(formerAgreements(record.agreements))
  show(plansInOrder(record.learningPlans))
  const timeline = timelineOf(record, vault.groupSessions)
  for (const { id, deletedAt } of vault.groupSessions)
    show(
      linesIn(record.groupLines, id).filter(
        ({ text }) =>
          deletedAt === null ||
          timeline.some((entry) => entry.id === id && entry.title.includes(text.trim())),
      ),
    )
  return withOffers(shown, record.conflicts)
}

export const vaultScreens = (vault: VaultProjection): Screens => {
  const shown = new Map<string, Values>([['settings', { ...vault.settings }]])
  for (const name of VAULT_LISTS)
    for (const item of kept<Listed>(vault[name])) {
      const own: Record<string, unknown> = { ...item }
      for (const inner of Object.keys(VAULT_KINDS[name].nested)) {
        for (const one of own[inner] as readonly Listed[]) shown.set(one.id, { ...one })
        delete own[inner]
      }
      shown.set(item.id, own)
    }
  const lines = (linesOfCards(vault.supportCards) ?? []).map((line) => JSON.stringify(line))
  for (const card of kept(vault.supportCards))
    if (card.lines.every((line) => lines.includes(JSON.stringify(line))))
      shown.set(card.id, { ...card })
  const templates = templatesWith(vault.templates)
  for (const one of kept(vault.templates))
    if (templates.some(({ title, fields }) => title === one.title && fields === one.fields))
      shown.set(one.id, { ...one })
  return withOffers(shown, vault.conflicts)
}
