/**
 * The undo of notes that were left: coming back to one, Ctrl Z goes on where it was. The last few are kept, each with its
 * record open, since undo is of a document in memory; until the vault locks, or the record goes.
 */
import type * as Y from 'yjs'
import type { Lease } from '../open-records'
import type { NoteUndo } from './note-undo'

const MOST_NOTES = 10

/** Of one record's notes. */
export interface KeptUndo {
  /** What was left of a text, which is no longer kept for anybody else. */
  readonly take: (text: Y.Text) => NoteUndo | undefined
  readonly leave: (text: Y.Text, undo: NoteUndo) => void
}

interface Left {
  readonly undo: NoteUndo
  readonly release: () => void
}

export const createKeptUndo = (
  acquire: (record: string) => Promise<Lease | undefined>,
): ((record: string) => KeptUndo) => {
  /** The one that was left last stands last. */
  const kept = new Map<Y.Text, Left>()
  const watched = new WeakSet<Y.Doc>()
  /** Erased, or locked: its undo ends with it. */
  const watch = (record: Y.Doc): void => {
    if (watched.has(record)) return
    watched.add(record)
    record.once('destroy', () => {
      for (const text of [...kept.keys()]) if (text.doc === record) kept.delete(text)
    })
  }
  const take = (text: Y.Text): NoteUndo | undefined => {
    const left = kept.get(text)
    kept.delete(text)
    left?.release()
    return left?.undo
  }
  return (record) => ({
    take,
    leave: (text, undo) => {
      // Of two editors of one note, the one that was left last.
      take(text)?.destroy()
      if (text.doc === null || !(undo.canUndo() || undo.canRedo())) return undo.destroy()
      const lease = acquire(record).catch(() => undefined)
      kept.set(text, { undo, release: () => void lease.then((lent) => lent?.release()) })
      watch(text.doc)
      for (const oldest of [...kept.keys()].slice(0, -MOST_NOTES)) take(oldest)?.destroy()
    },
  })
}
