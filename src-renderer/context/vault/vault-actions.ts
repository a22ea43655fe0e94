/**
 * What the app does with a vault as a whole. Loaded after the first screen is painted: the cryptography, Yjs and the
 * database are not needed to show where to type a passphrase.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8 } from 'lib0/string'
import { keepRecoveryKey } from '../../../shared/model/caseload/recovery'
import { withSecret } from '../../../shared/relay/relay-address'
import type { OpenedVault } from '../../../shared/vault/header'
import { createKeyRing } from '../../../shared/vault/key-ring'
import { t } from '../../../shared/words/words'
import type { AccessKind } from '../../store/disk/access-log'
import { type Database, matchEpoch } from '../../store/disk/database'
import { readStoredState, type StoredState } from '../../store/disk/stored-state'
import {
  keepVault as keep,
  makeVault as make,
  readHeader,
  reopen,
} from '../../store/door/vault-door'
import { createSearchIndex } from '../../store/search/search-index'
import type { VaultSession } from '../../store/session/open-vault'
import { startFolderSync } from '../../sync/folder/folder-sync'
import { startSync } from '../../sync/sync'
import { warn } from '../../ui/notice'
import { today } from '../../ui/when'
import { DEMO_PASSPHRASE, go, host, useApp } from '../app-state'
import { changeDeviceSettings } from '../device-settings'
import { backupSentence } from '../sentences'
import { type JustOpened, openFollowing } from './following'
import { keepTyping, keepTypingAsTyped } from './keep-typing'
import { type Carried, lockVault } from './locking'
import { close, databaseOrRefusal, refuse, reload, reloadWith, show, takeDamage } from './page'
import { openPlace, openTyping, sealPlace } from './place'
import { settleIn } from './settle-in'

export { relayInPairingCode, typedRelay } from '../../../shared/relay/connection-code'
export { textToHeader } from '../../../shared/vault/header'
export { sealLetter } from '../../../shared/vault/letter-box'
export { derivePairing, newPairingCode } from '../../../shared/vault/pairing'
export { bytesToGroups, normalizeCode } from '../../../shared/vault/recovery-key'
export {
  joinVault,
  keepVault,
  makeVault,
  newPassphrase,
  prove,
  provePassphrase,
  unlockWithPassphrase,
  unlockWithRecovery,
  unlockWithVaultKey,
} from '../../store/door/vault-door'
export { offerPairing, requestPairing } from '../../sync/pairing/pairing'
export { overFolder, overRelay } from '../../sync/pairing/pairing-ways'

export { eraseVaultHere, followRemoval, removeLaptops } from './following'
export { keepTyping } from './keep-typing'
export { databaseOrRefusal as database } from './page'

/** Whether the sealed folder here is of this vault: its vault record's file has a name that follows from its keys. */
export const hasVaultOf = async (opened: OpenedVault): Promise<boolean> => {
  const { vaultRecord } = createKeyRing(opened)
  return (await host.folder.tails()).some(({ record }) => record === vaultRecord)
}

/** The store and the header, or a refusal on the screen. */
export const approach = async () => {
  const store = await databaseOrRefusal()
  if (store === undefined) return undefined
  await matchEpoch(store, (useApp.getState().environment ?? (await host.app.environment())).epoch)
  const header = await readHeader(host, store)
  if (!header.ok) {
    refuse(
      header.error === 'newer'
        ? 'newer-vault'
        : header.error === 'damaged'
          ? 'damaged-header'
          : 'weak-header',
    )
    return undefined
  }
  // Records without a header are no place for a first vault: a backup has the file that is missing.
  if (header.value === null && (await host.folder.tails()).length > 0) {
    refuse('damaged-header')
    return undefined
  }
  return { store, header: header.value }
}

/** What is stored, read while the key to it is being derived. Nothing where that fails: it is read once more then. */
export const readAhead = (store: Database): Promise<StoredState | undefined> =>
  readStoredState(host, store).catch(() => undefined)

/** Opens the screens on an unlocked vault, and the sync with it when a relay is set. */
export const enter = async (
  opened: JustOpened,
  {
    how,
    ahead,
    withSample = false,
    recoveryKey,
  }: {
    readonly how?: AccessKind
    readonly ahead?: Promise<StoredState | undefined>
    readonly withSample?: boolean
    /** Known when the vault was just made, or opened with it: kept in the vault, so that its sheet can be printed again. */
    readonly recoveryKey?: Uint8Array | undefined
  } = {},
): Promise<void> => {
  // Where the key is known: npm run bench measures from here to a usable caseload.
  performance.mark('confidant:key')
  const store = await databaseOrRefusal()
  if (store === undefined) return
  const environment = useApp.getState().environment ?? (await host.app.environment())
  await matchEpoch(store, environment.epoch)
  const session = await openFollowing(store, opened, environment, ahead)
  if (session === undefined) return
  const { relay } = environment
  void host.app.setUnlocked(true)
  const { place: sealed } = useApp.getState()
  const place = sealed === undefined ? undefined : openPlace(session.ring, sealed)
  if (place !== undefined) go(place.route)
  // Taken in any case: once it is saved, an older state of it must not come back.
  const typing = await host.laptop.takeTyping()
  const dialogs = place?.dialogs ?? (typing === null ? [] : openTyping(session.ring, typing))
  if (withSample) {
    const { fillSample } = await import('../../store/demo/fill-sample')
    await fillSample(session, today(), (done, of) => show({ name: 'filling', done, of }))
  }
  show({
    name: 'open',
    session,
    sync: relay === null ? undefined : startSync(session, relay, host.network.whyUnreached),
    search: createSearchIndex(session),
  })
  useApp.setState({ place: undefined })
  keepTypingAsTyped()
  const damaged = takeDamage()
  if (environment.syncFolder !== null) startFolder(session)
  if (damaged !== '') void session.log.add('database-remade', damaged)
  if (session.model.getState().older) void session.log.add('rolled-back')
  if (recoveryKey !== undefined) void session.runOnVault(keepRecoveryKey, recoveryKey)
  void settleIn(session, how)
  if (place !== undefined) requestAnimationFrame(place.settle)
  for (const title of dialogs)
    warn({
      title: t('vault.typingKeptIn', { form: title }),
      message: t('vault.typingKept'),
      autoClose: 15_000,
    })
}

/** Syncs through the folder that is chosen on this laptop, from now on. */
export const startFolder = (session: VaultSession): void => {
  const alone = useApp.getState().environment?.relay == null
  useApp.setState({ folder: startFolderSync(session, host.syncFolder, { alone }) })
}

/** Stops using the folder; `remove`: and takes away what this laptop has written in it. */
export const leaveFolder = async (remove: boolean): Promise<void> => {
  const { folder, environment } = useApp.getState()
  await folder?.leave(remove)
  useApp.setState({
    folder: undefined,
    environment: environment && { ...environment, syncFolder: null },
  })
}

export const lock = async (): Promise<void> => {
  const { phase, route, folder } = useApp.getState()
  if (phase.name !== 'open') return
  // The app may be quit while the vault is locked; nothing that goes wrong here keeps it from being locked.
  keepTyping().catch(() => undefined)
  await lockVault(
    host,
    { ...phase, folder },
    {
      place: () => toBase64UrlEncoded(sealPlace(phase.session.opened.vaultKey, route)),
      leave: () => show({ name: 'starting' }),
      reload,
    },
  )
}

/**
 * Puts a backup in the vault's place. What was there is set aside, in the profile; the sync is disconnected, since
 * other laptops would bring the newer state back. The vault is locked afterwards, with the backup's passphrase.
 */
export const replaceVault = async (backup: string): Promise<void> => {
  const { phase } = useApp.getState()
  let said = t('vault.asItWas', { trouble: backupSentence['disk-error'] })
  try {
    if (phase.name === 'open') {
      await phase.session.log.add('restored', t('log.vaultReplaced'))
      await close()
    }
    const installed = await host.backups.install(backup)
    if (installed.ok) await host.laptop.setRelay(null)
    if (installed.ok) await host.syncFolder.leave()
    said = installed.ok
      ? t('vault.backupInPlace')
      : t('vault.asItWas', { trouble: backupSentence[installed.error] })
  } finally {
    await reloadWith({ kind: 'locked', place: '', said })
  }
}

/** The page's policy names the one relay it may reach, so that another relay needs another load of the page. */
export const setRelay = async (relay: string | null): Promise<void> => {
  const { phase, route } = useApp.getState()
  if (phase.name !== 'open') return
  const vaultKey = toBase64UrlEncoded(phase.session.opened.vaultKey)
  const place = toBase64UrlEncoded(sealPlace(phase.session.opened.vaultKey, route))
  try {
    await close()
    await host.laptop.setRelay(relay)
  } finally {
    await reloadWith({ kind: 'open', vaultKey, place })
  }
}

/** Loads the page anew with the vault open: for what is settled as it loads, such as the app's words. */
export const loadAnew = async (): Promise<void> => {
  const { environment } = useApp.getState()
  await setRelay(environment?.relay ?? null)
}

export const setRelayToJoin = async (
  relay: string,
  joinWith: { readonly code: string; readonly isShown: boolean },
): Promise<void> => {
  await host.laptop.setRelay(relay)
  await reloadWith({ kind: 'join', ...joinWith })
}

/** What the other laptop told of the relay: with it this one claims rooms, too. The address stays, and so does the page. */
export const keepRelaySecret = async (secret: string | undefined): Promise<void> => {
  const { environment } = useApp.getState()
  if (environment?.relay == null || secret === undefined) return
  const relay = withSecret(environment.relay, secret)
  await host.laptop.setRelay(relay)
  useApp.setState({ environment: { ...environment, relay } })
}

/** Goes on where a reload left off, or resolves to false when nothing was carried over. */
export const resume = async (): Promise<boolean> => {
  const bytes = await host.app.takeOver()
  if (bytes === null) return false
  const carried = JSON.parse(decodeUtf8(bytes)) as Carried
  if (carried.kind === 'join') {
    show({ name: 'welcome', joinWith: carried })
    return true
  }
  if (carried.kind === 'locked') {
    useApp.setState({
      place: carried.place === '' ? undefined : fromBase64UrlEncoded(carried.place),
      said: carried.said ?? '',
    })
    return false
  }
  const found = await approach()
  if (found === undefined) return true
  const opened = found.header === null ? undefined : reopen(found.header, carried.vaultKey)
  if (opened?.ok !== true) return false
  useApp.setState({ place: fromBase64UrlEncoded(carried.place) })
  await enter(opened.value)
  return true
}

/** npm start -- --demo: a vault of its own with the sample caseload, whose passphrase is no secret. */
export const openDemo = async (store: Database): Promise<void> => {
  await changeDeviceSettings({ seenVersion: useApp.getState().environment?.version ?? '' })
  const vault = await make(DEMO_PASSPHRASE)
  const kept = await keep(host, store, vault)
  if (kept.ok) await enter(vault, { withSample: true, recoveryKey: vault.recoveryKey })
}
