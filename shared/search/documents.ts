/**
 * What the search knows of a vault: one document for each thing that can be found and opened. Escalations are in none,
 * as in every list (domain.md), and what is in the bin is not either.
 */

import type { Visibility } from '../crdt/visibility'
import { directoryOf } from '../model/caseload/resource'
import { templatesWith } from '../model/caseload/template'
import { kept, type RecordKind, type RecordProjection, type VaultProjection } from '../model/projection'
import { isOpenGoal } from '../model/record/goal'
import { displayName } from '../model/record/mentee'
import type { Note } from '../model/record/note'
import { rotationOn } from '../model/record/placement'
import type { SearchKind, SearchState } from './query'

export interface SearchDocument {
  /** `<record>/<kind>/<id>`; what belongs to the whole caseload has no record. */
  readonly key: string
  readonly record: string
  readonly kind: SearchKind
  /** The item's own id. */
  readonly id: string
  readonly title: string
  readonly text: string
  readonly mentee: string
  /** `2026-11-24`, or ''. */
  readonly date: string
  readonly themes: readonly string[]
  readonly visibility: Visibility | ''
  readonly rotation: string
  readonly states: readonly SearchState[]
  /** Overdue from the day after this one while it is open. */
  readonly due: string
}

type Found = Pick<SearchDocument, 'title' | 'text'> &
  Partial<Pick<SearchDocument, 'date' | 'themes' | 'states' | 'due'>>

type Plain = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly deletedAt: string | null
  readonly visibility?: Visibility
}

const lines = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part != null && part.trim() !== '').join(' · ')

type Reader<Item> = (item: Item, textOf: (note: Note) => string) => Found

type Readers = {
  readonly [Kind in RecordKind]?: {
    readonly kind: SearchKind
    readonly read: Reader<RecordProjection[Kind][number]>
  }
}

/** How each kind reads as a document. A kind that is not here has nothing of its own to be found. */
const READERS: Readers = {
  notes: {
    kind: 'note',
    read: (note, textOf) => ({ title: note.title, text: textOf(note), date: note.date, themes: note.themes }),
  },
  sessions: {
    kind: 'session',
    read: ({ kind, date, place, followUpNote, takeaway, themes, status }) => ({
      title: '',
      text: lines(takeaway, followUpNote, place, kind),
      date,
      themes,
      states: status === 'planned' ? ['planned', 'open'] : ['done'],
    }),
  },
  actionItems: {
    kind: 'action',
    read: (item) => ({
      title: item.what,
      text: '',
      date: item.agreedOn,
      states: [item.doneOn === null ? 'open' : 'done'],
      due: item.doneOn === null ? (item.due ?? '') : '',
    }),
  },
  goals: {
    kind: 'goal',
    read: (goal) => ({
      title: goal.title,
      text: lines(
        goal.why,
        goal.behaviour,
        goal.measure,
        goal.attainable,
        goal.relevant,
        goal.strategies,
        goal.resources,
        goal.barriers,
        goal.support,
        goal.outcome,
        goal.obstacle,
        goal.ifThen,
        goal.closing,
        ...goal.milestones.map(({ title }) => title),
        ...goal.progress.map(({ comment }) => comment),
      ),
      date: goal.createdAt.slice(0, 10),
      themes: goal.themes,
      states: [isOpenGoal(goal) ? 'open' : 'done'],
      due: isOpenGoal(goal) ? (goal.targetDate ?? '') : '',
    }),
  },
  reflections: {
    kind: 'reflection',
    read: ({ prompt, sections, date, themes }) => ({
      title: prompt,
      text: lines(...Object.values(sections)),
      date,
      themes,
    }),
  },
  checkIns: {
    kind: 'check-in',
    read: ({ words, step, date }) => ({ title: '', text: lines(words, step), date }),
  },
  referrals: {
    kind: 'referral',
    read: ({ resource, reason, told, date, followUp, followUpDone }) => ({
      title: resource,
      text: lines(reason, told),
      date,
      states: [followUp !== null && !followUpDone ? 'open' : 'done'],
      due: followUpDone ? '' : (followUp ?? ''),
    }),
  },
  preps: {
    kind: 'prep',
    read: ({ wins, challenges, oneThing, feedback, avoid, date }) => ({
      title: '',
      text: lines(oneThing, wins, challenges, feedback, avoid),
      date,
    }),
  },
  agendaItems: {
    kind: 'session',
    read: ({ text, done, createdAt }) => ({
      title: text,
      text: '',
      date: createdAt.slice(0, 10),
      states: [done ? 'done' : 'open'],
    }),
  },
  rotations: {
    kind: 'date',
    read: ({ block, site, start }) => ({ title: block, text: site, date: start }),
  },
  importantDates: { kind: 'date', read: ({ title, date }) => ({ title, text: '', date }) },
  agreements: {
    kind: 'agreement',
    read: ({ id: _id, deletedAt: _deleted, createdAt, returned: _returned, order: _order, ...fields }) => ({
      title: '',
      text: lines(
        ...Object.values(fields).map((value) =>
          typeof value === 'string' && /\s/.test(value.trim()) ? value : '',
        ),
      ),
      date: createdAt.slice(0, 10),
    }),
  },
  learningPlans: {
    kind: 'plan',
    read: ({ term, sections, evidence, date }) => ({
      title: term,
      text: lines(...Object.values(sections), ...Object.values(evidence)),
      date,
    }),
  },
  groupLines: {
    kind: 'note',
    read: ({ text, createdAt }) => ({ title: '', text, date: createdAt.slice(0, 10) }),
  },
  copies: { kind: 'shared', read: ({ title, text, date }) => ({ title, text, date }) },
}

const EMPTY = { date: '', themes: [], states: [], due: '' } as const

/** One item of a record, and the document it makes. */
export interface SearchSource {
  readonly key: string
  /** The same object as long as nothing in the item has changed. */
  readonly item: object
  readonly document: () => SearchDocument
}

/** What stands around every item of a record and is searched with it: documents are made anew when it changes. */
export const surroundingsOf = ({ mentee, rotations }: RecordProjection): string =>
  JSON.stringify([displayName(mentee), kept(rotations).map(({ block, start, end }) => [block, start, end])])

export const recordSources = (
  record: RecordProjection,
  textOf: (note: Note) => string,
): readonly SearchSource[] => {
  const name = displayName(record.mentee)
  if (record.mentee.deletedAt !== null) return []
  const { mentee } = record
  const profile: SearchSource = {
    key: `${record.id}/mentee/mentee`,
    item: mentee,
    document: () => ({
      ...EMPTY,
      key: `${record.id}/mentee/mentee`,
      record: record.id,
      kind: 'mentee',
      id: record.id,
      title: name,
      text: lines(
        mentee.name,
        mentee.preferredName,
        mentee.email,
        mentee.phone,
        mentee.studentId,
        mentee.reachGroup,
        mentee.strengths,
        mentee.values,
        mentee.interests,
        mentee.avoid,
        ...mentee.tags,
      ),
      mentee: name,
      themes: mentee.tags,
      visibility: '',
      rotation: '',
    }),
  }
  const items = (Object.keys(READERS) as (keyof typeof READERS)[]).flatMap((of) => {
    const reader = READERS[of] as { readonly kind: SearchKind; readonly read: Reader<never> }
    return kept(record[of] as readonly Plain[]).map((item): SearchSource => {
      const key = `${record.id}/${of}/${item.id}`
      return {
        key,
        item,
        document: () => {
          const found = { ...EMPTY, ...reader.read(item as never, textOf) }
          return {
            ...found,
            key,
            record: record.id,
            kind: reader.kind,
            id: item.id,
            mentee: name,
            visibility: item.visibility ?? '',
            rotation: found.date === '' ? '' : (rotationOn(record.rotations, found.date)?.block ?? ''),
          }
        },
      }
    })
  })
  return [profile, ...items]
}

export const vaultSources = (vault: VaultProjection): readonly SearchSource[] => {
  const source = (
    kind: SearchKind,
    item: { readonly id: string },
    found: Found,
    visibility: Visibility | '' = '',
  ): SearchSource => {
    const key = `/${kind}/${item.id}`
    return {
      key,
      item,
      document: () => ({
        ...EMPTY,
        ...found,
        key,
        record: '',
        kind,
        id: item.id,
        mentee: '',
        visibility,
        rotation: '',
      }),
    }
  }
  return [
    ...directoryOf(vault.resources).map((one) =>
      source('resource', one, {
        title: one.name,
        text: lines(one.purpose, one.where, one.contact, one.hours),
      }),
    ),
    ...templatesWith(vault.templates).map((one) =>
      source('template', one, {
        title: one.title,
        text: lines(...one.fields.flatMap(({ title, hint }) => [title, hint])),
      }),
    ),
    ...kept(vault.captures).map((one) =>
      source('capture', one, { title: '', text: one.text, date: one.at.slice(0, 10) }, 'memory-aid'),
    ),
    ...kept(vault.groupSessions).map((one) =>
      source(
        'session',
        one,
        {
          title: `REACH group ${one.group}`,
          text: lines(one.notes, one.plan, one.place),
          date: one.date,
          themes: one.themes,
        },
        'memory-aid',
      ),
    ),
  ]
}
