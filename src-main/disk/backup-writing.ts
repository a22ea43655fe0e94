/**
 * The one backup that is being written: a record's file after the other, then the list of them, and, once the disk has
 * all of that, the backup's name. A copy that was interrupted keeps the name of a part and is removed by the next one.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  BACKUP_NAME,
  isAsListed,
  MANIFEST,
  type Manifest,
  PART,
  sha256,
  stampOf,
} from './backup-files'
import { vaultIdIn } from './backup-reading'
import { flushFolder, syncDirectory, writePrivate } from './flushed-files'
import { HEADER_FILE, type SealedFolder, SUFFIX } from './sealed-folder'

export interface BackupWriting {
  /** Resolves to the records that belong into the backup. */
  readonly begin: (root: string) => Promise<readonly string[]>
  readonly copy: (record: string) => Promise<void>
  /** Checks what was copied against the list once more; resolves to where the backup is. */
  readonly finish: () => Promise<string>
}

const removeParts = async (root: string): Promise<void> => {
  for (const name of await readdir(root))
    if (name.endsWith(PART) && BACKUP_NAME.test(name.slice(0, -PART.length)))
      await rm(join(root, name), { recursive: true, force: true })
}

const writeManifest = async (
  path: string,
  vaultId: string,
  files: Manifest['files'],
): Promise<void> => {
  const manifest: Manifest = {
    format: 'confidant-backup',
    version: 1,
    createdAt: new Date().toISOString(),
    vaultId,
    files,
  }
  await writePrivate(join(path, MANIFEST), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
}

export const createBackupWriting = (folder: SealedFolder): BackupWriting => {
  let writing: { readonly path: string; readonly files: Manifest['files'] } | undefined

  return {
    begin: async (root) => {
      await removeParts(root)
      const name = `Confidant backup ${stampOf(new Date())}`
      const path = join(root, name + PART)
      await mkdir(path)
      writing = { path, files: [] }
      return folder.records()
    },
    copy: async (record) => {
      if (writing === undefined) throw new Error('no backup has begun')
      const bytes = await folder.snapshot(record)
      if (bytes === undefined) return
      const name = record + SUFFIX
      await writePrivate(join(writing.path, name), bytes)
      writing.files.push({ name, size: bytes.length, sha256: sha256(bytes) })
    },
    finish: async () => {
      if (writing === undefined) throw new Error('no backup has begun')
      const { path, files } = writing
      const header = Buffer.from((await folder.readHeader()) ?? '')
      await writePrivate(join(path, HEADER_FILE), header)
      files.push({ name: HEADER_FILE, size: header.length, sha256: sha256(header) })
      for (const file of files)
        if (!(await isAsListed(join(path, file.name), file)))
          throw new Error('the copy differs from what was written')
      await writeManifest(path, vaultIdIn(header.toString('utf8')), files)
      await flushFolder(path, [...files.map(({ name }) => name), MANIFEST])
      const done = path.slice(0, -PART.length)
      await rename(path, done)
      await syncDirectory(join(done, '..'))
      writing = undefined
      return done
    },
  }
}
