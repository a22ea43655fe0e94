/** The companions of the records that the vault lists (vault/keys.ts): what each is called, and its random key. */
import sodium from 'libsodium-wrappers-sumo'
import type { ListedRecord, RecordEntry } from '../../../shared/crdt/vault-record'
import { type Companion, deriveCompanion } from '../../../shared/vault/keys'

export interface Companions {
  readonly of: (record: string, key: Uint8Array) => Companion
  readonly has: (companion: string) => boolean
  /** The records, then the companions of those of whose history something is kept. */
  readonly behind: (listed: readonly ListedRecord[]) => readonly RecordEntry[]
  readonly drop: (record: string) => void
  readonly forget: () => void
}

export const createCompanions = (): Companions => {
  /** By the record whose history they keep: the vault's list is read often. */
  const all = new Map<string, Companion>()
  const names = new Set<string>()
  const of = (record: string, key: Uint8Array): Companion => {
    const companion = all.get(record) ?? deriveCompanion(key)
    all.set(record, companion)
    names.add(companion.id)
    return companion
  }
  return {
    of,
    has: (companion) => names.has(companion),
    behind: (listed) => [
      ...listed.map(({ history: _, ...entry }) => entry),
      ...listed.flatMap(({ id: historyOf, key, history }) =>
        history === null ? [] : [{ ...of(historyOf, key), generations: history, historyOf }],
      ),
    ],
    drop: (record) => void all.delete(record),
    forget: () => {
      for (const { key } of all.values()) sodium.memzero(key)
      all.clear()
    },
  }
}
