/** Hours: sessions by their timers and what was logged, by month and kind; nothing of a mentee is in any of it. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { createRecord } from '../crdt/record-clock'
import { setSettings } from '../model/caseload/caseload'
import { coachReflections, work } from '../model/caseload/work'
import { createVaultProjector } from '../model/projection'
import { groupSessions } from '../model/record/group-session'
import { editMentee } from '../model/record/mentee'
import { addSession } from '../model/record/session'
import { coachYear } from '../report/caseload-reports'
import type { ReportWords } from '../report/frame'
import { portfolio } from '../report/portfolio'
import { reportToMarkdown } from '../report/report'
import { hoursByKind, hoursByMonth, hoursIn, hoursOfShare, hoursToCsv, minutesOf } from './hours'
import { presentVault } from './presenting'

const same = new Proxy({}, { get: (_, name) => String(name) })
const WORDS = {
  day: (day: string) => day,
  work: same,
  sessionKind: same,
  visibility: same,
} as unknown as ReportWords
const TODAY = '2026-11-27'

const year = () => {
  const doc = newRecord()
  editMentee(doc, { next: { name: 'Canary Osei' } })
  addSession(doc, { status: 'held', date: '2026-10-05', minutes: 45 })
  addSession(doc, { status: 'held', date: '2026-11-05', minutes: 30 })
  addSession(doc, { status: 'missed', date: '2026-11-06', minutes: 45 })
  addSession(doc, { status: 'held', date: '2026-05-05', minutes: 60 })
  const vaultDoc = createRecord(Date.now)
  groupSessions.add(vaultDoc, { status: 'held', date: '2026-11-10', minutes: 90, present: ['r'] })
  work.add(vaultDoc, {
    date: '2026-11-12',
    kind: 'development',
    minutes: 120,
    what: 'Coaching course',
  })
  work.add(vaultDoc, { date: '2026-11-13', kind: 'messages', minutes: 15 })
  const gone = work.add(vaultDoc, { date: '2026-11-14', kind: 'messages', minutes: 500 })
  work.remove(vaultDoc, { id: gone, deleted: true })
  coachReflections.add(vaultDoc, {
    date: TODAY,
    title: 'I advised too early',
    text: 'canary words',
    listed: true,
  })
  coachReflections.add(vaultDoc, { date: TODAY, title: 'Canary title', text: 'canary words' })
  setSettings(vaultDoc, { fte: 10, portfolioRoles: 'Physician coach' })
  return { records: [read(doc)], vault: createVaultProjector(vaultDoc).project() }
}

test('a year is what was held and what was logged in it, and a missed session is nothing', () => {
  const { records, vault } = year()
  const all = hoursIn(records, vault, '2026-07-01', '2027-06-30')
  expect(minutesOf(all)).toBe(45 + 30 + 90 + 120 + 15)
  expect(hoursByKind(all).find(({ kind }) => kind === 'sessions')).toMatchObject({
    count: 2,
    minutes: 75,
  })
  expect(hoursByMonth(all).map(({ month, kind }) => `${month} ${kind}`)).toEqual([
    '2026-10 sessions',
    '2026-11 sessions',
    '2026-11 group-sessions',
    '2026-11 development',
    '2026-11 messages',
  ])
  expect(hoursOfShare(10)).toBe(208)
})

test('the file has a line for each month and kind', () => {
  const { records, vault } = year()
  const rows = hoursByMonth(hoursIn(records, vault, '2026-10-01', '2026-10-31'))
  expect(hoursToCsv(rows, ['Month', 'Kind', 'Times', 'Hours'], same as never)).toBe(
    '"Month","Kind","Times","Hours"\r\n"2026-10","sessions","1","0.8"\r\n',
  )
})

test('the portfolio has the years, the development and the titles that were ticked; no mentee, and no words', () => {
  const { records, vault } = year()
  const text = reportToMarkdown(portfolio(records, vault, TODAY, WORDS))
  for (const said of ['Physician coach', '2025–2026', '2026–2027', 'Coaching course', '2.0'])
    expect(text).toContain(said)
  expect(text).toContain('I advised too early (2026-11-27)')
  expect(text).not.toMatch(/canary/i)
})

test('my year counts what was logged, too, beside the share of a full-time year', () => {
  const { records, vault } = year()
  const text = reportToMarkdown(coachYear(records, vault, 2027, WORDS))
  expect(text).toContain('Hours: 5.0')
  expect(text).toContain('208')
  expect(text).toContain('| development | 1 | 2.0 |')
})

test('a screen that others look at has none of it', () => {
  expect(presentVault(year().vault)).toMatchObject({ work: [], coachReflections: [] })
})
