/**
 * The files of a backup, read as what may come from anywhere: a stick, a colleague, a share. A list may name a device
 * that never ends, a link that leads elsewhere, or a pipe that waits for somebody; only files that are files, under the
 * names that this program gives, of a size that a vault has, are opened at all.
 */
import { createHash } from 'node:crypto'
import { constants, type FileHandle, open } from 'node:fs/promises'
import * as v from 'valibot'
import { HEADER_FILE } from './sealed-folder'

const MEGABYTE = 1024 * 1024
/** A record is some hundred kilobytes; one of this size would not open. */
export const MOST_RECORD_BYTES = 512 * MEGABYTE
export const MOST_HEADER_BYTES = MEGABYTE
export const MOST_LIST_BYTES = 16 * MEGABYTE
export const MOST_BACKUP_FILES = 20_000
const MOST_BACKUP_BYTES = 8 * 1024 * MEGABYTE

export const MANIFEST = 'backup.json'
export const BACKUP_NAME = /^Confidant backup \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}$/
/** The end of the name of a backup that is being written, or was cut off. */
export const PART = '.part'
export const stampOf = (now: Date): string =>
  `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, '0')).join('-')}`

export const isRecordFile = (name: string): boolean => /^[\w-]{22}\.sealed$/.test(name)
/** The records, the letter box (named like one), and the vault's header. */
export const isBackupFile = (name: string): boolean => name === HEADER_FILE || isRecordFile(name)

const size = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_RECORD_BYTES))

export const Manifest = v.object({
  format: v.literal('confidant-backup'),
  version: v.literal(1),
  createdAt: v.pipe(v.string(), v.isoTimestamp()),
  vaultId: v.pipe(v.string(), v.maxLength(22)),
  files: v.pipe(
    v.array(
      v.object({
        name: v.pipe(v.string(), v.check(isBackupFile)),
        size,
        sha256: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
      }),
    ),
    v.maxLength(MOST_BACKUP_FILES),
    v.check((files) => files.reduce((sum, file) => sum + file.size, 0) <= MOST_BACKUP_BYTES),
  ),
})
export type Manifest = v.InferOutput<typeof Manifest>

/** Opens a file that is one, and no larger than `most`; without waiting for anybody, and following no link. */
const openFile = async (
  path: string,
  most: number,
): Promise<{ readonly handle: FileHandle; readonly size: number } | undefined> => {
  // Windows knows neither sign, and has no pipes among its files.
  const calmly = constants.O_NOFOLLOW | constants.O_NONBLOCK
  const handle = await open(path, constants.O_RDONLY | calmly).catch(() => undefined)
  if (handle === undefined) return undefined
  const found = await handle.stat()
  if (found.isFile() && found.size <= most) return { handle, size: found.size }
  await handle.close()
  return undefined
}

/** The bytes of a file of at most `most`; undefined for anything else. */
export const readWithin = async (path: string, most: number): Promise<Buffer | undefined> => {
  const opened = await openFile(path, most)
  if (opened === undefined) return undefined
  try {
    // As many as there were: a file that goes on growing is not followed.
    const bytes = Buffer.alloc(opened.size)
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await opened.handle.read(bytes, at, bytes.length - at, at)
      if (bytesRead === 0) return undefined
      at += bytesRead
    }
    return bytes
  } catch {
    return undefined
  } finally {
    await opened.handle.close()
  }
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** Whether a file is what the backup's list says. Hashed piece by piece: the window must not wait for it. */
export const isAsListed = async (
  path: string,
  listed: Manifest['files'][number],
): Promise<boolean> => {
  const opened = await openFile(path, listed.size)
  if (opened === undefined) return false
  try {
    const hash = createHash('sha256')
    if (listed.size > 0)
      for await (const piece of opened.handle.createReadStream({
        end: listed.size - 1,
        autoClose: false,
      }))
        hash.update(piece)
    return hash.digest('hex') === listed.sha256
  } catch {
    return false
  } finally {
    await opened.handle.close()
  }
}
