/** The header that this laptop's vault opens with, and putting another in its place, one change at a time. */
import sodium from 'libsodium-wrappers-sumo'
import { err, ok, type Result } from '../../../shared/base/result'
import type { Host, WriteProblem } from '../../../shared/bridge/host'
import type { OpenedVault } from '../../../shared/vault/header'
import type { Database } from '../disk/database'
import { storeHeader } from '../door/vault-door'
import type { VaultSession } from './open-vault'

export interface KeptHeader {
  readonly opened: () => OpenedVault
  readonly rewrap: VaultSession['rewrap']
  /** Overwrites the vault's key, whoever still holds it. */
  readonly forget: () => void
}

export const createKeptHeader = (
  host: Host,
  database: Database,
  unlocked: OpenedVault,
  closing: AbortSignal,
): KeptHeader => {
  let opened = unlocked
  let last: Promise<Result<void, WriteProblem>> = Promise.resolve(ok(undefined))
  return {
    opened: () => opened,
    rewrap: (change) => {
      const wrapAnew = async (): Promise<Result<void, WriteProblem>> => {
        // Locked meanwhile: the key is gone, and a header around what is left of it would open for nobody.
        if (closing.aborted) return err('disk-error')
        const header = change(opened)
        const stored = await storeHeader(host, database, header)
        if (stored.ok) opened = { vaultKey: opened.vaultKey, header }
        return stored
      }
      last = last.then(wrapAnew, wrapAnew)
      return last
    },
    forget: () => sodium.memzero(opened.vaultKey),
  }
}
