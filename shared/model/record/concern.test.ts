/** A concern that others told the coach of: what is said first, and to whom it goes. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { createRecord } from '../../crdt/record-clock'
import { briefOf } from '../../views/brief'
import { presentRecord } from '../../views/presenting'
import { todayOf } from '../../views/today'
import { leaving, onPaper } from '../leaving'
import { createVaultProjector } from '../projection'
import { concerns, concernsToSay } from './concern'
import { editMentee } from './mentee'

const vault = createVaultProjector(createRecord(Date.now)).project()
const TOLD = { what: 'Clerkship exam', told: 'They wrote to me.', date: '2026-11-20' } as const
const TODAY = '2026-11-24'

const recordWith = (input: Parameters<typeof concerns.add>[1]) => {
  const record = newRecord()
  concerns.add(record, input)
  return read(record)
}
const waiting = (input: Parameters<typeof concerns.add>[1], day = TODAY) =>
  todayOf([recordWith(input)], vault, day).concerns.map(({ item }) => item.due)

test('what the mentee does not know that the coach knows is said first, until they know or it is closed', () => {
  const unsaid = (input: Parameters<typeof concerns.add>[1]) =>
    briefOf(recordWith(input), [], TODAY).unsaid.length
  expect(unsaid(TOLD)).toBe(1)
  expect(unsaid({ ...TOLD, raisedBy: 'by-mentee' })).toBe(0)
  expect(unsaid({ ...TOLD, knownOn: TODAY })).toBe(0)
  expect(unsaid({ ...TOLD, closedOn: TODAY })).toBe(0)
  expect(waiting(TOLD)).toEqual([TOLD.date])
})

test('Today tells of the next date a week before, and of none that is closed', () => {
  const known = { ...TOLD, knownOn: TOLD.date, nextDate: '2026-12-04' }
  expect([waiting(known), waiting(known, '2026-11-28')]).toEqual([[], ['2026-12-04']])
  expect(waiting({ ...known, closedOn: '2026-11-27' }, '2026-12-05')).toEqual([])
})

test('once coaching has ended, nothing is to be said first, and Today is silent about what is still open', () => {
  const record = newRecord()
  concerns.add(record, TOLD)
  const due = () => todayOf([read(record)], vault, TODAY).concerns.length
  expect(concernsToSay(read(record))).toHaveLength(1)
  expect(due()).toBe(1)
  editMentee(record, { next: { endedOn: TODAY } })
  expect(concernsToSay(read(record))).toEqual([])
  expect(due()).toBe(0)
})

test('without the mentee’s yes a next coach is not even told that there is one', () => {
  expect(leaving(recordWith(TOLD), 'next-coach')).toEqual({ items: [], staysBehind: {} })
  const [given] = leaving(recordWith({ ...TOLD, mayGoOn: true }), 'next-coach').items
  expect(given).toMatchObject({ kind: 'concerns', item: { what: TOLD.what } })
  expect(given?.item).not.toHaveProperty('told')
  const closed = { ...TOLD, mayGoOn: true, closedOn: TODAY }
  expect(leaving(recordWith(closed), 'next-coach').items).toEqual([])
})

test('the mentee may see all of it; a sheet and a screen that others look at have none of it', () => {
  const record = recordWith(TOLD)
  expect(leaving(record, 'mentee-inspection').items).toMatchObject([{ item: { told: TOLD.told } }])
  expect(onPaper(record).concerns).toEqual([])
  expect(presentRecord(record).concerns).toEqual([])
})

test('a coach who sits on the committee is asked to recuse themselves until they wrote down how', () => {
  const before = (input: Parameters<typeof concerns.add>[1], more: object = {}) => {
    const record = newRecord()
    concerns.add(record, input)
    editMentee(record, { next: { committee: true, ...more } })
    return todayOf([read(record)], vault, TODAY).recusals.length
  }
  const formal = { ...TOLD, formal: 'formal-committee' } as const
  expect(before(formal)).toBe(1)
  expect(before({ ...TOLD, raisedBy: 'by-committee' })).toBe(1)
  expect(before(TOLD)).toBe(0)
  expect(before(formal, { committee: false })).toBe(0)
  expect(before(formal, { recusal: 'The chair leads it; I leave the room.' })).toBe(0)
  expect(before({ ...formal, closedOn: TODAY })).toBe(0)
})
