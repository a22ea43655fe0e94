/**
 * Clearing away what is open and stored of records whose key was destroyed, one after the other. One that fails (a file
 * that another program holds, a full disk) stands in nobody's way: it is tried again, and found again at the next unlock.
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

/** Twice as long each time: what another program holds may stay held. */
const FIRST_RETRY_MS = 30_000
const MOST_RETRY_MS = 15 * 60_000

interface Gone {
  /** Its key is in no blob of this laptop any more: those are written anew once, however often the rest fails. */
  keyless: boolean
}

export interface Clearing {
  readonly add: (gone: readonly string[]) => void
  /** Resolves once what was added has been tried; never rejects. `cleared` says whether everything went. */
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
  closing,
}: {
  readonly host: Host
  readonly database: Database
  readonly keys: RecordKeys
  readonly model: StoreApi<ReadModel>
  readonly open: OpenRecords
  readonly news: News
  readonly standings: Standings
  readonly reconciling: Reconciling
  readonly closing: AbortSignal
}): Clearing => {
  /** Anew for each time that a record is added: a backup may have brought its key back while it was cleared away. */
  const left = new Map<string, Gone>()
  let wait = FIRST_RETRY_MS
  let last: Promise<void> = Promise.resolve()
  let retry: ReturnType<typeof setTimeout> | undefined
  closing.addEventListener('abort', () => clearTimeout(retry))

  const forget = async (record: string): Promise<void> => {
    news.forget(record)
    await open.drop(record)
    // Closing says once more how it stands.
    standings.forget(record)
    await removeStored(host, database, record)
  }

  const clearKeys = async (): Promise<void> => {
    await reconciling.fromFolder(vaultRecord)
    const purged = await open.using(vaultRecord, ({ live }) => live.purge())
    // Their files stay, then, and say at the next unlock that this is still to be done.
    if (purged !== true) throw new Error('the keys are still on the disk')
    await host.folder.keepOwn(vaultRecord)
  }

  /**
   * The vault record first: its older blobs still hold the keys, also in what this laptop wrote under an earlier id,
   * which is merged before it is deleted. What is stored of the records goes last, so that a crash in between is found
   * at the next unlock.
   */
  const clearAway = async (gone: ReadonlyMap<string, Gone>): Promise<void> => {
    if ([...gone.values()].some(({ keyless }) => !keyless)) await clearKeys()
    for (const one of gone.values()) one.keyless = true
    news.dropAll([...gone.keys()])
    // What a restore set aside holds the keys as well.
    if (model.getState().vault.erasures.some(({ record }) => gone.has(record)))
      await host.backups.dropSetAside()
    const failed: unknown[] = []
    for (const [record, one] of gone)
      await forget(record).then(
        () => left.get(record) === one && left.delete(record),
        (why) => failed.push(why),
      )
    if (failed.length > 0) throw failed[0]
  }

  const clearLeft = async (): Promise<void> => {
    if (left.size === 0) return
    try {
      await clearAway(new Map(left))
      wait = FIRST_RETRY_MS
    } catch {
      clearTimeout(retry)
      if (!closing.aborted) retry = setTimeout(start, wait)
      wait = Math.min(MOST_RETRY_MS, wait * 2)
    }
  }
  const start = (): void => {
    last = last.then(clearLeft)
  }

  return {
    add: (gone) => {
      for (const record of gone) left.set(record, { keyless: false })
      start()
    },
    done: () => last.then(() => ({ cleared: left.size === 0 })),
  }
}
