/** A guided note: the coach's own, with reminders that say how long ago it was and never what. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { plainLine } from '../../note-text/delta'
import { presentRecord } from '../../views/presenting'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { GUIDED, guidedTemplates } from '../caseload/guided-templates'
import { templatesWith } from '../caseload/template'
import { leaving } from '../leaving'
import { emptyVaultProjection } from '../projection'
import { ASK_AGAIN_WEEKS, beginGuidedNote } from './guided-note'

const DAY = '2026-11-28'
const vault = emptyVaultProjection(defaultSettings())
const begun = (weeks: readonly (typeof ASK_AGAIN_WEEKS)[number][] = ASK_AGAIN_WEEKS) => {
  const record = newRecord()
  const lines = [plainLine('What they want to say about it', { kind: 'heading3' })]
  beginGuidedNote(record, { title: 'A death or another loss', lines, today: DAY, weeks })
  return read(record)
}

test('the coach is asked again after one, four and twelve weeks, and only when they want to be', () => {
  expect(
    begun()
      .actionItems.map(({ due }) => due)
      .sort(),
  ).toEqual(['2026-12-05', '2026-12-26', '2027-02-20'])
  expect(begun([4]).actionItems).toMatchObject([{ due: '2026-12-26', whose: 'coach' }])
  expect(begun([]).notes).toHaveLength(1)
})

test('Today says who and how long ago it was, and never what', () => {
  const now = todayOf([begun()], vault, '2026-12-05')
  expect(now.actions.map(({ item }) => item.what)).toEqual(['Ask how they are, 1 week on'])
  expect(JSON.stringify(now)).not.toContain('loss')
  expect(todayOf([presentRecord(begun())], vault, '2026-12-05').actions).toEqual([])
})

test('neither the note nor its reminders leave for the mentee, a next coach or the program', () => {
  for (const audience of ['mentee-summary', 'mentee-inspection', 'next-coach', 'program'] as const)
    expect(
      leaving(begun(), audience).items.filter(({ kind }) =>
        ['notes', 'actionItems'].includes(kind),
      ),
    ).toEqual([])
})

test('each has its starting text among the templates, which the coach can edit', () => {
  const ids = templatesWith([]).map(({ id }) => id)
  for (const id of GUIDED) expect(ids).toContain(id)
  for (const { fields } of guidedTemplates()) expect(fields.length).toBeGreaterThan(3)
})
