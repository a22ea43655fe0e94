/** Keeps each record's sealed projection with the commit that it was made at, and writes none that is there already. */
import type { RecordProjection } from '../../../shared/model/projection'
import type { LiveRecord } from '../record/live-record'
import type { Database } from './database'
import { storeProjection } from './sealed-projections'

export interface ProjectionCopies {
  /** The copy of this commit was read: there is nothing to write until the next one. */
  readonly has: (record: string, commits: number) => void
  readonly keep: (
    live: LiveRecord,
    projection: RecordProjection | undefined,
    key: Uint8Array | undefined,
    touched: readonly string[],
  ) => Promise<void>
}

export const createProjectionCopies = (database: Database): ProjectionCopies => {
  const copied = new Map<string, number>()
  return {
    has: (record, commits) => void copied.set(record, commits),
    keep: async (live, projection, key, touched) => {
      const { commits } = live.head()
      if (projection === undefined || key === undefined || live.saving() !== 'saved') return
      if (copied.get(projection.id) === commits) return
      copied.set(projection.id, commits)
      await storeProjection(database, { projection, touched }, key, commits)
    },
  }
}
