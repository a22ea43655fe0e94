/** What could fulfill a REACH week's components, and what a week says by itself. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { defaultSettings } from '../model/caseload/caseload'
import { emptyVaultProjection } from '../model/projection'
import { checkIns } from '../model/record/check-in'
import { exams } from '../model/record/exam'
import { setMark } from '../model/record/reach'
import { reflections } from '../model/record/reflection'
import { addSession, preps } from '../model/record/session'
import { offersFor, seenIn } from './fulfilment'

const WEEK = {
  id: 'w',
  start: '2026-11-16',
  end: '2026-11-20',
} as unknown as Parameters<typeof offersFor>[1]
const VAULT = emptyVaultProjection(defaultSettings())

test('Reflection is the mentee’s own, written in the week or two weeks around it', () => {
  const record = newRecord()
  const offered = (): string | undefined => offersFor(read(record), WEEK, VAULT).reflection?.title
  reflections.add(record, { date: '2026-11-17', prompt: 'Mine', provenance: 'coach' })
  reflections.add(record, { date: '2026-12-05', prompt: 'Too late', provenance: 'mentee' })
  expect(offered()).toBeUndefined()
  reflections.add(record, { date: '2026-12-04', prompt: 'Late', provenance: 'mentee' })
  expect(offered()).toBe('Late')
  reflections.add(record, { date: '2026-11-17', prompt: 'Theirs', provenance: 'mentee' })
  expect(offered()).toBe('Theirs')
})

test('Education is an exam that they practice for, or how their goals go; Health points to nothing', () => {
  const record = newRecord()
  const offers = () => offersFor(read(record), WEEK, VAULT)
  checkIns.add(record, { date: '2026-11-17' })
  preps.add(record, { date: '2026-11-17' })
  expect(offers().education).toBeUndefined()
  expect(offers().health).toBeUndefined()
  preps.add(record, { date: '2026-11-18', progress: { g: 6 } })
  expect(offers().education?.link).toMatch(/^preps/)
  exams.add(record, { name: 'Step 1', practice: ['2026-11-19'] })
  expect(offers().education?.link).toMatch(/^exams/)
})

test('a session held tells itself, and so does the next date; what was marked in earlier versions still counts', () => {
  const record = newRecord()
  const seen = () => seenIn(read(record), WEEK, [])
  expect(Object.values(seen()).map(({ done }) => done)).toEqual([false, false, false])
  setMark(record, { week: 'w', part: 'held', mark: 'planned' })
  setMark(record, { week: 'w', part: 'goals', mark: 'done' })
  expect([seen().held.done, seen().goals]).toEqual([false, { done: true, what: undefined }])
  addSession(record, { date: '2026-11-18', status: 'held' })
  addSession(record, { date: '2026-12-18', status: 'planned' })
  expect([seen().held.what?.date, seen()['next-date'].what?.date]).toEqual([
    '2026-11-18',
    '2026-12-18',
  ])
})

test('a group session is Coaching for who was there, unless the coach says that only one-on-one is', () => {
  const record = newRecord()
  const { id } = read(record)
  const group = { id: 'g', date: '2026-11-18', status: 'held', present: [id], deletedAt: null }
  const groupSessions = [group] as unknown as (typeof VAULT)['groupSessions']
  const coaching = (groupCoaching: 'counts' | 'apart'): string | undefined =>
    offersFor(read(record), WEEK, {
      groupSessions,
      settings: { ...VAULT.settings, groupCoaching },
    }).coaching?.link
  expect([coaching('counts'), coaching('apart')]).toEqual(['groupSessions/g', undefined])
  const { session } = addSession(record, { date: '2026-11-19', status: 'held' })
  expect([coaching('counts'), coaching('apart')]).toEqual(Array(2).fill(`sessions/${session}`))
})
