/**
 * Files that are on the disk once a call resolves: written whole and flushed, with the folder that names them. What the
 * disk refuses is a problem with a name. Reading says nothing of a file that is not there.
 */
import { existsSync } from 'node:fs'
import {
  constants,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  rmdir,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/base/result'
import type { WriteProblem } from '../../shared/bridge/host'

export type DiskProblem = Exclude<WriteProblem, 'newer-format'>

export const problemOf = (error: unknown): DiskProblem => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'disk-error'
}

export const attempt = async <T>(write: () => Promise<T>): Promise<Result<T, WriteProblem>> => {
  try {
    return ok(await write())
  } catch (error) {
    return err(problemOf(error))
  }
}

export const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export const syncDirectory = async (path: string): Promise<void> => {
  // Windows cannot open a directory; its rename is durable without.
  if (process.platform === 'win32') return
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

export const writeAll = async (handle: FileHandle, bytes: Buffer): Promise<void> => {
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten
}

/** Writes a file whole and flushes it. */
export const writeFlushed = async (path: string, bytes: Buffer): Promise<void> => {
  const handle = await open(path, 'w', 0o600)
  try {
    await writeAll(handle, bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** As many as the threads of this program that files go through wait for at once, and their successors. */
const FLUSHED_AT_ONCE = 16

/** Flushes files that were written before, and then the folder that names them: the disk is waited for once. */
export const flushFolder = async (folder: string, names: readonly string[]): Promise<void> => {
  for (let from = 0; from < names.length; from += FLUSHED_AT_ONCE)
    await Promise.all(
      names.slice(from, from + FLUSHED_AT_ONCE).map(async (name) => {
        const handle = await open(join(folder, name), 'r+')
        await handle.sync().finally(() => handle.close())
      }),
    )
  await syncDirectory(folder)
}

/** Files of this program are its user's alone. */
export const writePrivate = (path: string, bytes: Uint8Array): Promise<void> =>
  writeFile(path, bytes, { mode: 0o600 })

/**
 * Moves a device's part of the folder to another id, file by file, so that it can be gone on with after a crash. What
 * is there under the new id already stays; its namesake stays where it was, and is read from there like any device's.
 */
export const moveDeviceFolder = async (
  rootPath: string,
  from: string,
  id: string,
): Promise<void> => {
  const to = join(rootPath, id)
  if (!existsSync(from)) return
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from))
    if (!existsSync(join(to, name))) await rename(join(from, name), join(to, name))
  // Not when something was left in it.
  await rmdir(from).catch(() => undefined)
  await syncDirectory(to)
  await syncDirectory(rootPath)
}

/** With what a crash may have left beside it. */
export const removeFile = async (path: string): Promise<void> => {
  await rm(path, { force: true })
  await rm(`${path}.part`, { force: true })
}
