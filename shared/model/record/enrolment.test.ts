/**
 * What a leave and a return do to the year in school, to REACH, to what is overdue, and to the reports; and what they
 * leave.
 */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { meet, newRecord, read, twin } from '../../../tests/steps/two-devices'
import { academicYear } from '../../base/academic-year'
import { createRecord } from '../../crdt/record-clock'
import { programReport } from '../../report/program-report'
import { menteeStanding } from '../../views/attention'
import { briefOf } from '../../views/brief'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { leaving } from '../leaving'
import { programFacts } from '../program-facts'
import { createVaultProjector } from '../projection'
import { closeOut } from './closing'
import {
  classOn,
  comeBack,
  editDetails,
  enrolments,
  menteeOn,
  schoolYearWords,
  statusOn,
} from './enrolment'
import { proposedMeeting, takeLeave } from './leave'
import { editMentee } from './mentee'
import { COMPONENTS, reachWeeks, setMark, weeksAway, weeksOfMentee } from './reach'

const TODAY = '2027-11-24'
const LEAVE = {
  start: '2027-03-09',
  end: '2027-08-06',
  note: 'Mine to tell.',
  contact: 'One card',
  returnPlan: '',
}

/** Four quarters a year for two classes; ids `2029/2.1`. */
const vault = (() => {
  const record = createRecord(Date.now)
  for (const classYear of [2029, 2030])
    for (const year of [1, 2, 3, 4])
      for (const [at, day] of ['08-17', '11-16', '02-15', '05-10'].entries()) {
        const start = `${classYear - 5 + year + (at > 1 ? 1 : 0)}-${day}`
        const id = `${classYear}/${year}.${at + 1}`
        reachWeeks.add(record, { id, classYear, year, quarter: at + 1, start, end: start })
      }
  return createVaultProjector(record).project()
})()

/** Of the class of 2029, on leave from March of the second year, and back with the class of 2030. */
const returned = (): Y.Doc => {
  const record = newRecord()
  takeLeave(record, { ...LEAVE, meetOn: null, cancel: false })
  comeBack(record, {
    start: '2027-08-07',
    state: 'repeating',
    classYear: 2030,
    note: '',
    today: TODAY,
  })
  return record
}
const WORDS = {
  day: (day: string) => day,
  visibility: new Proxy({}, { get: () => '' }),
} as unknown as Parameters<typeof programReport>[4]
const idsOf = (weeks: readonly { readonly id: string }[]) => weeks.map(({ id }) => id)

describe('a leave and a return with another class', () => {
  const record = read(returned())

  test('leave each day the class, the year and the standing that it had', () => {
    const said = ['2026-10-01', '2027-04-01', '2027-08-07', TODAY].map((day) => [
      classOn(record, day),
      schoolYearWords(record, day, '07-01'),
      statusOn(record, day),
    ])
    expect(said).toEqual([
      [2029, 'MS2', 'active'],
      [2029, 'MS2', 'on-leave'],
      [2030, 'MS2', 'active'],
      [2030, 'MS2', 'active'],
    ])
    expect(record.mentee).toMatchObject({ classYear: 2030, status: 'active' })
  })

  test('leave REACH as it was, marked or not, and the quarters of the leave to nobody', () => {
    const theirs = idsOf(weeksOfMentee(vault.reachWeeks, record))
    expect(theirs.slice(0, 8)).toEqual([
      ...['2029/1.1', '2029/1.2', '2029/1.3', '2029/1.4'],
      ...['2029/2.1', '2029/2.2', '2029/2.3', '2030/2.1'],
    ])
    expect(idsOf(weeksAway(vault.reachWeeks, record))).toEqual(['2029/2.4'])
    const facts = programFacts(record, vault, '2026-07-01', '2027-06-30')
    expect(facts.reachWeeksBegun).toBe(3)
  })

  test('are told by older records as before: the profile’s class and status, on every day', () => {
    const older = newRecord()
    editMentee(older, { next: { status: 'on-leave' } })
    expect(classOn(read(older), '2020-01-01')).toBe(2029)
    expect(statusOn(read(older), TODAY)).toBe('on-leave')
    expect(weeksOfMentee(vault.reachWeeks, read(older))).toHaveLength(16)
  })
})

test('on leave nothing is overdue, REACH says so, and the program counts it by itself', () => {
  const record = newRecord()
  editMentee(record, { next: { coachedSince: '2025-09-01' } })
  const other = { ...read(record), id: 'other' }
  takeLeave(record, { ...LEAVE, meetOn: null, cancel: false })
  const away = read(record)
  const standing = menteeStanding(away, vault, '2027-05-12')
  expect(standing).toMatchObject({ status: 'on-leave', overdue: false, reach: 'not-enrolled' })
  expect(standing.reachOpen).toBe(false)
  expect(menteeStanding(other, vault, '2027-05-12')).toMatchObject({
    overdue: true,
    reachOpen: true,
  })
  const report = programReport(
    [away, other],
    { ...vault, settings: defaultSettings() },
    { from: '2026-07-01', to: '2027-05-12' },
    { fields: ['met', 'reach'], names: true },
    WORDS,
  )
  const [table, facts] = report.blocks
  expect(table?.kind === 'table' && table.rows.map(([, met]) => met)).toEqual(['No', 'On leave'])
  expect(facts?.kind === 'facts' && facts.rows.slice(0, 2).map(([, value]) => value)).toEqual([
    '1',
    'fewer than 5',
  ])
  const reach = todayOf([away, other], vault, '2027-05-10').reach
  expect(reach).toMatchObject([{ of: 1 }])
  expect(todayOf([away], vault, '2027-05-10').reach).toEqual([])
})

test('who graduated was a student until then, and the program is told so of that year, and of none after it', () => {
  const record = returned()
  closeOut(record, {
    how: 'graduated',
    endedOn: '2030-05-20',
    contactAfter: 'contact-yes',
    keepUntil: null,
    hold: '',
    given: [],
    to: '',
    why: '',
  })
  const graduate = read(record)
  const days = ['2026-10-01', '2027-04-01', '2030-05-19', '2030-05-20', '2031-01-01']
  expect(days.map((day) => statusOn(graduate, day))).toEqual([
    'active',
    'on-leave',
    'active',
    'graduated',
    'graduated',
  ])
  const coachedIn = (end: number): unknown => {
    const [, facts] = programReport(
      [graduate],
      { ...vault, settings: defaultSettings() },
      academicYear(end),
      { fields: ['met'], names: true },
      WORDS,
    ).blocks
    return facts?.kind === 'facts' && facts.rows[0]
  }
  expect([2029, 2030, 2031].map(coachedIn)).toEqual([
    ['Mentees coached', '1'],
    ['Mentees coached', '1'],
    ['Mentees coached', '0'],
  ])
})

test('the meeting before the return is four weeks before it, on a weekday, and none without an end', () => {
  // The first day back is Saturday 7 August.
  expect(proposedMeeting(LEAVE.start, LEAVE.end)).toBe('2027-07-12')
  expect(proposedMeeting('2027-08-02', '2027-08-12')).toBe('2027-08-13')
  expect(proposedMeeting(LEAVE.start, null)).toBeNull()
  const record = newRecord()
  takeLeave(record, { ...LEAVE, meetOn: '2027-07-12', cancel: false })
  const projection = read(record)
  expect(projection.sessions).toMatchObject([{ status: 'planned', date: '2027-07-12' }])
  expect(briefOf(projection, [], '2027-07-01').dates.map(({ date }) => date)).toEqual([LEAVE.end])
  const due = (day: string) => todayOf([projection], vault, day).returns.length
  expect([due('2027-07-01'), due('2027-08-03'), due('2027-10-01')]).toEqual([0, 1, 1])
  comeBack(record, {
    start: '2027-08-07',
    state: 'enrolled',
    classYear: 2029,
    note: '',
    today: TODAY,
  })
  expect(todayOf([read(record)], vault, '2027-10-01').returns).toEqual([])
})

test('a return that is still ahead changes the class on its day and not before', () => {
  const record = newRecord()
  takeLeave(record, { ...LEAVE, meetOn: null, cancel: false })
  const back = { start: '2027-08-07', state: 'repeating', classYear: 2030, note: '' } as const
  comeBack(record, { ...back, today: '2027-07-01' })
  expect(read(record).mentee.classYear).toBe(2029)
  expect(menteeOn(read(record), '2027-07-01')).toMatchObject({
    classYear: 2029,
    status: 'on-leave',
  })
  expect(menteeOn(read(record), '2027-08-07')).toMatchObject({ classYear: 2030, status: 'active' })
})

test('the details that are edited are those of today: a class is put right, “active” ends a leave', () => {
  const record = newRecord()
  takeLeave(record, { ...LEAVE, end: null, meetOn: null, cancel: false })
  const today = '2027-05-12'
  const base = menteeOn(read(record), today)
  editDetails(record, { today, base, next: { ...base, status: 'active', classYear: 2031 } })
  expect(statusOn(read(record), today)).toBe('active')
  expect(statusOn(read(record), '2027-05-11')).toBe('on-leave')
  expect(classOn(read(record), today)).toBe(2031)
})

test('two laptops that each take down one part of it have all of it', () => {
  const one = newRecord()
  const other = twin(one)
  takeLeave(one, { ...LEAVE, meetOn: null, cancel: false })
  for (const part of COMPONENTS) setMark(other, { week: '2029/2.1', part, mark: 'done' })
  enrolments.add(other, { state: 'research', start: '2028-07-01', classYear: 2031 })
  meet(one, other)
  for (const record of [one, other]) {
    expect(schoolYearWords(read(record), '2028-09-01', '07-01')).toBe('Research year')
    expect(statusOn(read(record), '2027-05-01')).toBe('on-leave')
    expect(classOn(read(record), '2026-09-01')).toBe(2029)
  }
})

test('the reason goes to the mentee who gave it, and to no other coach', () => {
  const record = read(returned())
  const notes = (audience: 'mentee-inspection' | 'next-coach') =>
    leaving(record, audience)
      .items.filter(({ kind }) => kind === 'enrolments')
      .map(({ item }) => item.note)
  expect(notes('mentee-inspection')).toContain(LEAVE.note)
  expect(notes('next-coach')).toEqual([undefined, undefined, undefined])
})
