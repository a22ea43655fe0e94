// @vitest-environment jsdom

import '../../../tests/steps/window'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addGoal, ratings } from '../../../shared/model/record/goal'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord, TODAY } from '../../../tests/steps/two-devices'
import { GoalProgress } from './progress'

test('the trend has its room before it is there, so that nothing below it moves', async () => {
  const record = newRecord()
  const id = addGoal(record, { title: 'Sleep', today: TODAY })
  for (const confidence of [4, 7])
    ratings.add(record, { of: id, date: TODAY, importance: 9, confidence })
  const vault = openVault({ amara: record })
  const [goal] = vault.record().goals
  if (goal === undefined) throw new Error('no goal')
  vault.show(<GoalProgress recordId="amara" goal={goal} editable />)
  const below = screen.getByRole('button', { name: 'Importance and confidence' }).parentElement
  const room = below?.previousElementSibling
  expect(screen.queryByRole('img')).toBeNull()
  expect(room instanceof HTMLElement && room.style.height).toMatch(/rem/)
  const trend = await screen.findByRole('img', { name: /^Over time/ })
  expect(below?.previousElementSibling).toBe(trend)
})
