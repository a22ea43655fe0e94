/**
 * A replaced recovery sheet, on every laptop: its header is wrapped anew as soon as it hears of the new key, while the
 * vault is open as well as at an unlock, and the laptop notes for the others which sheet it opens with. The one way in
 * which a sheet becomes a header's, also on the laptop that made it.
 */

import { ok, type Result } from '../../../shared/base/result'
import type { WriteProblem } from '../../../shared/bridge/host'
import {
  noteHeader,
  replaceRecoveryKey,
  sheetMark,
  standingSheet,
} from '../../../shared/model/caseload/recovery'
import { unlockWithRecoveryKey, withRecovery } from '../../../shared/vault/header'
import { newKey } from '../../../shared/vault/keys'
import type { VaultSession } from './open-vault'

export interface RecoverySheets {
  /** Makes a new key; the old sheet opens nothing here when this resolves. */
  readonly replace: () => Promise<Result<Uint8Array, WriteProblem>>
  /** Resolves once this laptop's header opens with the sheet that stands. */
  readonly followed: () => Promise<Result<void, WriteProblem>>
}

/** `elsewhere` is called when a sheet that another laptop made has become this one's. */
export const followRecoverySheet = (
  session: VaultSession,
  elsewhere: () => Promise<unknown>,
): RecoverySheets => {
  const follow = async (): Promise<Result<void, WriteProblem>> => {
    const standing = await session.runOnVault(standingSheet, undefined)
    if (standing === undefined) return ok(undefined)
    const { key, by } = standing
    if (!unlockWithRecoveryKey(session.opened.header, key).ok) {
      const kept = await session.rewrap((opened) => withRecovery(opened, key))
      if (!kept.ok) return kept
      if (by !== session.device) await elsewhere()
    }
    await session.runOnVault(noteHeader, { device: session.device, sheet: sheetMark(key) })
    return ok(undefined)
  }
  let last: Promise<Result<void, WriteProblem>>
  const again = (): Promise<Result<void, WriteProblem>> => {
    last = last.then(follow, follow)
    return last
  }
  last = follow()
  session.model.subscribe(({ vault }, before) => {
    // A failure is said by whoever waits for it; the next change or unlock tries again.
    if (vault.recovery.sheet !== before.vault.recovery.sheet) again().catch(() => undefined)
  })
  return {
    replace: async () => {
      const key = newKey()
      // Into the vault first: a header whose key nobody has would be a sheet that opens nothing.
      await session.runOnVault(replaceRecoveryKey, {
        key,
        by: session.device,
        now: new Date().toISOString(),
        epoch: session.ring.epoch,
      })
      const followed = await again()
      return followed.ok ? ok(key) : followed
    },
    followed: () => last,
  }
}
