/** How coaching ends: what is given, what the record says of it, and the one word in the first year. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { createRecord } from '../../crdt/record-clock'
import { todayOf } from '../../views/today'
import { leaving } from '../leaving'
import { createVaultProjector, formerRecords } from '../projection'
import { type Closing, closeOut, hasLeft } from './closing'
import { enrolmentStateOn, enrolments, statusOn } from './enrolment'
import { editMentee } from './mentee'

const emptyVault = createVaultProjector(createRecord(Date.now)).project()
const GRADUATES: Closing = {
  how: 'graduated',
  endedOn: '2027-05-20',
  contactAfter: 'contact-yes',
  keepUntil: null,
  hold: '',
  given: [
    { title: 'A letter from your coach', text: 'You learned to stop.', provenance: 'coach' },
    { title: 'For my first program', text: 'One question a day.', provenance: 'mentee' },
    { title: 'Final summary', text: ' ', provenance: 'coach' },
  ],
  to: 'Amara Osei',
  why: 'Coaching ended',
}
const closed = (input: Partial<Closing> = {}) => {
  const record = newRecord()
  closeOut(record, { ...GRADUATES, ...input })
  return record
}
const greetings = (record: ReturnType<typeof newRecord>, day: string) =>
  todayOf([], emptyVault, day, day, formerRecords({ r: read(record) })).greetings.map(
    ({ mentee }) => mentee,
  )

test('what a graduate is given is theirs to keep, and noted; what has no words is not', () => {
  const projection = read(closed())
  expect(projection.copies.map(({ title, provenance }) => [title, provenance]).sort()).toEqual([
    ['A letter from your coach', 'coach'],
    ['For my first program', 'mentee'],
  ])
  expect(projection.disclosures).toHaveLength(2)
  expect(leaving(projection, 'mentee-summary').items).toHaveLength(2)
  expect(projection.mentee).toMatchObject({ status: 'graduated', endedOn: '2027-05-20', hold: '' })
  expect(projection.mentee.archivedAt).not.toBeNull()
})

test('a graduate who wants it is written to once, in the August of their first year, and then never', () => {
  const record = closed()
  expect(greetings(record, '2027-07-31')).toEqual([])
  expect(greetings(record, '2027-08-01')).toEqual(['Amara Osei'])
  expect(greetings(record, '2027-08-30')).toEqual(['Amara Osei'])
  expect([greetings(record, '2027-08-31'), greetings(record, '2028-08-01')]).toEqual([[], []])
  editMentee(record, { next: { greeted: true } })
  expect(greetings(record, '2027-08-02')).toEqual([])
})

test('nobody is written to who said no, was not asked, or left otherwise', () => {
  const day = '2027-08-02'
  expect(greetings(closed({ contactAfter: 'contact-no' }), day)).toEqual([])
  expect(greetings(closed({ contactAfter: 'contact-not-asked' }), day)).toEqual([])
  expect(greetings(closed({ how: 'transferred' }), day)).toEqual([])
  expect(greetings(closed({ endedOn: '2027-08-15' }), '2028-08-01')).toEqual(['Amara Osei'])
})

test('of somebody who left the school the record says that, from a day on, and is held', () => {
  const record = closed({ how: 'withdrawn', hold: ' An appeal may follow ', given: [] })
  const projection = read(record)
  expect(projection.mentee).toMatchObject({ status: 'active', hold: 'An appeal may follow' })
  expect(statusOn(projection, '2027-05-20')).toBe('withdrawn')
  expect(enrolmentStateOn(projection, '2027-05-19')).toBe('enrolled')
  expect(JSON.stringify(projection.enrolments)).not.toMatch(/dismiss/i)
  closeOut(record, { ...GRADUATES, how: 'withdrawn', given: [] })
  const lines = read(record).enrolments.filter(({ state }) => state === 'withdrawn')
  expect([lines.length, read(record).mentee.hold]).toEqual([1, 'An appeal may follow'])
})

test('that somebody left without a close-out is seen until there is one', () => {
  const record = newRecord()
  const seen = () => {
    const projection = read(record)
    return hasLeft(projection.mentee, statusOn(projection, '2027-02-01'))
  }
  expect(seen()).toBe(false)
  enrolments.add(record, { state: 'withdrawn', start: '2027-01-10' })
  expect(seen()).toBe(true)
  closeOut(record, { ...GRADUATES, how: 'withdrawn' })
  expect(seen()).toBe(false)
})
