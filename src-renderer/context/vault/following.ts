/**
 * Opening the vault where it goes on after a laptop was removed, removing one, and taking the vault off a laptop that
 * was removed itself. The session of an epoch is closed and that of the next one opened (decision 30).
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import type { Environment } from '../../../shared/bridge/environment'
import type { System } from '../../../shared/model/caseload/laptop'
import type { OpenedVault } from '../../../shared/vault/header'
import { type Database, deleteDatabase } from '../../store/disk/database'
import type { StoredState } from '../../store/disk/stored-state'
import type { FollowProblem, VaultSession } from '../../store/session/open-vault'
import { openVaultSession } from '../../store/session/vault-session'
import { host, useApp } from '../app-state'
import { close, databaseOrRefusal, reloadWith } from './page'
import { sealPlace } from './place'

/** `passphraseKey` is at hand when the passphrase was just typed: what was announced meanwhile is followed at once. */
export type JustOpened = OpenedVault & { readonly passphraseKey?: Uint8Array }

const SYSTEM_SIGNS: readonly (readonly [RegExp, System])[] = [
  [/Windows/, 'windows'],
  [/Mac/, 'macos'],
  [/Linux/, 'linux'],
]

/** Puts the key that the keychain gives back in step with the vault's. */
const keepInKeychain = async (vaultKey: Uint8Array): Promise<void> => {
  if (useApp.getState().environment?.keychain === 'on') await host.keychain.keep(vaultKey)
}

/**
 * Opens a session, in the epoch that the vault goes on in where the passphrase for that is at hand. There it may have to be
 * followed once more: whom this laptop removed may still be in the epoch that others went on in meanwhile.
 */
export const openFollowing = async (
  store: Database,
  { passphraseKey, ...opened }: JustOpened,
  environment: Environment,
  ahead?: Promise<StoredState | undefined>,
): Promise<VaultSession | undefined> => {
  const device = {
    id: environment.deviceId,
    name: environment.deviceName,
    system: SYSTEM_SIGNS.find(([sign]) => sign.test(navigator.userAgent))?.[1] ?? '',
  } as const
  const session = await openVaultSession(host, store, opened, device, ahead)
  if (passphraseKey === undefined || session.model.getState().standing.kind !== 'follow')
    return session
  const followed = await session.laptops.follow(passphraseKey)
  // Said on the screen, where it can be tried again.
  if (!followed.ok) return session
  await session.close()
  await keepInKeychain(followed.value.vaultKey)
  const next = await databaseOrRefusal()
  if (next === undefined) return undefined
  const there = await openFollowing(next, { ...followed.value, passphraseKey }, environment)
  await there?.log.add('removal-followed')
  return there
}

/** Follows a removal that another laptop announced. */
export const followRemoval = async (
  passphraseKey: Uint8Array,
): Promise<FollowProblem | undefined> => {
  const { phase } = useApp.getState()
  if (phase.name === 'open') await phase.session.log.add('removal-followed')
  return goOn(passphraseKey)
}

/**
 * Goes on in the epoch that was announced: the header is written, the vault closed, and the page loaded anew with the
 * vault open there. What the page was in the middle of comes along.
 */
const goOn = async (passphraseKey: Uint8Array): Promise<FollowProblem | undefined> => {
  const { phase, route } = useApp.getState()
  if (phase.name !== 'open') return 'nothing-to-follow'
  const followed = await phase.session.laptops.follow(passphraseKey)
  if (!followed.ok) return followed.error
  const { vaultKey } = followed.value
  const place = toBase64UrlEncoded(sealPlace(vaultKey, route))
  const carried = { kind: 'open', vaultKey: toBase64UrlEncoded(vaultKey), place } as const
  try {
    await keepInKeychain(vaultKey)
    await close()
  } finally {
    await reloadWith(carried)
  }
  return undefined
}

/** Removes laptops, and goes on without them. */
export const removeLaptops = async (
  ids: readonly string[],
  names: string,
  passphraseKey: Uint8Array,
): Promise<FollowProblem | undefined> => {
  const { phase } = useApp.getState()
  if (phase.name !== 'open') return 'nothing-to-follow'
  // Noted first: a crash in between leaves a note too many, and never one too few.
  await phase.session.log.add('laptop-removed', names)
  const removed = await phase.session.laptops.remove(ids)
  return removed.ok ? goOn(passphraseKey) : removed.error
}

/** Takes the vault off this laptop, with everything that was kept of it here. */
export const eraseVaultHere = async (): Promise<void> => {
  try {
    await close()
    await deleteDatabase()
    await host.laptop.forgetVault()
  } finally {
    await reloadWith({ kind: 'locked', place: '' })
  }
}
