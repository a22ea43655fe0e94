/** This laptop as main finds it at the start: its profile, what the school has set, the sealed folder. */
import { hostname } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import type { DeviceState } from '../shared/bridge/device-settings'
import type { Environment, KeychainState } from '../shared/bridge/environment'
import type { Managed } from '../shared/bridge/managed'
import { finishNewDeviceId } from './disk/device-id'
import { openProfile, type Profile } from './disk/profile'
import { finishInstall, readEpoch } from './disk/restore'
import { createSealedFolder, type SealedFolder } from './disk/sealed-folder'
import { openWriteCount, type WriteCount } from './disk/write-count'
import { remainingWait } from './guard/attempts'
import { managedFile, readManagedSettings, underManagement } from './guard/managed-settings'
import { createLaptopNetwork, type LaptopNetwork } from './network/network'
import { ownRelayOf } from './network/own-relay-setting'

/** Older Chromiums than this are the fallback of scripts/runtime.mjs, for development and tests only. */
const OLDEST_SHIPPED_CHROMIUM = 140

/** By what it runs from (a fuse and the asar's own checksum hold that), not by its file's name, which anybody can change. */
export const isShipped = (): boolean => app.getAppPath().endsWith('.asar')

export interface Laptop {
  readonly directory: string
  readonly profile: Profile
  readonly count: WriteCount
  readonly folder: SealedFolder
  readonly network: LaptopNetwork
  /** What the school has set. */
  readonly managed: Managed
  /** The relay that is set is this laptop itself. */
  readonly isOwnRelay: () => boolean
  readonly environment: (now: {
    readonly state: DeviceState
    readonly keychain: KeychainState
  }) => Promise<Environment>
}

/** For development and tests only: a shipped app refuses these switches, too (guard/switches.ts). */
export const testSwitch = (name: 'managed-settings' | 'own-addresses' | 'release-key'): string =>
  isShipped() ? '' : app.commandLine.getSwitchValue(name)

const openOwnProfile = (
  directory: string,
): { readonly profile: Profile; readonly managed: Managed } => {
  const managed = readManagedSettings(testSwitch('managed-settings') || managedFile())
  return { profile: underManagement(openProfile(directory), managed), managed }
}

/** Opens all of it, and finishes what an earlier run was ended in: a restore, a change of id. */
export const openLaptop = async (): Promise<Laptop> => {
  const directory = app.getPath('userData')
  const { profile, managed } = openOwnProfile(directory)
  const chromium = Number.parseInt(process.versions.chrome, 10)
  const highest = profile.get().highestChromium
  if (chromium > highest) profile.set({ highestChromium: chromium })
  await finishInstall(directory)
  await finishNewDeviceId(directory, profile)
  const count = await openWriteCount(
    directory,
    () => profile.get().deviceId,
    () => readEpoch(directory),
  )
  const addresses = testSwitch('own-addresses').split(',').filter(Boolean)
  const network = createLaptopNetwork(directory, profile, addresses)
  await network.begin()
  const isOwnRelay = (): boolean => ownRelayOf(profile.get()) !== undefined
  return {
    directory,
    profile,
    count,
    network,
    managed,
    isOwnRelay,
    folder: createSealedFolder(join(directory, 'sealed'), profile.get().deviceId, count),
    environment: async (now) => {
      const { relay, exchangeFolder, deviceId, hasTwin, supportCard, settings, letterBoxKey } =
        profile.get()
      return {
        ...now,
        relay,
        sharing: isOwnRelay(),
        syncFolder: exchangeFolder,
        deviceId,
        hasTwin,
        settings,
        letterBoxKey,
        managed,
        chromium,
        electron: process.versions.electron,
        supportCard: supportCard ?? null,
        version: app.getVersion(),
        developmentRuntime: chromium < OLDEST_SHIPPED_CHROMIUM,
        olderThan: chromium < highest ? highest : null,
        deviceName: hostname(),
        demo: process.argv.includes('--demo'),
        wait: remainingWait(profile),
        epoch: await readEpoch(directory),
      }
    },
  }
}
