/** What is paired and not met comes first, what is asked when, and what stays between the two. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { addDays } from '../../base/day'
import { byAttention, menteeStanding, reasonsFor } from '../../views/attention'
import { presentRecord } from '../../views/presenting'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { leaving } from '../leaving'
import { emptyVaultProjection } from '../projection'
import { editMentee } from './mentee'
import { firstMeetingOn, pairingMoments, pairings, sentFirstMessage, toMeet } from './pairing'
import { addSession } from './session'

const TODAY = '2026-11-27'
const vault = emptyVaultProjection(defaultSettings())
const paired = (days: number) => {
  const record = newRecord()
  pairings.add(record, { pairedOn: addDays(TODAY, -days) })
  return record
}
const of = (record: ReturnType<typeof newRecord>, id = 'r') => ({ ...read(record), id })

test('who is paired and not met is first, the longest paired before, and those not seen for long after them', () => {
  const forgotten = newRecord()
  addSession(forgotten, { status: 'held', date: '2026-06-01' })
  const planned = paired(20)
  addSession(planned, { status: 'planned', date: addDays(TODAY, 1) })
  const records = [of(forgotten, 'forgotten'), of(paired(9), 'nine'), of(planned, 'twenty')]
  expect(todayOf(records, vault, TODAY).unseen.map(({ id }) => id)).toEqual([
    'twenty',
    'nine',
    'forgotten',
  ])
  const rows = records.map((record) => menteeStanding(record, vault, TODAY))
  expect([...rows].sort(byAttention).map(({ id }) => id)).toEqual(['twenty', 'nine', 'forgotten'])
  expect(rows[1]).toMatchObject({ notMet: true, pairedOn: '2026-11-18', meetBy: '2026-12-02' })
  expect(reasonsFor(rows[1] as (typeof rows)[number])).toContain('not-met')
})

test('a session of the two, or the day of a meeting, is the first one; a group is not, where a pairing is written', () => {
  const record = paired(9)
  expect(toMeet(read(record), '2026-11-20', TODAY)).toEqual({
    since: '2026-11-18',
    by: '2026-12-02',
  })
  const id = pairings.readAll(record)[0]?.id ?? ''
  pairings.edit(record, { id, next: { metOn: '2026-11-25' } })
  expect(toMeet(read(record), null, TODAY)).toBeNull()
  expect(menteeStanding(read(record), vault, TODAY).lastContact).toBe('2026-11-25')
  addSession(record, { status: 'held', date: '2026-11-24' })
  expect(firstMeetingOn(read(record))).toBe('2026-11-24')
  // A record from before there were pairings goes by any contact, as it did.
  expect(toMeet(read(newRecord()), '2026-11-20', TODAY)).toBeNull()
})

test('a record that was begun elsewhere years ago is not told as a pairing, nor is one that is yet to come', () => {
  const since = (coachedSince: string) => {
    const record = newRecord()
    editMentee(record, { next: { coachedSince } })
    return toMeet(read(record), null, TODAY)
  }
  expect(since('2023-08-01')).toEqual({ since: null, by: null })
  expect(since('2026-09-01')).toEqual({ since: '2026-09-01', by: '2026-09-15' })
  expect(toMeet(read(paired(400)), null, TODAY)?.since).toBe(addDays(TODAY, -400))
  expect(toMeet(read(paired(-3)), null, TODAY)).toBeNull()
})

test('somebody on leave is not waited for', () => {
  const record = paired(9)
  editMentee(record, { next: { status: 'on-leave' } })
  expect(menteeStanding(read(record), vault, TODAY).notMet).toBe(false)
  expect(todayOf([read(record)], vault, TODAY)).toMatchObject({ pairings: [], unseen: [] })
})

test('the first message is asked for until it is sent, the fit once after ninety days, neither once another coach was asked for', () => {
  const what = (record: ReturnType<typeof newRecord>, today = TODAY) =>
    pairingMoments(read(record), today).map((one) => one.what)
  const record = paired(9)
  expect(what(record)).toEqual(['message'])
  sentFirstMessage(record, { today: TODAY, since: null })
  expect(what(record)).toEqual([])
  expect(what(record, addDays(TODAY, 80))).toEqual([])
  expect(what(record, addDays(TODAY, 81))).toEqual(['fit'])
  expect(what(record, addDays(TODAY, 112))).toEqual([])
  const id = pairings.readAll(record)[0]?.id ?? ''
  pairings.edit(record, { id, next: { changeOn: TODAY } })
  expect(what(record, addDays(TODAY, 81))).toEqual([])
})

test('a message that is sent before any pairing was written writes one, of when the coaching began', () => {
  const record = newRecord()
  sentFirstMessage(record, { today: TODAY, since: '2026-11-18' })
  expect(read(record).pairings).toMatchObject([{ pairedOn: '2026-11-18', messageOn: TODAY }])
})

test('the mentee may see all of it; a next coach neither gets it nor hears of it, and a shown screen keeps the fit back', () => {
  const record = newRecord()
  pairings.add(record, { pairedOn: TODAY, fit: 'Feels like home', changeOn: TODAY })
  const kinds = (to: 'mentee-inspection' | 'next-coach') =>
    leaving(read(record), to).items.map(({ kind }) => kind)
  expect(kinds('mentee-inspection')).toContain('pairings')
  expect(kinds('next-coach')).not.toContain('pairings')
  expect(leaving(read(record), 'next-coach').staysBehind).toEqual({})
  expect(JSON.stringify(presentRecord(read(record)).pairings)).not.toContain('home')
  expect(presentRecord(read(record)).pairings[0]?.changeOn).toBeNull()
})
