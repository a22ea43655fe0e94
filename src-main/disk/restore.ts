/**
 * A backup in place of this laptop's sealed folder. The copy is made beside it and takes its place in one step; what
 * was there is set aside, so that a wrong choice can be taken back. An epoch tells the page that its database is of
 * another time (docs/formats.md).
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MOST_RECORD_BYTES, readWithin, stampOf } from './backup-files'
import { backupFilesIn } from './backup-reading'
import { flushFolder, syncDirectory, writeFlushed, writePrivate } from './flushed-files'
import type { SealedFolder } from './sealed-folder'

export const installBackup = async (
  from: string,
  directory: string,
  deviceId: string,
  folder: SealedFolder,
): Promise<void> => {
  const sealed = join(directory, 'sealed')
  const fresh = `${sealed}.new`
  await rm(fresh, { recursive: true, force: true })
  const own = join(fresh, deviceId)
  await mkdir(own, { recursive: true })
  const names = await backupFilesIn(from)
  for (const name of names) {
    const bytes = await readWithin(join(from, name), MOST_RECORD_BYTES)
    if (bytes === undefined) throw new Error('a file of the backup cannot be read')
    await writePrivate(join(own, name), bytes)
  }
  await flushFolder(own, names)
  await writeFlushed(join(fresh, 'epoch'), Buffer.from(randomBytes(16).toString('base64url')))
  await syncDirectory(fresh)
  await folder.close()
  if (existsSync(sealed)) await rename(sealed, `${sealed} before ${stampOf(new Date())}`)
  await rename(fresh, sealed)
  await syncDirectory(directory)
  folder.reset()
}

/** The folders that earlier restores have put aside. */
export const foldersSetAside = async (directory: string): Promise<readonly string[]> =>
  (await readdir(directory).catch(() => []))
    .filter((name) => name.startsWith('sealed before '))
    .map((name) => join(directory, name))

/** A restore that was cut off between its two renames is completed. Its epoch is written last: with it the folder is whole. */
export const finishInstall = async (directory: string): Promise<void> => {
  const sealed = join(directory, 'sealed')
  if (!existsSync(sealed) && existsSync(join(`${sealed}.new`, 'epoch')))
    await rename(`${sealed}.new`, sealed)
}

/** The epoch of the sealed folder: another one after each restore. */
export const readEpoch = async (directory: string): Promise<string> => {
  const text = await readFile(join(directory, 'sealed', 'epoch'), 'utf8').catch(() => '')
  return text.trim().slice(0, 40)
}
