/** No version leaves the vault unless the coach chose it, and then none of what does not leave itself (leaving-history.ts). */

import * as v from 'valibot'
import { expect, test } from 'vitest'
import { newRecord, read, TODAY } from '../../../tests/steps/two-devices'
import { recordToMarkdown } from '../../exchange/export'
import { historyIn, PortableSchema, toPortable, withHistory } from '../../exchange/portable'
import { leaving } from '../leaving'
import { goals, milestones } from '../record/goal'
import { notes } from '../record/note'
import { versionsLeaving } from './leaving-history'
import type { Version } from './version'

const AT = '2026-11-24T09:40:00.000Z'

const caseload = () => {
  const doc = newRecord()
  const goal = goals.add(doc, { title: 'Sleep', provenance: 'mentee' })
  const milestone = milestones.add(doc, { of: goal, title: 'A week of it' })
  const note = notes.add(doc, { title: 'Call', date: TODAY })
  const version = (of: string, said: Version['said']): Version => ({
    id: of,
    of,
    at: AT,
    device: 'clinic',
    said,
  })
  const versions = [
    version(`goals/${goal}`, {
      title: 'canary then',
      [`milestones/${milestone}/title`]: 'Three nights',
      unheardOf: 'a field that this version does not know',
    }),
    version(`notes/${note}`, { title: 'canary note' }),
    version('goals/gone', { title: 'canary of one that is not there' }),
  ]
  return { doc, record: { ...read(doc), id: 'r'.repeat(22) }, goal, milestone, note, versions }
}

test('no version is in a hand-over or an export that nobody asked to have it', () => {
  const { doc, record } = caseload()
  for (const audience of ['coach', 'next-coach', 'mentee-inspection'] as const) {
    const portable = toPortable(record, leaving(record, audience).items, doc)
    expect(portable.history).toBeUndefined()
    expect(JSON.stringify(portable)).not.toContain('canary')
  }
})

test('a next coach who is given it gets that of the items that go, with the texts that go, and not which laptop', () => {
  const { record, goal, milestone, versions } = caseload()
  const { items } = leaving(record, 'next-coach')
  expect(versionsLeaving(items, versions, 'next-coach')).toEqual([
    {
      of: `goals/${goal}`,
      at: AT,
      said: { title: 'canary then', [`milestones/${milestone}/title`]: 'Three nights' },
    },
  ])
  expect(versionsLeaving([], versions, 'next-coach')).toEqual([])
})

test('the coach’s own export has that of every item in it, reads it back, and Markdown has none of it', () => {
  const { doc, record, versions, note } = caseload()
  const { items } = leaving(record, 'coach')
  const portable = withHistory(
    toPortable(record, items, doc),
    versionsLeaving(items, versions, 'coach'),
  )
  const again = v.parse(PortableSchema, JSON.parse(JSON.stringify(portable)))
  expect(historyIn(again)).toHaveLength(2)
  expect(historyIn(again)).toContainEqual({
    of: `notes/${note}`,
    at: AT,
    said: { title: 'canary note' },
    device: '',
  })
  expect(recordToMarkdown(again, (code) => code)).not.toContain('canary')
})
