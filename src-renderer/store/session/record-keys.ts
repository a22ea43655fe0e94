/** The keys that are in memory while the vault is open: the vault record's own, and those that it lists. */
import sodium from 'libsodium-wrappers-sumo'
import type { RecordEntry } from '../../../shared/crdt/vault-record'

export interface RecordKeys {
  readonly vaultRecord: string
  readonly vaultRecordKey: Uint8Array
  readonly get: (record: string) => Uint8Array | undefined
  /** Holds a new record's key while the vault record is being told of it. */
  readonly adding: (record: string, key: Uint8Array, list: () => Promise<unknown>) => Promise<void>
  /** Takes what the vault record lists; returns the records whose key stood there and is destroyed. */
  readonly learn: (entries: readonly RecordEntry[]) => readonly string[]
  /** Overwrites them all, whoever still holds one. */
  readonly forget: () => void
}

export const createRecordKeys = (vault: {
  readonly id: string
  readonly key: Uint8Array
}): RecordKeys => {
  const keys = new Map([[vault.id, vault.key]])
  /** New records whose key is on its way into the vault record. */
  const underWay = new Set<string>()
  return {
    vaultRecord: vault.id,
    vaultRecordKey: vault.key,
    get: (record) => keys.get(record),
    adding: async (record, key, list) => {
      underWay.add(record)
      keys.set(record, key)
      try {
        await list()
      } finally {
        underWay.delete(record)
      }
    },
    learn: (entries) => {
      const listed = new Set([vault.id, ...underWay, ...entries.map(({ id }) => id)])
      const gone = [...keys.keys()].filter((record) => !listed.has(record))
      for (const record of gone) keys.delete(record)
      for (const { id, key } of entries) keys.set(id, key)
      return gone
    },
    forget: () => {
      for (const key of keys.values()) sodium.memzero(key)
      keys.clear()
    },
  }
}
