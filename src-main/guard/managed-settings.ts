/**
 * What a school sets for its laptops. A file and not the registry or a profile, so that one format, one reader and one
 * page of documentation hold on all three systems, and any tool that can place a file can manage the app. The places
 * are fixed and in no environment variable, which a coach's own account could point elsewhere. It is read once, at the
 * start. Format: docs/security.md.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { relayAddress, updatesAddress } from '../../shared/bridge/checks'
import {
  autoLockUnder,
  type Managed,
  relayUnder,
  STRICTEST,
  UNMANAGED,
} from '../../shared/bridge/managed'
import { isEncryptedOrNear } from '../../shared/relay/near'
import type { Profile, ProfileState } from '../disk/profile'
import { ownRelayOf } from '../network/own-relay-setting'

export const managedFile = (platform: NodeJS.Platform = process.platform): string => {
  if (platform === 'win32') return 'C:\\ProgramData\\Confidant\\managed.json'
  if (platform === 'darwin') return '/Library/Application Support/Confidant/managed.json'
  return '/etc/confidant/managed.json'
}

const File = v.object({
  longestAutoLockMinutes: v.optional(
    v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(480))),
    null,
  ),
  relay: v.optional(v.nullable(relayAddress), null),
  sync: v.optional(v.boolean(), true),
  sharing: v.optional(v.boolean(), true),
  folder: v.optional(v.boolean(), true),
  updates: v.optional(v.nullable(v.union([updatesAddress, v.literal(false)])), null),
})

const BYTE_ORDER_MARK = /^\uFEFF/

/** Reads the school's file. One that is there and not understood counts as the strictest; keys we do not know do not. */
export const readManagedSettings = (path: string): Managed => {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8').replace(BYTE_ORDER_MARK, ''))
    const { sync, folder, sharing, updates, ...given } = v.parse(File, json)
    for (const key of Object.keys(json as object))
      if (!(key in File.entries))
        console.error(`managed settings: "${key}" is not known and was left out`)
    return {
      ...given,
      syncOff: !sync,
      folderOff: !sync || !folder,
      sharingOff: !sync || !sharing,
      updatesFrom: updates === false ? null : updates,
      updatesOff: updates === false,
      unreadable: false,
    }
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    )
      return UNMANAGED
    console.error('managed settings: the file could not be understood')
    return STRICTEST
  }
}

/** The profile as it stands under what the school has set: nobody who reads it can be given anything else. */
export const underManagement = (profile: Profile, managed: Managed): Profile => ({
  get: (): ProfileState => {
    const own = profile.get()
    return {
      ...own,
      relay:
        managed.sharingOff && ownRelayOf(own) !== undefined ? null : relayUnder(own.relay, managed),
      exchangeFolder: managed.folderOff ? null : own.exchangeFolder,
      updatesFrom: managed.updatesOff ? null : (managed.updatesFrom ?? own.updatesFrom),
      settings: {
        ...own.settings,
        autoLockMinutes: autoLockUnder(own.settings.autoLockMinutes, managed),
      },
    }
  },
  set: (change) => {
    if (typeof change.relay === 'string' && relayUnder(change.relay, managed) === null)
      throw new Error('refused: the school has set the relay')
    if (
      typeof change.relay === 'string' &&
      managed.relay === null &&
      !isEncryptedOrNear(change.relay)
    )
      throw new Error('refused: a relay that is not near is reached by wss alone')
    if (typeof change.exchangeFolder === 'string' && managed.folderOff)
      throw new Error('refused: the school allows no folder')
    if (
      typeof change.updatesFrom === 'string' &&
      (managed.updatesOff || managed.updatesFrom !== null)
    )
      throw new Error('refused: the school has set where updates come from')
    profile.set(change)
  },
})
