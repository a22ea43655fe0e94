/** The page to take home: what a mentee may see anyway, in the order in which it helps, and nothing private. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { defaultSettings } from '../model/caseload/caseload'
import { emptyVaultProjection } from '../model/projection'
import { actionItems } from '../model/record/action-item'
import { concerns } from '../model/record/concern'
import { exams } from '../model/record/exam'
import { goals } from '../model/record/goal'
import { beginGuidedNote } from '../model/record/guided-note'
import { editMentee } from '../model/record/mentee'
import { importantDates } from '../model/record/placement'
import { escalations, referrals } from '../model/record/referral'
import { sessions } from '../model/record/session'
import type { ReportWords } from './frame'
import { reportToMarkdown } from './report'
import { takeHome } from './take-home'

const TODAY = '2026-11-28'
const same = new Proxy({}, { get: (_target, name) => String(name) }) as never
const words = {
  day: (day: string) => day,
  time: (time: string) => time,
  visibility: same,
} as unknown as ReportWords
const card = [{ name: 'Counseling', reach: '555-0100', when: 'Weekdays' }]
const vault = emptyVaultProjection(defaultSettings())
const page = (record: ReturnType<typeof newRecord>) =>
  reportToMarkdown(takeHome(read(record), vault, { card, today: TODAY, words }))

test('has their open goals, what they will try, strengths, the days ahead in order, and where help is', () => {
  const record = newRecord()
  editMentee(record, { next: { strengths: 'Stays with a question.' } })
  goals.add(record, { title: 'Sleep before call', status: 'active', measure: 'Six nights' })
  goals.add(record, { title: 'Done long ago', status: 'achieved' })
  actionItems.add(record, { what: 'Ask for feedback', whose: 'mentee', due: '2026-12-04' })
  actionItems.add(record, { what: 'Send the paper', whose: 'coach' })
  importantDates.add(record, { title: 'White coat', date: '2026-12-20' })
  exams.add(record, { name: 'Step 1', booked: '2026-12-10' })
  exams.add(record, { name: 'Far away', booked: '2027-12-10' })
  sessions.add(record, { date: '2026-12-02', status: 'planned', time: '14:30', place: 'Room 4' })
  const text = page(record)
  for (const words of ['Sleep before call', 'Six nights', 'Ask for feedback, 2026-12-04'])
    expect(text).toContain(words.split(',')[0])
  expect(text).toContain('Stays with a question.')
  expect(text).toMatch(
    /2026-12-02: We meet, 14:30, Room 4[\s\S]*2026-12-10: Step 1[\s\S]*2026-12-20: White coat/,
  )
  expect(text).toContain('Counseling · 555-0100 · Weekdays')
  expect(text).not.toMatch(/Done long ago|Send the paper|Far away/)
})

test('has nothing private, nothing of others, no personal day, and no heading over nothing', () => {
  const record = newRecord()
  beginGuidedNote(record, { title: 'canary', lines: [], today: TODAY, weeks: [1] })
  actionItems.add(record, { what: 'canary', whose: 'mentee', visibility: 'memory-aid' })
  concerns.add(record, { what: 'canary', date: TODAY, nextDate: '2026-12-01' })
  referrals.add(record, { resource: 'canary', date: TODAY, followUp: '2026-12-01' })
  escalations.add(record, { seen: 'canary', tellBy: '2026-12-01' })
  importantDates.add(record, { title: 'canary', date: '2026-12-03', kind: 'personal' })
  const text = page(record)
  expect(text).not.toContain('canary')
  expect(text).not.toMatch(/My goals|What I’ll try|Strengths|Days ahead/)
})
