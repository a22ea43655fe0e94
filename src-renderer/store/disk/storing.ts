/** Storing everything that is open, at a lock, before the window closes, and whenever somebody asks for it. */
import type { Host } from '../../../shared/bridge/host'
import type { OpenRecords } from '../record/open-records'

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
  /** What else is to be stored. */
  others: () => readonly Promise<unknown>[],
): Storing => ({
  flush: async () => {
    const records = open.each(async ({ live, keepCopy }, isClosing) => {
      await live.flush()
      // Closing the window ends the page at once: the copies with what was changed here are stored now.
      if (!isClosing()) await keepCopy()
    })
    await Promise.allSettled([...others(), records])
  },
  handOver: () =>
    open.each(async ({ live }) => {
      const unsaved = live.unsaved()
      if (unsaved.length > 0) await host.folder.owe(live.id, unsaved)
    }),
})
