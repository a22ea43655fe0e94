import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newRecord } from '../../tests/steps/two-devices'
import { kept } from '../crdt/kind'
import type { CalendarMeeting } from '../formats/ics'
import { notes, startNote } from '../model/record/note'
import { sessions } from '../model/record/session'
import { plainLine } from '../note-text/delta'
import { takeBackMeeting, takeInMeeting } from './calendar'

describe('a meeting that is taken in', () => {
  const meeting: CalendarMeeting = {
    uid: 'a',
    title: 'Coaching',
    place: 'Room 2',
    notes: '',
    people: '',
    date: '2026-11-24',
    time: '09:00',
    minutes: 45,
    until: '2026-11-24',
    cancelled: false,
  }
  const today = '2026-11-01'
  const put = (record: Y.Doc) =>
    kept(sessions.readAll(record)).map(({ date, time, place, status }) => [
      date,
      time,
      place,
      status,
    ])
  const HERE = ['2026-11-24', '09:00', 'Room 2', 'planned']
  const SCHEMA_OF_BEFORE = 1

  it('is a session with its two texts; taken back it is gone, and it comes in again', () => {
    const record = newRecord()
    const taken = takeInMeeting(record, { meeting, today })
    expect(put(record)).toEqual([HERE])
    expect(notes.readAll(record).map(({ role, session }) => [role, session])).toEqual([
      ['session', taken.id],
      ['aid', taken.id],
    ])
    takeBackMeeting(record, taken)
    expect(put(record)).toEqual([])
    takeInMeeting(record, { meeting, today: '2026-12-01' })
    expect(put(record)).toEqual([HERE.with(3, 'held')])
  })
  it('moves the session that it became before; taken back, that stands where it stood', () => {
    const record = newRecord()
    const { id: session } = takeInMeeting(record, { meeting, today })
    const later = { ...meeting, date: '2026-11-26', time: '10:00' }
    const moved = takeInMeeting(record, { meeting: later, session, today })
    expect(put(record)).toEqual([['2026-11-26', '10:00', 'Room 2', 'planned']])
    takeBackMeeting(record, moved)
    expect(put(record)).toEqual([HERE])
  })
  it('on two laptops before they meet is one session, with what was written in it on both', () => {
    const [here, there] = [newRecord(), newRecord()]
    // One of them was last written to by an older version.
    there.getMap('meta').set('schema', SCHEMA_OF_BEFORE)
    const { id } = takeInMeeting(here, { meeting, today })
    takeInMeeting(there, { meeting, today })
    startNote(here, { id: `${id}-session`, lines: [plainLine('Here')] })
    startNote(there, { id: `${id}-aid`, lines: [plainLine('There')] })
    for (const [to, from] of [
      [here, there],
      [there, here],
    ] as const)
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    for (const record of [here, there]) {
      expect(put(record)).toEqual([HERE])
      expect(notes.readAll(record).map(({ body }) => body)).toEqual(['Here', 'There'])
    }
  })
})
