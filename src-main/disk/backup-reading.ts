/**
 * What is in a folder that may be a backup: one of this program's, a half copied one, or whatever a stick holds. What
 * cannot be read is nothing or damaged, never an error; the page opens the blobs and so says what the copy is worth.
 */
import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import type { BackupContents, BackupSummary, FolderContents } from '../../shared/bridge/host'
import {
  isAsListed,
  isBackupFile,
  isRecordFile,
  MANIFEST,
  Manifest,
  MOST_BACKUP_FILES,
  MOST_HEADER_BYTES,
  MOST_LIST_BYTES,
  MOST_RECORD_BYTES,
  PART,
  readWithin,
} from './backup-files'
import { scanFrames } from './frames'
import { HEADER_FILE, SUFFIX } from './sealed-folder'

/** A record of four years is read in a blink: one that takes longer is not one. */
const MOST_READING_MS = 10_000

/** A record that is not there, or cannot be read. */
export const NOT_READ: FolderContents = { blobs: [], damaged: 1 }

/** The page knows a backup by an id and never by its path. */
type IdOf = (path: string) => string

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
export const backupFilesIn = async (path: string): Promise<readonly string[]> => {
  const names = (await readdir(path).catch(() => [])).filter(isBackupFile)
  return names.length > MOST_BACKUP_FILES ? [] : names
}

export const vaultIdIn = (header: string | undefined): string => {
  const id = header?.match(/"vaultId":\s*"([\w-]{22})"/)?.[1]
  return id ?? ''
}

const summaryOf = async (path: string, idOf: IdOf): Promise<BackupSummary | undefined> => {
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

/** The backups in a folder, which may be one itself; the latest first. */
export const summariesIn = async (root: string, idOf: IdOf): Promise<readonly BackupSummary[]> => {
  const own = await summaryOf(root, idOf)
  if (own !== undefined) return [own]
  const found: BackupSummary[] = []
  for (const entry of await readdir(root, { withFileTypes: true }).catch(() => []))
    if (entry.isDirectory() && !entry.name.endsWith(PART)) {
      const one = await summaryOf(join(root, entry.name), idOf)
      if (one !== undefined) found.push(one)
    }
  return found.sort((a, b) => b.createdAt.localeCompare(a.createdAt))
}

export const contentsOf = async (path: string): Promise<BackupContents | null> => {
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
}

export const readRecordIn = async (path: string, record: string): Promise<FolderContents> => {
  const bytes = await readWithin(join(path, record + SUFFIX), MOST_RECORD_BYTES)
  if (bytes === undefined) return NOT_READ
  const end = performance.now() + MOST_READING_MS
  return scanFrames(bytes, () => performance.now() > end)
}
