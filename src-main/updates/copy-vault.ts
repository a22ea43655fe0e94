/**
 * The vault as it is before another version gets at it: a copy of the sealed folder beside it, like what a restore sets
 * aside (Settings → Backups lists it, and an erasure destroys it). It needs no key, and no folder that the coach has chosen.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { createBackupWriting } from '../disk/backup-writing'
import type { SealedFolder } from '../disk/sealed-folder'

/** Found by foldersSetAside (disk/restore.ts). */
const BEFORE_UPDATE = 'sealed before update'

export const copyVault = async (directory: string, folder: SealedFolder): Promise<void> => {
  if ((await folder.readHeader()) === null) return
  const root = join(directory, BEFORE_UPDATE)
  await mkdir(root, { recursive: true })
  const writing = createBackupWriting(folder)
  for (const record of await writing.begin(root)) await writing.copy(record)
  const done = basename(await writing.finish())
  for (const name of await readdir(root))
    if (name !== done) await rm(join(root, name), { recursive: true, force: true })
}
