/**
 * The folder through which a coach's laptops meet: a stick, a share, a folder that another program syncs. This laptop
 * chose it in a dialog of its own and says its path to nobody; the page names a place in it (`Confidant` and a tag) and
 * files there. Whatever else is in the folder belongs to somebody else.
 *
 * Nothing that this laptop has not written is ever renamed, rewritten or removed: files get random names, which are
 * noted in the profile before they are written, and only what is noted there can be removed, whatever the page asks.
 */
import { randomBytes } from 'node:crypto'
import { type Dirent, existsSync } from 'node:fs'
import { lstat, mkdir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { err, ok, type Result } from '../../shared/base/result'
import type { ExchangeFile, ExchangeListing, ExchangeProblem } from '../../shared/bridge/exchange'
import { readWithin } from './backup-files'
import { syncDirectory, writeFlushed } from './flushed-files'
import type { Profile } from './profile'
import { createTurns } from './turns'

const MOST_FILE_BYTES = 64 * 1024 * 1024
const MOST_FILES = 5000
/** Names of ours that are remembered: a file that was removed may be brought back by a sync program. */
const MOST_OWN_NAMES = 400
const SUFFIX = '.sealed'
const PART = '.part'
const PAIRING = 'pairing '
/** A pairing is over by then, well or not (shared/vault/pairing.ts). */
const PAIRING_MS = 10 * 60_000

export interface ExchangeFolder {
  readonly choose: () => Promise<string | null>
  readonly leave: () => Promise<void>
  readonly list: (place: string) => Promise<Result<ExchangeListing, ExchangeProblem>>
  readonly read: (place: string, name: string) => Promise<Result<Uint8Array, ExchangeProblem>>
  readonly write: (place: string, bytes: Uint8Array) => Promise<Result<string, ExchangeProblem>>
  readonly keep: (place: string, names: readonly string[]) => Promise<Result<void, ExchangeProblem>>
}

/** A plain folder; a link in its place leads nowhere. */
const isFolder = async (path: string): Promise<boolean> => {
  const found = await lstat(path).catch(() => undefined)
  return found?.isDirectory() === true
}

const fileIn = async (folder: string, entry: Dirent): Promise<ExchangeFile | undefined> => {
  // Those that begin with a dot or a tilde are what sync programs work on.
  if (!entry.isFile() || /^[.~]/.test(entry.name)) return undefined
  const found = await lstat(join(folder, entry.name)).catch(() => undefined)
  if (found?.isFile() !== true) return undefined
  return { name: entry.name, size: found.size, time: found.mtimeMs }
}

/** The folder may be on what cannot flush a directory. */
const settle = (path: string): Promise<void> => syncDirectory(path).catch(() => undefined)

const writeIn = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  if (!(await isFolder(folder))) throw new Error('a link stands where the place should be')
  const part = join(folder, `.${name}${PART}`)
  try {
    await writeFlushed(part, Buffer.from(bytes))
    await rename(part, join(folder, name))
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined)
    throw error
  }
  await settle(folder)
}

/** Removes files of these names, with what a crash left of them, and the place when nothing is left in it. */
const removeIn = async (folder: string, names: readonly string[]): Promise<void> => {
  const there = new Set(await readdir(folder).catch(() => []))
  let removed = false
  for (const name of names)
    for (const file of [name, `.${name}${PART}`]) {
      if (!there.has(file)) continue
      await rm(join(folder, file), { force: true })
      removed = true
    }
  if (removed) await settle(folder)
  await rmdir(folder).catch(() => undefined)
}

export const createExchangeFolder = (
  profile: Profile,
  /** Asks the coach for a folder. */
  pick: () => Promise<string | undefined>,
): ExchangeFolder => {
  const inTurn = createTurns()
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
          await removeIn(folder, [name])
      }
      if (!existsSync(folder)) forget(place)
    }
  }

  const forget = (place: string): void =>
    profile.set({
      exchangeFiles: profile.get().exchangeFiles.filter((own) => !own.startsWith(`${place}/`)),
    })

  const inFolder = <T>(
    task: (root: string) => Promise<Result<T, ExchangeProblem>>,
  ): Promise<Result<T, ExchangeProblem>> => {
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
      inFolder<ExchangeListing>(async (root) => {
        if (!place.startsWith(PAIRING)) await tidyPairings(root)
        const folder = folderOf(root, place)
        if (!(await isFolder(folder))) return ok({ there: false, files: [] })
        const files: ExchangeFile[] = []
        for (const entry of await readdir(folder, { withFileTypes: true })) {
          const file = await fileIn(folder, entry)
          if (file !== undefined && files.push(file) === MOST_FILES) break
        }
        return ok({ there: true, files })
      }),
    read: (place, name) =>
      inFolder(async (root) => {
        const folder = folderOf(root, place)
        // A name is one of this folder, and a link leads out of it.
        const found = await lstat(join(folder, name)).catch(() => undefined)
        if (!(await isFolder(folder)) || found?.isFile() !== true) return err('unreadable')
        const bytes = await readWithin(join(folder, name), MOST_FILE_BYTES)
        return bytes === undefined ? err('unreadable') : ok(bytes)
      }),
    write: (place, bytes) =>
      inFolder(async (root) => {
        const name = `${randomBytes(16).toString('hex')}${SUFFIX}`
        note(place, name)
        await writeIn(folderOf(root, place), name, bytes)
        return ok(name)
      }),
    keep: (place, names) =>
      inFolder(async (root) => {
        const kept = new Set(names)
        const folder = folderOf(root, place)
        if (!(await isFolder(folder))) return ok(undefined)
        await removeIn(
          folder,
          ownIn(place).filter((name) => !kept.has(name)),
        )
        if (place.startsWith(PAIRING) && !existsSync(folder)) forget(place)
        return ok(undefined)
      }),
  }
}
