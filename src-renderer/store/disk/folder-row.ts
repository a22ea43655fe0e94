/**
 * What this laptop knows of the folder through which laptops meet (sync/folder), in one sealed row; and the envelopes
 * as they are stored, for what is written there: read without opening a record, and nothing goes out that is not saved
 * here.
 */
import * as Y from 'yjs'
import { type Database, ON_FOLDER } from './database'
import { createSealedRow, type SealedRow } from './sealed-row'

export interface StoredEnvelope {
  readonly doc: Y.Doc
  readonly generation: number
  /** The record's count of commits that this is of (database.ts). */
  readonly commits: number
}

export interface FolderRow extends SealedRow {
  readonly envelope: (record: string) => Promise<StoredEnvelope | undefined>
}

export const createFolderRow = (database: Database, vaultRecordKey: Uint8Array): FolderRow => ({
  ...createSealedRow(database, vaultRecordKey, ON_FOLDER),
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
})
