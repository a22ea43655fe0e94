// @vitest-environment jsdom
import './window'
/** Whoever sits at the open laptop: what asks for the passphrase, and how long a guess costs. */

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Environment, Host } from '../../shared/host'
import { err, ok } from '../../shared/result'
import { waitAfter } from '../../src-main/attempts'
import { useApp } from '../../src-renderer/app/app-state'
import { HandOverDialog } from '../../src-renderer/features/ending/hand-over-dialog'
import { RestoreVault } from '../../src-renderer/features/first-run/restore-vault'
import { RestoreDialog } from '../../src-renderer/features/settings/restore-dialog'
import { SyncSettings } from '../../src-renderer/features/settings/sync-settings'
import { Unlock } from '../../src-renderer/features/unlock/unlock'
import type { VaultSession } from '../../src-renderer/store/vault-session'
import type { Asked, PairingState } from '../../src-renderer/sync/pairing'
import { openVault } from './open-vault'

const RIGHT = 'the right words'
/** What was done that the passphrase is asked for, in the order in which it was done. */
const done: string[] = []
const tried: string[] = []
const logged: string[] = []
let failed = 0
const another = { asks: (): void => undefined }

const open = (_header: unknown, typed: string) => {
  tried.push(typed)
  return typed === RIGHT ? ok({ header: {}, vaultKey: new Uint8Array() }) : err('wrong-passphrase')
}
vi.mock('../../src-renderer/app/when-needed', () => ({
  vaultActions: async () => ({
    prove: open,
    unlockWithPassphrase: open,
    unlockWithRecovery: () => err('wrong-recovery-key'),
    approach: async () => ({ header: {} }),
    enter: async () => void done.push('entered'),
    setRelay: async (relay: string) => void done.push(`relay ${relay}`),
    textToHeader: () => ok({}),
    hasVaultOf: async () => false,
    derivePairing: () => ok({}),
    newPairingCode: () => ['the', 'code'],
    offerPairing: (
      _relay: string,
      _pairing: unknown,
      _grant: unknown,
      changed: (state: PairingState) => void,
      asked: (who: Asked) => void,
    ) => {
      done.push('offered')
      another.asks = () => {
        asked({ name: 'Clinic laptop', number: '483 201' })
        changed('asking')
      }
      return {
        stop: () => undefined,
        answer: (yes: boolean) => done.push(`${logged.at(-1)}, then ${yes ? 'yes' : 'no'}`),
      }
    },
  }),
}))
vi.mock('../../src-renderer/store/restore', () => ({
  previewBackup: async () =>
    ok({
      mentees: [{ record: 'r', name: 'Amara', sessions: 0, notes: 0, goals: 0, damaged: 0 }],
      lost: 0,
    }),
  mergeBackup: async () => {
    done.push('merged')
    return ok(0)
  },
  bringBackMentee: async () => {
    done.push('brought back')
    return ok('r')
  },
}))
vi.mock('../../shared/model/portable', async (original) => ({
  ...(await original<object>()),
  toPortable: () => ({}),
}))
vi.mock('../../shared/model/hand-over', () => ({ sealHandOver: () => ({ file: '{}', code: ['a'] }) }))

const BACKUP = {
  id: 'b',
  name: 'b',
  createdAt: '2026-11-24T10:00:00.000Z',
  vaultId: 'v',
  header: null,
  records: 1,
  complete: true,
}

beforeAll(() => void vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval'] }))
beforeEach(() => {
  for (const list of [done, tried, logged]) list.length = 0
  failed = 0
  const calls: Partial<Host> = {
    countAttempt: async (opened) => {
      failed = opened ? 0 : failed + 1
      return waitAfter(failed)
    },
    saveFile: async () => {
      done.push('saved')
      return ok(true)
    },
    chooseBackup: async () => [BACKUP],
    backupOpen: async () => ({ header: '{}', records: [], damaged: [], complete: true }),
    folderAppend: async () => ok({ tail: '', written: 0 }),
  }
  Object.assign(window.host, calls)
  useApp.setState({ environment: { relay: null, wait: 0 } as Environment })
})
// A wait outlives its screen; no test waits for another's.
afterEach(() => void vi.advanceTimersByTime(600_000))
afterAll(() => void vi.useRealTimers())

const show = (screenOf: ReactNode): void => {
  const vault = openVault()
  const log = { add: async (kind: string) => void logged.push(kind), read: async () => [] }
  const opened = { header: { vaultId: 'v' }, vaultKey: new Uint8Array() }
  const use: VaultSession['use'] = async (_record, work) => work({ doc: undefined } as never)
  Object.assign(vault.session, { log, opened, use, generationOf: () => 0 })
  vault.show(screenOf)
}
const button = async (words: string | RegExp): Promise<HTMLButtonElement> => {
  const found = (await screen.findAllByText(words, { selector: 'button, button *' })).at(-1)
  const inside = found?.closest('button')
  if (inside == null) throw new Error(`no button ${words}`)
  return inside
}
const press = async (words: string | RegExp): Promise<void> => void fireEvent.click(await button(words))
const type = async (label: string, words: string): Promise<HTMLElement> => {
  const field = await screen.findByLabelText(label, { selector: 'input' })
  fireEvent.change(field, { target: { value: words } })
  return field
}
/** Submits the form whatever its button says: what a person at the keyboard may try. */
const send = (field: HTMLElement): void => {
  const form = field.closest('form')
  if (form === null) throw new Error('no form')
  fireEvent.submit(form)
}
const guess = async (label: string, words: string): Promise<void> => {
  const before = tried.length
  send(await type(label, words))
  await waitFor(() => expect(tried.length).toBe(before + 1))
  await screen.findByText(/does not open this vault/)
}

const ASKED: readonly (readonly [string, ReactNode, () => Promise<void>, string])[] = [
  [
    'pointing sync at a relay',
    <SyncSettings key="sync" />,
    async () => {
      await type('Relay address', 'wss://relay.example.org')
      await press('Connect')
    },
    'relay wss://relay.example.org',
  ],
  [
    'a hand-over',
    <HandOverDialog key="hand" first="amara" onClose={() => undefined} />,
    async () => {
      await type('To', 'Dr. Boateng')
      await press('Save the sealed file')
    },
    'saved',
  ],
  [
    'merging a backup',
    <RestoreDialog key="merge" summary={BACKUP} onClose={() => undefined} />,
    () => press('Merge into the vault'),
    'merged',
  ],
  [
    'bringing a mentee back',
    <RestoreDialog key="back" summary={BACKUP} onClose={() => undefined} />,
    () => press('Bring back'),
    'brought back',
  ],
]

describe('asks for the passphrase first', () => {
  test.each(ASKED)('%s', async (_name, shown, begin, what) => {
    show(shown)
    await begin()
    await guess('Your passphrase', 'wrong')
    expect(done).toEqual([])
    expect(logged).toEqual(['wrong-passphrase'])
    send(await type('Your passphrase', RIGHT))
    await waitFor(() => expect(done).toEqual([what]))
  })

  test('adding a laptop', async () => {
    useApp.setState({ environment: { relay: 'wss://relay.example.org', wait: 0 } as Environment })
    show(<SyncSettings />)
    await press('Add a laptop')
    await guess('Your passphrase', 'wrong')
    expect(done).toEqual([])
    send(await type('Your passphrase', RIGHT))
    await waitFor(() => expect(done).toEqual(['offered']))
  })

  test.each([
    ['Yes, give it the vault', 'laptop-granted, then yes'],
    ['No', 'laptop-refused, then no'],
  ])('and whether it is that laptop: %s', async (answer, what) => {
    useApp.setState({ environment: { relay: 'wss://relay.example.org', wait: 0 } as Environment })
    show(<SyncSettings />)
    await press('Add a laptop')
    send(await type('Your passphrase', RIGHT))
    await waitFor(() => expect(done).toEqual(['offered']))
    act(() => another.asks())
    await screen.findByText(/Give this vault to “Clinic laptop”/)
    await screen.findByText('483 201')
    expect(screen.queryByLabelText('Pairing code')).toBeNull()
    await press(answer)
    await waitFor(() => expect(done).toEqual(['offered', what]))
  })
})

describe('each guess after the third costs a longer wait', () => {
  const waits = async (): Promise<void> => {
    await screen.findByText(/the next one has to wait/)
  }

  test('in a dialog of the open vault, and in the next one that is opened', async () => {
    show(<SyncSettings />)
    await type('Relay address', 'wss://relay.example.org')
    await press('Connect')
    for (const words of ['one', 'two', 'three']) await guess('Your passphrase', words)
    await waits()
    send(await type('Your passphrase', RIGHT))
    await act(async () => undefined)
    expect(tried).toEqual(['one', 'two', 'three'])
    expect(done).toEqual([])
    await press('Cancel')
    await press('Connect')
    await waits()
    expect((await button('Connect')).disabled).toBe(true)
    act(() => void vi.advanceTimersByTime(2500))
    send(await type('Your passphrase', RIGHT))
    await waitFor(() => expect(done).toHaveLength(1))
    expect(failed).toBe(0)
  })

  test('at the lock screen, with the passphrase and with the recovery key', async () => {
    show(<Unlock />)
    await guess('Passphrase', 'one')
    await press('Use recovery key')
    for (const words of ['two', 'three']) {
      send(await type('Recovery key', words))
      await screen.findByText(/belongs to another/)
    }
    await waitFor(() => expect(failed).toBe(3))
    await waits()
    expect((await button('Unlock')).disabled).toBe(true)
    await press('Use passphrase')
    send(await type('Passphrase', RIGHT))
    await act(async () => undefined)
    expect(done).toEqual([])
  })

  test('with a backup’s passphrase', async () => {
    show(<RestoreVault mode="install" />)
    await press('Choose the backup')
    for (const words of ['one', 'two', 'three']) await guess('Passphrase or recovery key', words)
    await waits()
    send(await type('Passphrase or recovery key', RIGHT))
    await act(async () => undefined)
    expect(tried).toHaveLength(3)
  })
})
