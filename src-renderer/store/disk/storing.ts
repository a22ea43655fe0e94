/** Storing everything that is open, at a lock, before the window closes, and whenever somebody asks for it. */
import type { Host } from '../../../shared/bridge/host'
import type { OpenRecord, OpenRecords } from '../record/open-records'

export interface Storing {
  /**
   * Each record by itself: one that fails, or hangs, keeps no other from being stored. Resolves when all have been
   * tried; never rejects.
   */
  readonly flush: () => Promise<void>
  /** What the disk has not taken: the main process keeps it, sealed, and goes on trying. */
  readonly handOver: () => Promise<void>
}

export const createStoring = (
  host: { readonly folder: Pick<Host['folder'], 'owe'> },
  open: OpenRecords,
  /** Keeps the copy of a record that the next unlock shows. */
  keepCopy: (record: string, entry: OpenRecord) => Promise<void>,
  /** What else is to be stored. */
  others: () => readonly Promise<unknown>[],
): Storing => {
  const flushOne = async ([record, entry]: readonly [string, OpenRecord]): Promise<void> => {
    await (await entry.live).flush()
    // Closing the window ends the page at once: the copies with what was changed here are stored now.
    if (entry.closing === undefined) await keepCopy(record, entry)
  }
  const handOverOne = async ([record, entry]: readonly [string, OpenRecord]): Promise<void> => {
    const unsaved = (await entry.live).unsaved()
    if (unsaved.length > 0) await host.folder.owe(record, unsaved)
  }
  return {
    flush: async () => {
      await Promise.allSettled([...others(), ...open.all().map(flushOne)])
    },
    handOver: async () => {
      await Promise.allSettled(open.all().map(handOverOne))
    },
  }
}
