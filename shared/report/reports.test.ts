/** Reports and insights: what they say, and what they must not. */

import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { sampleOn } from '../../tests/steps/sample'
import { createRecord } from '../crdt/record-clock'
import { defaultSettings } from '../model/caseload/caseload'
import { createProjector, createVaultProjector, type RecordProjection } from '../model/projection'
import { checkIns } from '../model/record/check-in'
import { goals, ratings } from '../model/record/goal'
import { groupSessions } from '../model/record/group-session'
import { createMentee } from '../model/record/mentee'
import { notes, startNote } from '../model/record/note'
import { escalations } from '../model/record/referral'
import { reflections } from '../model/record/reflection'
import { addSession } from '../model/record/session'
import { plainLine } from '../note-text/delta'
import {
  attentionBalance,
  confidenceOverTime,
  contactCadence,
  filterRecords,
  goalsByCategory,
  monthsBetween,
  reachCompletion,
  themesOverTime,
} from '../views/insights'
import { programAggregate } from '../views/program-aggregate'
import { suppress, suppressed } from '../views/small-cells'
import {
  coachYear,
  PROGRAM_FIELDS,
  programLines,
  programReport,
  reachQuarter,
} from './caseload-reports'
import type { ReportWords } from './frame'
import { identityBook } from './identity-book'
import { growthBook, progressSummary } from './mentee-reports'
import { prove, reportToMarkdown } from './report'

const TODAY = '2026-11-23'
const PERIOD = { from: '2022-07-01', to: TODAY }
const same = new Proxy({}, { get: (_target, name) => String(name) }) as Readonly<
  Record<string, string>
>
const WORDS: ReportWords = {
  day: (day) => day,
  goalStatus: same,
  category: same,
  component: same,
  mark: same,
  sessionKind: same,
  visibility: same as ReportWords['visibility'],
}

const caseload = () => {
  const { records, vault } = sampleOn(TODAY)
  return { records, vault: { ...vault, settings: defaultSettings() } }
}

const privateRecord = (): RecordProjection => {
  const doc = createRecord(Date.now)
  createMentee(doc, { name: 'Amara Osei', classYear: 2029 })
  const { note } = addSession(doc, {
    date: '2026-10-01',
    status: 'held',
    minutes: 30,
    takeaway: 'SECRET takeaway',
  })
  startNote(doc, { id: note, lines: [plainLine('SECRET session words')] })
  notes.add(doc, { title: 'SECRET title', date: '2026-10-02' })
  reflections.add(doc, {
    date: '2026-10-03',
    prompt: 'SECRET prompt',
    sections: { text: 'SECRET reflection' },
  })
  reflections.add(doc, {
    date: '2026-10-04',
    prompt: 'Open prompt',
    sections: { text: 'Shared words' },
    visibility: 'shared',
    provenance: 'mentee',
  })
  escalations.add(doc, { date: '2026-10-05', seen: 'SECRET escalation' })
  checkIns.add(doc, { date: '2026-10-06', answers: [1, 1, 1, 1, 1], words: 'SECRET check-in' })
  return createProjector('private', doc).project()
}

describe('a report', () => {
  it('to a mentee never has a private word, nor a number of a check-in, nor a trace of an escalation', () => {
    const { vault } = caseload()
    const record = privateRecord()
    for (const report of [
      progressSummary(record, vault, PERIOD, WORDS),
      growthBook(record, vault, WORDS),
    ]) {
      const said = reportToMarkdown(report)
      expect(said).not.toMatch(/SECRET|escalation|WHO/i)
      expect(said).toContain('Shared words')
      expect(said).toContain('Left out, by visibility: memory-aid')
    }
  })
  it('never says that nothing was left out: with an escalation that would be untrue', () => {
    const { vault } = caseload()
    const said = (fill: (doc: Y.Doc) => void): string => {
      const doc = createRecord(Date.now)
      createMentee(doc, { name: 'New One' })
      fill(doc)
      const record = createProjector('x', doc).project()
      return reportToMarkdown(progressSummary(record, vault, PERIOD, WORDS))
    }
    const without = said(() => undefined)
    expect(without).not.toMatch(/left out/i)
    expect(said((doc) => escalations.add(doc, { date: '2026-10-05', seen: 'x' }))).toBe(without)
  })
  it('to the program counts who was met one-to-one or in a group, says them apart, and does not lose who is on leave', () => {
    const vaultDoc = createRecord(Date.now)
    const person = (id: string, status: 'active' | 'on-leave', fill: (doc: Y.Doc) => void) => {
      const doc = createRecord(Date.now)
      createMentee(doc, { name: id, status })
      fill(doc)
      return createProjector(id, doc).project()
    }
    const met = (doc: Y.Doc) => void addSession(doc, { date: '2026-10-01', status: 'held' })
    const records = [
      person('alone', 'active', met),
      person('group', 'active', () => undefined),
      person('never', 'active', () => undefined),
      person('away', 'on-leave', () => undefined),
    ]
    groupSessions.add(vaultDoc, {
      date: '2026-10-02',
      status: 'held',
      present: ['alone', 'group'],
    })
    groupSessions.add(vaultDoc, { date: '2020-10-02', status: 'held', present: ['never'] })
    const vault = createVaultProjector(vaultDoc).project()
    const lines = programLines(records, vault, PERIOD).map(
      ({ field, value }) => [field, value] as const,
    )
    expect(Object.fromEntries(lines)).toMatchObject({
      mentees: '3',
      'on-leave': '1',
      met: '2',
      'met-in-group': '1',
      'not-met': '1',
      held: '1',
      'held-group': '1',
    })
  })
  it('to the program holds counts, and its proof finds what does not belong', () => {
    const { records, vault } = caseload()
    const report = programReport(records, vault, PERIOD, PROGRAM_FIELDS, WORDS)
    const names = records.map(({ mentee }) => mentee.name)
    expect(prove(report, names, ['A long private title']).found).toEqual([])
    const leaking = {
      ...report,
      blocks: [...report.blocks, { kind: 'text', text: `Met ${names[0]} often` } as const],
    }
    expect(prove(leaking, names, []).found).toEqual([names[0]])
    const worded = { ...report, foot: ['So said a long PRIVATE title here'] }
    expect(prove(worded, [], ['a long private title']).found).toEqual(['a long private title'])
  })
  it('of the coach’s year names nobody, and adds up', () => {
    const { records, vault } = caseload()
    const report = coachYear(records, vault, 2027, WORDS)
    const said = reportToMarkdown(report)
    for (const { mentee } of records) expect(said).not.toContain(mentee.name)
    const table = report.blocks.find((block) => block.kind === 'table')
    const facts = report.blocks.find((block) => block.kind === 'facts')
    const sum =
      table?.kind === 'table' ? table.rows.reduce((total, row) => total + Number(row[1]), 0) : -1
    expect(
      facts?.kind === 'facts' && facts.rows.find(([label]) => label === 'Sessions held')?.[1],
    ).toBe(String(sum))
  })
  it('of a REACH quarter says what is done, and not what it was', () => {
    const { records, vault } = caseload()
    const [week] = vault.reachWeeks
    const group =
      records.find(({ mentee }) => mentee.classYear === week?.classYear)?.mentee.reachGroup ?? ''
    const report = reachQuarter(records, vault, { group, week: week! }, WORDS)
    const table = report.blocks[0]
    expect(table?.kind === 'table' && table.head).toHaveLength(7)
    expect(table?.kind === 'table' && table.rows.length).toBeGreaterThan(0)
  })
})

describe('insights', () => {
  const { records, vault } = caseload()
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
  it('leave out small cells, and the one from which a single one could be worked out', () => {
    expect(suppress([6, 7, 8])).toEqual([6, 7, 8])
    expect(suppress([6, 3, 8])).toEqual([null, null, 8])
    expect(suppress([2, 3, 8])).toEqual([null, null, 8])
    expect(suppress([0, 6, 9])).toEqual([0, 6, 9])
    expect(suppress([4])).toEqual([null])
    for (const { value } of programAggregate(records, vault, filter))
      expect(value === suppressed() || Number(value) === 0 || Number(value) >= 5).toBe(true)
  })
})

describe('the identity book', () => {
  it('has the newest answer of each question first and the former ones beneath it, and none that is private', () => {
    const record = createRecord(Date.now)
    createMentee(record, { name: 'Amara Osei', classYear: 2027 })
    const answer = (date: string, becoming: string, visibility: 'shared' | 'memory-aid') =>
      reflections.add(record, {
        date,
        framework: 'identity',
        sections: { becoming },
        visibility,
        provenance: 'coach',
      })
    answer('2023-10-01', 'Somebody who is liked', 'shared')
    answer('2026-10-01', 'Somebody who can wait', 'shared')
    answer('2026-11-01', 'She is tired', 'memory-aid')
    const projector = createProjector('r', record)
    const { vault } = caseload()
    const { blocks } = identityBook(projector.project(), vault, WORDS)
    expect(blocks).toEqual([
      {
        kind: 'item',
        title: expect.any(String),
        about: '',
        texts: [
          ['MS4, 2026-10-01', 'Somebody who can wait'],
          ['MS1, 2023-10-01', 'Somebody who is liked'],
        ],
      },
    ])
    projector.destroy()
  })
})
