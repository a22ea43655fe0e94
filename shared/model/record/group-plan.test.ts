/** A group session as a plan: roll-call, parts, words, and what was agreed. */
import { expect, test } from 'vitest'
import { createRecord } from '../../crdt/record-clock'
import {
  agreedLines,
  attendanceOf,
  callEach,
  called,
  countedWords,
  earlierPlans,
  minutesOfParts,
  notCalled,
  partsOf,
  planFrom,
  putRollBack,
} from './group-plan'
import { type GroupSession, groupSessions } from './group-session'

const session = (fields: Partial<GroupSession> = {}): GroupSession => {
  const vault = createRecord(Date.now)
  groupSessions.add(vault, { group: 'A', ...fields })
  const [made] = groupSessions.readAll(vault)
  if (made === undefined) throw new Error('no session')
  return made
}

test('each is in one state; a planned session has nobody absent, and who is there makes it held', () => {
  let now = session()
  expect(attendanceOf(now, 'a')).toBeUndefined()
  const call = (record: string, how: Parameters<typeof called>[2]): void => {
    now = { ...now, ...called(now, [record], how) }
  }
  call('b', 'excused')
  expect([now.status, attendanceOf(now, 'b'), attendanceOf(now, 'a')]).toEqual([
    'planned',
    'excused',
    undefined,
  ])
  call('a', 'late')
  expect([now.status, now.present, attendanceOf(now, 'a')]).toEqual(['held', ['a'], 'late'])
  expect(attendanceOf(now, 'c')).toBe('absent')
  call('a', 'told')
  expect([now.present, now.late, attendanceOf(now, 'a')]).toEqual([[], [], 'told'])
  call('a', 'absent')
  expect(attendanceOf(now, 'a')).toBe('absent')
})

test('a session of an older version says who was there as before', () => {
  const now = session({ status: 'held', present: ['a'] })
  expect([attendanceOf(now, 'a'), attendanceOf(now, 'b')]).toEqual(['present', 'absent'])
})

test('everyone present leaves who is excused, late or told why as they are', () => {
  const now = session({ excused: ['a'], told: ['b'], present: ['c'], late: ['c'] })
  expect(notCalled(now, ['a', 'b', 'c', 'd'])).toEqual(['d'])
})

test('parts have their minutes before them, in whatever way they are typed', () => {
  expect(partsOf('10 Arrive\n\n- 45 min: Exercise\nclosing\n5')).toEqual([
    { minutes: 10, what: 'Arrive' },
    { minutes: 45, what: 'Exercise' },
    { minutes: 0, what: 'closing' },
    { minutes: 5, what: '' },
  ])
  expect(minutesOfParts('10 Arrive\n45 Exercise')).toBe(55)
})

test('words are counted and say nobody’s name', () => {
  expect(countedWords('tired, Curious tired\nhopeful')).toEqual([
    { word: 'tired', times: 2 },
    { word: 'curious', times: 1 },
    { word: 'hopeful', times: 1 },
  ])
  expect(countedWords('  ')).toEqual([])
})

test('each line that was agreed is one item', () => {
  expect(agreedLines('- One walk a week\n\n2) Phones away\n- One walk a week')).toEqual([
    'One walk a week',
    'Phones away',
  ])
})

test('a roll that was called on paper is called at once, and taken back whole', () => {
  const vault = createRecord(Date.now)
  groupSessions.add(vault, { group: 'A', excused: ['a', 'd'] })
  const now = (): GroupSession => groupSessions.readAll(vault)[0] as GroupSession
  const { id } = now()
  const before = callEach(vault, {
    id,
    calls: [
      { record: 'a', how: 'late' },
      { record: 'b', how: 'present' },
      { record: 'c', how: 'absent' },
    ],
  })
  const all = () => ['a', 'b', 'c', 'd'].map((record) => attendanceOf(now(), record))
  expect([now().status, ...all()]).toEqual(['held', 'late', 'present', 'absent', 'excused'])
  if (before === undefined) throw new Error('not called')
  putRollBack(vault, before)
  expect([now().status, ...all()]).toEqual(['planned', 'excused', undefined, undefined, 'excused'])
  expect(callEach(vault, { id: 'gone', calls: [] })).toBeUndefined()
})

test('a plan begins from one of any group, each once and the newest first, and takes nothing along that was said', () => {
  const vault = createRecord(Date.now)
  const add = (fields: Partial<GroupSession>): string => groupSessions.add(vault, fields)
  const same = { exercise: 'Stories', parts: '10 Arrive\n40 Stories' }
  add({ group: 'A', date: '2025-10-06', ...same })
  const ofB = add({
    group: 'B',
    date: '2026-10-05',
    ...same,
    minutes: 60,
    notes: 'Quiet',
    plan: 'Walk',
  })
  add({ group: 'A', date: '2026-10-06', exercise: 'Only an exercise' })
  const gone = add({ group: 'A', date: '2026-10-07', parts: '10 Removed' })
  groupSessions.remove(vault, { id: gone, deleted: true })
  const older = add({ group: 'A', date: '2024-10-06', parts: '30 Talk' })
  const next = add({ group: 'A', date: '2027-01-05', exercise: 'Of the week', parts: ' ' })
  const all = groupSessions.readAll(vault)
  const plans = earlierPlans(all, { id: next })
  expect(plans.map(({ id }) => id)).toEqual([ofB, older])
  expect(plans.map((one) => planFrom(one, { exercise: 'Of the week' }))).toEqual([
    { ...same, minutes: 60 },
    { exercise: 'Of the week', parts: '30 Talk', minutes: 90 },
  ])
})
