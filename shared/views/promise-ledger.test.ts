/** What the coach promised, and what became of it. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { actionItems } from '../model/record/action-item'
import { promiseReport } from '../report/promise-report'
import { promiseLedger } from './promise-ledger'

const TODAY = '2026-11-24'

const ledger = () => {
  const record = newRecord()
  const add = (what: string, due: string | null, doneOn: string | null, whose = 'coach') =>
    actionItems.add(record, {
      what,
      due,
      doneOn,
      whose: whose as 'coach' | 'mentee',
      agreedOn: '2026-09-20',
    })
  add('Kept in time', '2026-11-10', '2026-11-09')
  add('Kept early', '2026-12-10', '2026-11-03')
  add('Kept late', '2026-11-10', '2026-11-15')
  add('Send the letter', '2026-11-20', null)
  add('Kept in October, late since September', '2026-09-30', '2026-10-02')
  add('Due today', TODAY, null)
  add('Without a day', null, null)
  add('Theirs', '2026-11-01', null, 'mentee')
  const binned = add('In the bin', '2026-11-01', null)
  actionItems.remove(record, { id: binned, deleted: true })
  return promiseLedger([read(record)], TODAY)
}

test('a promise counts in the month in which it was decided, what was not kept first', () => {
  const { months } = ledger()
  expect(months.map(({ month }) => month)).toEqual(['2026-11', '2026-09'])
  expect(months[0]).toMatchObject({ kept: 3, keptLate: 1, late: 1 })
  expect(months[0]?.promises.map(({ item }) => item.what)).toEqual([
    'Send the letter',
    'Kept late',
    'Kept in time',
    'Kept early',
  ])
  expect(months[1]).toMatchObject({ kept: 1, keptLate: 1, late: 0 })
})

test('what has no day, or a day that is not over, is open and held against nobody', () => {
  expect(ledger().open.map(({ item }) => item.what)).toEqual(['Due today', 'Without a day'])
})

test('on paper it is a count: no name and no word of a promise', () => {
  const words = { month: (month: string) => month }
  const paper = JSON.stringify(promiseReport(ledger().months, '', words))
  expect(paper).toContain('"2026-11","4","3","1","1"')
  for (const text of ['Amara', 'Kept in time', 'Send the letter', 'Without a day'])
    expect(paper).not.toContain(text)
})
