/**
 * Hands a file that was fetched and checked to electron-updater, which knows how each system replaces an app: dpkg behind
 * the system's own question for a password, an AppImage over itself, NSIS for this user, Squirrel on a Mac. None of its own
 * list, download, or check is used, and nothing that it says of success is believed (updates.ts, traps.md 21).
 */
import { chmodSync, existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BaseUpdater, MacUpdater } from 'electron-updater'
import type { FoundRelease, Target } from './release-list'

/** Squirrel copies and checks the app; a quit must not wait for ever for one that does not come to an end. */
const SQUIRREL_WITHIN_MS = 120_000

/** What this Confidant was installed from, by what its package says of itself. */
export const installedFrom = (
  platform: NodeJS.Platform,
  arch: string,
  resources: string,
  appImage: string | undefined,
): Target | undefined => {
  if (platform === 'win32')
    return existsSync(join(resources, '..', 'Uninstall Confidant.exe'))
      ? { kind: 'nsis', arch }
      : undefined
  if (platform === 'darwin') return { kind: 'mac', arch }
  if (appImage !== undefined) return { kind: 'AppImage', arch }
  const type = join(resources, 'package-type')
  return existsSync(type) && readFileSync(type, 'utf8').trim() === 'deb'
    ? { kind: 'deb', arch }
    : undefined
}

const toSquirrel = async (
  updater: MacUpdater,
  path: string,
  found: FoundRelease,
): Promise<void> => {
  const { autoUpdater } = await import('electron')
  const info = { url: found.file.name, size: found.file.bytes }
  // Its way from a file on the disk to Squirrel: a server on this laptop, behind a password. It has no public name.
  const through = updater as unknown as {
    readonly updateDownloaded: (file: object, event: object) => Promise<unknown>
  }
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('late')), SQUIRREL_WITHIN_MS)
    autoUpdater.once('update-downloaded', () => {
      clearTimeout(late)
      resolve()
    })
    through
      .updateDownloaded({ url: pathToFileURL(path), info }, { downloadedFile: path })
      .catch(reject)
  })
}

const updaterFor = async (kind: Exclude<Target['kind'], 'mac'>): Promise<BaseUpdater> => {
  const { AppImageUpdater, DebUpdater, NsisUpdater } = await import('electron-updater')
  const updaters = { deb: DebUpdater, AppImage: AppImageUpdater, nsis: NsisUpdater }
  return new updaters[kind]()
}

export const install = async (path: string, found: FoundRelease): Promise<void> => {
  const { kind, sha512 } = found.file
  if (kind === 'mac') {
    const { MacUpdater } = await import('electron-updater')
    const updater = new MacUpdater()
    updater.logger = null
    return toSquirrel(updater, path, found)
  }
  const updater = await updaterFor(kind)
  updater.logger = null
  const { DownloadedUpdateHelper } = await import('electron-updater/out/DownloadedUpdateHelper')
  const helper = new DownloadedUpdateHelper(dirname(path))
  const name = basename(path)
  const info = { url: name, sha512 }
  const release = { version: found.version, files: [info], path: name, sha512, releaseDate: '' }
  await helper.setDownloadedFile(
    path,
    null,
    release,
    { url: pathToFileURL(path), info },
    name,
    false,
  )
  Object.assign(updater, { downloadedUpdateHelper: helper })
  if (kind === 'AppImage') chmodSync(path, 0o755)
  // Silently, and without starting the app again: the coach has quit it.
  updater.install(true, false)
}
