/**
 * Merging a record from copies of it: from the sealed folder, when the database does not agree with that, or from a
 * backup. Blobs commute, so merging is always right.
 */
import type { Host } from '../../../shared/bridge/host'
import type { OpenRecords } from '../record/open-records'
import type { News } from './news'
import type { Standings } from './standings'

export interface Reconciling {
  /** Merges blobs into a record; resolves to how many were new. */
  readonly mergeIn: (record: string, blobs: readonly Uint8Array[]) => Promise<number>
  /** Merges what the sealed folder holds into a record whose store does not agree with it, and mends the folder. */
  readonly fromFolder: (record: string) => Promise<number>
}

export const createReconciling = ({
  host,
  open,
  news,
  standings,
}: {
  readonly host: { readonly folder: Pick<Host['folder'], 'read'> }
  readonly open: OpenRecords
  readonly news: News
  readonly standings: Standings
}): Reconciling => {
  const mergeIn = async (record: string, blobs: readonly Uint8Array[]): Promise<number> => {
    const restored = await open.using(record, async ({ live }) => {
      try {
        return await news.silently(record, () => live.reconcile(blobs))
      } finally {
        standings.look(live)
      }
    })
    return restored ?? 0
  }
  return {
    mergeIn,
    fromFolder: async (record) => mergeIn(record, (await host.folder.read(record)).blobs),
  }
}
