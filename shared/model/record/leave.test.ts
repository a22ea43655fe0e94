/** A leave as it is agreed: on which days the coach is in touch, what is cancelled with it, and all of it taken back. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { briefOf } from '../../views/brief'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { leaving } from '../leaving'
import { emptyVaultProjection } from '../projection'
import { comeBack, enrolments } from './enrolment'
import {
  awayOn,
  contactDaysLeft,
  markLeaveContact,
  plannedWithin,
  setSessions,
  takeLeave,
  undoLeave,
} from './leave'
import { sessions } from './session'

const vault = emptyVaultProjection(defaultSettings())
const LEAVE = {
  start: '2027-03-01',
  end: '2027-08-08',
  contact: 'A postcard',
  contactDays: ['2027-05-03', '2027-04-05'],
}
const away = (more: Partial<Parameters<typeof takeLeave>[1]> = {}) => {
  const record = newRecord()
  for (const date of ['2027-02-20', '2027-03-01', '2027-08-08', '2027-08-09'])
    sessions.add(record, { date, status: 'planned' })
  sessions.add(record, { date: '2027-03-02', status: 'held' })
  const made = takeLeave(record, { ...LEAVE, meetOn: null, cancel: false, ...more })
  const contacts = (day: string) =>
    todayOf([read(record)], vault, day).leaveContacts.map(({ item }) => item.day)
  const planned = () =>
    read(record)
      .sessions.filter(({ status, deletedAt }) => status === 'planned' && deletedAt === null)
      .map(({ date }) => date)
      .sort()
  return { record, made, contacts, planned }
}

test('the sessions planned in it are cancelled in one step, if that is wished, and none before or after it', () => {
  const kept = away()
  expect(kept.planned()).toHaveLength(4)
  expect(plannedWithin(read(kept.record).sessions, LEAVE)).toHaveLength(2)
  const { record, made, planned } = away({ cancel: true, meetOn: '2027-07-12' })
  expect(made.cancelled).toHaveLength(2)
  // The meeting before the return is planned in it, and stays.
  expect(planned()).toEqual(['2027-02-20', '2027-07-12', '2027-08-09'])
  expect(plannedWithin(read(record).sessions, { start: '2027-08-01', end: null })).toHaveLength(1)
})

test('taken back, everything is planned as it was', () => {
  const { record, made, planned } = away({ cancel: true, meetOn: '2027-07-12' })
  undoLeave(record, made)
  expect(planned()).toEqual(['2027-02-20', '2027-03-01', '2027-08-08', '2027-08-09'])
  const all = read(record).enrolments.filter(({ deletedAt }) => deletedAt === null)
  expect(all.map(({ state }) => state)).not.toContain('on-leave')
})

test('what is planned into a leave that is known is found and canceled as well, but not what was agreed for it', () => {
  const { record, made, planned } = away({ cancel: true, meetOn: '2027-07-12' })
  const within = () =>
    plannedWithin(read(record).sessions, {
      ...LEAVE,
      returnMeeting: made.session,
    }).map(({ id }) => id)
  expect(within()).toEqual([])
  const add = (date: string) => sessions.add(record, { date, status: 'planned' })
  const since = add('2027-04-20')
  // On a day to be in touch, and after the leave.
  add('2027-05-03')
  add('2027-08-16')
  expect(within()).toEqual([since])
  setSessions(record, { ids: within(), status: 'cancelled' })
  expect(planned()).not.toContain('2027-04-20')
  setSessions(record, { ids: [since], status: 'planned' })
  expect(within()).toEqual([since])
})

test('of the days on which something is to be planned, those in a leave are named with it', () => {
  const { record } = away()
  const all = read(record).enrolments
  const series = ['2027-02-22', '2027-03-08', '2027-04-05', '2027-08-09']
  expect(awayOn(all, series)).toMatchObject({ days: ['2027-03-08'], leave: { end: LEAVE.end } })
  expect(awayOn(all, ['2027-02-22', '2027-08-09'])).toBeUndefined()
  comeBack(record, {
    start: '2027-03-08',
    state: 'enrolled',
    classYear: null,
    note: '',
    today: '2027-03-08',
  })
  expect(awayOn(read(record).enrolments, series)).toBeUndefined()
})

test('Today has the agreed days, a week before and until the coach was in touch; once is enough for those before', () => {
  const { record, made, contacts } = away()
  expect(['2027-03-29', '2027-03-30', '2027-04-20'].map(contacts)).toEqual([
    [],
    ['2027-04-05'],
    ['2027-04-05'],
  ])
  expect(contacts('2027-05-10')).toEqual(['2027-05-03'])
  expect(briefOf(read(record), [], '2027-03-29').dates.map(({ date }) => date)).toContain(
    '2027-04-05',
  )
  markLeaveContact(record, { id: made.enrolment, day: '2027-04-05' })
  expect(contacts('2027-04-20')).toEqual([])
  expect(contacts('2027-05-10')).toEqual(['2027-05-03'])
  markLeaveContact(record, { id: made.enrolment, day: '2027-05-03' })
  expect(read(record).enrolments.flatMap(contactDaysLeft)).toEqual([])
})

test('nobody is to be reached who has come back, nor before the leave has begun', () => {
  const { record, contacts } = away({ contactDays: ['2027-03-02', '2027-05-03'] })
  expect(contacts('2027-02-27')).toEqual([])
  comeBack(record, {
    start: '2027-04-01',
    state: 'enrolled',
    classYear: null,
    note: '',
    today: '2027-04-01',
  })
  expect(contacts('2027-05-10')).toEqual([])
})

test('who tells the dean and what was asked goes along; a leave of an older version has asked nothing', () => {
  const { record, made } = away({ dean: 'dean-mentee', housingAsked: true })
  const theirs = leaving(read(record), 'next-coach').items.find(({ id }) => id === made.enrolment)
  expect(theirs?.item).toMatchObject({ dean: 'dean-mentee', housingAsked: true })
  const stored = enrolments.items(record)?.get(made.enrolment)
  for (const key of [...(stored?.keys() ?? [])])
    if (/^(contactDays|contactsMade|dean|coverageAsked|housingAsked)/.test(key)) stored?.delete(key)
  expect(read(record).enrolments.find(({ id }) => id === made.enrolment)).toMatchObject({
    contactDays: [],
    contactsMade: [],
    dean: 'dean-not-asked',
    coverageAsked: false,
  })
})
