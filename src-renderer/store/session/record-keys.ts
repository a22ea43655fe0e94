/**
 * The keys that are in memory while the vault is open: the vault record's own, those that it lists, and those of their
 * companions, which follow from them.
 */
import sodium from 'libsodium-wrappers-sumo'
import type { ListedRecord, RecordEntry } from '../../../shared/crdt/vault-record'
import { type Companion, deriveCompanion } from '../../../shared/vault/keys'

export interface RecordKeys {
  readonly vaultRecord: string
  readonly vaultRecordKey: Uint8Array
  readonly get: (record: string) => Uint8Array | undefined
  /** What keeps a record's history; nothing for a record whose key is not here. */
  readonly companionOf: (record: string) => Companion | undefined
  readonly isCompanion: (record: string) => boolean
  /** The mentees' records, then the companions of those of whose history something is kept. */
  readonly withCompanions: (listed: readonly ListedRecord[]) => readonly RecordEntry[]
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
  /** By the record whose history they keep: the vault's list is read often. */
  const companions = new Map<string, Companion>()
  const names = new Set<string>()
  const companionOf = (record: string, key: Uint8Array): Companion => {
    const companion = companions.get(record) ?? deriveCompanion(key)
    companions.set(record, companion)
    names.add(companion.id)
    return companion
  }
  return {
    vaultRecord: vault.id,
    vaultRecordKey: vault.key,
    get: (record) => keys.get(record),
    companionOf: (record) => {
      const key = keys.get(record)
      return key === undefined || record === vault.id ? undefined : companionOf(record, key)
    },
    isCompanion: (record) => names.has(record),
    withCompanions: (listed) => [
      ...listed.map(({ id, key, generation }) => ({ id, key, generation })),
      ...listed.flatMap(({ id: historyOf, key, history }) =>
        history === null
          ? []
          : [{ ...companionOf(historyOf, key), generation: history, historyOf }],
      ),
    ],
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
      for (const record of gone) {
        keys.delete(record)
        companions.delete(record)
      }
      for (const { id, key } of entries) keys.set(id, key)
      return gone
    },
    forget: () => {
      for (const key of keys.values()) sodium.memzero(key)
      for (const { key } of companions.values()) sodium.memzero(key)
      keys.clear()
      companions.clear()
    },
  }
}
