/**
 * Sessions: one meeting each, with one mentee. Its two texts, the session note and the memory aid, are notes that
 * point to it (note.ts), so that both are edited, kept and merged like every other note. Group sessions stand in
 * the vault record (group-session.ts).
 *
 * What is to be talked about are agenda items: of one session, or of none yet ("ask next time"), which then stand in
 * the agenda of the next one by themselves.
 */

import * as v from 'valibot'
import type * as Y from 'yjs'
import { type Belonging, owning, withReturned } from '../../crdt/belongings'
import {
  date,
  field,
  flag,
  line,
  oneOf,
  optionalDate,
  optionalLink,
  optionalTime,
  optionalWhole,
  requiredLine,
  setOf,
  structure,
  text,
  type Values,
  whole,
} from '../../crdt/field'
import { defineKind, kept, type Of, type Stamp } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { notes } from './note'

const SESSION_KINDS = ['reach', 'one-to-one', 'group', 'check-in', 'ad-hoc', 'urgent'] as const
export type SessionKind = (typeof SESSION_KINDS)[number]
export const SESSION_STATUSES = ['planned', 'held', 'missed', 'cancelled'] as const
const CALLED_OFF_BY = ['', 'by-coach', 'by-mentee', 'by-neither'] as const
export const MEDIA = ['in-person', 'video', 'phone', 'message'] as const

/** How long one is planned for, where nobody says. */
export const USUAL_MINUTES = 45

const plain = defineKind(
  'sessions',
  {
    kind: field(oneOf(SESSION_KINDS, 'one-to-one'), 'common.kind', {
      search: 'detail',
      leaves: true,
    }),
    status: field(oneOf(SESSION_STATUSES, 'held'), 'common.status', { leaves: true }),
    /** Of one that was canceled, by whom: the coach looks at their own part of it (views/insights.ts). */
    calledOffBy: field(oneOf(CALLED_OFF_BY, ''), 'session.calledOffBy', { leaves: true }),
    date: field(date, 'common.date', { leaves: true }),
    time: field(optionalTime, 'session.time', { leaves: true }),
    minutes: field(whole(0, 600, 30), 'session.minutes', { leaves: true }),
    medium: field(oneOf(MEDIA, 'in-person'), 'session.medium', { leaves: true }),
    place: field(line(), 'session.place', { search: 'detail' }),
    themes: field(setOf, 'common.themes'),
    goals: field(setOf, 'session.goalsTouched'),
    followUp: field(optionalDate, 'conflict.followUpDate'),
    /** What the follow-up is about. */
    followUpNote: field(line(), 'session.followUpAbout', { search: 'body' }),
    followUpDone: field(flag, 'fields.followUpDone'),
    /** When the timer was started, in milliseconds; kept so that a restart goes on counting. */
    startedAt: field(optionalWhole(0, Number.MAX_SAFE_INTEGER), null),
    /** What the mentee takes away, in their words. */
    takeaway: field(text, 'session.takeaway', { search: 'body', leaves: true }),
    /** The same for all sessions of a series; '' for one that stands alone. */
    series: field(line(), null),
    /** The calendar entry that it was taken in from. */
    calendarUid: field(line(), null),
    ...axes('memory-aid'),
  },
  {
    label: 'label.session',
    count: 'count.session',
    title: () => '',
    bin: true,
    // That they met, and what the mentee took away in their words, is no recollection of the coach's: the mentee may see it.
    leavesFor: ['mentee-inspection', 'coach'],
    seenBy: ({ visibility }) => (visibility === 'memory-aid' ? 'shared' : visibility),
    opens: { screen: 'session' },
    search: {
      kind: 'session',
      states: ({ status }) => (status === 'planned' ? ['planned', 'open'] : ['done']),
    },
    timeline: {
      kind: 'session',
      day: ({ date }) => date,
      what: ({ kind, status }) => `${kind}/${status}`,
    },
  },
)
export const agendaItems = defineKind(
  'agendaItems',
  {
    /** The session it belongs to, or null: to be asked at the next one. */
    session: field(optionalLink, null),
    text: field(requiredLine('session.agendaMissing'), 'snippet.text'),
    done: field(flag, 'common.done'),
    ...axes('memory-aid'),
  },
  {
    label: 'label.agendaItem',
    count: 'count.agendaItem',
    title: ({ text }) => text,
    bin: false,
    leavesFor: ['coach'],
    opens: { tab: 'overview' },
    search: {
      kind: 'session',
      day: ({ createdAt }) => createdAt.slice(0, 10),
      states: ({ done }) => [done ? 'done' : 'open'],
    },
    timeline: null,
  },
)
export type AgendaItem = Of<typeof agendaItems>

const BELONGINGS: readonly Belonging[] = [
  { kind: notes, link: 'session', always: true },
  { kind: agendaItems, link: 'session' },
]
export const sessions = owning(plain, BELONGINGS)
export type Session = Of<typeof sessions>
export type SessionInput = Values<typeof sessions.fields>

/** A record's lists with the sessions that came back from the bin, and what came back with them. */
export const withReturnedSessions = <L extends Readonly<Record<string, readonly Stamp[]>>>(
  record: Y.Doc,
  lists: L,
): L => withReturned(record, lists, sessions, BELONGINGS)

const sessionsIn = (record: Y.Doc): readonly Session[] =>
  withReturnedSessions(record, {
    sessions: sessions.readAll(record),
    notes: notes.readAll(record),
    agendaItems: agendaItems.readAll(record),
  }).sessions

/** The mentee's form before a session, filled in by them in a file, on paper, or by the coach. */
export const preps = defineKind(
  'preps',
  {
    session: field(optionalLink, null),
    date: field(date, 'common.date', { leaves: true }),
    source: field(oneOf(['coach', 'file', 'paper'], 'coach'), 'fields.source', { leaves: true }),
    wins: field(text, 'prep.wins', { search: 'body', leaves: true }),
    challenges: field(text, 'prep.challenges', { search: 'body', leaves: true }),
    oneThing: field(text, 'prep.oneThing', { search: 'body', leaves: true }),
    feedback: field(text, 'prep.feedback', { search: 'body', leaves: true }),
    avoid: field(text, 'mentee.ratherNotTalkAbout', { search: 'body', leaves: true }),
    energy: field(optionalWhole(0, 10), 'prep.energyQuestion', { leaves: true }),
    stress: field(optionalWhole(0, 10), 'prep.stressQuestion', { leaves: true }),
    /** Progress 0 to 10 by the goal's id. */
    progress: field(
      structure<Readonly<Record<string, number>>>(
        v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10))),
        {},
      ),
      'fields.progressByGoal',
      { leaves: true },
    ),
    ...axes('shared', 'mentee'),
  },
  {
    label: 'label.prepForm',
    count: 'count.prepForm',
    title: () => '',
    bin: false,
    leavesFor: ['mentee-inspection', 'coach'],
    opens: { tab: 'overview' },
    search: { kind: 'prep' },
    timeline: null,
  },
)
export type Prep = Of<typeof preps>
export type PrepInput = Values<typeof preps.fields>

/**
 * A session with its session note and its memory aid; returns the three ids. With an id of its own it is the same wherever
 * it is added (crdt/taking-in.ts).
 */
export const addSession = (
  record: Y.Doc,
  input: Partial<SessionInput> & {
    readonly title?: string
    readonly own?: { readonly id: string; readonly createdAt: string }
  },
): { readonly session: string; readonly note: string; readonly aid: string } =>
  record.transact(() => {
    const { title = '', own, ...fields } = input
    const session = sessions.add(record, { ...fields, ...own })
    const add = (role: 'session' | 'aid', title: string): string =>
      notes.add(record, {
        session,
        date: fields.date ?? sessions.empty.date,
        title,
        role,
        ...(own && { ...own, id: `${own.id}-${role}` }),
      })
    return { session, note: add('session', title), aid: add('aid', '') }
  })

/** Files the session as held: what is still open on its agenda waits for the next one. */
export const endSession = (
  record: Y.Doc,
  input: { readonly id: string; readonly next: Partial<SessionInput> },
): void =>
  record.transact(() => {
    // One that had been deleted elsewhere is kept by it, with all its agenda.
    if (typeof sessions.items(record)?.get(input.id)?.get('deletedAt') === 'string')
      sessions.remove(record, { id: input.id, deleted: false })
    sessions.edit(record, {
      id: input.id,
      next: { status: 'held', startedAt: null, ...input.next },
    })
    for (const item of agendaItems.readAll(record))
      if (item.session === input.id && !item.done && item.deletedAt === null)
        agendaItems.edit(record, { id: item.id, next: { session: null } })
  })

/**
 * What stands on a session's agenda: its own items, and while it is not over, what waited for a next time, also if it
 * was ticked on one laptop while another ended the session that it had been on.
 */
export const agendaOf = (
  all: readonly AgendaItem[],
  session: Pick<Session, 'id' | 'status'>,
): readonly AgendaItem[] =>
  kept(all).filter(
    (item) =>
      item.session === session.id || (item.session === null && session.status === 'planned'),
  )

/** Whether nobody wrote down who called it off: the coach did not say, or it is from before the app asked. */
export const isCalledOffByUnknown = ({
  status,
  calledOffBy,
}: {
  readonly status?: unknown
  readonly calledOffBy?: unknown
}): boolean => status === 'cancelled' && (calledOffBy ?? '') === ''

/** What was begun on the day and is not over yet. */
export const sessionUnderWay = (all: readonly Session[], day: string): Session | undefined =>
  kept(all).find(
    ({ status, date, startedAt }) => status === 'planned' && date === day && startedAt !== null,
  )

/** Goes on with today's session, starts the one that was planned for today, or a new one; returns its id. */
export const startSession = (
  record: Y.Doc,
  input: {
    readonly today: string
    readonly now: number
    readonly kind: SessionKind
    readonly time: string
    /** The one that is meant, where several were planned for today. */
    readonly planned?: string | undefined
  },
): string =>
  record.transact(() => {
    const all = sessionsIn(record)
    const today = kept(all).filter(
      ({ status, date }) => status === 'planned' && date === input.today,
    )
    const planned =
      today.find(({ id }) => id === input.planned) ?? sessionUnderWay(all, input.today) ?? today[0]
    if (planned !== undefined) {
      if (planned.startedAt === null)
        sessions.edit(record, { id: planned.id, next: { startedAt: input.now } })
      return planned.id
    }
    return addSession(record, {
      kind: input.kind,
      status: 'planned',
      date: input.today,
      time: input.time,
      startedAt: input.now,
      minutes: 0,
    }).session
  })
