/**
 * The records that are open: each once, for as long as somebody uses it. A record that nobody uses any more is closed
 * when everything in it is stored; whoever comes back while it closes waits and opens it anew, since two live records
 * over the same rows would rewrite them under each other.
 *
 * A record that failed to open is not kept: whoever asks next tries again. Closing never fails: what could not be
 * stored is handed over by whoever closes everything (vault-session.ts).
 */
import type { LiveRecord } from './live-record'

/** A record that is open, with what goes along with it for as long. */
export interface OpenRecord {
  readonly live: LiveRecord
  /** Brings what the screens show of it up to date. */
  readonly project: () => void
  /** Keeps the copy of it that the next unlock shows. */
  readonly keepCopy: () => Promise<void>
  /** Ends what goes along with it. */
  readonly end: () => void
}

interface Entry {
  readonly opening: Promise<OpenRecord>
  users: number
  /** Set once nobody uses it and it is being closed. */
  closing?: Promise<void>
}

/** An open record, lent to one user until they give it back. */
export interface Lease {
  readonly live: LiveRecord
  readonly release: () => void
}

export interface OpenRecords {
  /** Opens a record, or joins who has it open; nothing when there is no such record. Rejects when it cannot be opened. */
  readonly acquire: (record: string) => Promise<Lease | undefined>
  readonly using: <T>(
    record: string,
    use: (one: OpenRecord) => Promise<T>,
  ) => Promise<T | undefined>
  /** Each open record by itself: one that fails, or hangs, keeps no other from its turn. Never rejects. */
  readonly each: (
    act: (one: OpenRecord, isClosing: () => boolean) => Promise<void>,
  ) => Promise<void>
  /** Closes all of them, whoever uses them. */
  readonly close: () => Promise<void>
  /** Closes a record that must leave nothing behind. */
  readonly drop: (record: string) => Promise<void>
}

const quietly = (): void => undefined

export const createOpenRecords = (
  /** Whether there is such a record: one whose key was destroyed is nobody's any more, open or not. */
  exists: (record: string) => boolean,
  openOne: (record: string) => Promise<OpenRecord>,
): OpenRecords => {
  const open = new Map<string, Entry>()

  const forget = (record: string, entry: Entry): void => {
    if (open.get(record) === entry) open.delete(record)
  }

  const openEntry = (record: string): Entry => {
    const entry: Entry = { opening: openOne(record), users: 0 }
    entry.opening.catch(() => forget(record, entry))
    open.set(record, entry)
    return entry
  }

  const closeEntry = async (
    record: string,
    entry: Entry,
    copy: 'keep' | 'leave',
  ): Promise<void> => {
    try {
      const { live, keepCopy, end } = await entry.opening
      try {
        if (copy === 'keep') await keepCopy().catch(quietly)
        await live.close()
      } finally {
        end()
      }
    } catch {
      // It never opened, or what is left of it could not be tidied: either way nobody uses it any more.
    } finally {
      forget(record, entry)
    }
  }

  const close = (record: string, entry: Entry, copy: 'keep' | 'leave' = 'keep'): Promise<void> => {
    entry.closing ??= closeEntry(record, entry, copy)
    return entry.closing
  }

  const closeUnused = async (record: string, entry: Entry): Promise<void> => {
    const { live } = await entry.opening
    await live.flush()
    // Whoever came back in the meantime, or what could not be stored yet, keeps it open.
    if (entry.users > 0 || entry.closing !== undefined || live.saving() !== 'saved') return
    await close(record, entry)
  }

  const lend = async (
    record: string,
  ): Promise<{ readonly one: OpenRecord; readonly release: () => void } | undefined> => {
    const closing = open.get(record)?.closing
    if (closing !== undefined) {
      await closing
      return lend(record)
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
    return { one: await entry.opening, release }
  }

  return {
    acquire: async (record) => {
      const lent = await lend(record)
      return lent === undefined ? undefined : { live: lent.one.live, release: lent.release }
    },
    using: async (record, use) => {
      const lent = await lend(record)
      if (lent === undefined) return undefined
      try {
        return await use(lent.one)
      } finally {
        lent.release()
      }
    },
    each: async (act) => {
      await Promise.allSettled(
        [...open.values()].map(async (entry) =>
          act(await entry.opening, () => entry.closing !== undefined),
        ),
      )
    },
    close: async () => {
      await Promise.all([...open].map(([record, entry]) => close(record, entry)))
    },
    drop: async (record) => {
      const entry = open.get(record)
      if (entry !== undefined) await close(record, entry, 'leave')
    },
  }
}
