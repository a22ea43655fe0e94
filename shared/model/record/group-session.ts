/**
 * Group sessions: one a REACH week for a group of about six. They stand in the vault record, with themes and no names
 * in the text; what concerns one mentee is a private line in that mentee's own record.
 */
import { date, line, oneOf, optionalTime, setOf, text, whole } from '../../crdt/field'
import { defineKind, kept, type Of } from '../../crdt/kind'
import { axes } from '../../crdt/visibility'
import { MEDIA, SESSION_STATUSES } from './session'

export const groupSessions = defineKind('groupSessions', {
  group: line(),
  week: line(),
  status: oneOf(SESSION_STATUSES, 'planned'),
  date,
  time: optionalTime,
  minutes: whole(0, 600, 90),
  medium: oneOf(MEDIA, 'in-person'),
  place: line(),
  themes: setOf,
  /** Records of those who were there. */
  present: setOf,
  notes: text,
  plan: text,
  ...axes('memory-aid'),
})
export type GroupSession = Of<typeof groupSessions>

/** A coach's private line about one mentee in a group session. */
export const groupLines = defineKind('groupLines', {
  groupSession: line(),
  text,
  ...axes('memory-aid'),
})
export type GroupLine = Of<typeof groupLines>

/** The lines about one mentee in a group session: one, unless two laptops each began one. All of them are shown. */
export const linesIn = (all: readonly GroupLine[], session: string): readonly GroupLine[] =>
  kept(all).filter((line) => line.groupSession === session)
