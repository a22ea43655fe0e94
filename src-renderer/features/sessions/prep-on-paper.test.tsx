// @vitest-environment jsdom
/** What was read from paper is in the form as if it had been typed. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { goals } from '../../../shared/model/record/goal'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { bringBack, typedNow } from '../../context/typing/kept-typing'
import { PaperForm, type Ratings } from './prep-on-paper'

const stay = () => undefined
const field = (name: RegExp): HTMLInputElement => screen.getByLabelText(name)
const open = () => {
  const record = newRecord()
  const goal = goals.add(record, { title: 'Sleep', status: 'active' })
  const other = goals.add(record, { title: 'Run', status: 'active' })
  const vault = openVault({ amara: record })
  const show = (read: Ratings) =>
    vault.show(<PaperForm record={vault.record()} sessionId={null} read={read} onClose={stay} />)
  return { vault, goal, other, show }
}

test('ratings that were read are there again after a lock', async () => {
  const { goal, show } = open()
  const before = show({ progress: { [goal]: 7 }, energy: 4 })
  expect(field(/^Sleep/).value).toBe('7')
  expect(screen.queryByText(/typed here earlier/)).toBeNull()
  before.unmount()
  // As they are sealed at a lock and brought back after it.
  const sealed: unknown = JSON.parse(JSON.stringify(typedNow()))
  bringBack({})
  bringBack(sealed as ReturnType<typeof typedNow>)
  show({})
  expect([field(/^Sleep/).value, field(/^Energy/).value]).toEqual(['7', '4'])
  expect(screen.getByText(/typed here earlier/)).toBeDefined()
})

test('what the page says stands beside what was typed before, and no blank row takes any of it away', async () => {
  const user = userEvent.setup()
  const { vault, goal, other, show } = open()
  const before = show({})
  await user.type(field(/^Run/), '3')
  await user.type(field(/^Energy/), '5')
  await user.type(field(/^The one thing/), 'Say no')
  before.unmount()
  show({ progress: { [goal]: 7 }, stress: 2 })
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(vault.record().preps).toMatchObject([
    { progress: { [goal]: 7, [other]: 3 }, energy: 5, stress: 2, oneThing: 'Say no' },
  ])
})
