/** What goes out into a calendar, as the coach sees it first. */
import { expect, it } from 'vitest'
import { read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { createMentee } from '../model/record/mentee'
import { addSession } from '../model/record/session'
import { calendarEntries } from './calendar'

it('what goes out is shown in the order of its days and times', () => {
  const record = createRecord(Date.now)
  createMentee(record, { name: 'Amara Osei' })
  for (const [date, time] of [
    ['2026-12-01', '14:30'],
    ['2026-12-01', '08:30'],
    ['2026-11-30', '16:00'],
  ] as const)
    addSession(record, { date, time, status: 'planned' })
  const vault = { groupSessions: [] } as unknown as Parameters<typeof calendarEntries>[1]
  const options = { from: '2026-11-24', names: 'none', followUps: true, places: false } as const
  expect(
    calendarEntries([read(record)], vault, options).map(({ date, time }) => [date, time]),
  ).toEqual([
    ['2026-11-30', '16:00'],
    ['2026-12-01', '08:30'],
    ['2026-12-01', '14:30'],
  ])
})
