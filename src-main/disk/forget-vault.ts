/**
 * Taking the vault off this laptop, after it was removed from it: the sealed folder, what restores set aside, the key in
 * the keychain, and what the profile kept for it. The laptop takes another id, under which it may join a vault again.
 * The id goes first: what a crash leaves of the folder is under the old one.
 */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keychain } from '../guard/keychain'
import { takeNewDeviceId } from './device-id'
import type { Profile } from './profile'
import { foldersSetAside } from './restore'
import type { SealedFolder } from './sealed-folder'
import type { WriteCount } from './write-count'

export const forgetVault = async ({
  directory,
  profile,
  folder,
  count,
  keychain,
}: {
  readonly directory: string
  readonly profile: Profile
  readonly folder: SealedFolder
  readonly count: WriteCount
  readonly keychain: Keychain
}): Promise<void> => {
  await keychain.forget()
  await takeNewDeviceId(profile, folder)
  await folder.close()
  for (const path of [join(directory, 'sealed'), ...(await foldersSetAside(directory))])
    await rm(path, { recursive: true, force: true })
  folder.reset()
  count.reset()
  const { formerDeviceId: _done, supportCard: _card, ...rest } = profile.get()
  profile.set({
    ...rest,
    formerDeviceId: undefined,
    supportCard: undefined,
    letterBoxKey: null,
    laptopSeed: null,
    typing: null,
    relay: null,
  })
}
