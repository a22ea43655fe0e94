/** What is said before it is needed, and that it was said. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../tests/steps/two-devices'
import { agreements, limitsTold, sayLimits } from '../model/record/agreement'
import { CONFIDENTIALITY_LIMITS, newAgreement } from '../model/record/agreement-clauses'
import { sessions } from '../model/record/session'
import { briefOf } from './brief'
import { limitsToSay } from './limits-to-say'

const TODAY = '2026-11-24'

const withAgreement = (clauses = newAgreement().clauses) => {
  const record = newRecord()
  const agreement = agreements.add(record, { clauses, madeOn: TODAY })
  const begin = (kind: 'one-to-one' | 'urgent' = 'one-to-one') =>
    sessions.add(record, { kind, status: 'planned', date: TODAY })
  const toSay = (session: string, today = TODAY) => {
    const now = read(record)
    const found = now.sessions.find(({ id }) => id === session)
    if (found === undefined) throw new Error('no session')
    return limitsToSay(now, found, today)
  }
  const say = (day: string, said = true) => sayLimits(record, { id: agreement, day, said })
  return { record, begin, toSay, say, told: () => limitsTold(read(record).agreements[0] as never) }
}

test('before the first session they are this agreement’s, in its words, until they were said that day', () => {
  const { begin, toSay, say } = withAgreement({
    ...newAgreement().clauses,
    danger: 'I call.',
    law: ' ',
  })
  const session = begin()
  expect(toSay(session)?.limits).toHaveLength(CONFIDENTIALITY_LIMITS.length - 1)
  expect(toSay(session)?.limits[0]).toMatchObject({ id: 'danger', words: 'I call.', saidOn: null })
  say(TODAY)
  expect(toSay(session)).toBeUndefined()
})

test('later on only an urgent session asks for them, and anew each time', () => {
  const { record, begin, toSay, say } = withAgreement()
  sessions.add(record, { date: '2026-10-01', status: 'held' })
  say('2026-10-01')
  expect(toSay(begin())).toBeUndefined()
  const urgent = begin('urgent')
  expect(toSay(urgent)).toBeDefined()
  sessions.edit(record, { id: urgent, next: { status: 'held' } })
  expect(toSay(urgent)).toBeUndefined()
})

test('without an agreement they are those that a new one begins with, and none of them was said', () => {
  const record = newRecord()
  const toSay = (kind: 'one-to-one' | 'urgent') => {
    const id = sessions.add(record, { kind, status: 'planned', date: TODAY })
    const now = read(record)
    const found = now.sessions.find((one) => one.id === id)
    return found && limitsToSay(now, found, TODAY)
  }
  expect(toSay('one-to-one')?.agreement).toBeUndefined()
  expect(toSay('one-to-one')?.limits).toEqual(
    CONFIDENTIALITY_LIMITS.map(({ id, title, start }) => ({
      id,
      title,
      words: start,
      saidOn: null,
    })),
  )
  sessions.add(record, { date: '2026-10-01', status: 'held' })
  expect(toSay('one-to-one')).toBeUndefined()
  expect(toSay('urgent')?.limits).toHaveLength(CONFIDENTIALITY_LIMITS.length)
})

test('each day on which they were said stays, and one that was logged by mistake is taken back alone', () => {
  const { say, told } = withAgreement()
  say('2025-08-01')
  say(TODAY)
  expect(told()).toEqual([
    { day: TODAY, all: true },
    { day: '2025-08-01', all: true },
  ])
  say(TODAY, false)
  expect(told()).toEqual([{ day: '2025-08-01', all: true }])
})

test('the brief tells of a limit that was last said more than a year ago', () => {
  const { record, say } = withAgreement()
  const stale = (today: string) => briefOf(read(record), [], today).limits.length
  expect(stale(TODAY)).toBe(0)
  say('2025-11-24')
  expect(stale('2026-11-24')).toBe(0)
  expect(stale('2026-11-25')).toBe(CONFIDENTIALITY_LIMITS.length)
})
