/** The coach's calendar: sessions of every mentee and group, series of sessions, and what comes in from a calendar. */

import type * as Y from 'yjs'
import { newId } from '../base/id'
import { kept } from '../crdt/kind'
import { stampSchema } from '../crdt/record'
import { takeIn } from '../crdt/taking-in'
import type { CalendarMeeting } from '../formats/ics'
import { type CalendarEntry, type Repeat, repeatedDays } from '../formats/write-ics'
import { appointments, followUpDays } from '../model/leaving'
import type { RecordProjection, VaultProjection } from '../model/projection'
import { displayName } from '../model/record/mentee'
import { addSession, type Session, type SessionInput, sessions } from '../model/record/session'
import { initialsOf } from '../views/presenting'
import { t } from '../words/words'
import { matchMentee } from './name-match'

/** Plans a session, or a series of them; returns the new ones' ids. */
export const planSessions = (
  record: Y.Doc,
  input: {
    readonly session: Partial<SessionInput> & { readonly date: string }
    readonly repeat: Repeat
    readonly last: string
  },
): readonly string[] =>
  record.transact(() => {
    const days = repeatedDays(input.session.date, input.repeat, input.last)
    const series = days.length > 1 ? newId() : ''
    return days.map((date) => addSession(record, { ...input.session, date, series }).session)
  })

/** Planned sessions of series from a day on: what is left of them. */
export const restOfSeries = (all: readonly Session[], from: string): readonly Session[] =>
  kept(all).filter(
    ({ series, status, date }) => series !== '' && status === 'planned' && date >= from,
  )

export interface CalendarDay {
  readonly date: string
  readonly meetings: readonly {
    readonly id: string
    /** The mentee's record, or '' for a group. */
    readonly record: string
    readonly name: string
    readonly time: string | null
    readonly status: Session['status']
  }[]
}

/** The seven days from `first`, each with its sessions in the order of the day. */
export const weekOf = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  days: readonly string[],
): readonly CalendarDay[] =>
  days.map((date) => ({
    date,
    meetings: [
      ...records.flatMap((record) =>
        kept(record.sessions)
          .filter((one) => one.date === date && one.status !== 'cancelled')
          .map(({ id, time, status }) => ({
            id,
            record: record.id,
            name: displayName(record.mentee),
            time,
            status,
          })),
      ),
      ...kept(vault.groupSessions)
        .filter((one) => one.date === date && one.status !== 'cancelled')
        .map(({ id, time, status, group }) => ({
          id,
          record: '',
          name: t('calendar.reachGroupTitle', { group }),
          time,
          status,
        })),
    ].sort((a, b) => (a.time ?? '').localeCompare(b.time ?? '') || a.name.localeCompare(b.name)),
  }))

/** How a mentee is called in a calendar that others may see. */
export const CALENDAR_NAMES = ['initials', 'none', 'names'] as const
export type CalendarNames = (typeof CALENDAR_NAMES)[number]

const called = (record: RecordProjection, names: CalendarNames): string => {
  const name = displayName(record.mentee)
  return names === 'names' ? name : names === 'initials' ? initialsOf(name) : ''
}

const titled = (what: string, who: string): string => (who === '' ? what : `${what}: ${who}`)

/** What goes out of the vault into a calendar: planned sessions and, if wanted, days on which to follow up. */
export const calendarEntries = (
  records: readonly RecordProjection[],
  vault: VaultProjection,
  {
    from,
    names,
    followUps,
    places,
  }: {
    readonly from: string
    readonly names: CalendarNames
    readonly followUps: boolean
    readonly places: boolean
  },
): readonly CalendarEntry[] => {
  const planned = records.flatMap((record) =>
    appointments(record, from).map((one) => ({
      ...one,
      title: titled(t('calendar.coachingTitle'), called(record, names)),
      place: places ? one.place : '',
    })),
  )
  const groups = kept(vault.groupSessions)
    .filter(({ status, date }) => status === 'planned' && date >= from)
    .map(({ id, date, time, minutes, place, group }) => ({
      id,
      title: names === 'none' ? t('common.reachGroup') : t('calendar.reachGroup', { group }),
      place: places ? place : '',
      date,
      time,
      minutes,
    }))
  const due = !followUps
    ? []
    : records.flatMap((record) =>
        followUpDays(record, from).map(({ id, date }) => ({
          id: `${id}-follow-up`,
          date,
          title: titled(t('calendar.followUpTitle'), called(record, names)),
          place: '',
          time: null,
          minutes: 0,
        })),
      )
  return [...planned, ...groups, ...due].sort(
    (a, b) => a.date.localeCompare(b.date) || (a.time ?? '').localeCompare(b.time ?? ''),
  )
}

export interface CalendarProposal {
  readonly meeting: CalendarMeeting
  /** The record it would go to, where one mentee is named. */
  readonly record: string | undefined
  /** It came from this entry before: its day and time are brought up to date. */
  readonly known: { readonly record: string; readonly session: string } | undefined
}

/** What each meeting of a calendar would become; all-day entries are no meetings. */
export const proposeMeetings = (
  meetings: readonly CalendarMeeting[],
  records: readonly RecordProjection[],
): readonly CalendarProposal[] => {
  const known = new Map(
    records.flatMap((record) =>
      kept(record.sessions)
        .filter(({ calendarUid }) => calendarUid !== '')
        .map(({ id, calendarUid }) => [calendarUid, { record: record.id, session: id }] as const),
    ),
  )
  return meetings
    .filter(({ time, cancelled }) => time !== null && !cancelled)
    .map((meeting) => ({
      meeting,
      record:
        known.get(meeting.uid)?.record ??
        matchMentee(`${meeting.title} ${meeting.people} ${meeting.notes}`, records),
      known: known.get(meeting.uid),
    }))
}

/** What taking a meeting in did, to take it back; without what was before for a session that was not there. */
export interface MeetingTaken {
  readonly id: string
  readonly before?: Pick<Session, 'date' | 'time' | 'minutes' | 'place'>
}

/**
 * Takes a meeting in as a planned session, or moves the one that it became before. Two laptops may take in the same
 * calendar before they meet: a session is the same on both.
 */
export const takeInMeeting = (
  record: Y.Doc,
  {
    meeting,
    session,
    today,
  }: { readonly meeting: CalendarMeeting; readonly session?: string; readonly today: string },
): MeetingTaken =>
  record.transact(() => {
    const { uid, date, time, minutes, place } = meeting
    const next = { date, time, minutes: Math.min(minutes, 600), place }
    const all = sessions.readAll(record)
    const known = all.find(({ id }) => id === session)
    if (known !== undefined) {
      sessions.edit(record, { id: known.id, next })
      const { date, time, minutes, place } = known
      return { id: known.id, before: { date, time, minutes, place } }
    }
    // Not by the writer of what is taken in, which writes the same on every laptop.
    stampSchema(record)
    const createdAt = `${date}T00:00:00.000Z`
    const id = takeIn(record, (into, id) =>
      addSession(into, { ...next, calendarUid: uid, own: { id, createdAt } }),
    )
    if (all.some((one) => one.id === id)) sessions.remove(record, { id, deleted: false })
    // What is over was held, as far as a calendar can tell.
    sessions.edit(record, { id, next: { ...next, status: date < today ? 'held' : 'planned' } })
    return { id }
  })

export const takeBackMeeting = (record: Y.Doc, { id, before }: MeetingTaken): void =>
  before === undefined
    ? sessions.remove(record, { id, deleted: true })
    : sessions.edit(record, { id, next: before })
