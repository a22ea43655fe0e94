/**
 * The binding between a note's stored text and its editor. What is done in the editor is written into the text step by
 * step; what comes into the text from elsewhere becomes steps of the editor. Neither compares the whole of both, but
 * where a step did not come out as what it did; and opening a note writes nothing: one of a former form is carried over
 * with the first edit (model/record/note-text.ts).
 *
 * A record that a newer Confidant has written is not bound: `unbind` ends the editor before it could show what it does
 * not know, or write.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { isNewer, itemsOf } from '../../../../shared/crdt/record'
import { noteLines, noteText, textForWriting } from '../../../../shared/model/record/note-text'
import type { Line } from '../../../../shared/note-text/delta'
import { readLines } from '../../../../shared/note-text/text'
import type { KeptUndo } from './kept-undo'
import { createNoteUndo, type NoteUndo } from './note-undo'
import { placeAt, positionOf } from './places'
import { writeTransaction, writeWhole } from './steps-to-text'
import { takeChanges, takeWhole } from './text-to-steps'
import { docOf, isAsLong } from './units'

/** Transactions of the editor that the text does not know yet, the last one first. */
interface Pending {
  readonly transaction: Transaction
  before: Pending | undefined
}

export interface NoteBinding {
  /** What the note says now: what the editor begins with. */
  readonly lines: readonly Line[]
  readonly plugin: Plugin
  /** Takes back what was done in the note here, while there is anything to take back; false when there is not. */
  readonly undo: Undoing
  readonly redo: Undoing
  /** A position of the document as a place in the text, for other laptops, and back; nothing while there is none. */
  readonly placeOf: (doc: Node, position: number) => Uint8Array | undefined
  readonly positionOf: (doc: Node, place: Uint8Array) => number | undefined
  readonly stop: () => void
}
interface Undoing {
  readonly can: () => boolean
  readonly run: () => void
}

/** What an editor view is for the binding. */
interface View {
  readonly state: EditorState
  readonly dispatch: (transaction: Transaction) => void
}

const FROM_TEXT = 'from the text'

/** After an undo the caret is where something changed, and in sight. */
const atChange = (transaction: Transaction): Transaction => {
  let at: number | undefined
  for (const [index, map] of transaction.mapping.maps.entries())
    map.forEach((_from, _to, _newFrom, newTo) => {
      at = transaction.mapping.slice(index + 1).map(newTo)
    })
  return at === undefined
    ? transaction.scrollIntoView()
    : transaction.setSelection(Selection.near(transaction.doc.resolve(at), -1)).scrollIntoView()
}

/** Binds a note of a record, or returns nothing when it must not be written to, or is not there. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: editor and text take turns over one state: which text is bound, and which transactions it does not know yet.
export const bindNote = (
  record: Y.Doc,
  note: string,
  unbind: () => void,
  /** What was done before the note was left; without it, undo begins and ends with this editor. */
  left?: KeptUndo,
): NoteBinding | undefined => {
  if (isNewer(record) || !itemsOf(record, 'notes').has(note)) return undefined
  /** Of this editor: another one of the same note hears of it. */
  const origin = { editor: note }
  const key = new PluginKey<Pending | undefined>('note binding')
  let written: Pending | undefined
  let text: Y.Text | undefined
  let undo: NoteUndo | undefined
  let carrying = false
  const edit = (found: Y.Text | undefined): void => {
    if (found === undefined || found === text) return
    undo?.destroy()
    text = found
    undo = left?.take(found) ?? createNoteUndo(found)
    undo.track(origin)
  }
  const stop = (): void => {
    undo?.untrack(origin)
    if (left === undefined || text === undefined) undo?.destroy()
    else if (undo !== undefined) left.leave(text, undo)
    undo = undefined
  }
  edit(noteText(record, note))

  const takePending = (state: EditorState): readonly Transaction[] => {
    const found: Transaction[] = []
    const last = key.getState(state)
    for (let one = last; one !== undefined && one !== written; one = one.before)
      found.push(one.transaction)
    written = last
    if (last !== undefined) last.before = undefined
    return found.reverse()
  }

  /** Of its own, so that undo does not take it back. */
  const carryOver = (): void => {
    carrying = true
    const found = textForWriting(record, note)
    carrying = false
    edit(found)
  }

  const write = (state: EditorState): void => {
    const transactions = takePending(state)
    if (transactions.length === 0) return
    if (text === undefined) carryOver()
    const into = text
    if (into === undefined) return
    undo?.before(transactions)
    record.transact(() => {
      try {
        for (const transaction of transactions) writeTransaction(into, transaction)
      } finally {
        // What is on the screen is what was typed: should a step not come out as it, or fail, the text takes the whole.
        if (!isAsLong(into, state.doc))
          writeWhole(into, docOf(state.schema, readLines(into)), state.doc)
      }
    }, origin)
  }

  const changeOf = (state: EditorState, transaction: Y.Transaction): Transaction | undefined => {
    const found = noteText(record, note)
    if (text !== undefined && (found === text || found === undefined)) {
      const changed: ReadonlyMap<unknown, unknown> = transaction.changedParentTypes
      return changed.has(text) ? takeChanges(state, text, transaction) : undefined
    }
    // Another version may come before it: the editor shows the one that everything else takes for the text, or the
    // coach would be offered as another version what is on the screen.
    edit(found)
    return transaction.changed.size === 0
      ? undefined
      : takeWhole(state, docOf(state.schema, noteLines(record, note)))
  }

  const take = (view: View, transaction: Y.Transaction): void => {
    if (transaction.origin === origin || carrying) return
    if (isNewer(record)) return unbind()
    const next = changeOf(view.state, transaction)
    if (next?.docChanged !== true) return
    next.setMeta(key, FROM_TEXT)
    view.dispatch(transaction.origin === undo?.origin ? atChange(next) : next)
  }

  return {
    lines: noteLines(record, note),
    plugin: new Plugin<Pending | undefined>({
      key,
      state: {
        init: () => undefined,
        apply: (transaction, before) =>
          !transaction.docChanged || transaction.getMeta(key) === FROM_TEXT
            ? before
            : { transaction, before },
      },
      view: (view) => {
        const hear = (transaction: Y.Transaction): void => take(view, transaction)
        record.on('afterTransaction', hear)
        return {
          update: ({ state }) => write(state),
          destroy: () => record.off('afterTransaction', hear),
        }
      },
    }),
    undo: { can: () => undo?.canUndo() === true, run: () => undo?.undo() },
    redo: { can: () => undo?.canRedo() === true, run: () => undo?.redo() },
    placeOf: (doc, position) => text && placeAt(text, doc, position),
    positionOf: (doc, place) => text && positionOf(text, doc, place),
    stop,
  }
}
