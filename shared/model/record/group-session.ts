/**
 * Group sessions: one a REACH week for a group of about six. They stand in the vault record, with themes and no names
 * in the text; what concerns one mentee is a private line in that mentee's own record.
 *
 * Who was there is kept as sets of records: present (and, of those, late), excused, and told the coach why in private.
 * Whoever is in none of them was absent, once the session was held. Why somebody was not there is written nowhere.
 */
import {
  date,
  field,
  flag,
  line,
  oneOf,
  optionalTime,
  setOf,
  text,
  type Values,
  whole,
} from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { t } from '../../words/words'
import { MEDIA, SESSION_STATUSES } from './session'

export const groupSessions = defineKind(
  'groupSessions',
  {
    group: field(line(), 'reach.group'),
    week: field(line(), null),
    status: field(oneOf(SESSION_STATUSES, 'planned'), 'common.status'),
    date: field(date, 'common.date'),
    time: field(optionalTime, 'session.time'),
    minutes: field(whole(0, 600, 90), 'session.minutes'),
    medium: field(oneOf(MEDIA, 'in-person'), 'session.medium'),
    place: field(line(), 'session.place', { search: 'detail' }),
    /** Who leads it beside the coach: colleagues, by their names. */
    facilitators: field(setOf, 'groupSession.facilitators', { search: 'detail' }),
    themes: field(setOf, 'common.themes'),
    /** Records of those who were there. */
    present: field(setOf, 'groupSession.attendance'),
    /** Of those, who came late. */
    late: field(setOf, 'groupSession.late'),
    excused: field(setOf, 'groupSession.excused'),
    /** Told the coach why, and it stays between them. */
    told: field(setOf, 'groupSession.toldMe'),
    exercise: field(line(), 'groupSession.exercise', { search: 'body' }),
    rulesSaid: field(flag, 'groupSession.rulesSaid'),
    /** A part a line, with its minutes before it. */
    parts: field(text, 'groupSession.parts', { search: 'body' }),
    /** One word each at the beginning and at the end: whose it was is not kept. */
    wordIn: field(text, 'groupSession.wordIn', { search: 'detail' }),
    wordOut: field(text, 'groupSession.wordOut', { search: 'detail' }),
    notes: field(text, 'groupSession.notes', { search: 'body' }),
    plan: field(text, 'planSession.plan', { search: 'body' }),
    ...axes('memory-aid'),
  },
  {
    label: 'label.groupSession',
    count: 'count.groupSession',
    title: ({ group }) => t('calendar.reachGroup', { group }),
    bin: false,
    leavesFor: ['coach'],
    opens: { screen: 'group-session' },
    search: { kind: 'session' },
    timeline: {
      kind: 'session',
      day: ({ date }) => date,
      what: () => 'group/held',
      title: ({ themes }) => themes.join(', '),
    },
  },
)
export type GroupSession = Of<typeof groupSessions>
export type GroupSessionInput = Values<typeof groupSessions.fields>

/** A coach's private line about one mentee in a group session. */
export const groupLines = defineKind(
  'groupLines',
  {
    groupSession: field(line(), null),
    text: field(text, 'snippet.text', { search: 'body' }),
    ...axes('memory-aid'),
  },
  {
    label: 'label.privateLine',
    count: 'count.privateLine',
    title: ({ text }) => text,
    bin: false,
    leavesFor: ['coach'],
    opens: { tab: 'overview' },
    search: { kind: 'note', title: () => '', day: ({ createdAt }) => createdAt.slice(0, 10) },
    // With its session.
    timeline: null,
  },
)
export type GroupLine = Of<typeof groupLines>

/** The lines about one mentee in a group session: one, unless two laptops each began one. All of them are shown. */
export const linesIn = (all: readonly GroupLine[], session: string): readonly GroupLine[] =>
  kept(all).filter((line) => line.groupSession === session)
