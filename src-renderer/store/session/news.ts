/**
 * What came in from other laptops, in the read model and, sealed, on the disk, until the coach has seen it; and what is
 * changed here meanwhile, so that an item that both have edited is told as such.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { Database, ProjectionRow } from '../disk/database'
import { readIncoming, storeIncoming } from '../disk/sealed-projections'
import { type ChangeWatch, createChangeWatch } from '../record/change-watch'
import { type Incoming, withIncoming } from '../record/incoming'
import type { ReadModel } from './read-model'
import type { RecordKeys } from './record-keys'

const STORE_MS = 1000

export interface News extends ChangeWatch {
  /** What is merged in meanwhile comes from a safety copy, and is no news from another laptop. */
  readonly silently: <T>(record: string, merge: () => Promise<T>) => Promise<T>
  /** The coach has seen it all. */
  readonly dismiss: () => void
  readonly dropAll: (records: readonly string[]) => void
  /** Takes up what was stored when the vault was last open. */
  readonly recall: (row: ProjectionRow | undefined) => void
  readonly store: () => Promise<void>
}

export const createNews = ({
  device,
  database,
  keys,
  model,
  closing,
}: {
  readonly device: string
  readonly database: Database
  readonly keys: RecordKeys
  readonly model: StoreApi<ReadModel>
  readonly closing: AbortSignal
}): News => {
  /** Records that are being merged from a safety copy. */
  const silenced = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  closing.addEventListener('abort', () => clearTimeout(timer))

  const store = (): Promise<void> =>
    storeIncoming(database, model.getState().incoming, keys.vaultRecordKey)

  const set = (incoming: readonly Incoming[]): void => {
    model.setState({ incoming })
    clearTimeout(timer)
    // The key is about to be overwritten.
    if (!closing.aborted) timer = setTimeout(() => void store(), STORE_MS)
  }

  const changes = createChangeWatch(
    device,
    (record) => record === keys.vaultRecord || model.getState().records[record] !== undefined,
    (arrived) => {
      const news = arrived.filter(({ record }) => !silenced.has(record))
      if (news.length > 0) set(withIncoming(model.getState().incoming, news))
    },
  )

  return {
    ...changes,
    silently: async (record, merge) => {
      silenced.add(record)
      try {
        return await merge()
      } finally {
        silenced.delete(record)
      }
    },
    dismiss: () => set([]),
    dropAll: (records) =>
      set(model.getState().incoming.filter(({ record }) => !records.includes(record))),
    recall: (row) => {
      const incoming = keys.vaultRecordKeys
        .map((key) => readIncoming(row, key))
        .find((read) => read !== undefined)
      if (Array.isArray(incoming)) model.setState({ incoming })
    },
    store,
  }
}
