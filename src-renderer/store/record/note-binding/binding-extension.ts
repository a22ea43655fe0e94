/** The binding as an extension of the editor: its plugin, and undo and redo as commands and keys. */
import { Extension } from '@tiptap/core'
import type { NoteBinding } from './note-binding'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    noteUndo: { readonly undo: () => ReturnType; readonly redo: () => ReturnType }
  }
  interface Storage {
    /** Asked at every key, where `editor.can()` would make every command anew. */
    noteUndo: { readonly canUndo: () => boolean; readonly canRedo: () => boolean }
  }
}

export const createBindingExtension = (bound: NoteBinding) =>
  Extension.create({
    name: 'noteUndo',
    priority: 1000,
    addStorage: () => ({ canUndo: bound.undo.can, canRedo: bound.redo.can }),
    addCommands: () => {
      const command =
        ({ can, run }: NoteBinding['undo']) =>
        () =>
        ({
          tr,
          dispatch,
        }: {
          tr: { setMeta: (key: string, value: unknown) => unknown }
          dispatch?: unknown
        }) => {
          // What changes comes out of the text, in a transaction of its own.
          tr.setMeta('preventDispatch', true)
          if (!can()) return false
          if (dispatch !== undefined) run()
          return true
        }
      return { undo: command(bound.undo), redo: command(bound.redo) }
    },
    addKeyboardShortcuts() {
      return {
        'Mod-z': () => this.editor.commands.undo(),
        'Mod-y': () => this.editor.commands.redo(),
        'Shift-Mod-z': () => this.editor.commands.redo(),
      }
    },
    addProseMirrorPlugins: () => [bound.plugin],
  })
