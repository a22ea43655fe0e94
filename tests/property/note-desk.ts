/** A note open in an editor, without a window: real editor states, transactions and commands on the app's own binding. */
import { type Command, EditorState, type Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type * as Y from 'yjs'
import { noteSchema } from '../../src-renderer/features/notes/lines/note-schema'
import { bindNote } from '../../src-renderer/store/record/note-binding/note-binding'
import { docOf } from '../../src-renderer/store/record/note-binding/units'

export interface Desk {
  readonly state: () => EditorState
  readonly dispatch: (transaction: Transaction) => void
  readonly run: (command: Command) => boolean
  readonly undo: () => void
  readonly redo: () => void
  readonly isBound: () => boolean
  readonly close: () => void
}

export const openDesk = (
  record: Y.Doc,
  note: string,
  plugins: readonly Plugin[] = [],
  left?: Parameters<typeof bindNote>[3],
): Desk => {
  let bound = true
  const unbind = (): void => {
    bound = false
  }
  const binding = bindNote(record, note, unbind, left)
  if (binding === undefined) throw new Error('not bound')
  let state = EditorState.create({
    doc: docOf(noteSchema, binding.lines),
    plugins: [...plugins, binding.plugin],
  })
  const dispatch = (transaction: Transaction): void => {
    state = state.apply(transaction)
    state.doc.check()
    plugin?.update?.(view, state)
  }
  const view = {
    get state() {
      return state
    },
    dispatch,
  } as unknown as EditorView
  const plugin = binding.plugin.spec.view?.(view)
  return {
    state: () => state,
    dispatch,
    run: (command) => command(state, dispatch),
    undo: () => binding.undo.run(),
    redo: () => binding.redo.run(),
    isBound: () => bound,
    close: () => {
      plugin?.destroy?.()
      binding.stop()
    },
  }
}
