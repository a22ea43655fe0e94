/** Reports: what they say, and what they must not. */

import { describe, expect, it } from 'vitest'
import type * as Y from 'yjs'
import { sampleOn } from '../../tests/steps/sample'
import { createRecord } from '../crdt/record-clock'
import { defaultSettings } from '../model/caseload/caseload'
import { WORK_KINDS } from '../model/caseload/work'
import { createProjector, createVaultProjector, type RecordProjection } from '../model/projection'
import { checkIns } from '../model/record/check-in'
import { groupSessions } from '../model/record/group-session'
import { createMentee, editMentee } from '../model/record/mentee'
import { notes, startNote } from '../model/record/note'
import { reachWeeks } from '../model/record/reach'
import { escalations } from '../model/record/referral'
import { reflections } from '../model/record/reflection'
import { addSession } from '../model/record/session'
import { plainLine } from '../note-text/delta'
import { suppressed } from '../views/small-cells'
import { coachYear, reachQuarter } from './caseload-reports'
import type { ReportWords } from './frame'
import { identityBook } from './identity-book'
import { growthBook, progressSummary } from './mentee-reports'
import { FEWEST_FOR_COUNTS, PROGRAM_FIELDS, programReport } from './program-report'
import { prove, reportToMarkdown } from './report'

const TODAY = '2026-11-23'
const PERIOD = { from: '2022-07-01', to: TODAY }
const same = new Proxy({}, { get: (_target, name) => String(name) }) as Readonly<
  Record<string, string>
>
const WORDS: ReportWords = {
  day: (day) => day,
  time: (time) => time,
  goalStatus: same,
  category: same,
  component: same,
  mark: same,
  sessionKind: same,
  work: same as ReportWords['work'],
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
  it('to the program says by name who was met, in a group alone too, and does not lose who is on leave', () => {
    const vaultDoc = createRecord(Date.now)
    const person = (id: string, status: 'active' | 'on-leave', fill: (doc: Y.Doc) => void) => {
      const doc = createRecord(Date.now)
      createMentee(doc, { name: id, status })
      fill(doc)
      return createProjector(id, doc).project()
    }
    const met = (doc: Y.Doc) => void addSession(doc, { date: '2026-10-01', status: 'held' })
    const paired = (doc: Y.Doc) => editMentee(doc, { next: { coachedSince: '2027-08-01' } })
    const records = [
      person('alone', 'active', met),
      person('group', 'active', () => undefined),
      person('never', 'active', () => undefined),
      person('away', 'on-leave', () => undefined),
      // Nobody met whom they were not paired with yet; unless they did.
      person('later', 'active', paired),
      person('early', 'active', (doc) => [paired(doc), met(doc)]),
    ]
    groupSessions.add(vaultDoc, {
      date: '2026-10-02',
      status: 'held',
      present: ['alone', 'group'],
    })
    groupSessions.add(vaultDoc, { date: '2020-10-02', status: 'held', present: ['never'] })
    const vault = createVaultProjector(vaultDoc).project()
    const given = { fields: PROGRAM_FIELDS, names: false }
    const [table, facts] = programReport(records, vault, PERIOD, given, WORDS).blocks
    expect(table?.kind === 'table' && table.rows.map((row) => [row[0], row[2]])).toEqual([
      ['alone', 'Yes'],
      ['early', 'Yes'],
      ['group', 'In a group only'],
      ['never', 'No'],
      ['away', 'On leave'],
    ])
    expect(facts?.kind === 'facts' && Object.fromEntries(facts.rows)).toMatchObject({
      'Mentees coached': '4',
      'Sessions held': '2',
      'Group sessions held': '1',
    })
  })
  it('to the program counts only where nobody is found in a count, and its proof finds what does not belong', () => {
    const { records, vault } = caseload()
    const many = Array.from({ length: FEWEST_FOR_COUNTS }, (_, index) => {
      const doc = createRecord(Date.now)
      createMentee(doc, { name: `Person Number${index}` })
      // All but two were met.
      if (index > 1) addSession(doc, { date: '2026-10-01', status: 'held' })
      return createProjector(`p${index}`, doc).project()
    })
    const counted = (some: readonly RecordProjection[]) =>
      programReport(some, vault, PERIOD, { fields: PROGRAM_FIELDS, names: false }, WORDS)
    const report = counted(many)
    const names = many.map(({ mentee }) => mentee.name)
    expect(prove(report, names, ['A long private title']).found).toEqual([])
    // Neither who was not met, nor who was, from which that could be worked out.
    const [facts] = report.blocks
    expect(facts?.kind === 'facts' && facts.rows.find(([label]) => label === 'Met')?.[1]).toBe(
      suppressed(),
    )
    expect(counted(many.slice(1)).blocks[0]?.kind).toBe('table')
    const leaking = {
      ...report,
      blocks: [...report.blocks, { kind: 'text', text: `Met ${names[0]} often` } as const],
    }
    expect(prove(leaking, names, []).found).toEqual([names[0]])
    const worded = { ...report, foot: ['So said a long PRIVATE title here'] }
    expect(prove(worded, [], ['a long private title']).found).toEqual(['a long private title'])
    expect(records.length).toBeLessThan(FEWEST_FOR_COUNTS)
  })
  it('of the coach’s year names nobody, and adds up', () => {
    const { records, vault } = caseload()
    const report = coachYear(records, vault, 2027, WORDS)
    const said = reportToMarkdown(report)
    for (const { mentee } of records) expect(said).not.toContain(mentee.name)
    const table = report.blocks.find((block) => block.kind === 'table')
    const facts = report.blocks.find((block) => block.kind === 'facts')
    // What was logged beside the sessions has its rows, too, and is none.
    const isWork = ([kind]: readonly string[]) => WORK_KINDS.some((one) => one === kind)
    const sum =
      table?.kind === 'table'
        ? table.rows.filter((row) => !isWork(row)).reduce((total, row) => total + Number(row[1]), 0)
        : -1
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
    expect(table?.kind === 'table' && table.head).toEqual([
      ...['Mentee', 'reflection', 'education', 'assessment', 'coaching', 'Group session'],
    ])
    // By name not even that it was offered.
    expect(JSON.stringify(report)).not.toMatch(/health/i)
    expect(table?.kind === 'table' && table.rows.length).toBeGreaterThan(0)
  })
  it('of a REACH quarter calls nobody absent who was excused or told the coach why', () => {
    const vaultDoc = createRecord(Date.now)
    const week = reachWeeks.add(vaultDoc, {
      classYear: 2029,
      start: '2026-11-16',
      end: '2026-11-20',
    })
    groupSessions.add(vaultDoc, {
      group: 'A',
      week,
      status: 'held',
      date: '2026-11-18',
      present: ['1', '2'],
      late: ['2'],
      excused: ['3'],
      told: ['4'],
    })
    const records = ['1', '2', '3', '4', '5'].map((id) => {
      const doc = createRecord(Date.now)
      createMentee(doc, { name: id, classYear: 2029, reachGroup: 'A' })
      return createProjector(id, doc).project()
    })
    const vault = createVaultProjector(vaultDoc).project()
    const of = { group: 'A', week: vault.reachWeeks[0]! }
    const [table] = reachQuarter(records, vault, of, WORDS).blocks
    expect(table?.kind === 'table' && table.rows.map((row) => row.at(-1))).toEqual([
      'Present',
      'Present',
      'Excused',
      'Excused',
      'Absent',
    ])
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
