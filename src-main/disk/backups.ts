/**
 * Backups: dated copies of this device's sealed folder, in a folder of the coach's choice, and what is read back from
 * them. A backup is a folder of the very files of the sealed folder, with a list of their lengths and checksums: it
 * can be read without this program's help, and a damaged file costs that record and no other. Format: docs/formats.md.
 *
 * The page leads: it asks for one record after the other, so that it can show how far it is, and opens each copy with
 * the vault's keys before it calls the backup good. A copy that was interrupted keeps the name of a part and is
 * removed by the next one.
 */

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import * as v from 'valibot'
import { err, ok, type Result } from '../../shared/base/result'
import type {
  BackupContents,
  BackupProblem,
  BackupState,
  BackupSummary,
  FolderContents,
} from '../../shared/bridge/host'
import { t } from '../../shared/words/words'
import {
  isAsListed,
  isBackupFile,
  isRecordFile,
  Manifest,
  MOST_BACKUP_FILES,
  MOST_HEADER_BYTES,
  MOST_LIST_BYTES,
  MOST_RECORD_BYTES,
  readWithin,
  sha256,
} from './backup-files'
import { scanFrames } from './frames'
import type { Profile } from './profile'
import {
  type DiskProblem,
  HEADER_FILE,
  problemOf,
  type SealedFolder,
  SUFFIX,
  syncDirectory,
  writeFlushed,
} from './sealed-folder'

const MANIFEST = 'backup.json'
const NAME = /^Confidant backup \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}$/
const PART = '.part'
/** A record of four years is read in a blink: one that takes longer is not one. */
const MOST_READING_MS = 10_000

const stampOf = (now: Date): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join('-')}`

const readManifest = async (path: string): Promise<Manifest | undefined> => {
  try {
    const list = await readWithin(join(path, MANIFEST), MOST_LIST_BYTES)
    const parsed = v.safeParse(Manifest, JSON.parse(list?.toString('utf8') ?? ''))
    return parsed.success ? parsed.output : undefined
  } catch {
    // Missing or damaged: the files beside it check themselves, frame by frame.
    return undefined
  }
}

const readHeaderIn = async (path: string): Promise<string | undefined> =>
  (await readWithin(join(path, HEADER_FILE), MOST_HEADER_BYTES))?.toString('utf8')

/** What of a folder's content can be a backup's; more than a vault has is none. */
const backupFilesIn = async (path: string): Promise<readonly string[]> => {
  const names = (await readdir(path).catch(() => [])).filter(isBackupFile)
  return names.length > MOST_BACKUP_FILES ? [] : names
}

const vaultIdIn = (header: string | undefined): string => {
  const id = header?.match(/"vaultId":\s*"([\w-]{22})"/)?.[1]
  return id ?? ''
}

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

export const createBackups = (
  directory: string,
  profile: Profile,
  folder: SealedFolder,
  parent: () => BrowserWindow | undefined,
): Backups => {
  const sealed = join(directory, 'sealed')
  /** The page names backups by these ids and never by a path. */
  const paths = new Map<string, string>()
  const idOf = (path: string): string => {
    for (const [id, known] of paths) if (known === path) return id
    const id = randomBytes(12).toString('base64url')
    paths.set(id, path)
    return id
  }
  let writing: { readonly path: string; readonly files: Manifest['files'] } | undefined

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

  const summaryOf = async (path: string): Promise<BackupSummary | undefined> => {
    const names = await backupFilesIn(path)
    if (names.length === 0) return undefined
    const manifest = await readManifest(path)
    const header = await readHeaderIn(path)
    return {
      id: idOf(path),
      name: basename(path),
      createdAt: manifest?.createdAt ?? (await stat(path)).mtime.toISOString(),
      vaultId: manifest?.vaultId ?? vaultIdIn(header),
      header: header ?? null,
      records: names.filter(isRecordFile).length,
      complete: manifest !== undefined,
    }
  }

  const summariesIn = async (root: string): Promise<readonly BackupSummary[]> => {
    const own = await summaryOf(root)
    if (own !== undefined) return [own]
    const found: BackupSummary[] = []
    for (const entry of await readdir(root, { withFileTypes: true }).catch(() => []))
      if (entry.isDirectory() && !entry.name.endsWith(PART)) {
        const one = await summaryOf(join(root, entry.name))
        if (one !== undefined) found.push(one)
      }
    return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
  }

  const setAside = async (): Promise<readonly string[]> =>
    (await readdir(directory).catch(() => []))
      .filter((name) => name.startsWith('sealed before '))
      .map((name) => join(directory, name))

  const state = async (): Promise<BackupState> => {
    const path = profile.get().backupFolder
    if (path === null) return { folder: null, reachable: false, backups: [], setAside: [] }
    const aside = await Promise.all((await setAside()).map((one) => summariesIn(one)))
    return {
      folder: path,
      reachable: existsSync(path),
      backups: (await summariesIn(path)).filter(({ name }) => NAME.test(name)),
      setAside: aside.flat(),
    }
  }

  const pickFolder = async (title: string): Promise<string | undefined> => {
    const owner = parent()
    const options = {
      title,
      properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] as const,
    }
    const { canceled, filePaths } = await (owner === undefined
      ? dialog.showOpenDialog({ ...options, properties: [...options.properties] })
      : dialog.showOpenDialog(owner, { ...options, properties: [...options.properties] }))
    return canceled ? undefined : filePaths[0]
  }

  const removeParts = async (root: string): Promise<void> => {
    for (const name of await readdir(root))
      if (name.endsWith(PART) && NAME.test(name.slice(0, -PART.length)))
        await rm(join(root, name), { recursive: true, force: true })
  }

  return {
    state,
    chooseFolder: async () => {
      const path = await pickFolder(t('backup.folderTitle'))
      if (path === undefined) return null
      profile.set({ backupFolder: path })
      return state()
    },
    begin: () =>
      attempt(async () => {
        const root = profile.get().backupFolder
        if (root === null) throw new Error('no folder')
        await removeParts(root)
        const name = `Confidant backup ${stampOf(new Date())}`
        const path = join(root, name + PART)
        await mkdir(path)
        writing = { path, files: [] }
        return folder.records()
      }),
    copy: (record) =>
      attempt(async () => {
        if (writing === undefined) throw new Error('no backup has begun')
        const bytes = await folder.snapshot(record)
        if (bytes === undefined) return
        const name = record + SUFFIX
        await writeFlushed(join(writing.path, name), bytes)
        writing.files.push({ name, size: bytes.length, sha256: sha256(bytes) })
      }),
    finish: () =>
      attempt(async () => {
        if (writing === undefined) throw new Error('no backup has begun')
        const { path, files } = writing
        const header = Buffer.from((await folder.readHeader()) ?? '')
        await writeFlushed(join(path, HEADER_FILE), header)
        files.push({ name: HEADER_FILE, size: header.length, sha256: sha256(header) })
        for (const file of files)
          if (!(await isAsListed(join(path, file.name), file)))
            throw new Error('the copy differs from what was written')
        const manifest: Manifest = {
          format: 'confidant-backup',
          version: 1,
          createdAt: new Date().toISOString(),
          vaultId: vaultIdIn(header.toString('utf8')),
          files,
        }
        await writeFlushed(
          join(path, MANIFEST),
          Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`),
        )
        const done = path.slice(0, -PART.length)
        await rename(path, done)
        await syncDirectory(join(done, '..'))
        writing = undefined
        return idOf(done)
      }),
    drop: async (ids) => {
      const own = profile.get().backupFolder
      for (const id of ids) {
        const path = paths.get(id)
        // Only what this program named, where it put it.
        if (path === undefined || own === null || join(own, basename(path)) !== path) continue
        if (NAME.test(basename(path)))
          await rm(path, { recursive: true, force: true }).catch(() => undefined)
      }
    },
    choose: async () => {
      const path = await pickFolder(t('restore.folderTitle'))
      return path === undefined ? null : summariesIn(path)
    },
    open: async (id) => {
      const path = paths.get(id)
      if (path === undefined) return null
      const names = await backupFilesIn(path)
      if (names.length === 0) return null
      const manifest = await readManifest(path)
      const damaged: string[] = []
      for (const file of manifest?.files ?? [])
        if (!(await isAsListed(join(path, file.name), file)))
          damaged.push(file.name.replace(SUFFIX, ''))
      return {
        header: (await readHeaderIn(path)) ?? null,
        records: names.filter(isRecordFile).map((name) => name.slice(0, -SUFFIX.length)),
        damaged,
        complete: manifest !== undefined,
      }
    },
    read: async (id, record) => {
      const path = paths.get(id)
      const bytes =
        path === undefined
          ? undefined
          : await readWithin(join(path, record + SUFFIX), MOST_RECORD_BYTES)
      if (bytes === undefined) return { blobs: [], damaged: 1 }
      const end = performance.now() + MOST_READING_MS
      return scanFrames(bytes, () => performance.now() > end)
    },
    install: (id) =>
      attempt(async () => {
        const from = paths.get(id)
        if (from === undefined) throw new Error('no such backup')
        const fresh = `${sealed}.new`
        await rm(fresh, { recursive: true, force: true })
        const own = join(fresh, profile.get().deviceId)
        await mkdir(own, { recursive: true })
        for (const name of await backupFilesIn(from)) {
          const bytes = await readWithin(join(from, name), MOST_RECORD_BYTES)
          if (bytes === undefined) throw new Error('a file of the backup cannot be read')
          await writeFlushed(join(own, name), bytes)
        }
        // Tells the page that its database is of another time (docs/formats.md).
        await writeFlushed(join(fresh, 'epoch'), Buffer.from(randomBytes(16).toString('base64url')))
        await folder.close()
        if (existsSync(sealed)) await rename(sealed, `${sealed} before ${stampOf(new Date())}`)
        await rename(fresh, sealed)
        await syncDirectory(directory)
        folder.reset()
      }),
    dropSetAside: async () => {
      for (const path of await setAside()) await rm(path, { recursive: true, force: true })
    },
  }
}

/** A restore that was cut off between its two renames is completed. Its epoch is written last: with it the folder is whole. */
export const finishInstall = async (directory: string): Promise<void> => {
  const sealed = join(directory, 'sealed')
  if (!existsSync(sealed) && existsSync(join(`${sealed}.new`, 'epoch')))
    await rename(`${sealed}.new`, sealed)
}

/** The epoch of the sealed folder: another one after each restore. */
export const readEpoch = async (directory: string): Promise<string> => {
  const handle = await open(join(directory, 'sealed', 'epoch')).catch(() => undefined)
  if (handle === undefined) return ''
  try {
    return (await handle.readFile('utf8')).trim().slice(0, 40)
  } finally {
    await handle.close()
  }
}
