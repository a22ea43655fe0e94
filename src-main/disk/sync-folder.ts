/**
 * The folder through which a coach's laptops meet: a stick, a share, a folder that another program syncs. This laptop
 * chose it in a dialog of its own and says its path to nobody; the page names a place in it (`Confidant` and a tag) and
 * files there. Whatever else is in the folder belongs to somebody else.
 *
 * Nothing that this laptop has not written is ever renamed, rewritten or removed: files get random names, which are
 * noted in the profile before they are written, and only what is noted there can be removed, whatever the page asks.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/base/result'
import type {
  SyncFolderFile,
  SyncFolderListing,
  SyncFolderProblem,
} from '../../shared/bridge/sync-folder'
import { readWithin } from './backup-files'
import { syncDirectory, writeFlushed } from './flushed-files'
import type { Profile } from './profile'
import { createPatience, createTurns } from './turns'

const MOST_FILE_BYTES = 64 * 1024 * 1024
const MOST_FILES = 5000
/** Names of ours that are remembered: a file that was removed may be brought back by a sync program. */
const MOST_OWN_NAMES = 400
const SUFFIX = '.sealed'
const PART = '.part'
const PAIRING = 'pairing '
/** A pairing is over by then, well or not (shared/vault/pairing.ts). */
const PAIRING_MS = 10 * 60_000

export interface SyncFolder {
  readonly choose: () => Promise<string | null>
  readonly leave: () => Promise<void>
  readonly list: (place: string) => Promise<Result<SyncFolderListing, SyncFolderProblem>>
  readonly read: (place: string, name: string) => Promise<Result<Uint8Array, SyncFolderProblem>>
  readonly write: (place: string, bytes: Uint8Array) => Promise<Result<string, SyncFolderProblem>>
  readonly keep: (
    place: string,
    names: readonly string[],
  ) => Promise<Result<number, SyncFolderProblem>>
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** A plain folder; a link in its place leads nowhere. Of one that does not tell, nothing is said: it throws. */
const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isDirectory()
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}

/** `untold`: it is there, and the disk, or a program that holds it, tells nothing of it. */
const fileIn = async (
  folder: string,
  name: string,
  look: typeof lstat,
): Promise<SyncFolderFile | 'untold' | undefined> => {
  // Those that begin with a dot or a tilde are what sync programs work on.
  if (/^[.~]/.test(name)) return undefined
  try {
    const found = await look(join(folder, name))
    return found.isFile() ? { name, size: found.size, time: found.mtimeMs } : undefined
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : 'untold'
  }
}

/** The folder may be on what cannot flush a directory. */
const settle = (path: string): Promise<void> => syncDirectory(path).catch(() => undefined)

/** What is so of all files on a disk. */
const OF_THE_DISK: readonly unknown[] = ['EROFS', 'ENOSPC', 'EDQUOT']

/** False when it is this file alone that could not be written. */
const writeIn = async (
  folder: string,
  name: string,
  bytes: Uint8Array,
  put: typeof rename,
): Promise<boolean> => {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  if (!(await isFolder(folder))) throw new Error('a link stands where the place should be')
  const part = join(folder, `.${name}${PART}`)
  try {
    await writeFlushed(part, Buffer.from(bytes))
    await put(part, join(folder, name))
  } catch (error) {
    const begun = existsSync(part)
    await rm(part, { force: true }).catch(() => undefined)
    if (begun && !OF_THE_DISK.includes(codeOf(error))) return false
    throw error
  }
  await settle(folder)
  return true
}

/**
 * Removes files of these names, with what a crash left of them, and the place when nothing is left in it. One that another
 * program holds keeps no other; resolves to how many there are.
 */
const removeIn = async (
  folder: string,
  names: readonly string[],
  remove: typeof rm,
): Promise<number> => {
  const there = new Set(await readdir(folder).catch(() => []))
  const due = names.flatMap((name) => [name, `.${name}${PART}`]).filter((file) => there.has(file))
  let held = 0
  for (const file of due)
    await remove(join(folder, file), { force: true }).catch(() => {
      held++
    })
  if (due.length > held) await settle(folder)
  await rmdir(folder).catch(() => undefined)
  return held
}

/** What is done with one file: the disk, or a program that holds it, may refuse that or never answer. */
const FILES = { lstat, rename, rm, readWithin }

export const createSyncFolder = (
  profile: Profile,
  /** Asks the coach for a folder. */
  pick: () => Promise<string | undefined>,
  files: typeof FILES = FILES,
): SyncFolder => {
  const inTurn = createTurns()
  const inTime = createPatience()
  const folderOf = (root: string, place: string): string => join(root, `Confidant ${place}`)

  const ownIn = (place: string): readonly string[] =>
    profile
      .get()
      .exchangeFiles.flatMap((own) =>
        own.startsWith(`${place}/`) ? [own.slice(place.length + 1)] : [],
      )

  const note = (place: string, name: string): void => {
    const { exchangeFiles } = profile.get()
    profile.set({ exchangeFiles: [...exchangeFiles, `${place}/${name}`].slice(-MOST_OWN_NAMES) })
  }

  /** What this laptop left of pairings that are over: the app was ended during one. */
  const tidyPairings = async (root: string): Promise<void> => {
    const places = profile.get().exchangeFiles.map((own) => own.slice(0, own.lastIndexOf('/')))
    for (const place of new Set(places.filter((one) => one.startsWith(PAIRING)))) {
      const folder = folderOf(root, place)
      for (const name of ownIn(place)) {
        const found = await lstat(join(folder, name)).catch(() => undefined)
        if (found === undefined || Date.now() - found.mtimeMs > PAIRING_MS)
          await removeIn(folder, [name], files.rm)
      }
      if (!existsSync(folder)) forget(place)
    }
  }

  const forget = (place: string): void =>
    profile.set({
      exchangeFiles: profile.get().exchangeFiles.filter((own) => !own.startsWith(`${place}/`)),
    })

  const inFolder = <T>(
    task: (root: string) => Promise<Result<T, SyncFolderProblem>>,
  ): Promise<Result<T, SyncFolderProblem>> => {
    const root = profile.get().exchangeFolder
    if (root === null) return Promise.resolve(err('no-folder'))
    return inTurn(async () => ((await stat(root)).isDirectory() ? task(root) : err('gone')))
  }

  return {
    choose: async () => {
      const path = await pick()
      if (path === undefined) return null
      profile.set({ exchangeFolder: path })
      return path
    },
    leave: async () => profile.set({ exchangeFolder: null }),
    list: (place) =>
      inFolder<SyncFolderListing>(async (root) => {
        if (!place.startsWith(PAIRING)) await tidyPairings(root)
        const folder = folderOf(root, place)
        if (!(await isFolder(folder))) return ok({ there: false, files: [], untold: [] })
        const listed: SyncFolderFile[] = []
        const untold: string[] = []
        for (const name of await readdir(folder)) {
          const file = await fileIn(folder, name, files.lstat)
          if (file === 'untold') untold.push(name)
          else if (file !== undefined && listed.push(file) === MOST_FILES) break
        }
        return ok({ there: true, files: listed, untold })
      }),
    read: (place, name) =>
      inFolder(async (root) => {
        const folder = folderOf(root, place)
        // A name is one of this folder, and a link leads out of it.
        const path = join(folder, name)
        const found = await lstat(path).catch(() => undefined)
        if (!(await isFolder(folder)) || found?.isFile() !== true) return err('unreadable')
        const bytes = await inTime(path, () => files.readWithin(path, MOST_FILE_BYTES))
        return bytes === undefined ? err('unreadable') : ok(bytes)
      }),
    write: (place, bytes) =>
      inFolder(async (root) => {
        const name = `${randomBytes(16).toString('hex')}${SUFFIX}`
        note(place, name)
        const isWritten = await writeIn(folderOf(root, place), name, bytes, files.rename)
        return isWritten ? ok(name) : err('unwritable')
      }),
    keep: (place, names) =>
      inFolder(async (root) => {
        const kept = new Set(names)
        const folder = folderOf(root, place)
        if (!(await isFolder(folder))) return ok(0)
        const due = ownIn(place).filter((name) => !kept.has(name))
        const held = await removeIn(folder, due, files.rm)
        if (place.startsWith(PAIRING) && !existsSync(folder)) forget(place)
        return ok(held)
      }),
  }
}
