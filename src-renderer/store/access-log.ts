/**
 * The record of access: who could have seen this, and when. Each entry is sealed and appended, flushed, to a file of
 * the sealed folder that is this laptop's own; nothing of it is synced.
 */
import { toBase64UrlEncoded } from 'lib0/buffer'
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import * as v from 'valibot'
import type { Host } from '../../shared/host'
import { deriveBytes } from '../../shared/vault/keys'
import { createSealer } from '../../shared/vault/seal'

export const ACCESS_KINDS = [
  'unlocked',
  'unlocked-recovery',
  'unlocked-keychain',
  'wrong-passphrase',
  'letter-box-changed',
  'passphrase-changed',
  'recovery-shown',
  'recovery-replaced',
  'keychain-on',
  'keychain-off',
  'laptop-granted',
  'laptop-refused',
  'laptop-added',
  'laptop-gone',
  'backup',
  'restored',
  'exported',
  'handed-over',
  'handed-over-in',
  'erased',
  'database-remade',
  'rolled-back',
  'own-id-taken',
] as const
export type AccessKind = (typeof ACCESS_KINDS)[number]

const Entry = v.object({ at: v.string(), kind: v.picklist(ACCESS_KINDS), detail: v.string() })
export type AccessEntry = v.InferOutput<typeof Entry>

/** Some years of unlocking ten times a day; the oldest go first. */
const MOST_ENTRIES = 5000

export interface AccessLog {
  readonly add: (kind: AccessKind, detail?: string, at?: string) => Promise<void>
  /** Newest first. */
  readonly read: () => Promise<readonly AccessEntry[]>
}

export const createAccessLog = (host: Host, vaultKey: Uint8Array): AccessLog => {
  const file = toBase64UrlEncoded(deriveBytes(vaultKey, 'access-log', 16))
  const sealer = createSealer(deriveBytes(vaultKey, 'access-log-key'), 'access-log')
  const open = (blob: Uint8Array): AccessEntry | undefined => {
    const plain = sealer.open(blob)
    if (!plain.ok) return undefined
    const entry = v.safeParse(Entry, JSON.parse(decodeUtf8(plain.value)))
    return entry.success ? entry.output : undefined
  }
  return {
    add: async (kind, detail = '', at = new Date().toISOString()) => {
      const entry: AccessEntry = { at, kind, detail }
      await host.folderAppend(file, [sealer.seal(encodeUtf8(JSON.stringify(entry)))])
    },
    read: async () => {
      const { blobs } = await host.folderRead(file)
      if (blobs.length > MOST_ENTRIES) await host.folderReplace(file, blobs.slice(-MOST_ENTRIES))
      return blobs
        .flatMap((blob) => open(blob) ?? [])
        .sort((a, b) => b.at.localeCompare(a.at))
        .slice(0, MOST_ENTRIES)
    },
  }
}
