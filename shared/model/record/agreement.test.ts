/** What both said yes to stays as it was: other words, or another year's yes, are another version. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { agreementPage } from '../../report/agreement-page'
import { introduction } from '../../report/introduction'
import { reportToMarkdown } from '../../report/report'
import { agreementFor, agreementToAcknowledge } from '../agreement-given'
import { defaultSettings } from '../caseload/caseload'
import { leaving } from '../leaving'
import { emptyVaultProjection } from '../projection'
import {
  acknowledge,
  agreements,
  formerAgreements,
  isAcknowledged,
  newAgreementClauses,
  reviewAgreement,
  standingAgreements,
  versionCode,
} from './agreement'

const words = (wishes: string) => ({ ...newAgreementClauses(), wishes })
const vault = emptyVaultProjection(defaultSettings())

const agreed = () => {
  const record = newRecord()
  const id = agreements.add(record, {
    clauses: words('Walks'),
    agreedOn: '2025-11-20',
    acknowledgedOn: '2025-11-21',
    madeOn: '2025-11-20',
  })
  const form = () => {
    const { clauses, explained, agreedOn, acknowledgedOn } = standingAgreements(
      read(record).agreements,
    )[0] as never as ReturnType<typeof agreements.readAll>[number]
    return { clauses, explained, agreedOn, acknowledgedOn }
  }
  const review = (next: Partial<ReturnType<typeof form>>) => {
    const base = form()
    return reviewAgreement(record, { id, base, next: { ...base, ...next }, today: '2026-11-27' })
  }
  return { record, id, review }
}
const standing = (record: ReturnType<typeof newRecord>) =>
  standingAgreements(read(record).agreements)
const former = (record: ReturnType<typeof newRecord>) => formerAgreements(read(record).agreements)

test('the code follows from the words, and from nothing else', () => {
  expect(versionCode(words('Walks'))).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)
  expect(versionCode({ ...words('Walks '), unknown: 'x' })).toBe(versionCode(words('Walks')))
  expect(versionCode(words('Talks'))).not.toBe(versionCode(words('Walks')))
})

test('other words than were agreed are a new version, which the mentee has not said yes to', () => {
  const { record, id, review } = agreed()
  const next = review({ clauses: words('Calls') })
  expect(next).not.toBe(id)
  expect(standing(record)).toMatchObject([
    { id: next, renews: id, acknowledgedOn: null, madeOn: '2026-11-27' },
  ])
  expect(former(record)).toMatchObject([
    { id, clauses: { wishes: 'Walks' }, acknowledgedOn: '2025-11-21', renewedOn: '2026-11-27' },
  ])
})

test('so is the yes of another year; a day that is put right, or a limit that was explained, is not', () => {
  const { record, id, review } = agreed()
  expect(review({ explained: ['danger 2026-11-27'] })).toBe(id)
  expect(review({ agreedOn: '2025-11-19' })).toBe(id)
  expect(former(record)).toEqual([])
  expect(review({ agreedOn: '2026-11-27' })).not.toBe(id)
  expect(former(record)).toHaveLength(1)
})

test('what nobody has said yes to yet is written over', () => {
  const record = newRecord()
  const id = agreements.add(record, { clauses: words('Walks') })
  const base = { clauses: words('Walks'), explained: [], agreedOn: null, acknowledgedOn: null }
  const next = { ...base, clauses: words('Calls'), agreedOn: '2026-11-27' }
  expect(reviewAgreement(record, { id, base, next, today: '2026-11-27' })).toBe(id)
  expect(standing(record)).toMatchObject([{ clauses: { wishes: 'Calls' } }])
})

test('a next coach gets what holds, the mentee may see every version', () => {
  const { record, review } = agreed()
  review({ clauses: words('Calls') })
  const said = (to: 'next-coach' | 'mentee-inspection') =>
    leaving(read(record), to).items.filter(({ kind }) => kind === 'agreements').length
  expect([said('next-coach'), said('mentee-inspection')]).toEqual([1, 2])
})

test('a yes counts for the words that it was given to; a day that the coach noted counts as it did', () => {
  const { record, id } = agreed()
  expect(isAcknowledged(standing(record)[0] as never)).toBe(true)
  acknowledge(record, { version: versionCode(words('Walks')), name: 'Amara', date: '2025-11-22' })
  // Two laptops: on the other one the words were changed at the same time.
  agreements.edit(record, { id, next: { clauses: words('Calls') } })
  expect(isAcknowledged(standing(record)[0] as never)).toBe(false)
  expect(agreementToAcknowledge(read(record))?.id).toBe(id)
})

test('the page has both yeses and the version, and lines to sign on where one is missing', () => {
  const { record, id, review } = agreed()
  const page = () => {
    const one = agreementFor(read(record), standing(record)[0]?.id)
    return one === undefined
      ? ''
      : reportToMarkdown(agreementPage(read(record), vault, one, String))
  }
  acknowledge(record, {
    version: versionCode(words('Walks')),
    name: 'Amara O.',
    date: '2025-11-22',
  })
  expect(page()).toContain('Amara O., 2025-11-22')
  expect(page()).toContain(versionCode(words('Walks')))
  expect(page()).not.toContain('____')
  expect(review({ clauses: words('Calls') })).not.toBe(id)
  expect(page()).toContain('____')
})

test('the introduction is made of what holds, or of what would be offered, without their wishes', () => {
  const text = reportToMarkdown(introduction(read(newRecord()), vault))
  expect(text).toContain(newAgreementClauses().purpose)
  const { record } = agreed()
  expect(reportToMarkdown(introduction(read(record), vault))).not.toContain('Walks')
})
