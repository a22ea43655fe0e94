/** What this Confidant is: for the screen that says it, and for a diagnosis (shared/bridge/diagnosis.ts). */
import { readdir, stat } from 'node:fs/promises'
import { arch, cpus, freemem, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { app, screen, shell } from 'electron'
import type { DeviceState } from '../../shared/bridge/device-settings'
import type { DiagnosisFacts, DiagnosisPart } from '../../shared/bridge/diagnosis'
import type { KeychainState } from '../../shared/bridge/environment'
import type { Failures } from '../../shared/bridge/failures'
import type { BackupState, HostScope } from '../../shared/bridge/host'
import { UNMANAGED } from '../../shared/bridge/managed'
import type { UpdateState } from '../../shared/bridge/updates'
import type { Laptop } from '../laptop'

const MEGABYTE = 1024 * 1024

export interface AboutParts {
  readonly laptop: Laptop
  readonly failures: Failures
  readonly shortcut: () => DeviceState['shortcut']
  readonly keychain: () => Promise<KeychainState>
  readonly backups: () => Promise<BackupState>
  readonly updates: () => Promise<UpdateState>
}

/** All files below a folder. */
const bytesIn = async (folder: string): Promise<number> => {
  let sum = 0
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
    sum += entry.isDirectory()
      ? await bytesIn(join(folder, entry.name))
      : await stat(join(folder, entry.name)).then(
          ({ size }) => size,
          () => 0,
        )
  return sum
}

const program = (): DiagnosisPart => ({
  of: 'program',
  lines: [
    ['Confidant', app.getVersion()],
    ['packaged', app.isPackaged],
    ['Electron', process.versions.electron],
    ['Chromium', process.versions.chrome],
    ['Node', process.versions.node],
    ['running for minutes', process.uptime() / 60],
  ],
})

const computer = (): DiagnosisPart => ({
  of: 'computer',
  lines: [
    ['system', process.platform],
    ['release', release()],
    ['processor', arch()],
    ['emulated', app.runningUnderARM64Translation === true],
    ['cores', cpus().length],
    ['memory, MB', totalmem() / MEGABYTE],
    ['memory free, MB', freemem() / MEGABYTE],
    ['displays', screen.getAllDisplays().length],
    ['language', app.getLocale()],
  ],
})

const relayKind = (relay: string | null, isOwn: boolean): string => {
  if (relay === null) return 'none'
  if (isOwn) return 'this-laptop'
  return relay.startsWith('wss:') ? 'encrypted' : 'near'
}

const settings = async ({ laptop, shortcut, keychain }: AboutParts): Promise<DiagnosisPart> => {
  const { settings: set } = laptop.profile.get()
  return {
    of: 'settings',
    lines: [
      ['locks after minutes', set.autoLockMinutes],
      ['stays in the tray', set.staysInTray],
      ['hidden from screens', set.hiddenFromScreens],
      ['zoom', set.zoom],
      ['text size', set.textSize],
      ['density', set.density],
      ['language', set.language],
      ['capture shortcut', shortcut()],
      ['keychain', await keychain()],
      ['school settings', isDeepStrictEqual(laptop.managed, UNMANAGED) ? 'none' : 'set'],
    ],
  }
}

const disk = async ({ laptop, backups }: AboutParts): Promise<DiagnosisPart> => {
  const { directory, folder } = laptop
  const kept = await backups()
  const [own, sealed, database, free] = await Promise.all([
    folder.records(),
    bytesIn(join(directory, 'sealed')),
    bytesIn(join(directory, 'IndexedDB')),
    folder.freeSpace(),
  ])
  return {
    of: 'disk',
    lines: [
      ['sealed files of this laptop', own.length],
      ['sealed folder, MB', sealed / MEGABYTE],
      ['database, MB', database / MEGABYTE],
      ['free, MB', free / MEGABYTE],
      ['owed to the disk', folder.owes()],
      ['backup folder', kept.folder === null ? 'none' : kept.reachable ? 'there' : 'gone'],
      ['backups', kept.backups.length],
      ['copies set aside', kept.setAside.length],
    ],
  }
}

const network = async ({ laptop, updates }: AboutParts): Promise<DiagnosisPart> => {
  const { relay, exchangeFolder } = laptop.profile.get()
  const found = await updates()
  return {
    of: 'network',
    lines: [
      ['relay', relayKind(relay, laptop.isOwnRelay())],
      ['folder sync', exchangeFolder !== null],
      ['updates', found.step === 'off' ? `off-${found.why}` : found.step],
      ['updates trouble', found.problem],
    ],
  }
}

export const createAbout = (parts: AboutParts): HostScope<'about'> => ({
  facts: async (): Promise<DiagnosisFacts> => ({
    parts: [program(), computer(), await settings(parts), await disk(parts), await network(parts)],
    failures: parts.failures.all(),
  }),
  dataFolder: async () => parts.laptop.directory,
  openDataFolder: async () => {
    await shell.openPath(parts.laptop.directory)
  },
})
