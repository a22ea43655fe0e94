/** Thirty things a coach types, over the sample caseload, and what Enter then opens: never the app's own texts first. */
import { expect, it } from 'vitest'
import { sampleOn } from '../../tests/steps/sample'
import { recordSources, vaultSources } from './documents'
import { createSearchEngine } from './engine'
import { parseQuery } from './query'

const TODAY = '2026-11-26'

const opens = (() => {
  const { vault, records } = sampleOn(TODAY)
  const engine = createSearchEngine()
  for (const { document } of vaultSources(vault)) engine.put(document())
  for (const record of records)
    for (const { document } of recordSources(record, ({ body }) => body)) engine.put(document())
  const nameOf = (id: string): string =>
    records.find((record) => record.id === id)?.mentee.name.split(' ')[0] ?? 'the caseload'
  return (typed: string): string => {
    const [hit] = engine.search(parseQuery(typed), { today: TODAY, limit: 1 }).hits
    return hit === undefined
      ? 'nothing'
      : [hit.kind, nameOf(hit.record), hit.date].join(' · ').trim()
  }
})()

it.each([
  // What was last written about it, by whomever.
  ['sleep', 'note · Noor · 2026-11-09'],
  ['fine', 'note · Wei · 2025-11-12'],
  ['interview', 'session · Priya · 2026-11-18'],
  ['identity', 'reflection · Chukwuemeka · 2026-11-12'],
  ['research', 'action · Sofia · 2026-10-30'],
  ['letter', 'shared · Jonas · 2026-05-13'],
  ['choir', 'capture · the caseload · 2026-11-25'],
  ['run', 'goal · Chukwuemeka · 2026-11-05'],
  ['agreement', 'note · Noor · 2025-08-26'],
  ['confidential', 'note · Noor · 2025-08-26'],
  ['promise', 'note · Emily · 2025-10-31'],
  ['breathing', 'referral · Chukwuemeka · 2025-02-11'],
  // A mentee by the beginning of a name.
  ['amara', 'mentee · Amara ·'],
  ['ama', 'mentee · Amara ·'],
  ['mateo', 'mentee · Mateo ·'],
  ['adeyemi', 'mentee · Chukwuemeka ·'],
  ['priya', 'mentee · Priya ·'],
  // A mentee and a word.
  ['luis exam', 'goal · Luis · 2026-11-10'],
  ['dana return', 'session · Dana · 2026-09-16'],
  // Events, with what is coming as near as what was.
  ['match day', 'date · Priya · 2027-03-19'],
  ['rank list', 'goal · Emily · 2026-10-20'],
  ['patient death', 'reflection · Priya · 2025-10-15'],
  ['recuse', 'action · Luis · 2025-10-27'],
  ['surgery', 'date · Priya · 2026-08-10'],
  // Slips of the finger find what was meant.
  ['feedbakc stung', 'reflection · Wei · 2026-09-24'],
  ['counceling', 'referral · Noor · 2026-11-09'],
  // Offices and forms, when nothing of a mentee says it.
  ['counseling', 'referral · Noor · 2026-11-09'],
  ['title ix', 'resource · the caseload ·'],
  ['yoga', 'resource · the caseload ·'],
  // The operators.
  ['theme:sleep', 'session · Amara · 2026-02-10'],
  ['kind:reflection stung', 'reflection · Wei · 2026-09-24'],
] as const)('%s', (typed, expected) => {
  expect(opens(typed)).toBe(expected)
})
