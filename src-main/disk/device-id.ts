/**
 * This laptop's id, which names its part of the sealed folder. A profile that was copied to another laptop gives two
 * laptops one id; the one that is told so takes an id of its own, and its part of the folder goes along.
 *
 * The new id is written first and the folder moved then, so that a crash in between is finished at the next start. A part
 * that holds the vault's header while this id's has none is this laptop's, too: its confidant.json was lost, or the folder
 * was brought here by hand. Left where it is, the vault would not be found, and the next one made here would take its header.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { moveDeviceFolder } from './flushed-files'
import type { Profile } from './profile'
import { HEADER_FILE, type SealedFolder } from './sealed-folder'

const leftBehind = async (root: string, deviceId: string): Promise<string | undefined> => {
  const hasHeader = (id: string): boolean => existsSync(join(root, id, HEADER_FILE))
  if (hasHeader(deviceId)) return undefined
  return (await readdir(root).catch(() => [])).find(hasHeader)
}

/** Before the folder is opened: what a crash has left half done, or an id that nobody knows any more. */
export const finishNewDeviceId = async (directory: string, profile: Profile): Promise<void> => {
  const { deviceId, formerDeviceId } = profile.get()
  const root = join(directory, 'sealed')
  if (formerDeviceId !== undefined)
    await moveDeviceFolder(root, join(root, formerDeviceId), deviceId)
  const former = await leftBehind(root, deviceId)
  if (former !== undefined) await moveDeviceFolder(root, join(root, former), deviceId)
}

export const takeNewDeviceId = async (profile: Profile, folder: SealedFolder): Promise<void> => {
  const id = randomBytes(16).toString('base64url')
  // Keys of its own, too: the other laptop goes on with those.
  profile.set({
    formerDeviceId: profile.get().deviceId,
    deviceId: id,
    hasTwin: false,
    laptopSeed: null,
  })
  await folder.renameDevice(id)
}
