/**
 * This laptop's id, which names its part of the sealed folder. A profile that was copied to another laptop gives two
 * laptops one id; the one that is told so takes an id of its own, and its part of the folder goes along.
 *
 * The new id is written first and the folder moved then, so that a crash in between is finished at the next start.
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { moveDeviceFolder } from './flushed-files'
import type { Profile } from './profile'
import type { SealedFolder } from './sealed-folder'

/** Before the folder is opened: what a crash has left half done. */
export const finishNewDeviceId = async (directory: string, profile: Profile): Promise<void> => {
  const { deviceId, formerDeviceId } = profile.get()
  if (formerDeviceId === undefined) return
  const root = join(directory, 'sealed')
  await moveDeviceFolder(root, join(root, formerDeviceId), deviceId)
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
