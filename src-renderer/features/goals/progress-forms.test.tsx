// @vitest-environment jsdom

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { addGoal } from '../../../shared/model/record/goal'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord, TODAY } from '../../../tests/steps/two-devices'
import { ProgressForm } from './progress-forms'

const shown = () => {
  const record = newRecord()
  addGoal(record, { title: 'Sleep', today: TODAY })
  const vault = openVault({ amara: record })
  const [goal] = vault.record().goals
  if (goal === undefined) throw new Error('no goal')
  const done = vi.fn()
  vault.show(<ProgressForm recordId="amara" goal={goal} onDone={done} />)
  const score = screen.getByRole('textbox', { name: 'Progress, 0 to 10' })
  const add = (value: string): void => {
    fireEvent.change(score, { target: { value } })
    fireEvent.click(screen.getByRole('button', { name: 'Add progress' }))
  }
  return { vault, done, add, written: () => vault.record().goals[0]?.progress }
}

test('an entry is written with its number, and the form is done', async () => {
  const { done, add, written } = shown()
  add('8')
  await waitFor(() => expect(done).toHaveBeenCalled())
  expect(written()).toMatchObject([{ score: 8, comment: '' }])
})

test('without a number it says what is missing, and writes nothing', async () => {
  const { done, add, written } = shown()
  add('')
  expect(await screen.findByText('Enter a number from 0 to 10.')).toBeDefined()
  expect(done).not.toHaveBeenCalled()
  expect(written()).toEqual([])
})

test('what the disk does not take stays in the form', async () => {
  const { vault, done, add } = shown()
  vault.disk.broken = true
  add('8')
  expect(await screen.findByText(/What you typed is still here/)).toBeDefined()
  expect(done).not.toHaveBeenCalled()
  vault.disk.broken = false
  add('9')
  await waitFor(() => expect(done).toHaveBeenCalled())
})
