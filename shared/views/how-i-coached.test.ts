/** Afterthoughts by month: the coach’s own, and of no session or mentee. */
import { expect, test } from 'vitest'
import { createRecord } from '../crdt/record-clock'
import { afterthoughts } from '../model/caseload/afterthought'
import { createVaultProjector } from '../model/projection'
import { afterthoughtsByMonth, thingsToTry } from './how-i-coached'

test('taps are counted by month, the newest first, what was skipped is not; a word to try stays a word', () => {
  const vault = createRecord(Date.now)
  const add = (date: string, more: object) => afterthoughts.add(vault, { date, ...more })
  add('2026-10-02', { asked: 'told', talked: 'me' })
  add('2026-11-03', { asked: 'asked' })
  add('2026-11-20', { asked: 'asked', talked: 'they', toTry: 'Wait longer' })
  add('2026-11-21', { toTry: 'Say less' })
  add('2024-11-21', { asked: 'both' })
  const all = createVaultProjector(vault).project().afterthoughts
  expect(afterthoughtsByMonth(all, '2025-12-01')).toEqual([
    {
      month: '2026-11',
      asked: { asked: 2, both: 0, told: 0 },
      talked: { they: 1, equal: 0, me: 0 },
    },
    {
      month: '2026-10',
      asked: { asked: 0, both: 0, told: 1 },
      talked: { they: 0, equal: 0, me: 1 },
    },
  ])
  expect(thingsToTry(all).map(({ toTry }) => toTry)).toEqual(['Say less', 'Wait longer'])
  // What stands in one: a day, and nothing that leads to anybody.
  expect(Object.keys(afterthoughts.fields)).toEqual(['date', 'asked', 'talked', 'toTry'])
})
