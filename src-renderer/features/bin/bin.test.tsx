// @vitest-environment jsdom

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { binItem } from '../../../shared/model/bin'
import { checkIns } from '../../../shared/model/record/check-in'
import { addGoal } from '../../../shared/model/record/goal'
import { addSession } from '../../../shared/model/record/session'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord, TODAY } from '../../../tests/steps/two-devices'
import { Bin } from './bin'

test('each item is called by its own name, or by what it is and when, and comes back with what it took along', async () => {
  const record = newRecord()
  const goal = addGoal(record, { title: 'Sleep more', today: TODAY })
  const { session } = addSession(record, { date: '2026-10-01', title: 'First' })
  const checkIn = checkIns.add(record, { date: '2026-10-02', instrument: 'who-5' })
  binItem(record, { kind: 'goals', id: goal })
  binItem(record, { kind: 'sessions', id: session })
  binItem(record, { kind: 'checkIns', id: checkIn })
  const vault = openVault({ amara: record })
  vault.show(<Bin />)
  for (const name of [/Sleep more/, /One-on-one session, Oct 1/, /WHO-5 well-being/])
    expect(screen.getByRole('button', { name })).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: /Oct 1/ }))
  await waitFor(() => expect(vault.record().sessions[0]?.deletedAt).toBeNull())
  expect(vault.record().notes.every(({ deletedAt }) => deletedAt === null)).toBe(true)
  expect(screen.queryByRole('button', { name: /Oct 1/ })).toBeNull()
})
