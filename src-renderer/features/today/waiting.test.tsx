// @vitest-environment jsdom
import '../../../tests/steps/window'
/** What waits for the coach: all that is overdue, as long as it can be read, and the rest one press away. */

import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addDays } from '../../../shared/base/day'
import { referrals } from '../../../shared/model/record/referral'
import { todayOf } from '../../../shared/views/today'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { today } from '../../ui/when'
import { Waiting } from './waiting'

const showWith = (overdue: number): void => {
  const record = newRecord()
  for (let number = 0; number < overdue; number++)
    referrals.add(record, {
      resource: `Service ${number}`,
      followUp: addDays(today(), -1 - number),
    })
  const vault = openVault({ amara: record })
  const now = todayOf([vault.record()], vault.model.getState().vault, today())
  vault.show(<Waiting now={now} hidden={0} />)
}
const lines = () => screen.getAllByText(/Service \d+/)

test('twelve that are overdue are all shown', () => {
  showWith(12)
  expect(lines()).toHaveLength(12)
  expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull()
})

test('of ninety that are overdue the oldest are shown, with how many there are, and all at one press', () => {
  showWith(90)
  expect(lines()).toHaveLength(20)
  expect(screen.getByText(/Service 89/)).toBeDefined()
  expect(screen.getByText('90 overdue')).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Show all 90' }))
  expect(lines()).toHaveLength(90)
})
