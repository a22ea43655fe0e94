/**
 * Clearing away what is open and stored of records whose key was destroyed, one after the other. One that fails (a file
 * that another program holds, a full disk) stands in nobody's way: it is found again at the next unlock.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { Host } from '../../../shared/bridge/host'
import type { Database } from '../disk/database'
import { removeStored } from '../disk/stored-state'
import type { OpenRecords } from '../record/open-records'
import type { News } from './news'
import type { ReadModel } from './read-model'
import type { Reconciling } from './reconciling'
import type { RecordKeys } from './record-keys'
import type { Standings } from './standings'

export interface Clearing {
  readonly add: (gone: readonly string[]) => void
  /** Resolves once nothing is left to try; never rejects. `cleared` says whether everything went. */
  readonly done: () => Promise<{ readonly cleared: boolean }>
}

export const createClearing = ({
  host,
  database,
  keys: { vaultRecord },
  model,
  open,
  news,
  standings,
  reconciling,
}: {
  readonly host: Host
  readonly database: Database
  readonly keys: RecordKeys
  readonly model: StoreApi<ReadModel>
  readonly open: OpenRecords
  readonly news: News
  readonly standings: Standings
  readonly reconciling: Reconciling
}): Clearing => {
  let last: Promise<void> = Promise.resolve()
  let cleared = true

  const forget = async (record: string): Promise<void> => {
    news.forget(record)
    await open.drop(record)
    // Closing says once more how it stands.
    standings.forget(record)
    await removeStored(host, database, record)
  }

  /**
   * The vault record first: its older blobs still hold the keys, also in what this laptop wrote under an earlier id,
   * which is merged before it is deleted. What is stored of the records goes last, so that a crash in between is found
   * at the next unlock.
   */
  const clearAway = async (gone: readonly string[]): Promise<void> => {
    await reconciling.fromFolder(vaultRecord)
    const purged = await open.using(vaultRecord, ({ live }) => live.purge())
    // Their files stay, then, and say at the next unlock that this is still to be done.
    if (purged !== true) throw new Error('the keys are still on the disk')
    await host.folder.keepOwn(vaultRecord)
    news.dropAll(gone)
    // What a restore set aside holds the keys as well.
    if (model.getState().vault.erasures.some(({ record }) => gone.includes(record)))
      await host.backups.dropSetAside()
    for (const record of gone) await forget(record)
  }

  return {
    add: (gone) => {
      last = last
        .then(() => clearAway(gone))
        .catch(() => {
          cleared = false
        })
    },
    done: () => last.then(() => ({ cleared })),
  }
}
