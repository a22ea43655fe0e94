/**
 * Backups: dated copies of this device's sealed folder, in a folder of the coach's choice, and what is read back from
 * them. A backup is a folder of the very files of the sealed folder, with a list of their lengths and checksums: it
 * can be read without this program's help, and a damaged file costs that record and no other. Format: docs/formats.md.
 *
 * The page leads: it asks for one record after the other, so that it can show how far it is, and opens each copy with
 * the vault's keys before it calls the backup good.
 */

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { err, ok, type Result } from '../../shared/base/result'
import type {
  BackupContents,
  BackupProblem,
  BackupState,
  BackupSummary,
  FolderContents,
} from '../../shared/bridge/host'
import { t } from '../../shared/words/words'
import { BACKUP_NAME } from './backup-files'
import { contentsOf, NOT_READ, readRecordIn, summariesIn } from './backup-reading'
import { createBackupWriting } from './backup-writing'
import { type DiskProblem, problemOf } from './flushed-files'
import type { Profile } from './profile'
import { foldersSetAside, installBackup } from './restore'
import type { SealedFolder } from './sealed-folder'

export interface Backups {
  readonly state: () => Promise<BackupState>
  readonly chooseFolder: () => Promise<BackupState | null>
  /** Resolves to the records that belong into the backup. */
  readonly begin: () => Promise<Result<readonly string[], BackupProblem>>
  readonly copy: (record: string) => Promise<Result<void, BackupProblem>>
  /** Checks what was copied against the folder once more, and gives the backup its name. */
  readonly finish: () => Promise<Result<string, BackupProblem>>
  readonly drop: (ids: readonly string[]) => Promise<void>
  readonly choose: () => Promise<readonly BackupSummary[] | null>
  readonly open: (id: string) => Promise<BackupContents | null>
  readonly read: (id: string, record: string) => Promise<FolderContents>
  readonly install: (id: string) => Promise<Result<void, BackupProblem>>
  /** Destroys the folders that earlier restores set aside: what was erased must not live on in them. */
  readonly dropSetAside: () => Promise<void>
}

export const pickFolder = async (
  owner: BrowserWindow | undefined,
  title: string,
): Promise<string | undefined> => {
  const options = {
    title,
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] as const,
  }
  const { canceled, filePaths } = await (owner === undefined
    ? dialog.showOpenDialog({ ...options, properties: [...options.properties] })
    : dialog.showOpenDialog(owner, { ...options, properties: [...options.properties] }))
  return canceled ? undefined : filePaths[0]
}

export const createBackups = (
  directory: string,
  profile: Profile,
  folder: SealedFolder,
  parent: () => BrowserWindow | undefined,
): Backups => {
  /** The page names backups by these ids and never by a path. */
  const paths = new Map<string, string>()
  const idOf = (path: string): string => {
    for (const [id, known] of paths) if (known === path) return id
    const id = randomBytes(12).toString('base64url')
    paths.set(id, path)
    return id
  }
  const writing = createBackupWriting(folder)

  const attempt = async <T>(task: () => Promise<T>): Promise<Result<T, BackupProblem>> => {
    try {
      return ok(await task())
    } catch (error) {
      const problem: DiskProblem = problemOf(error)
      return err(
        problem === 'disk-error' && !existsSync(profile.get().backupFolder ?? '')
          ? 'no-folder'
          : problem,
      )
    }
  }

  const state = async (): Promise<BackupState> => {
    const path = profile.get().backupFolder
    const aside = await Promise.all(
      (await foldersSetAside(directory)).map((one) => summariesIn(one, idOf)),
    )
    if (path === null)
      return { folder: null, reachable: false, backups: [], setAside: aside.flat() }
    return {
      folder: path,
      reachable: existsSync(path),
      backups: (await summariesIn(path, idOf)).filter(({ name }) => BACKUP_NAME.test(name)),
      setAside: aside.flat(),
    }
  }

  return {
    state,
    chooseFolder: async () => {
      const path = await pickFolder(parent(), t('backup.folderTitle'))
      if (path === undefined) return null
      profile.set({ backupFolder: path })
      return state()
    },
    begin: () =>
      attempt(async () => {
        const root = profile.get().backupFolder
        if (root === null) throw new Error('no folder')
        return writing.begin(root)
      }),
    copy: (record) => attempt(() => writing.copy(record)),
    finish: () => attempt(async () => idOf(await writing.finish())),
    drop: async (ids) => {
      const own = profile.get().backupFolder
      for (const id of ids) {
        const path = paths.get(id)
        // Only what this program named, where it put it.
        if (path === undefined || own === null || join(own, basename(path)) !== path) continue
        if (BACKUP_NAME.test(basename(path)))
          await rm(path, { recursive: true, force: true }).catch(() => undefined)
      }
    },
    choose: async () => {
      const path = await pickFolder(parent(), t('restore.folderTitle'))
      return path === undefined ? null : summariesIn(path, idOf)
    },
    open: async (id) => {
      const path = paths.get(id)
      return path === undefined ? null : contentsOf(path)
    },
    read: async (id, record) => {
      const path = paths.get(id)
      return path === undefined ? NOT_READ : readRecordIn(path, record)
    },
    install: (id) =>
      attempt(async () => {
        const from = paths.get(id)
        if (from === undefined) throw new Error('no such backup')
        await installBackup(from, directory, profile.get().deviceId, folder)
      }),
    dropSetAside: async () => {
      for (const path of await foldersSetAside(directory))
        await rm(path, { recursive: true, force: true })
    },
  }
}
