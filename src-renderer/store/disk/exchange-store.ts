/**
 * What this laptop knows of the folder through which laptops meet (sync/folder), in one sealed row; and the envelopes as they are
 * stored, for what is written there: read without opening a record, and nothing goes out that is not saved here.
 */
import * as Y from 'yjs'
import { createSealer } from '../../../shared/vault/seal'
import { type Database, EXCHANGE } from './database'

export interface StoredEnvelope {
  readonly doc: Y.Doc
  readonly generation: number
  /** The record's count of commits that this is of (database.ts). */
  readonly commits: number
}

export interface ExchangeStore {
  /** The row's plaintext; nothing when there is none, or it does not open. */
  readonly read: () => Promise<Uint8Array | undefined>
  readonly write: (row: Uint8Array) => Promise<void>
  readonly envelope: (record: string) => Promise<StoredEnvelope | undefined>
}

export const createExchangeStore = (
  database: Database,
  vaultRecordKey: Uint8Array,
): ExchangeStore => {
  const sealing = <T>(use: (sealer: ReturnType<typeof createSealer>) => T): T => {
    const sealer = createSealer(vaultRecordKey, EXCHANGE)
    try {
      return use(sealer)
    } finally {
      sealer.forget()
    }
  }
  return {
    read: async () => {
      const value = (await database.meta.get(EXCHANGE))?.value
      if (!(value instanceof Uint8Array)) return undefined
      const opened = sealing((sealer) => sealer.open(value))
      return opened.ok ? opened.value : undefined
    },
    write: async (row) => {
      await database.meta.put({ key: EXCHANGE, value: sealing((sealer) => sealer.seal(row)) })
    },
    envelope: async (record) => {
      const [head, rows] = await database.transaction(
        'r',
        database.heads,
        database.envelopes,
        async () =>
          Promise.all([
            database.heads.get(record),
            database.envelopes.where('record').equals(record).toArray(),
          ]),
      )
      if (head === undefined) return undefined
      const doc = new Y.Doc()
      doc.transact(() => {
        for (const { update } of rows) Y.applyUpdate(doc, update)
      })
      return { doc, generation: head.generation, commits: head.commits }
    },
  }
}
