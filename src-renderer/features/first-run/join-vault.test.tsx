// @vitest-environment jsdom
import '../../../tests/steps/window'
/** Joining with a code, whichever laptop shows it: what is taken, and when. */
import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ok } from '../../../shared/base/result'
import type { Environment } from '../../../shared/bridge/environment'
import { UNMANAGED } from '../../../shared/bridge/managed'
import type { PairingGrant } from '../../../shared/vault/pairing'
import { useApp } from '../../context/app-state'
import type { Asked, PairingState } from '../../sync/pairing/pairing'
import { JoinVault } from './join-vault'

interface Heard {
  readonly changed: (state: PairingState) => void
  readonly asked: (who: Asked) => void
  readonly granted: (grant: PairingGrant) => void
}
const made: { heard?: Heard; stopped: number; relays: string[]; set: unknown[] } = {
  stopped: 0,
  relays: [],
  set: [],
}
const GRANT = { vaultId: 'v' } as PairingGrant
const NEAR = 'near code'

vi.mock('../../context/vault/vault-actions', () => ({
  derivePairing: () => ok({}),
  newPairingCode: () => ['the', 'new', 'code'],
  relayInPairingCode: (code: string) => (code === NEAR ? 'ws://192.168.1.23:47113' : undefined),
  typedRelay: (text: string) => text,
  overRelay: (relay: string) => made.relays.push(relay),
  overFolder: () => undefined,
  setRelayToJoin: async (...given: unknown[]) => void made.set.push(given),
  requestPairing: (_way: unknown, _pairing: unknown, _laptop: string, heard: Heard) => {
    made.heard = heard
    return { stop: () => made.stopped++ }
  },
}))

const RELAY = 'wss://relay.example.org'
const under = (managed: Partial<typeof UNMANAGED> = {}): void =>
  useApp.setState({
    environment: {
      relay: RELAY,
      deviceName: 'New laptop',
      syncFolder: null,
      managed: { ...UNMANAGED, ...managed },
    } as Environment,
  })

beforeEach(() => {
  Object.assign(made, { heard: undefined, stopped: 0, relays: [], set: [] })
  under()
})
afterEach(cleanup)

const show = (): void =>
  void render(
    <MantineProvider env="test">
      <JoinVault onBack={() => undefined} />
    </MantineProvider>,
  )
const press = (name: string): void => void fireEvent.click(screen.getByText(name))
const typeCode = async (code: string): Promise<void> => {
  fireEvent.change(screen.getByLabelText('Pairing code'), { target: { value: code } })
  // Vitest's stand-in for a module is never given to two who ask for it at once.
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
}
const isChoosing = (): boolean => screen.queryByText('Choose a passphrase for this laptop') !== null
const arrive = async (): Promise<void> => {
  await waitFor(() => expect(made.heard).toBeDefined())
  act(() => {
    made.heard?.asked({ name: 'New laptop', number: '483 201' })
    made.heard?.changed('asking')
    made.heard?.granted(GRANT)
  })
}

test('a code that is typed: what the other laptop gives is taken when it comes', async () => {
  show()
  await typeCode('typed code')
  press('Continue')
  await arrive()
  expect(isChoosing()).toBe(true)
})

test('a code that is shown here: nothing is taken before both laptops are said to show the same number', async () => {
  show()
  press('Show a code here')
  await arrive()
  expect(isChoosing()).toBe(false)
  expect(screen.getByText('483 201')).toBeDefined()
  press('Yes, same number')
  expect(isChoosing()).toBe(true)
})

test('a code that is shown here, and another number there: nothing is taken, and the code is over', async () => {
  show()
  press('Show a code here')
  await arrive()
  press('No')
  expect(isChoosing()).toBe(false)
  expect(made.stopped).toBe(1)
  expect(screen.getByRole('alert').textContent).toContain('Nothing was received')
})

test('a code that says where the relay is asks for no address, and the page is loaded anew to reach it', async () => {
  show()
  await typeCode(NEAR)
  await screen.findByText(/The code says where your other laptop is: 192.168.1.23:47113/)
  expect(screen.queryByLabelText('Relay address')).toBeNull()
  press('Continue')
  await waitFor(() =>
    expect(made.set).toEqual([['ws://192.168.1.23:47113', { code: NEAR, isShown: false }]]),
  )
})

test('under a school’s relay such a code leads nowhere', async () => {
  under({ relay: RELAY })
  show()
  await typeCode(NEAR)
  press('Continue')
  await screen.findByText(/Your school has set the relay/)
  expect(made.set).toEqual([])
})

test('going back ends what was begun', async () => {
  show()
  press('Show a code here')
  await waitFor(() => expect(made.heard).toBeDefined())
  cleanup()
  expect(made.stopped).toBe(1)
})
