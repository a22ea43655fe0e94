/**
 * Sealed copies of what unlocking shows without opening a document: each record's projection with the items changed
 * here and not yet confirmed by the relay, and the list of what came in from other laptops. A projection counts only
 * for the commit that it was made at, so that one left behind by a crash is made anew and never believed.
 */
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { PROJECTION_VERSION, type RecordProjection } from '../../../shared/model/projection'
import { createSealer, type Sealer } from '../../../shared/vault/seal'
import type { Database, ProjectionRow } from './database'

const sealerFor = (record: string, key: Uint8Array): Sealer =>
  createSealer(key, `projection/${record}`)

const store = async (
  database: Database,
  record: string,
  key: Uint8Array,
  commits: number,
  value: unknown,
): Promise<void> => {
  const sealed = sealerFor(record, key).seal(encodeUtf8(JSON.stringify(value)))
  try {
    await database.projections.put({ record, commits, sealed })
  } catch {
    // A copy only: without it the next unlock opens the record itself. A full disk is reported by the record.
  }
}

const open = (row: ProjectionRow, key: Uint8Array): unknown => {
  const plain = sealerFor(row.record, key).open(row.sealed)
  return plain.ok ? JSON.parse(decodeUtf8(plain.value)) : undefined
}

export interface StoredProjection {
  readonly projection: RecordProjection
  /** `kind/id` of what was changed here since the relay confirmed everything. */
  readonly touched: readonly string[]
}

export const storeProjection = (
  database: Database,
  stored: StoredProjection,
  key: Uint8Array,
  commits: number,
): Promise<void> => store(database, stored.projection.id, key, commits, stored)

/** What is in a row, or nothing when it is damaged or of another version. */
export const readProjection = (
  row: ProjectionRow,
  key: Uint8Array,
): StoredProjection | undefined => {
  const stored = open(row, key) as StoredProjection | undefined
  return stored?.projection?.version === PROJECTION_VERSION ? stored : undefined
}

/** The row beside the records' that holds what came in. */
export const INCOMING = 'incoming'
export const storeIncoming = (
  database: Database,
  incoming: unknown,
  key: Uint8Array,
): Promise<void> => store(database, INCOMING, key, 0, incoming)
export const readIncoming = (row: ProjectionRow | undefined, key: Uint8Array): unknown =>
  row === undefined ? undefined : open(row, key)
