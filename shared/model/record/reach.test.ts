/** The REACH weeks that are a mentee's own, also of one whose class changed. */
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { createRecord } from '../../crdt/record-clock'
import { programFacts } from '../program-facts'
import { createVaultProjector } from '../projection'
import { editMentee } from './mentee'
import {
  COMPONENTS,
  markOf,
  markParts,
  reachMarks,
  reachWeeks,
  restoreMarks,
  setMark,
  weekNearest,
  weeksOfMentee,
} from './reach'

/** The four quarters of the four years of the classes of 2028 and 2029; ids `2028/2.1`. */
const calendar = () => {
  const vault = createRecord(Date.now)
  for (const classYear of [2028, 2029])
    for (const year of [1, 2, 3, 4])
      for (const [at, start] of ['08-17', '11-16', '02-15', '05-10'].entries())
        reachWeeks.add(vault, {
          id: `${classYear}/${year}.${at + 1}`,
          classYear,
          year,
          quarter: at + 1,
          start: `${classYear - 5 + year + (at > 1 ? 1 : 0)}-${start}`,
          end: `${classYear - 5 + year + (at > 1 ? 1 : 0)}-${start.slice(0, 3)}${Number(start.slice(3)) + 4}`,
        })
  return createVaultProjector(vault).project()
}

const mentee = (classYear: number, done: readonly string[]) => {
  const record = newRecord()
  editMentee(record, { next: { classYear } })
  for (const week of done)
    for (const part of COMPONENTS) setMark(record, { week, part, mark: 'done' })
  return record
}
const ids = (record: Y.Doc): readonly string[] =>
  weeksOfMentee(calendar().reachWeeks, read(record)).map(({ id }) => id)
const of = (classYear: number, from: string, to: string): readonly string[] =>
  calendar()
    .reachWeeks.map(({ id }) => id)
    .filter((id) => id >= `${classYear}/${from}` && id <= `${classYear}/${to}`)

describe('a changed class', () => {
  test('leaves what was marked with the earlier one', () => {
    const record = mentee(2028, of(2028, '1.1', '3.1'))
    expect(ids(record)).toEqual(of(2028, '1.1', '4.4'))
    editMentee(record, { next: { classYear: 2029 } })
    // The third year is repeated with the new class; its first two had been done.
    expect(ids(record)).toEqual([...of(2028, '1.1', '3.1'), ...of(2029, '3.1', '4.4')])
    const facts = programFacts(read(record), calendar(), '2024-07-01', '2026-12-31')
    expect([facts.reachWeeksDone, facts.reachWeeksBegun]).toEqual([9, 9])
  })
  test('within a year lets that year be repeated, and keeps both its quarters', () => {
    const record = mentee(2028, of(2028, '1.1', '2.2'))
    editMentee(record, { next: { classYear: 2029 } })
    expect(ids(record)).toEqual([...of(2028, '1.1', '2.2'), ...of(2029, '2.1', '4.4')])
  })
  test('still asks for a quarter that was missed', () => {
    const record = mentee(2028, [...of(2028, '1.1', '1.3'), ...of(2028, '2.1', '3.1')])
    editMentee(record, { next: { classYear: 2029 } })
    expect(ids(record)).toContain('2029/1.4')
    expect(ids(record)).not.toContain('2029/1.3')
  })
  test('from no class to one takes nothing that belongs to nobody', () => {
    const record = mentee(2028, [])
    editMentee(record, { next: { classYear: null } })
    expect(ids(record)).toEqual([])
  })
})

test('a mark for many spares the excused and what is done, and is taken back whole', () => {
  const record = newRecord()
  const week = 'w'
  const marks = () => COMPONENTS.map((part) => markOf(reachMarks.readAll(record), week, part))
  setMark(record, { week, part: 'education', mark: 'excused' })
  setMark(record, { week, part: 'health', mark: 'done', link: 'checkIns/1' })
  const start = marks()
  const before = markParts(record, { week, parts: COMPONENTS, mark: 'planned', forMany: true })
  expect(marks().map(({ mark }) => mark)).toEqual([
    'planned',
    'excused',
    'planned',
    'planned',
    'done',
  ])
  restoreMarks(record, before)
  expect(marks()).toEqual(start)
  restoreMarks(record, markParts(record, { week, parts: ['health'], mark: 'not-started' }))
  expect(marks()).toEqual(start)
})

test('the nearest week is the one of the day, or the one that is fewest days away', () => {
  const weeks = calendar().reachWeeks.filter(({ classYear }) => classYear === 2029)
  const near = (day: string) => weekNearest(weeks, day)?.id
  expect(near('2026-11-18')).toBe('2029/2.2')
  expect(near('2027-01-20')).toBe('2029/2.3')
})

test('the next mark goes on from the record: as many presses, as many steps', () => {
  const record = newRecord()
  for (let press = 0; press < 30; press++)
    markParts(record, { week: 'w', parts: ['coaching'], mark: 'next' })
  expect(markOf(reachMarks.readAll(record), 'w', 'coaching').mark).toBe('done')
})
