/** The header that this laptop's vault opens with, and putting another in its place, one change at a time. */
import sodium from 'libsodium-wrappers-sumo'
import { err, ok, type Result } from '../../../shared/base/result'
import type { Host, WriteProblem } from '../../../shared/bridge/host'
import type { Header, OpenedVault } from '../../../shared/vault/header'
import type { Database } from '../disk/database'
import { storeHeader } from '../door/vault-door'
import type { VaultSession } from './open-vault'

export interface KeptHeader {
  readonly opened: () => OpenedVault
  readonly rewrap: VaultSession['rewrap']
  /** Puts the header of another epoch in this one's place; this session changes nothing of it from then on. */
  readonly leave: (next: Header) => Promise<Result<void, WriteProblem>>
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
  let left = false
  let last: Promise<Result<void, WriteProblem>> = Promise.resolve(ok(undefined))
  const inTurn = (
    change: () => Promise<Result<void, WriteProblem>>,
  ): Promise<Result<void, WriteProblem>> => {
    // Locked meanwhile: the key is gone, and a header around what is left of it would open for nobody.
    const unlessLocked = async () => (closing.aborted ? err('disk-error' as const) : change())
    last = last.then(unlessLocked, unlessLocked)
    return last
  }
  return {
    opened: () => opened,
    rewrap: (change) =>
      inTurn(async () => {
        if (left) return err('disk-error')
        const header = change(opened)
        const stored = await storeHeader(host, database, header)
        if (stored.ok) opened = { vaultKey: opened.vaultKey, header }
        return stored
      }),
    leave: (next) =>
      inTurn(async () => {
        // A write that failed half way may still have put it there; it may be left again, and that one be whole.
        left = true
        const stored = await storeHeader(host, database, next)
        if (!stored.ok) left = false
        return stored
      }),
    forget: () => sodium.memzero(opened.vaultKey),
  }
}
