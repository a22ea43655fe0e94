import { expect, test } from 'vitest'
import { settings } from '../../../shared/model/caseload/caseload'
import { menteeProfile } from '../../../shared/model/record/mentee'
import { conflictTitle } from './conflict-words'

const titleOf = (id: string, field: string): string =>
  conflictTitle({}, [], { id, field, shown: '', others: [] })

test('a conflict of the mentee or of a setting is called by the field’s label, and never by its name in the code', () => {
  expect(titleOf('settings', 'turnover')).toBe('Setting, start of the academic year')
  expect(titleOf('settings', 'letterhead')).toBe('Setting, letterhead')
  expect(titleOf('mentee', 'coachedSince')).toBe('Mentee, coached since')
  for (const [id, { fields }] of Object.entries({ settings, mentee: menteeProfile }))
    for (const field of Object.keys(fields)) expect(titleOf(id, field)).not.toMatch(`, ${field}$`)
})
