/** What both said yes to stays as it was: other words, or another year's yes, are another version. */
import { describe, expect, test } from 'vitest'
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
  explainedOn,
  formerAgreements,
  isAcknowledged,
  limitsOf,
  reviewAgreement,
  standingAgreements,
  underHeadings,
  versionCode,
} from './agreement'
import { newAgreement } from './agreement-clauses'

const words = (wishes: string) => ({ ...newAgreement().clauses, wishes })
const HEADINGS = newAgreement().headings
const codeOf = (clauses: ReturnType<typeof words>) => versionCode({ clauses, headings: HEADINGS })
const vault = emptyVaultProjection(defaultSettings())

const agreed = () => {
  const record = newRecord()
  const id = agreements.add(record, {
    clauses: words('Walks'),
    headings: HEADINGS,
    agreedOn: '2025-11-20',
    acknowledgedOn: '2025-11-21',
    madeOn: '2025-11-20',
  })
  const form = () => {
    const { clauses, headings, explained, agreedOn, acknowledgedOn } = standingAgreements(
      read(record).agreements,
    )[0] as never as ReturnType<typeof agreements.readAll>[number]
    return { clauses, headings, explained, agreedOn, acknowledgedOn }
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
  expect(codeOf(words('Walks'))).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$/)
  expect(versionCode({ clauses: { ...words('Walks '), unknown: 'x' }, headings: HEADINGS })).toBe(
    codeOf(words('Walks')),
  )
  expect(codeOf(words('Talks'))).not.toBe(codeOf(words('Walks')))
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
  const id = agreements.add(record, { clauses: words('Walks'), headings: HEADINGS })
  const begun = { clauses: words('Walks'), headings: HEADINGS, explained: [] }
  const base = { ...begun, agreedOn: null, acknowledgedOn: null }
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
  acknowledge(record, { version: codeOf(words('Walks')), name: 'Amara', date: '2025-11-22' })
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
    version: codeOf(words('Walks')),
    name: 'Amara O.',
    date: '2025-11-22',
  })
  expect(page()).toContain('Amara O., 2025-11-22')
  expect(page()).toContain(codeOf(words('Walks')))
  expect(page()).not.toContain('____')
  expect(review({ clauses: words('Calls') })).not.toBe(id)
  expect(page()).toContain('____')
})

test('the introduction is made of what holds, or of what would be offered, without their wishes', () => {
  const text = reportToMarkdown(introduction(read(newRecord()), vault))
  expect(text).toContain(newAgreement().clauses.purpose)
  const { record } = agreed()
  expect(reportToMarkdown(introduction(read(record), vault))).not.toContain('Walks')
})

describe('an agreement from before November 2026', () => {
  /** As the app wrote it then: with words, and nothing of headings. */
  const earlier = () => {
    const { record, id, review } = agreed()
    agreements.items(record)?.get(id)?.delete('headings')
    return { record, id, review }
  }
  const OLD = ['Sexual misconduct and discrimination', 'Abuse of a minor']
  const NEW = [
    'Sexual misconduct and discrimination (Title IX, civil rights)',
    'Abuse of a child, an elder, or a dependent adult',
  ]
  const titles = (record: ReturnType<typeof newRecord>) =>
    limitsOf(standing(record)[0] as never).flatMap(({ id, title }) =>
      ['misconduct', 'minor'].includes(id) ? [title] : [],
    )
  const onPaper = (record: ReturnType<typeof newRecord>) => {
    const one = agreementFor(read(record), standing(record)[0]?.id)
    const page = one && reportToMarkdown(agreementPage(read(record), vault, one, String))
    return [page, reportToMarkdown(introduction(read(record), vault))].join()
  }

  test('keeps the headings it was made under, on every page', () => {
    const { record } = earlier()
    expect(titles(record)).toEqual(OLD)
    for (const title of NEW) expect(onPaper(record)).not.toContain(title)
    for (const title of OLD) expect(onPaper(record)).toContain(title)
    agreements.edit(record, { id: standing(record)[0]?.id ?? '', next: { headings: HEADINGS } })
    for (const title of NEW) expect(onPaper(record)).toContain(title)
  })

  test('keeps the code that the mentee said yes to, and the form of that time is still a yes', () => {
    const record = newRecord()
    const clauses = { purpose: 'Time to think', minor: 'I must report it.' }
    agreements.add(record, { clauses, agreedOn: '2025-11-20' })
    // The code of these words as it was made then.
    const version = '8267-EF7F-7D9A'
    expect(versionCode(standing(record)[0] as never)).toBe(version)
    expect(acknowledge(record, { version, name: 'Amara', date: '2025-11-22' })).toBe(true)
    expect(isAcknowledged(standing(record)[0] as never)).toBe(true)
  })

  test('takes today’s as another version, and what was explained under the earlier ones is explained anew', () => {
    const { record, id, review } = earlier()
    review({ explained: ['danger 2025-11-20', 'minor 2025-11-20'] })
    const base = standing(record)[0] as never
    const next = underHeadings(base, base, HEADINGS)
    expect(next.explained).toEqual(['danger 2025-11-20'])
    expect(underHeadings(base, { ...(base as object), ...next } as never, 'until-2026-11')).toEqual(
      {
        headings: 'until-2026-11',
        explained: ['danger 2025-11-20', 'minor 2025-11-20'],
      },
    )
    review(next)
    expect(titles(record)).toEqual(NEW)
    expect(standing(record)[0]).toMatchObject({ renews: id, acknowledgedOn: null })
    expect(explainedOn(standing(record)[0] as never, 'minor')).toBeNull()
    expect(former(record)).toMatchObject([{ id, headings: 'until-2026-11' }])
  })
})
