/** After an urgent day: the reminders say whom and when, and nothing else; what is signed stays as it was. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { addDays } from '../../base/day'
import { presentRecord } from '../../views/presenting'
import { todayOf } from '../../views/today'
import { defaultSettings, policyDue } from '../caseload/caseload'
import { leaving } from '../leaving'
import { emptyVaultProjection } from '../projection'
import { afterCareDue, contactsOf, markContact } from './after-care'
import { editEscalation, escalations, signEscalation } from './referral'

const DAY = '2026-11-20'
const vault = emptyVaultProjection(defaultSettings())
const urgentDay = (reminded = true) => {
  const record = newRecord()
  const id = escalations.add(record, {
    date: DAY,
    kind: 'self-harm',
    reminded,
    seen: 'canary facts',
    askedWords: 'canary words',
    ownCare: 'canary care',
    welfareCheck: 'canary check',
  })
  return { record, id }
}
const steps = (record: ReturnType<typeof newRecord>, days: number) =>
  afterCareDue(read(record).escalations, addDays(DAY, days)).map(({ step }) => step)

test('the coach is reminded on the next day, after three and after seven, of one contact at a time, and then of the talk', () => {
  const { record, id } = urgentDay()
  expect([0, 1, 3, 7, 14].map((days) => steps(record, days))).toEqual([
    [],
    [1],
    [3],
    [7],
    ['return'],
  ])
  markContact(record, { id, step: 3, today: addDays(DAY, 2) })
  // Who was reached for day three needs no call for day one any more.
  expect([1, 2, 3, 6, 7].map((days) => steps(record, days).length)).toEqual([0, 0, 0, 0, 1])
  expect(contactsOf(read(record).escalations[0] as never)[1]?.doneOn).toBe('2026-11-22')
  markContact(record, { id, step: 3, today: null })
  expect(steps(record, 3)).toEqual([3])
  markContact(record, { id, step: 'return', today: addDays(DAY, 14) })
  expect(steps(record, 20)).toEqual([])
})

test('nobody is reminded of one that is closed, or that was written before there were reminders', () => {
  expect(steps(urgentDay(false).record, 1)).toEqual([])
  const { record, id } = urgentDay()
  editEscalation(record, { id, next: { closedOn: DAY } })
  expect(steps(record, 1)).toEqual([])
})

test('Today says the mentee and the day, and no word of it; a screen that others look at says nothing', () => {
  const { record } = urgentDay()
  const now = todayOf([read(record)], vault, addDays(DAY, 1))
  expect(now.afterCare).toMatchObject([{ mentee: 'Amara Osei', item: { step: 1 } }])
  expect(JSON.stringify(now)).not.toMatch(/canary|self-harm|escalation/)
  expect(todayOf([presentRecord(read(record))], vault, addDays(DAY, 1)).afterCare).toEqual([])
})

test('it leaves for nobody, with all that came afterward', () => {
  const { record, id } = urgentDay()
  markContact(record, { id, step: 1, today: addDays(DAY, 1) })
  for (const to of [
    'mentee-inspection',
    'next-coach',
    'coach',
    'program',
    'mentee-summary',
  ] as const)
    expect(JSON.stringify(leaving(read(record), to))).not.toContain('canary')
})

test('once signed, only what came afterward is written; the facts stay', () => {
  const { record, id } = urgentDay()
  signEscalation(record, id)
  editEscalation(record, {
    id,
    next: { seen: 'changed', askedSuicide: 'yes', ownCare: 'Called Ruth', returnedOn: DAY },
  })
  markContact(record, { id, step: 1, today: addDays(DAY, 1) })
  expect(read(record).escalations[0]).toMatchObject({
    seen: 'canary facts',
    askedSuicide: '',
    ownCare: 'Called Ruth',
    returnedOn: DAY,
    contacts: ['1 2026-11-21'],
  })
})

test('the reporting policy is asked about a year after it was read, and not before it was written', () => {
  const settings = defaultSettings()
  expect(policyDue(settings)).toBeNull()
  const read = { ...vault, settings: { ...settings, policyReviewedOn: '2026-01-01' } }
  expect(todayOf([], read, '2026-12-31').policy).toBeNull()
  expect(todayOf([], read, '2027-01-01').policy).toBe('2027-01-01')
})
