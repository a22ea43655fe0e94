// @vitest-environment jsdom
import '../../../tests/steps/window'
/** What the coach owes, where they look: late ones before the day, all of them by month. */

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addDays } from '../../../shared/base/day'
import { actionItems } from '../../../shared/model/record/action-item'
import { todayOf } from '../../../shared/views/today'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { useApp } from '../../context/app-state'
import { today } from '../../ui/when'
import { LatePromises } from '../today/late-promises'
import { waitingIn } from '../today/waiting'
import { PromisesScreen } from './promises-screen'

const DAY = today()
const BEFORE = addDays(DAY, -3)

const withPromises = () => {
  const record = newRecord()
  const add = (what: string, more: object) =>
    actionItems.add(record, { what, whose: 'coach', agreedOn: addDays(DAY, -30), ...more })
  add('Send the plan', { due: BEFORE })
  add('Introduce the adviser', { due: addDays(DAY, 1) })
  add('Read the draft', { due: BEFORE, doneOn: BEFORE })
  add('Theirs', { due: BEFORE, whose: 'mentee' })
  return { record, vault: openVault({ amara: record }) }
}

test('a month says how many were kept and shows those that were not; ticked, one is kept late', async () => {
  const { vault } = withPromises()
  vault.show(<PromisesScreen />)
  expect(screen.getByText('1 of 2 kept')).toBeTruthy()
  expect(screen.getByText('Introduce the adviser')).toBeTruthy()
  expect(screen.queryByText('Read the draft')).toBeNull()
  expect(screen.queryByText('Theirs')).toBeNull()
  fireEvent.click(screen.getByLabelText('Send the plan'))
  await waitFor(() => expect(screen.getByText('2 of 2 kept, 1 after the due date')).toBeTruthy())
  fireEvent.click(screen.getByText('Show the one kept in time'))
  expect(screen.getByText('Read the draft')).toBeTruthy()
})

test('a promise opens the session that it comes from, or the mentee’s page', () => {
  const { vault } = withPromises()
  vault.show(<PromisesScreen />)
  fireEvent.click(screen.getByLabelText('Open where it comes from: Send the plan'))
  expect(useApp.getState().route).toEqual({ screen: 'mentee', id: 'amara', tab: 'overview' })
})

test('Today says first what the coach is late with, and of nobody else', () => {
  const { record, vault } = withPromises()
  const now = todayOf([read(record)], vault.model.getState().vault, DAY)
  expect(waitingIn(now)).toBe(3)
  vault.show(<LatePromises now={now} />)
  expect(screen.getByText('1 overdue')).toBeTruthy()
  expect(screen.getByLabelText('Send the plan')).toBeTruthy()
  expect(screen.queryByText('Introduce the adviser')).toBeNull()
  expect(screen.queryByText('Theirs')).toBeNull()
})

test('many late promises leave the day in sight, until all are asked for', () => {
  const record = newRecord()
  for (let number = 1; number <= 9; number++)
    actionItems.add(record, {
      what: `Promise ${number}`,
      whose: 'coach',
      agreedOn: BEFORE,
      due: BEFORE,
    })
  const vault = openVault({ amara: record })
  vault.show(<LatePromises now={todayOf([read(record)], vault.model.getState().vault, DAY)} />)
  expect(screen.getByText('9 overdue')).toBeTruthy()
  expect(screen.getAllByRole('checkbox')).toHaveLength(6)
  fireEvent.click(screen.getByText('Show all 9'))
  expect(screen.getAllByRole('checkbox')).toHaveLength(9)
})
