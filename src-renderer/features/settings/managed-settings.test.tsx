// @vitest-environment jsdom
/** What a school has set is shown as such, and its controls offer nothing else. */

import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { DEFAULT_DEVICE_SETTINGS } from '../../../shared/bridge/device-settings'
import type { Environment } from '../../../shared/bridge/environment'
import { type Managed, STRICTEST, UNMANAGED } from '../../../shared/bridge/managed'
import { openVault } from '../../../tests/steps/open-vault'
import { useApp } from '../../context/app-state'
import { JoinVault } from '../first-run/join-vault'
import { LaptopSettings } from './laptop-settings'
import { ManagedSettings } from './managed-settings'
import { SyncSettings } from './sync/sync-settings'

const SCHOOL = 'wss://relay.school.example'

const showUnder = (managed: Managed) => {
  const environment: Partial<Environment> = {
    managed,
    relay: null,
    settings: DEFAULT_DEVICE_SETTINGS,
    state: { shortcut: 'off', canHide: true },
    keychain: 'absent',
  }
  useApp.setState({ environment: environment as Environment })
  openVault().show(
    <>
      <ManagedSettings />
      <LaptopSettings />
      <SyncSettings />
    </>,
  )
}
const lockTimes = () =>
  within(screen.getByLabelText('Lock after'))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)
const relayField = () => screen.queryByLabelText<HTMLInputElement>('Relay address')

test('without a school everything is the coach’s', () => {
  showUnder(UNMANAGED)
  expect(screen.queryByText('Set by your school')).toBeNull()
  expect(lockTimes()).toContain('Never')
  expect(relayField()?.readOnly).toBe(false)
})

test('the longest time and the relay are shown, and nothing else can be chosen', () => {
  showUnder({ ...UNMANAGED, longestAutoLockMinutes: 12, relay: SCHOOL })
  expect(screen.getByText('The vault locks after 12 minutes at most.')).toBeDefined()
  expect(screen.getByText(`Sync uses ${SCHOOL} and no other relay.`)).toBeDefined()
  expect(lockTimes()).toEqual(['1 minute', '2 minutes', '5 minutes', '10 minutes', '12 minutes'])
  expect([relayField()?.readOnly, relayField()?.value]).toEqual([true, SCHOOL])
})

test('sharing is no choice where the school forbids it, or has set the relay', () => {
  const share = () => screen.getByLabelText<HTMLInputElement>(/^Share on this network/)
  for (const managed of [{ sharingOff: true }, { relay: SCHOOL }]) {
    showUnder({ ...UNMANAGED, ...managed })
    expect(share().disabled).toBe(true)
    expect(screen.getAllByText('This laptop can’t share on the network.')).not.toEqual([])
    cleanup()
  }
  showUnder(UNMANAGED)
  expect(share().disabled).toBe(false)
})

test('with sync off there is nowhere to connect', () => {
  showUnder({ ...UNMANAGED, syncOff: true })
  expect(screen.getAllByText(/^Sync is off\./)).toHaveLength(2)
  expect(relayField()).toBeNull()
})

test('a file that could not be read is said, with what holds until it can be', () => {
  showUnder(STRICTEST)
  expect(screen.getByRole('alert').textContent).toContain(
    'Until it can, sync is off and the vault locks after 10 minutes at most.',
  )
})

test('a new laptop joins over the school’s relay', () => {
  useApp.setState({
    environment: { managed: { ...UNMANAGED, relay: SCHOOL }, relay: null } as Environment,
  })
  openVault().show(<JoinVault onBack={() => undefined} />)
  expect([relayField()?.readOnly, relayField()?.value]).toEqual([true, SCHOOL])
})
