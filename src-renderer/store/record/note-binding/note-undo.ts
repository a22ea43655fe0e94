/**
 * Undo in a note: Yjs's own, which takes back what was done in the note's editor and nothing that came from elsewhere,
 * also within one line. What is typed is one step a word; what was put back of its history is one, too.
 */
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import * as Y from 'yjs'
import { isPutBack, PUT_BACK, TAKEN_BACK } from '../../../../shared/model/history/put-back'

/** After so long a pause a new step begins, in ms. */
const PAUSE_MS = 1500

export interface NoteUndo {
  /** The origin of what is taken back and done again. */
  readonly origin: unknown
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  readonly undo: () => void
  readonly redo: () => void
  /** Takes back what an editor does, or no longer: one that was left does nothing more. */
  readonly track: (editor: unknown) => void
  readonly untrack: (editor: unknown) => void
  /** Told of each change before it is written. */
  readonly before: (transactions: readonly Transaction[]) => void
  readonly destroy: () => void
}

/** Where one character was typed, and whether it goes on in a word. */
const typedIn = (transactions: readonly Transaction[]) => {
  const [transaction, another] = transactions
  const [step, more] = transaction?.steps ?? []
  if (another !== undefined || more !== undefined || !(step instanceof ReplaceStep))
    return undefined
  const { from, to, slice } = step
  const text = slice.content.firstChild?.text ?? ''
  if (from !== to || slice.openStart > 0 || text === '') return undefined
  return { from, to: from + text.length, goesOn: !/^\s/.test(text) }
}

export const createNoteUndo = (text: Y.Text): NoteUndo => {
  const manager = new Y.UndoManager(text, {
    trackedOrigins: new Set([PUT_BACK, TAKEN_BACK]),
    captureTimeout: PAUSE_MS,
  })
  /** Where the last typing ended. */
  let end: number | undefined
  const hear = ({ origin }: Y.Transaction): void => {
    if (isPutBack(origin)) manager.stopCapturing()
  }
  text.doc?.on('beforeTransaction', hear)
  return {
    origin: manager,
    canUndo: () => manager.undoStack.length > 0,
    canRedo: () => manager.redoStack.length > 0,
    undo: () => void manager.undo(),
    redo: () => void manager.redo(),
    track: (editor) => manager.addTrackedOrigin(editor),
    untrack: (editor) => {
      manager.stopCapturing()
      manager.removeTrackedOrigin(editor)
    },
    before: (transactions) => {
      const typed = typedIn(transactions)
      if (typed === undefined || typed.from !== end || !typed.goesOn) manager.stopCapturing()
      end = typed?.to
    },
    destroy: () => {
      text.doc?.off('beforeTransaction', hear)
      manager.destroy()
    },
  }
}
