// @vitest-environment jsdom
/** What a removal asks, and says of a laptop: of those that removed each other, that were left out, that still write. */
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { LaptopStanding } from '../../../../shared/vault/lineage'
import { openVault } from '../../../../tests/steps/open-vault'
import { useApp } from '../../../context/app-state'
import type { LaptopRow } from '../../../store/session/laptop-rows'
import { FOLDER_NOT_YET } from '../../../sync/folder/folder-status'
import type { FolderSync } from '../../../sync/folder/folder-sync'
import { LaptopsSettings } from './laptops-settings'
import { RemovalNotices } from './removal-notices'
import { RemoveLaptop } from './remove-laptop'

const rowOf = (id: string, name: string, more: Partial<LaptopRow> = {}): LaptopRow => ({
  id,
  name,
  system: '',
  seen: '2026-11-20',
  since: '2026-09-01',
  state: 'here',
  removedBy: '',
  removedAt: '',
  ...more,
})
const LAPTOPS = [
  rowOf('here', 'Home laptop', { state: 'this' }),
  rowOf('c', 'Clinic laptop'),
  rowOf('t', 'Train laptop', {
    state: 'removed',
    removedBy: 'c',
    removedAt: '2026-11-21T10:00:00Z',
  }),
]

const withLaptops = (more: object = {}) => {
  const vault = openVault()
  vault.model.setState({ laptops: LAPTOPS, ...more })
  return vault
}

test('of two laptops that removed each other the coach says which one is here, by its name', async () => {
  const between = [
    { by: 'c', epoch: 5 },
    { by: 'unknown', epoch: 6 },
  ] as unknown as Extract<LaptopStanding, { kind: 'torn' }>['between']
  const chosen: number[] = []
  const vault = withLaptops({ standing: { kind: 'torn', between } satisfies LaptopStanding })
  Object.assign(vault.session, { laptops: { choose: async (epoch: number) => chosen.push(epoch) } })
  vault.show(<RemovalNotices />)
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toContain('Two of your laptops have removed each other')
  expect(alert.textContent).toContain('syncs with neither until you say which one')
  await userEvent.click(within(alert).getByRole('button', { name: 'another laptop' }))
  await userEvent.click(within(alert).getByRole('button', { name: 'Clinic laptop' }))
  expect(chosen).toEqual([6, 5])
})

test('one that was left out is told by whom, that what is here is still here, and how to go on; it was not removed', () => {
  withLaptops({
    standing: { kind: 'left-out', by: 'c', at: '2026-11-21T10:00:00Z' } satisfies LaptopStanding,
  }).show(<RemovalNotices />)
  const alert = screen.getByRole('alert')
  expect(alert.textContent).toContain('This laptop was left out when another one was removed')
  expect(alert.textContent).toContain('Clinic laptop removed a laptop on November 21, 2026')
  expect(alert.textContent).toContain('What is here is still here')
  expect(within(alert).getByRole('button', { name: 'Erase the vault here' })).toBeDefined()
  expect(within(alert).queryByRole('button', { name: 'This wasn’t me' })).toBeNull()
})

test('what a removed laptop still tries to write is counted beside its name, and beside no other', () => {
  const vault = withLaptops({ refused: { t: 2 } })
  vault.show(<LaptopsSettings />)
  const row = (name: string) =>
    screen.getByRole('row', { name: new RegExp(`^${name}`) }).textContent
  expect(row('Train laptop')).toContain('Removed on November 21, 2026 by Clinic laptop')
  expect(row('Train laptop')).toContain('It tried to write 2 changes since. They were refused.')
  expect(row('Clinic laptop')).not.toContain('refused')
})

test.each([
  ['reading', true],
  ['unreachable', true],
  ['written', false],
  ['agreed', false],
] as const)('with a folder that is %s, a removal says whether to wait: %s', (state, isSaid) => {
  const status = createStore(() => ({ ...FOLDER_NOT_YET, state }))
  useApp.setState({ folder: { status } as FolderSync })
  withLaptops().show(<RemoveLaptop row={rowOf('c', 'Clinic laptop')} onClose={() => undefined} />)
  const said = screen.queryByText(/The folder hasn’t been read to the end/)
  expect(said !== null).toBe(isSaid)
})
