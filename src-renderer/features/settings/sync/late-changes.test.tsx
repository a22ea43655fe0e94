// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { nameDevice } from '../../../../shared/model/caseload/device'
import { openVault } from '../../../../tests/steps/open-vault'
import type { Sync, SyncStatus } from '../../../sync/sync'
import { LateChanges } from './late-changes'

test('what has not arrived is said by laptop, and gone from the screen once it has', async () => {
  const vault = openVault()
  await vault.session.runOnVault(nameDevice, { id: 'c', name: 'Clinic laptop' })
  const status = createStore<Pick<SyncStatus, 'late'>>(() => ({
    late: [
      { device: 'c', count: 2 },
      { device: 'unknown', count: 1 },
    ],
  }))
  vault.show(<LateChanges sync={{ status } as unknown as Sync} />)
  expect(screen.getByText('2 changes from Clinic laptop haven’t arrived.')).toBeDefined()
  expect(screen.getByText('1 change from another laptop hasn’t arrived.')).toBeDefined()
  status.setState({ late: [] })
  await expect.poll(() => screen.queryByRole('status')).toBeNull()
})
