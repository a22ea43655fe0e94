/**
 * The records that are open: each once, for as long as somebody uses it. A record that nobody uses any more is closed
 * when everything in it is stored; whoever comes back while it closes waits and opens it anew, since two live records
 * over the same rows would rewrite them under each other.
 */
import type { Projector, RecordProjection } from '../../shared/model/projection'
import type { LiveRecord } from './live-record'

export interface OpenRecord {
  live: Promise<LiveRecord>
  users: number
  /** Set once nobody uses it and it is being closed. */
  closing?: Promise<void>
  projector?: Projector<RecordProjection>
  projectTimer?: ReturnType<typeof setTimeout>
  storeTimer?: ReturnType<typeof setTimeout>
}

export interface OpenRecords {
  /** Opens a record (or joins who has it open) until `release`; nothing when there is no such record. */
  readonly acquire: (record: string) => Promise<LiveRecord | undefined>
  readonly release: (record: string) => void
  readonly using: <T>(record: string, use: (live: LiveRecord) => Promise<T>) => Promise<T | undefined>
  readonly find: (record: string) => OpenRecord | undefined
  readonly all: () => readonly (readonly [string, OpenRecord])[]
  readonly close: (record: string, entry: OpenRecord) => Promise<void>
  /** Closes a record that must leave nothing behind. */
  readonly drop: (record: string) => Promise<void>
}

export const createOpenRecords = (
  /** Whether there is such a record: one whose key was destroyed is nobody's any more, open or not. */
  exists: (record: string) => boolean,
  openOne: (record: string, entry: OpenRecord) => Promise<LiveRecord>,
  beforeClosing: (record: string, entry: OpenRecord, live: LiveRecord) => Promise<void>,
): OpenRecords => {
  const open = new Map<string, OpenRecord>()

  const acquire = async (record: string): Promise<LiveRecord | undefined> => {
    const closing = open.get(record)?.closing
    if (closing !== undefined) {
      await closing
      return acquire(record)
    }
    if (!exists(record)) return undefined
    let entry = open.get(record)
    if (entry === undefined) {
      entry = { users: 0 } as OpenRecord
      entry.live = openOne(record, entry)
      open.set(record, entry)
    }
    entry.users++
    return entry.live
  }

  const closeEntry = async (record: string, entry: OpenRecord): Promise<void> => {
    const live = await entry.live
    await beforeClosing(record, entry, live)
    entry.projector?.destroy()
    await live.close()
    open.delete(record)
  }

  const close = (record: string, entry: OpenRecord): Promise<void> => {
    entry.closing ??= closeEntry(record, entry)
    return entry.closing
  }

  const release = (record: string): void => {
    const entry = open.get(record)
    if (entry === undefined || --entry.users > 0) return
    void entry.live.then(async (live) => {
      await live.flush()
      // Whoever came back in the meantime, or what could not be stored yet, keeps it open.
      if (entry.users > 0 || entry.closing !== undefined || live.saving() !== 'saved') return
      await close(record, entry)
    })
  }

  return {
    acquire,
    release,
    using: async (record, use) => {
      const live = await acquire(record)
      if (live === undefined) return undefined
      try {
        return await use(live)
      } finally {
        release(record)
      }
    },
    find: (record) => open.get(record),
    all: () => [...open],
    close,
    drop: async (record) => {
      const entry = open.get(record)
      if (entry === undefined) return
      clearTimeout(entry.projectTimer)
      clearTimeout(entry.storeTimer)
      entry.projector?.destroy()
      await (await entry.live).close()
      open.delete(record)
    },
  }
}
