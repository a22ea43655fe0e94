import { describe, expect, it, test } from 'vitest'
import { sampleOn } from '../../tests/steps/sample'
import { createRecord } from '../crdt/record-clock'
import { defaultSettings } from '../model/caseload/caseload'
import { createProjector } from '../model/projection'
import { goals, ratings } from '../model/record/goal'
import { createMentee } from '../model/record/mentee'
import { notes } from '../model/record/note'
import { sessions } from '../model/record/session'
import {
  attentionBalance,
  confidenceOverTime,
  contactCadence,
  filterRecords,
  goalsByCategory,
  lastYear,
  monthsBetween,
  reachCompletion,
  themesOverTime,
} from './insights'
import { suppress } from './small-cells'

const TODAY = '2026-11-23'

test.each([
  ['2026-11-27', '2025-12-01'],
  ['2026-12-31', '2026-01-01'],
  ['2027-01-01', '2026-02-01'],
  ['2028-02-29', '2027-03-01'],
])(
  'the time shown first, on %s, is twelve months that all begin on their first day',
  (today, from) => {
    expect(lastYear(today)).toEqual({ from, to: today })
    expect(monthsBetween(from, today)).toHaveLength(12)
  },
)

describe('insights', () => {
  const { records, vault: sample } = sampleOn(TODAY)
  const vault = { ...sample, settings: defaultSettings() }
  const filter = { from: '2025-11-24', to: TODAY, classYear: null, group: null }

  it('cover the whole time, with names in the order of the alphabet and no other', () => {
    expect(monthsBetween('2025-11-24', '2026-02-01')).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
    const names = attentionBalance(filterRecords(records, filter), vault, filter).map(
      ({ name }) => name,
    )
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)))
    expect(contactCadence(records, vault, filter)).toHaveLength(records.length * 13)
  })
  it('count each thing once', () => {
    const goals = goalsByCategory(records, filter).reduce((sum, { value }) => sum + value, 0)
    const stored = records
      .flatMap(({ goals }) => goals)
      .filter(({ createdAt }) => createdAt.slice(0, 10) <= TODAY)
    expect(goals).toBe(stored.length)
    for (const row of new Set(reachCompletion(records, vault, filter).map(({ row }) => row))) {
      const cells = reachCompletion(records, vault, filter).filter((cell) => cell.row === row)
      expect(new Set(cells.flatMap(({ records: ids }) => ids)).size).toBe(
        cells.reduce((sum, { value }) => sum + value, 0),
      )
    }
    expect(
      themesOverTime(records, filter).every(
        ({ value, records: ids }) => value > 0 === ids.length > 0,
      ),
    ).toBe(true)
  })
  it('say nothing of check-ins, and no mean of fewer than five people, however many their items', () => {
    const rated = (people: number, each: number) =>
      Array.from({ length: people }, (_, person) => {
        const doc = createRecord(Date.now)
        createMentee(doc, { name: `Mentee ${person}` })
        const goal = goals.add(doc, { title: 'Sleep' })
        for (let turn = 0; turn < each; turn++) {
          ratings.add(doc, { of: goal, date: '2026-10-05', importance: 8, confidence: 4 })
          notes.add(doc, { title: 'x', date: '2026-10-05', themes: ['sleep'] })
        }
        return createProjector(`r${person}`, doc).project()
      })
    expect(confidenceOverTime(rated(4, 10), filter)).toEqual([])
    expect(themesOverTime(rated(4, 10), filter)).toEqual([])
    expect(confidenceOverTime(rated(5, 1), filter)).toMatchObject([{ value: 4 }, { value: 8 }])
    expect(themesOverTime(rated(5, 1), filter)).toMatchObject([{ column: 'sleep', value: 5 }])
    const scored = records.map((record) => ({ ...record, checkIns: [] }))
    for (const insight of [contactCadence, attentionBalance, reachCompletion])
      expect(insight(scored, vault, filter)).toEqual(insight(records, vault, filter))
  })
  it('say what did not happen: canceled by the coach, by the mentee, and missed, and count none of it as met', () => {
    const doc = createRecord(Date.now)
    createMentee(doc, { name: 'Amara Osei' })
    const add = (more: object) => sessions.add(doc, { date: '2026-10-05', minutes: 30, ...more })
    add({ status: 'cancelled', calledOffBy: 'by-coach' })
    add({ status: 'cancelled', calledOffBy: 'by-coach' })
    add({ status: 'cancelled', calledOffBy: 'by-mentee' })
    // Of an older version, by nobody that is known; and one that was held after all.
    add({ status: 'cancelled' })
    add({ status: 'held', calledOffBy: 'by-coach' })
    add({ status: 'missed' })
    const record = createProjector('amara', doc).project()
    expect(attentionBalance([record], vault, filter)).toMatchObject([
      { sessions: 1, minutes: 30, canceledByMe: 2, canceledByThem: 1, missed: 1 },
    ])
  })
  it('leave out small cells, and the one from which a single one could be worked out', () => {
    expect(suppress([6, 7, 8])).toEqual([6, 7, 8])
    expect(suppress([6, 3, 8])).toEqual([null, null, 8])
    expect(suppress([2, 3, 8])).toEqual([null, null, 8])
    expect(suppress([0, 6, 9])).toEqual([0, 6, 9])
    expect(suppress([4])).toEqual([null])
  })
})
