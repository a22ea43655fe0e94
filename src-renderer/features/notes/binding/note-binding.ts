/**
 * The binding between a note's stored text and its editor. What is done in the editor is written into the text step by
 * step; what comes into the text from elsewhere becomes steps of the editor. Neither ever compares the whole of both,
 * and opening a note writes nothing: one of a former form is carried over with the first edit (model/note-text.ts).
 *
 * A record that a newer Confidant has written is not bound: `unbind` ends the editor before it could show what it does
 * not know, or write.
 */
import type { Node, Schema } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { noteLines, noteText, textForWriting } from '../../../../shared/model/note-text'
import { isNewer, itemsOf } from '../../../../shared/model/record'
import { writeTransaction } from './steps-to-text'
import { takeChanges, takeWhole } from './text-to-steps'
import { docOf } from './units'

/** Transactions of the editor that the text does not know yet, the last one first. */
interface Pending {
  readonly transaction: Transaction
  before: Pending | undefined
}

export interface NoteBinding {
  /** What the note says now: the editor's first document. */
  readonly doc: Node
  readonly plugin: Plugin
}

/** What an editor view is for the binding. */
interface View {
  readonly state: EditorState
  readonly dispatch: (transaction: Transaction) => void
}

const FROM_TEXT = 'from the text'

/** Binds a note of a record, or returns nothing when it must not be written to, or is not there. */
export const bindNote = (
  record: Y.Doc,
  note: string,
  schema: Schema,
  unbind: () => void,
): NoteBinding | undefined => {
  if (isNewer(record) || !itemsOf(record, 'notes').has(note)) return undefined
  /** Of this editor: another one of the same note hears of it. */
  const origin = { editor: note }
  const key = new PluginKey<Pending | undefined>('note binding')
  let written: Pending | undefined
  // From then on it is this one, whichever other version comes in.
  let text = noteText(record, note)

  const takePending = (state: EditorState): readonly Transaction[] => {
    const found: Transaction[] = []
    const last = key.getState(state)
    for (let one = last; one !== undefined && one !== written; one = one.before) found.push(one.transaction)
    written = last
    if (last !== undefined) last.before = undefined
    return found.reverse()
  }

  const write = (state: EditorState): void => {
    const transactions = takePending(state)
    if (transactions.length === 0) return
    record.transact(() => {
      text ??= textForWriting(record, note)
      for (const transaction of transactions)
        if (text !== undefined) writeTransaction(text, transaction)
    }, origin)
  }

  const take = (view: View, transaction: Y.Transaction): void => {
    if (transaction.origin === origin) return
    if (isNewer(record)) return unbind()
    let next: Transaction | undefined
    if (text !== undefined) {
      const changed: ReadonlyMap<unknown, unknown> = transaction.changedParentTypes
      if (changed.has(text)) next = takeChanges(view.state, text, transaction)
    } else {
      text = noteText(record, note)
      if (transaction.changed.size > 0) next = takeWhole(view.state, docOf(schema, noteLines(record, note)))
    }
    if (next?.docChanged === true) view.dispatch(next.setMeta(key, FROM_TEXT))
  }

  return {
    doc: docOf(schema, noteLines(record, note)),
    plugin: new Plugin<Pending | undefined>({
      key,
      state: {
        init: () => undefined,
        apply: (transaction, before) =>
          !transaction.docChanged || transaction.getMeta(key) === FROM_TEXT ? before : { transaction, before },
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
  }
}
