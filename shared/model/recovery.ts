/**
 * The recovery key, kept in the vault record so that its sheet can be printed again and replaced from any laptop, and
 * when the coach last said that the sheet is where it belongs. Whoever reads the vault record has the vault key
 * already: keeping it here opens nothing that was closed.
 */
import { fromBase64UrlEncoded, toBase64UrlEncoded } from 'lib0/buffer'
import type * as Y from 'yjs'

export interface RecoveryState {
  /** Whether the sheet can be printed again: a vault of an older version does not know its key. */
  readonly known: boolean
  /** When the key was made or learnt, and when the coach last confirmed to have the sheet; '' before. */
  readonly keptAt: string
  readonly seenAt: string
}

const recoveryOf = (vault: Y.Doc): Y.Map<unknown> => vault.getMap('recovery')
const KEY = /^[\w-]{43}$/

export const keepRecoveryKey = (vault: Y.Doc, key: Uint8Array): void =>
  vault.transact(() => {
    const written = toBase64UrlEncoded(key)
    if (recoveryOf(vault).get('key') === written) return
    recoveryOf(vault).set('key', written)
    recoveryOf(vault).set('keptAt', new Date().toISOString())
  })

export const readRecoveryKey = (vault: Y.Doc, _input: undefined): Uint8Array | undefined => {
  const written = recoveryOf(vault).get('key')
  return typeof written === 'string' && KEY.test(written) ? fromBase64UrlEncoded(written) : undefined
}

export const confirmRecoverySheet = (vault: Y.Doc, at: string): void => {
  recoveryOf(vault).set('seenAt', at)
}

const stamp = (value: unknown): string => (typeof value === 'string' ? value : '')

export const readRecovery = (vault: Y.Doc): RecoveryState => {
  const kept = recoveryOf(vault)
  return {
    known: KEY.test(stamp(kept.get('key'))),
    keptAt: stamp(kept.get('keptAt')),
    seenAt: stamp(kept.get('seenAt')),
  }
}

const HALF_A_YEAR_MS = 182 * 24 * 3600_000

/** Twice a year, gently: whether it is time to ask for the sheet. */
export const asksForSheet = ({ keptAt, seenAt }: RecoveryState, now: number): boolean => {
  const last = Math.max(Date.parse(keptAt) || 0, Date.parse(seenAt) || 0)
  return last > 0 && now - last > HALF_A_YEAR_MS
}
