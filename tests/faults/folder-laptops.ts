/** Laptops that meet in a folder (lossy-folder.ts): opened, written on, crashed and opened anew. */
import { notes } from '../../shared/model/record/note'
import type { VaultSession } from '../../src-renderer/store/session/vault-session'
import { type FolderSync, startFolderSync } from '../../src-renderer/sync/folder/folder-sync'
import { startSync } from '../../src-renderer/sync/sync'
import { passing, passUntil } from './fake-time'
import { type Disk, type Faults, newDisk, newVault, openLaptop } from './laptop'
import { createLossyFolder, type LossyFolder } from './lossy-folder'

export interface FolderLaptop {
  readonly name: string
  readonly disk: Disk
  readonly session: VaultSession
  readonly sync: FolderSync
  readonly write: (record: string, title: string) => Promise<boolean>
  /** Titles of all notes, sorted. */
  readonly titles: () => readonly string[]
  readonly close: () => Promise<void>
  /** Everything stops at once; what is on the disk stays. */
  readonly crash: () => void
}

export const createLaptops = async (folder: LossyFolder) => {
  const vault = await newVault()
  const open = async (
    name: string,
    {
      disk = newDisk(),
      device = name.padEnd(22, '-'),
      faults,
      relay,
    }: {
      readonly disk?: Disk
      readonly device?: string
      readonly faults?: Faults
      /** A relay beside the folder. */
      readonly relay?: string
    } = {},
  ): Promise<FolderLaptop> => {
    let crashed = false
    const laptop = await passing(
      openLaptop(disk, vault(), {
        device,
        name,
        faults: (call) => (crashed ? { fault: 'hang', late: 0 } : faults?.(call)),
        calls: { syncFolder: folder.copyOf(name).calls },
      }),
    )
    if (laptop === undefined) throw new Error('the vault does not open')
    const { session, host } = laptop
    const beside = relay === undefined ? undefined : startSync(session, relay)
    const sync = startFolderSync(session, host.syncFolder, { alone: relay === undefined })
    return {
      name,
      disk,
      session,
      sync,
      write: async (record, title) => {
        const id = await passing(session.run(record, (doc) => notes.add(doc, { title }), undefined))
        return id !== undefined && session.model.getState().saving === 'saved'
      },
      titles: () =>
        Object.values(session.model.getState().records)
          .flatMap(({ notes: all }) => all.map(({ title }) => title))
          .sort(),
      close: async () => {
        await passing(sync.flush())
        sync.destroy()
        beside?.destroy()
        await passing(session.close())
      },
      crash: () => {
        crashed = true
        sync.destroy()
      },
    }
  }
  return { open }
}

export const rest = (...laptops: readonly FolderLaptop[]): Promise<number> =>
  passUntil(
    () => laptops.every(({ sync }) => sync.status.getState().state === 'agreed'),
    10 * 60_000,
  )

/** Laptops that have nothing yet, and the folder that they will meet in. */
export const beginFolder = async () => {
  const folder = createLossyFolder(Math.random)
  const { open } = await createLaptops(folder)
  return { folder, open }
}
