/** What the database and the sealed folder hold when the vault is opened, and whether they agree about a record. */
import type { Host } from '../../../shared/bridge/host'
import type { Database, HeadRow, MetaRow, ProjectionRow } from './database'

export interface StoredState {
  readonly heads: Map<string, HeadRow>
  readonly projections: ReadonlyMap<string, ProjectionRow>
  readonly meta: ReadonlyMap<string, MetaRow['value']>
  /** Whether anything of a record is stored here. */
  readonly holds: (record: string) => boolean
  /**
   * Records of which the two hold something different: after a crash between the two writes, or when either was damaged,
   * emptied, or put back. Whoever opens one merges it first (session/opening.ts), and takes it out.
   */
  readonly differing: Set<string>
  /**
   * Both are older than what this laptop has written before, by the count that main keeps outside of them. A folder
   * that alone is behind is mended from the database, which then knows a later count.
   */
  readonly isOlder: boolean
}

/** Needs no key: it can be read while that is being derived, as long as nothing is written meanwhile. */
export const readStoredState = async (host: Host, database: Database): Promise<StoredState> => {
  const [heads, rowRecords, tails, projections, meta, written] = await Promise.all([
    database.heads.toArray(),
    database.envelopes.orderBy('record').keys(),
    host.folder.tails(),
    database.projections.toArray(),
    database.meta.toArray(),
    host.folder.written(),
  ])
  const inDatabase = Math.max(0, ...heads.map((head) => head.written ?? 0))
  const rows = new Map<string, number>()
  for (const record of rowRecords) rows.set(String(record), (rows.get(String(record)) ?? 0) + 1)
  const tailByRecord = new Map(tails.map(({ record, tail }) => [record, tail]))
  const headByRecord = new Map(heads.map((head) => [head.record, head]))
  const isSame = (record: string): boolean => {
    const head = headByRecord.get(record)
    return (
      (head?.tail ?? '') === (tailByRecord.get(record) ?? '') &&
      (head?.rows ?? 0) === (rows.get(record) ?? 0)
    )
  }
  const all = [...headByRecord.keys(), ...rows.keys(), ...tailByRecord.keys()]
  return {
    heads: headByRecord,
    projections: new Map(projections.map((row) => [row.record, row])),
    meta: new Map(meta.map(({ key, value }) => [key, value])),
    holds: (record) => rows.has(record) || tailByRecord.has(record) || headByRecord.has(record),
    differing: new Set(all.filter((record) => !isSame(record))),
    isOlder: written.known > written.inFolder && inDatabase <= written.inFolder,
  }
}

/** Takes a record out of the database and out of the sealed folder; without its key, what others hold is noise. */
export const removeStored = async (
  host: Host,
  database: Database,
  record: string,
): Promise<void> => {
  await database.transaction(
    'rw',
    database.envelopes,
    database.heads,
    database.projections,
    async () => {
      await database.envelopes.where('record').equals(record).delete()
      await database.heads.delete(record)
      await database.projections.delete(record)
    },
  )
  await host.folder.erase(record)
}
