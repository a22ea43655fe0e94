import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { newId } from '../../base/id'
import { createRecord } from '../../crdt/record-clock'
import { fromPortable, toPortable } from '../../exchange/portable'
import { openFutureLetter, readFutureLetter, sealFutureLetter } from '../../vault/future-letter'
import { newKdfParameters } from '../../vault/header'
import { leaving } from '../leaving'
import { daysLeft, futureLetters, lettersToOpen, matchDayOf } from './future-letter'

beforeAll(() => sodium.ready)

const key = new Uint8Array(32).fill(7)
const written = () => {
  const record = newRecord()
  const id = newId()
  const place = { id, record: 'amara', kdf: newKdfParameters() }
  futureLetters.add(record, {
    id,
    moment: 'letter-match-day',
    openOn: '2029-03-16',
    writtenOn: '2026-11-24',
    sealed: sealFutureLetter('Remember why.', key, place),
  })
  return { record, id }
}

test('a record with a letter has nothing of what it says', () => {
  const { record } = written()
  const bytes = Buffer.from(Y.encodeStateAsUpdate(record)).toString('latin1')
  expect(bytes).toContain('letter-match-day')
  expect(bytes).not.toContain('Remember')
})

test('it goes along to a next coach and opens there with the word; the mentee’s packet says that there is one', () => {
  const { record, id } = written()
  const packet = leaving(read(record), 'mentee-inspection').items.find((one) => one.id === id)
  expect(packet?.item).toMatchObject({ openOn: '2029-03-16' })
  expect(packet?.item).not.toHaveProperty('sealed')
  const portable = toPortable(
    { id: newId(), mentee: read(record).mentee },
    leaving(read(record), 'next-coach').items,
    record,
  )
  const next = createRecord(Date.now)
  expect(fromPortable(next, portable)).toBe(0)
  const [letter] = futureLetters.readAll(next)
  const sealed = readFutureLetter(letter?.sealed ?? '')
  expect(sealed.ok && openFutureLetter(sealed.value, key, letter?.id ?? '')).toEqual({
    ok: true,
    value: 'Remember why.',
  })
})

test('it counts down, is named from its day on until it was read, and not for ever', () => {
  const { record, id } = written()
  const all = () => futureLetters.readAll(record)
  const on = (day: string) => lettersToOpen(all(), day).length
  expect(daysLeft({ openOn: '2029-03-16' }, '2029-03-01')).toBe(15)
  expect(daysLeft({ openOn: '2029-03-16' }, '2030-03-01')).toBe(0)
  expect([on('2029-03-15'), on('2029-03-16'), on('2029-05-15'), on('2029-05-16')]).toEqual([
    0, 1, 1, 0,
  ])
  futureLetters.edit(record, { id, next: { openedOn: '2029-03-16' } })
  expect(on('2029-03-16')).toBe(0)
})

test('Match Day is the third Friday of March', () => {
  expect([2026, 2027, 2029, 2030].map(matchDayOf)).toEqual([
    '2026-03-20',
    '2027-03-19',
    '2029-03-16',
    '2030-03-15',
  ])
})
