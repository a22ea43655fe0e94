/**
 * The records that are open: each once, for as long as somebody uses it. A record that nobody uses any more is closed
 * when everything in it is stored; whoever comes back while it closes waits and opens it anew, since two live records
 * over the same rows would rewrite them under each other.
 *
 * A record that failed to open is not kept: whoever asks next tries again. Closing never fails: what could not be
 * stored is handed over by whoever closes everything (vault-session.ts).
 */
import type { Projector, RecordProjection } from '../../../shared/model/projection'
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

/** An open record, lent to one user until they give it back. */
export interface Lease {
  readonly live: LiveRecord
  readonly release: () => void
}

export interface OpenRecords {
  /** Opens a record, or joins who has it open; nothing when there is no such record. Rejects when it cannot be opened. */
  readonly acquire: (record: string) => Promise<Lease | undefined>
  readonly using: <T>(record: string, use: (live: LiveRecord) => Promise<T>) => Promise<T | undefined>
  readonly find: (record: string) => OpenRecord | undefined
  readonly all: () => readonly (readonly [string, OpenRecord])[]
  readonly close: (record: string, entry: OpenRecord) => Promise<void>
  /** Closes a record that must leave nothing behind. */
  readonly drop: (record: string) => Promise<void>
}

const quietly = (): void => undefined

export const createOpenRecords = (
  /** Whether there is such a record: one whose key was destroyed is nobody's any more, open or not. */
  exists: (record: string) => boolean,
  openOne: (record: string, entry: OpenRecord) => Promise<LiveRecord>,
  beforeClosing: (record: string, entry: OpenRecord) => Promise<void>,
): OpenRecords => {
  const open = new Map<string, OpenRecord>()

  const forget = (record: string, entry: OpenRecord): void => {
    clearTimeout(entry.projectTimer)
    clearTimeout(entry.storeTimer)
    entry.projector?.destroy()
    if (open.get(record) === entry) open.delete(record)
  }

  const openEntry = (record: string): OpenRecord => {
    const entry = { users: 0 } as OpenRecord
    entry.live = openOne(record, entry)
    entry.live.catch(() => forget(record, entry))
    open.set(record, entry)
    return entry
  }

  const closeEntry = async (
    record: string,
    entry: OpenRecord,
    before: typeof beforeClosing,
  ): Promise<void> => {
    try {
      const live = await entry.live
      await before(record, entry).catch(quietly)
      await live.close()
    } catch {
      // It never opened, or what is left of it could not be tidied: either way nobody uses it any more.
    } finally {
      forget(record, entry)
    }
  }

  const close = (record: string, entry: OpenRecord, before = beforeClosing): Promise<void> => {
    entry.closing ??= closeEntry(record, entry, before)
    return entry.closing
  }

  const closeUnused = async (record: string, entry: OpenRecord): Promise<void> => {
    const live = await entry.live
    await live.flush()
    // Whoever came back in the meantime, or what could not be stored yet, keeps it open.
    if (entry.users > 0 || entry.closing !== undefined || live.saving() !== 'saved') return
    await close(record, entry)
  }

  const acquire = async (record: string): Promise<Lease | undefined> => {
    const closing = open.get(record)?.closing
    if (closing !== undefined) {
      await closing
      return acquire(record)
    }
    if (!exists(record)) return undefined
    const entry = open.get(record) ?? openEntry(record)
    entry.users++
    let lent = true
    const release = (): void => {
      if (!lent) return
      lent = false
      if (--entry.users === 0) closeUnused(record, entry).catch(quietly)
    }
    return { live: await entry.live, release }
  }

  return {
    acquire,
    using: async (record, use) => {
      const lease = await acquire(record)
      if (lease === undefined) return undefined
      try {
        return await use(lease.live)
      } finally {
        lease.release()
      }
    },
    find: (record) => open.get(record),
    all: () => [...open],
    close,
    drop: async (record) => {
      const entry = open.get(record)
      if (entry !== undefined) await close(record, entry, async () => undefined)
    },
  }
}
