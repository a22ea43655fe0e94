/** Planning a REACH week: who is proposed when, and what a change does to the others. */
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { newRecord, read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { createVaultProjector } from '../model/projection'
import { groupSessions } from '../model/record/group-session'
import { editMentee } from '../model/record/mentee'
import { rotations } from '../model/record/placement'
import { markOf, reachWeeks, setMark } from '../model/record/reach'
import { planReachSession, unplanReachSession } from '../model/record/reach-session'
import { addSession } from '../model/record/session'
import {
  busyOn,
  daysToPlan,
  moveTo,
  proposeSlots,
  slotsOf,
  type Times,
  type ToPlan,
  weeksToPlan,
  whomToPlan,
} from './reach-plan'

const WEEK = { start: '2026-11-30', end: '2026-12-04' }
const TIMES: Times = {
  days: ['2026-11-30'],
  from: '13:00',
  until: '15:00',
  minutes: 30,
  groupMinutes: 60,
}
const person = (id: string, more: Partial<ToPlan> = {}): ToPlan => ({
  id,
  name: id,
  group: false,
  week: 'w',
  lastMet: null,
  site: '',
  ...more,
})
const at = (time: string): string => `2026-11-30 ${time}`

/** Records of the class of 2028 in group A, each with what is done to it. */
const caseload = (...make: readonly ((record: Y.Doc) => void)[]) => {
  const vault = createRecord(Date.now)
  reachWeeks.add(vault, { id: 'w', classYear: 2028, year: 3, quarter: 2, ...WEEK })
  const records = make.map((change, index) => {
    const record = newRecord()
    editMentee(record, { next: { name: `M${index}`, classYear: 2028, reachGroup: 'A' } })
    change(record)
    return { ...read(record), id: `m${index}` }
  })
  return { vault, records, project: () => createVaultProjector(vault).project() }
}
const held = (date: string) => (record: Y.Doc) => void addSession(record, { date, status: 'held' })
const atSite = (site: string) => (record: Y.Doc) =>
  void rotations.add(record, { block: 'Surgery', site, start: '2026-11-01', end: '2026-12-31' })

test('whoever waited longest comes first, and those at the same site right after', () => {
  const both =
    (...all: readonly ((record: Y.Doc) => void)[]) =>
    (record: Y.Doc) => {
      for (const one of all) one(record)
    }
  const { records, project } = caseload(
    held('2026-11-20'),
    both(held('2026-09-01'), atSite('North')),
    held('2026-10-01'),
    both(held('2026-11-25'), atSite('North')),
    () => undefined,
  )
  const { open } = whomToPlan(records, project(), WEEK)
  expect(open.map(({ id }) => id)).toEqual(['group/A', 'm4', 'm1', 'm3', 'm2', 'm0'])
})

test('who has a session in the week is told of and not planned again; a cancelled one counts for nothing', () => {
  const { vault, records, project } = caseload(
    (record) => void addSession(record, { date: '2026-12-01', time: '09:00', status: 'planned' }),
    (record) => void addSession(record, { date: '2026-12-01', status: 'cancelled' }),
  )
  groupSessions.add(vault, { group: 'A', date: '2026-12-02', time: '16:00' })
  const { open, already } = whomToPlan(records, project(), WEEK)
  expect(open.map(({ id }) => id)).toEqual(['m1'])
  expect(already.map(({ id }) => id)).toEqual(['group/A', 'm0'])
  expect(busyOn(records, project(), WEEK).map(({ date, time }) => `${date} ${time}`)).toEqual([
    '2026-12-01 09:00',
    '2026-12-02 16:00',
  ])
})

test('weeks that are over are not offered, nor days of one that are', () => {
  const { records, project } = caseload(() => undefined)
  expect(weeksToPlan(records, project().reachWeeks, '2026-12-04')).toEqual([WEEK])
  expect(weeksToPlan(records, project().reachWeeks, '2026-12-05')).toEqual([])
  expect(daysToPlan(WEEK, '2026-12-03')).toEqual(['2026-12-03', '2026-12-04'])
  expect(daysToPlan({ start: '2026-12-04', end: '2026-12-07' }, '2026-11-01')).toEqual([
    '2026-12-04',
    '2026-12-07',
  ])
})

test('slots end in time; a group takes its own length; what stands already is in nobody’s way', () => {
  const slots = slotsOf(TIMES)
  expect(slots).toEqual(['13:00', '13:30', '14:00', '14:30'].map(at))
  const open = [person('group/A', { group: true }), person('a'), person('b')]
  const busy = [{ date: '2026-11-30', time: '13:15', minutes: 15 }]
  expect(proposeSlots(open, slots, TIMES, busy, {})).toEqual({
    'group/A': at('13:30'),
    a: at('14:30'),
    b: '',
  })
  expect(slotsOf({ ...TIMES, minutes: 0 })).toEqual([])
  expect(slotsOf({ ...TIMES, until: '12:00' })).toEqual([])
})

test('what the coach chose stands, also "not now"; whoever’s slot is gone is proposed another', () => {
  const slots = slotsOf(TIMES)
  const open = [person('a'), person('b'), person('c')]
  expect(proposeSlots(open, slots, TIMES, [], { b: at('13:00'), a: '' })).toEqual({
    a: '',
    b: at('13:00'),
    c: at('13:30'),
  })
  expect(proposeSlots(open, slots, TIMES, [], { a: at('20:00') }).a).toBe(at('13:00'))
})

test('a slot that is somebody’s is swapped, and nobody else moves', () => {
  const open = [person('a'), person('b'), person('g', { group: true })]
  const placed = { a: at('13:00'), b: at('13:30'), g: at('14:00') }
  const [a, , g] = open
  if (a === undefined || g === undefined) throw new Error('nobody')
  expect(moveTo(open, placed, TIMES, a, at('13:30'))).toEqual({
    a: at('13:30'),
    b: at('13:00'),
    g: at('14:00'),
  })
  // A group is longer than the slot it would leave behind: two make room, and wait.
  expect(moveTo(open, placed, TIMES, g, at('13:00'))).toEqual({ a: '', b: '', g: at('13:00') })
  expect(moveTo(open, placed, TIMES, a, '')).toEqual({ ...placed, a: '' })
})

test('planning marks Coaching as planned and can be taken back; what is done stays done', () => {
  const record = newRecord()
  const planned = planReachSession(record, {
    week: 'w',
    date: '2026-12-01',
    time: '13:00',
    minutes: 30,
  })
  const now = () => read(record)
  expect(now().sessions.find(({ id }) => id === planned.session)).toMatchObject({
    kind: 'reach',
    status: 'planned',
    time: '13:00',
  })
  expect(markOf(now().reachMarks, 'w', 'coaching').mark).toBe('planned')
  unplanReachSession(record, planned)
  expect(markOf(now().reachMarks, 'w', 'coaching').mark).toBe('not-started')
  expect(now().sessions.find(({ id }) => id === planned.session)?.deletedAt).not.toBeNull()
  setMark(record, { week: 'w', part: 'coaching', mark: 'done' })
  planReachSession(record, { week: 'w', date: '2026-12-02', time: '13:00', minutes: 30 })
  expect(markOf(now().reachMarks, 'w', 'coaching').mark).toBe('done')
})
