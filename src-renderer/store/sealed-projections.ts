/**
 * Sealed copies of the projections: what unlocking shows without opening a document. A copy counts only for the commit
 * that it was made at, so that one left behind by a crash is made anew and never believed.
 */
import { decodeUtf8, encodeUtf8 } from 'lib0/string'
import { PROJECTION_VERSION, type RecordProjection } from '../../shared/model/projection'
import { createSealer, type Sealer } from '../../shared/vault/seal'
import type { Database, ProjectionRow } from './database'

const sealerFor = (record: string, key: Uint8Array): Sealer => createSealer(key, `projection/${record}`)

export const storeProjection = async (
  database: Database,
  projection: RecordProjection,
  key: Uint8Array,
  commits: number,
): Promise<void> => {
  const record = projection.id
  const sealed = sealerFor(record, key).seal(encodeUtf8(JSON.stringify(projection)))
  try {
    await database.projections.put({ record, commits, sealed })
  } catch {
    // A copy only: without it the next unlock opens the record itself. A full disk is reported by the record.
  }
}

/** The projection in a row, or nothing when it is damaged or of another version. */
export const readProjection = (row: ProjectionRow, key: Uint8Array): RecordProjection | undefined => {
  const plain = sealerFor(row.record, key).open(row.sealed)
  if (!plain.ok) return undefined
  const projection = JSON.parse(decodeUtf8(plain.value)) as RecordProjection
  return projection.version === PROJECTION_VERSION ? projection : undefined
}
