/** The identity question is asked once a year, around the last REACH week of the year in school. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { createVaultProjector } from '../model/projection'
import { enrolments } from '../model/record/enrolment'
import { editMentee } from '../model/record/mentee'
import { reachWeeks } from '../model/record/reach'
import { reflections } from '../model/record/reflection'
import { asksIdentity, identityWeek, isIdentityAnswered } from './identity-week'

const vaultDoc = createRecord(Date.now)
const WEEKS = [
  [3, '2027-01-11', '2027-01-15'],
  [4, '2027-04-12', '2027-04-16'],
] as const
for (const [quarter, start, end] of WEEKS)
  reachWeeks.add(vaultDoc, { classYear: 2029, year: 2, quarter, start, end })
const vault = createVaultProjector(vaultDoc).project()
const student = () => {
  const record = newRecord()
  editMentee(record, { next: { classYear: 2029 } })
  return record
}
const asked = (record: ReturnType<typeof student>, day: string) =>
  identityWeek(read(record), vault, day) !== undefined

test('from two weeks before the year’s last week until two weeks after it, and around no other week', () => {
  const days = ['2027-01-12', '2027-03-28', '2027-03-29', '2027-04-14', '2027-04-30', '2027-05-01']
  expect(days.map((day) => asked(student(), day))).toEqual([false, false, true, true, true, false])
})

test('not of who answered it this half-year, nor of who is away; last year’s answer is none to it', () => {
  const record = student()
  reflections.add(record, { framework: 'identity', date: '2026-04-14' })
  reflections.add(record, { framework: 'open', date: '2027-04-13' })
  expect(asked(record, '2027-04-14')).toBe(true)
  reflections.add(record, { framework: 'identity', date: '2027-04-13' })
  expect(asked(record, '2027-04-14')).toBe(false)
  const away = student()
  enrolments.add(away, { state: 'on-leave', start: '2027-03-01' })
  expect(asked(away, '2027-04-14')).toBe(false)
})

test('each year’s week has its own answer: the one that was written around it', () => {
  const record = student()
  const years = [
    { quarter: 4, start: '2026-04-13' },
    { quarter: 4, start: '2027-04-12' },
  ]
  const answered = () => years.map((week) => isIdentityAnswered(read(record), week))
  expect([...years, { quarter: 3 }].map((week) => asksIdentity(week))).toEqual([true, true, false])
  expect(answered()).toEqual([false, false])
  reflections.add(record, { framework: 'identity', date: '2026-06-01' })
  expect(answered()).toEqual([true, false])
  reflections.add(record, { framework: 'identity', date: '2027-04-12' })
  expect(answered()).toEqual([true, true])
})
