/** Roles beside coaching: each with its day, and asked about anew every academic year. */
import { expect, test } from 'vitest'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { todayOf } from '../../views/today'
import { defaultSettings } from '../caseload/caseload'
import { profileNames } from '../leaving'
import { emptyVaultProjection } from '../projection'
import { editDetails } from './enrolment'
import { editMentee, readMentee } from './mentee'
import { confirmRoles, ROLES, roleSince, rolesToConfirm } from './role'

const JULY = '07-01'

test('a role has the day on which it was said, and loses it with the role', () => {
  const record = newRecord()
  const edit = (today: string, base: object, next: object) =>
    editDetails(record, { today, base, next })
  edit('2026-09-01', { supervises: false }, { supervises: true })
  edit('2026-10-01', { letters: false }, { letters: true, supervises: true })
  expect(roleSince(readMentee(record), 'supervises')).toBe('2026-09-01')
  expect(roleSince(readMentee(record), 'letters')).toBe('2026-10-01')
  edit('2026-11-01', { supervises: true }, { supervises: false })
  expect(readMentee(record).rolesOn).toEqual(['letters 2026-10-01'])
})

test('it is asked about from July on until somebody says that it is still so; one without a day is asked about at once', () => {
  const record = newRecord()
  editMentee(record, { next: { committee: true } })
  const open = (today: string) => rolesToConfirm(readMentee(record), today, JULY)
  expect(open('2026-11-27')).toEqual(['committee'])
  confirmRoles(record, '2026-11-27')
  expect(open('2027-06-30')).toEqual([])
  expect(open('2027-07-01')).toEqual(['committee'])
  confirmRoles(record, '2027-07-01')
  expect(open('2028-06-30')).toEqual([])
  expect(roleSince(readMentee(record), 'committee')).toBe('2026-11-27')
})

test('Today asks of those who are coached now, and of nobody without a role', () => {
  const vault = emptyVaultProjection(defaultSettings())
  const record = newRecord()
  const asked = () => todayOf([read(record)], vault, '2026-11-27').roles.length
  expect(asked()).toBe(0)
  editMentee(record, { next: { employs: true } })
  expect(asked()).toBe(1)
  editMentee(record, { next: { status: 'graduated' } })
  expect(asked()).toBe(0)
})

test('no role leaves, for anybody', () => {
  for (const to of [
    'next-coach',
    'mentee-inspection',
    'roster',
    'program',
    'mentee-summary',
  ] as const)
    for (const role of [...ROLES, 'rolesOn'] as const) expect(profileNames(to)).not.toContain(role)
})
