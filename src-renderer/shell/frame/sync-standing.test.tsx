// @vitest-environment jsdom
import '../../../tests/steps/window'
/** What the header and Settings say of the sync. */
import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Environment } from '../../../shared/bridge/environment'
import { openVault } from '../../../tests/steps/open-vault'
import { useApp } from '../../context/app-state'
import { OpenVaultProvider } from '../../context/vault/session'
import { SyncSettings } from '../../features/settings/sync/sync-settings'
import type { SearchIndex } from '../../store/search/search-index'
import { NO_AGREEMENT } from '../../sync/agreed/agreeing'
import type { SyncStatus } from '../../sync/sync'
import { SyncState } from './sync-state'

const SYNCED: SyncStatus = {
  state: 'synced',
  problem: null,
  refused: 0,
  confirms: true,
  missing: 0,
  late: [],
  lastSynced: null,
  twin: null,
}
afterEach(() => useApp.setState({ environment: undefined }))

const show = (status: Partial<SyncStatus>, waiting = 0, relay = 'wss://relay.example.org') => {
  useApp.setState({
    environment: { relay } satisfies Partial<Environment> as Partial<Environment> as Environment,
  })
  const vault = openVault()
  vault.model.setState({ waiting })
  const sync = {
    status: createStore<SyncStatus>(() => ({ ...SYNCED, ...status })),
    pin: () => () => undefined,
    carets: { open: () => ({ moved: () => undefined, leave: () => undefined }) },
    agreement: createStore(() => NO_AGREEMENT),
    destroy: () => undefined,
  }
  vault.show(
    <OpenVaultProvider session={vault.session} sync={sync} search={{} as SearchIndex}>
      <SyncState />
      <SyncSettings />
    </OpenVaultProvider>,
  )
}
const header = () => screen.getByRole('status', { name: 'Sync' }).textContent

test('all is synced where the relay says what it stored, and sent where it does not', () => {
  show({})
  expect(header()).toBe('Synced')
  expect(screen.getByText('Everything is synced')).toBeTruthy()
})

test('over a stock server nothing is called synced', () => {
  show({ confirms: false })
  expect(header()).toBe('Sent')
  expect(screen.getByText('Everything is sent')).toBeTruthy()
  expect(screen.queryByText(/synced/i)).toBeNull()
})

test('some rooms closed: how many and why, and neither “Nothing was sent” nor “Nothing waiting to sync”', () => {
  show({ state: 'refused', problem: 'refused', refused: 2 })
  expect(header()).toBe('Not all synced')
  expect(screen.getByText('Not everything is synced')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toMatch(
    /2 mentees’ notes, because their space there belongs to someone else/,
  )
  expect(screen.queryByText(/Nothing was sent|Nothing waiting to sync/)).toBeNull()
})

test('what waits for a closed room is counted', () => {
  show({ state: 'refused', problem: 'full', refused: 1 }, 1)
  expect(header()).toBe('Not all synced · 1 change waiting to sync')
  expect(screen.getByText('1 change waiting to sync')).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toMatch(/no space for 1 mentee’s notes/)
})

test('a relay that asks for its secret: what is missing, in words', () => {
  show({ state: 'refused', problem: 'needs-secret' }, 3)
  expect(screen.getByRole('alert').textContent).toMatch(/only with its secret.*the part after #/)
})

test('the secret is not shown', () => {
  show({}, 0, 'wss://relay.example.org/#correct-horse-battery-staple')
  expect(screen.getByText('wss://relay.example.org/')).toBeTruthy()
  expect(document.body.textContent).not.toContain('correct-horse')
})
