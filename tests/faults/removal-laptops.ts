/**
 * Laptops of one vault that are removed and follow, without windows: the real session and sync over a relay in memory.
 * Each goes on over locks and crashes with its own disk; a passphrase key stands for the passphrase.
 */
import { vi } from 'vitest'
import { ok } from '../../shared/base/result'
import { notes } from '../../shared/model/record/note'
import { type OpenedVault, textToHeader, unlockWithPassphraseKey } from '../../shared/vault/header'
import { newKey } from '../../shared/vault/keys'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { awaitedInVain } from '../../src-renderer/sync/awaited'
import type { FolderStatus } from '../../src-renderer/sync/folder/folder-status'
import { type FolderSync, startFolderSync } from '../../src-renderer/sync/folder/folder-sync'
import { type Sync, type SyncStatus, startSync } from '../../src-renderer/sync/sync'
import { pass, passing, passUntil } from './fake-time'
import { type Disk, type Faults, newDisk, newVault, openLaptop } from './laptop'
import type { LossyFolder } from './lossy-folder'
import { createTwoFacedRelay } from './two-faced-relay'

/** Its name padded is its id. */
export const idOf = (name: string): string => name.padEnd(22, '-')

export interface TestLaptop {
  readonly name: string
  readonly id: string
  readonly disk: Disk
  /** What the one backup holds that it can read: a copy of a sealed folder. */
  readonly backup: Map<string, readonly Uint8Array[]>
  readonly session: () => VaultSession
  readonly isOpen: () => boolean
  readonly standing: () => VaultSession['model'] extends { getState: () => infer M } ? M : never
  readonly header: () => string
  readonly putHeader: (text: string) => void
  /** Unlocks; with the passphrase at hand it follows what was announced, as the app does. */
  readonly unlock: (options?: {
    readonly online?: boolean
    readonly follows?: boolean
    readonly faults?: Faults
  }) => Promise<void>
  readonly goOnline: () => void
  readonly goOffline: () => void
  /** What it says of each way on which it is. */
  readonly status: () => {
    readonly relay: SyncStatus | undefined
    readonly folder: FolderStatus | undefined
  }
  /** Mentees whom it knows to be gone with a laptop that was removed. */
  readonly lostMentees: () => readonly string[]
  readonly lock: () => Promise<void>
  /** Ends at once, without storing anything. */
  readonly crash: () => void
  readonly follow: () => Promise<string>
  readonly remove: (...names: readonly string[]) => Promise<void>
  readonly titles: () => readonly string[]
  readonly write: (record: string, title: string) => Promise<void>
}

export const createWorld = async (
  names: readonly string[],
  folder?: LossyFolder,
  {
    alone = folder !== undefined,
    relayOf,
  }: {
    /** They meet in the folder and in no relay. */
    readonly alone?: boolean
    /** Where each laptop reaches a relay that is not the one in memory. */
    readonly relayOf?: (laptop: string) => string
  } = {},
) => {
  const relay = createTwoFacedRelay(names.map((name) => `${name}.invalid`))
  if (relayOf === undefined) vi.stubGlobal('WebSocket', relay.Socket)
  const vault = await newVault()

  const laptop = (name: string): TestLaptop => {
    const disk = newDisk()
    const passphraseKey = newKey()
    const backup = new Map<string, readonly Uint8Array[]>()
    let stored = ''
    let session: VaultSession | undefined
    let sync: Sync | undefined
    let folderSync: FolderSync | undefined
    /** Of the session that is open: a crash ends that one's calls, also those that come after the next unlock. */
    let life = { ended: false }
    let faults: Faults | undefined

    const opened = (): OpenedVault => {
      // Until it has followed: the vault's first key.
      if (stored === '') return vault()
      const header = textToHeader(stored)
      if (!header.ok) throw new Error(header.error)
      const unlocked = unlockWithPassphraseKey(header.value, passphraseKey)
      if (!unlocked.ok) throw new Error(unlocked.error)
      return unlocked.value
    }
    const openWith = async (vaultOpened: OpenedVault): Promise<void> => {
      const own = { ended: false }
      life = own
      const here = await passing(
        openLaptop(disk, vaultOpened, {
          device: idOf(name),
          name,
          faults: (call) => (own.ended ? { fault: 'hang', late: 0 } : faults?.(call)),
          calls: {
            ...(folder === undefined ? {} : { syncFolder: folder.copyOf(name).calls }),
            backups: {
              open: async () => ({
                header: null,
                records: [...backup.keys()],
                damaged: [],
                complete: true,
              }),
              read: async (_id, record) => ({ blobs: backup.get(record) ?? [], damaged: 0 }),
            },
            header: {
              write: async (text) => {
                stored = text
                return ok(undefined)
              },
            },
          },
        }),
      )
      session = here?.session
      if (session === undefined) own.ended = true
    }
    const now = (): VaultSession => {
      if (session === undefined) throw new Error(`${name} is locked`)
      return session
    }
    const goOffline = (): void => {
      sync?.destroy()
      folderSync?.destroy()
      sync = undefined
      folderSync = undefined
    }
    const end = async (): Promise<void> => {
      goOffline()
      const ending = session
      session = undefined
      if (ending === undefined) return
      await passing(ending.close())
      // The page is loaded anew.
      life.ended = true
    }
    const goOnline = (): void => {
      if (!alone) sync ??= startSync(now(), relayOf?.(name) ?? `ws://${name}.invalid`)
      if (folder !== undefined)
        folderSync ??= startFolderSync(now(), folder.copyOf(name).calls, { alone })
    }
    const follow = async (): Promise<string> => {
      const online = sync !== undefined || folderSync !== undefined
      const next = await passing(now().laptops.follow(passphraseKey))
      if (next === undefined) return 'crashed'
      if (!next.ok) return next.error
      await end()
      await openWith(next.value)
      if (session !== undefined && online) goOnline()
      return 'followed'
    }
    return {
      name,
      id: idOf(name),
      disk,
      backup,
      session: now,
      isOpen: () => session !== undefined,
      standing: () => now().model.getState(),
      header: () => stored,
      putHeader: (text) => {
        stored = text
      },
      unlock: async ({ online = true, follows = true, faults: struck } = {}) => {
        faults = struck
        await openWith(opened())
        if (session === undefined) return
        if (follows && now().model.getState().standing.kind === 'follow') await follow()
        if (online) goOnline()
      },
      goOnline,
      goOffline,
      status: () => ({ relay: sync?.status.getState(), folder: folderSync?.status.getState() }),
      lostMentees: () =>
        awaitedInVain(now(), sync?.agreement.getState(), folderSync?.status.getState()),
      lock: end,
      crash: () => {
        life.ended = true
        goOffline()
        session = undefined
      },
      follow,
      remove: async (...others) => {
        await passing(now().laptops.remove(others.map(idOf)))
        await follow()
      },
      titles: () =>
        Object.values(now().model.getState().records)
          .flatMap(({ notes: all }) => all.map(({ title }) => title))
          .sort(),
      write: async (record, title) => {
        await passing(now().run(record, (doc) => notes.add(doc, { title }), undefined))
      },
    }
  }

  const laptops = new Map<string, TestLaptop>()
  const get = (name: string): TestLaptop => {
    const known = laptops.get(name) ?? laptop(name)
    laptops.set(name, known)
    return known
  }
  /** Opens all of them online, with one mentee whom all know. */
  const meet = async (): Promise<string> => {
    for (const name of names) await get(name).unlock()
    const record = await passing(
      get(names[0] ?? '')
        .session()
        .addMentee({ name: 'Amara' }),
    )
    if (record === undefined) throw new Error('no mentee')
    const all = names.map(get)
    await passUntil(
      () =>
        all.every(
          (one) =>
            one.standing().records[record] !== undefined &&
            one.standing().laptops.filter(({ state }) => state === 'here').length ===
              names.length - 1,
        ),
      60_000,
    )
    return record
  }
  const end = async (): Promise<void> => {
    for (const one of laptops.values()) if (one.isOpen()) await one.lock()
    await pass(1000)
  }
  return { relay, get, meet, end, vault }
}
