/**
 * Locking: what was typed is saved, everything is forgotten, and the page is loaded anew, so that no plaintext stays in
 * its memory (decisions 5 and 13). What the disk does not take is kept, sealed, by the main process, which goes on
 * trying. Whatever fails or hangs on the way, the reload comes: a vault that cannot be locked is worse than a place
 * that is forgotten.
 */
import { encodeUtf8 } from 'lib0/string'
import type { Host } from '../../../shared/bridge/host'
import type { SearchIndex } from '../../store/search/search-index'
import type { VaultSession } from '../../store/session/vault-session'
import { within } from '../../store/session/within'
import type { FolderSync } from '../../sync/folder/folder-sync'
import type { Sync } from '../../sync/sync'

/** What is carried over a reload of the page, in main's memory only. */
export type Carried =
  | { readonly kind: 'open'; readonly vaultKey: string; readonly place: string }
  | { readonly kind: 'join'; readonly code: string; readonly isShown: boolean }
  /** Locked: where the coach was, sealed (place.ts). */
  | { readonly kind: 'locked'; readonly place: string; readonly said?: string }

/** What is carried over is a convenience: a host that does not answer must not keep the page from being emptied. */
const CARRY_WITHIN_MS = 500
/** What was typed last is written into the folder, where that is quick: the other laptop may be opened next. */
const LAST_WRITE_MS = 400

export const loadAnewWith = async (
  host: { readonly app: Pick<Host['app'], 'carryOver'> },
  carried: Carried,
  reload: () => void,
): Promise<void> => {
  await within(CARRY_WITHIN_MS, host.app.carryOver(encodeUtf8(JSON.stringify(carried))))
  reload()
}

interface OpenParts {
  readonly session: Pick<VaultSession, 'close' | 'flush'>
  readonly sync: Pick<Sync, 'destroy'> | undefined
  readonly folder?: Pick<FolderSync, 'flush' | 'destroy'> | undefined
  readonly search: Pick<SearchIndex, 'close'>
}

export const closeVault = async ({ session, sync, folder, search }: OpenParts): Promise<void> => {
  try {
    if (folder !== undefined) await within(LAST_WRITE_MS, session.flush().then(folder.flush))
    folder?.destroy()
    sync?.destroy()
    search.close()
  } finally {
    await session.close()
  }
}

export const lockVault = async (
  host: { readonly app: Pick<Host['app'], 'carryOver' | 'setUnlocked'> },
  open: OpenParts,
  page: {
    /** Where the coach is, sealed. */
    readonly place: () => string
    /** Takes the vault off the screen. */
    readonly leave: () => void
    readonly reload: () => void
  },
): Promise<void> => {
  // From here on main sees to it, should this page hang (src-main/window/page-lock.ts).
  host.app.setUnlocked(false).catch(() => undefined)
  let place = ''
  try {
    place = page.place()
    page.leave()
    await closeVault(open)
  } finally {
    await loadAnewWith(host, { kind: 'locked', place }, page.reload)
  }
}
