// @vitest-environment jsdom
// biome-ignore-all lint/style/noExcessiveLinesPerFile: one vault with stand-ins for whatever asks serves both questions.
import '../../../tests/steps/window'
/** Whoever sits at the open laptop: what asks for the passphrase, and how long a guess costs. */

import { act, fireEvent, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { err, ok } from '../../../shared/base/result'
import { DEFAULT_DEVICE_SETTINGS } from '../../../shared/bridge/device-settings'
import type { Environment } from '../../../shared/bridge/environment'
import type { HostScope, Scope } from '../../../shared/bridge/host'
import { keepRecoveryKey } from '../../../shared/model/caseload/recovery'
import { waitAfter } from '../../../src-main/guard/attempts'
import { openVault } from '../../../tests/steps/open-vault'
import { HandOverDialog } from '../../features/ending/hand-over-dialog'
import { RestoreVault } from '../../features/first-run/restore-vault'
import { RestoreDialog } from '../../features/settings/backups/restore-dialog'
import { EndingSettings } from '../../features/settings/ending/ending-settings'
import { LaptopSettings } from '../../features/settings/laptop-settings'
import { PassphraseSettings } from '../../features/settings/passphrase/passphrase-settings'
import { RecoverySettings } from '../../features/settings/passphrase/recovery-settings'
import { SyncSettings } from '../../features/settings/sync/sync-settings'
import { Unlock } from '../../features/unlock/unlock'
import type { VaultSession } from '../../store/session/vault-session'
import type { Asked, PairingState } from '../../sync/pairing/pairing'
import { useApp } from '../app-state'
import { attempt } from './attempts'
import { useSheets } from './recovery-sheet'

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
vi.mock('./vault-actions', () => ({
  database: async () => undefined,
  keepVault: async () => ok(undefined),
  prove: open,
  unlockWithPassphrase: open,
  unlockWithRecovery: () => err('wrong-recovery-key'),
  approach: async () => ({ header: {} }),
  readAhead: async () => undefined,
  enter: async () => void done.push('entered'),
  setRelay: async (relay: string) => void done.push(`relay ${relay}`),
  textToHeader: () => ok({}),
  hasVaultOf: async () => false,
  replaceVault: async () => void done.push('replaced the vault'),
  newPassphrase: async (words: string) => {
    done.push(`new passphrase ${words}`)
    return () => ({})
  },
  bytesToGroups: () => {
    done.push('showed a sheet')
    return []
  },
  derivePairing: () => ok({}),
  newPairingCode: () => ['the', 'code'],
  overRelay: () => undefined,
  overFolder: () => undefined,
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
}))
vi.mock('../../store/backup/restore', () => ({
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
vi.mock('../../../shared/exchange/portable', async (original) => ({
  ...(await original<object>()),
  toPortable: () => ({}),
}))
vi.mock('../../../shared/exchange/hand-over', () => ({
  sealHandOver: () => ({ file: '{}', code: ['a'] }),
}))

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
  const calls: { readonly [Of in Scope]?: Partial<HostScope<Of>> } = {
    laptop: {
      countAttempt: async (opened) => {
        failed = opened ? 0 : failed + 1
        return waitAfter(failed)
      },
    },
    keychain: {
      keep: async () => {
        done.push('kept in the keychain')
        return ok(undefined)
      },
    },
    files: {
      save: async () => {
        done.push('saved')
        return ok(true)
      },
    },
    backups: {
      choose: async () => [BACKUP],
      open: async () => ({ header: '{}', records: [], damaged: [], complete: true }),
    },
    folder: { append: async () => ok({ tail: '', written: 0 }) },
    network: { ownRelay: async () => 'ws://127.0.0.1:47113#secret' },
  }
  Object.assign(window.host, calls)
  useApp.setState({
    environment: {
      relay: null,
      wait: 0,
      keychain: 'off',
      settings: DEFAULT_DEVICE_SETTINGS,
      state: { shortcut: 'off', canHide: false },
    } as unknown as Environment,
  })
  useSheets.setState({
    replace: async () => {
      done.push('replaced the sheet')
      return ok(new Uint8Array(32))
    },
  })
})
// A wait outlives its screen; no test waits for another's.
afterEach(() => void vi.advanceTimersByTime(600_000))
afterAll(() => void vi.useRealTimers())

const show = (screenOf: ReactNode): void => {
  const vault = openVault()
  const log = { add: async (kind: string) => void logged.push(kind), read: async () => [] }
  const opened = { header: { vaultId: 'v' }, vaultKey: new Uint8Array() }
  void vault.session.runOnVault(keepRecoveryKey, new Uint8Array(32))
  const use: VaultSession['use'] = async (_record, work) => work({ doc: undefined } as never)
  Object.assign(vault.session, {
    log,
    opened,
    use,
    generationOf: () => 0,
    rewrap: async () => ok(undefined),
  })
  vault.show(screenOf)
}
/** Looked for by hand: by role or label jsdom takes a second for each. */
const found = <T extends Element>(selector: string, has: (one: T) => boolean): Promise<T> =>
  waitFor(
    () => {
      const one = [...document.querySelectorAll<T>(selector)].filter(has).at(-1)
      if (one === undefined) throw new Error(`no ${selector}`)
      return one
    },
    { interval: 5 },
  )
const reads = (words: string | RegExp) => (one: Element) =>
  typeof words === 'string' ? one.textContent === words : words.test(one.textContent ?? '')
const said = (words: string | RegExp): Promise<Element> =>
  found('[role="alert"], [role="status"], p', reads(words))
const button = (words: string) => found<HTMLButtonElement>('button', reads(words))
const press = async (words: string): Promise<void> => void fireEvent.click(await button(words))
const type = async (label: string, words: string): Promise<HTMLElement> => {
  const { htmlFor } = await found<HTMLLabelElement>(
    'label',
    (one) => one.textContent?.replace(/ \*$/, '') === label,
  )
  const field = await found<HTMLInputElement>('input', ({ id }) => id === htmlFor)
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
  await said(/That passphrase isn’t right/)
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
    'being the relay for another laptop',
    <SyncSettings key="share" />,
    async () =>
      void fireEvent.click(
        await found(
          '[role="switch"]',
          (one) => one.closest('div')?.textContent?.startsWith('Share on this') === true,
        ),
      ),
    'relay ws://127.0.0.1:47113#secret',
  ],
  [
    'a hand-over',
    <HandOverDialog key="hand" first="amara" onClose={() => undefined} />,
    async () => {
      await type('Recipient', 'Dr. Boateng')
      await press('Save encrypted file')
    },
    'saved',
  ],
  [
    'merging a backup',
    <RestoreDialog key="merge" summary={BACKUP} onClose={() => undefined} />,
    () => press('Merge into vault'),
    'merged',
  ],
  [
    'bringing a mentee back',
    <RestoreDialog key="back" summary={BACKUP} onClose={() => undefined} />,
    () => press('Restore'),
    'brought back',
  ],
  [
    'going back to a backup',
    <RestoreDialog key="replace" summary={BACKUP} onClose={() => undefined} />,
    () => press('Replace vault'),
    'replaced the vault',
  ],
  [
    'printing the recovery sheet again',
    <RecoverySettings key="print" />,
    () => press('Print again'),
    'showed a sheet',
  ],
  [
    'replacing the recovery sheet',
    <RecoverySettings key="new" />,
    () => press('Replace'),
    'replaced the sheet',
  ],
  [
    'keeping the key in the keychain',
    <LaptopSettings key="keychain" />,
    async () =>
      void fireEvent.click(
        await found(
          '[role="switch"]:not(:disabled)',
          (one) => one.closest('div')?.textContent?.startsWith('Unlock with') === true,
        ),
      ),
    'kept in the keychain',
  ],
  ['the export', <EndingSettings key="export" />, () => press('Export everything'), 'saved'],
]

describe('asks for the passphrase first', () => {
  test.each(ASKED)('%s', async (_name, shown, begin, what) => {
    show(shown)
    await begin()
    await guess('Your passphrase', 'wrong')
    expect(done).toEqual([])
    expect(logged).toEqual(['wrong-passphrase'])
    send(await type('Your passphrase', RIGHT))
    await waitFor(() => expect(done[0]).toBe(what))
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
    ['Yes, send the vault', 'laptop-granted, then yes'],
    ['No', 'laptop-refused, then no'],
  ])('and whether it is that laptop: %s', async (answer, what) => {
    useApp.setState({ environment: { relay: 'wss://relay.example.org', wait: 0 } as Environment })
    show(<SyncSettings />)
    await press('Add a laptop')
    send(await type('Your passphrase', RIGHT))
    await waitFor(() => expect(done).toEqual(['offered']))
    act(() => another.asks())
    await said(/Give this vault to “Clinic laptop”/)
    await said('483 201')
    expect(document.querySelector('[aria-label="Pairing code"]')).toBeNull()
    await press(answer)
    await waitFor(() => expect(done).toEqual(['offered', what]))
  })
})

describe('each guess after the third costs a longer wait', () => {
  const waits = async (): Promise<void> => {
    await said(/Too many wrong tries/)
  }

  test('a wrong one is in the record before anything is said of it', async () => {
    let written = (): void => undefined
    const writing = new Promise<void>((resolve) => {
      written = resolve
    })
    let said = false
    const tried = attempt(
      () => err('wrong-passphrase'),
      () => writing,
    ).then(() => {
      said = true
    })
    await act(async () => undefined)
    expect(said).toBe(false)
    written()
    await tried
    // A record that cannot be written is not waited for.
    const again = await attempt(
      () => err('wrong-passphrase'),
      () => Promise.reject(new Error('full')),
    )
    expect(again).toEqual(err('wrong-passphrase'))
  })

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
      await said(/is for a different vault/)
    }
    await waitFor(() => expect(failed).toBe(3))
    await waits()
    expect((await button('Unlock')).disabled).toBe(true)
    await press('Use passphrase')
    send(await type('Passphrase', RIGHT))
    await act(async () => undefined)
    expect(done).toEqual([])
  })

  test('with the present passphrase, when another one is chosen', async () => {
    show(<PassphraseSettings />)
    await press('Change passphrase')
    const next = 'copper lantern river biscuit'
    const change = async (present: string): Promise<void> => {
      await type('Current passphrase', present)
      await type('New passphrase', next)
      send(await type('Repeat the new passphrase', next))
    }
    for (const words of ['one', 'two', 'three']) {
      await change(words)
      await waitFor(() => expect(tried.at(-1)).toBe(words))
      await said(/That passphrase isn’t right/)
    }
    await waits()
    await change(RIGHT)
    await act(async () => undefined)
    expect(tried).toEqual(['one', 'two', 'three'])
    expect(done).toEqual([])
    expect(logged).toEqual(['wrong-passphrase', 'wrong-passphrase', 'wrong-passphrase'])
  })

  test('with a backup’s passphrase', async () => {
    show(<RestoreVault mode="install" />)
    await press('Choose backup')
    for (const words of ['one', 'two', 'three']) await guess('Passphrase or recovery key', words)
    await waits()
    send(await type('Passphrase or recovery key', RIGHT))
    await act(async () => undefined)
    expect(tried).toHaveLength(3)
  })
})
