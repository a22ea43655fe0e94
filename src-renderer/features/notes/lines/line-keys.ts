/**
 * How lines are written by keys: Enter, Backspace, Delete, Tab, a shortcut for each kind, and what is typed at a line's
 * start to make it something ("# ", "- ", "[ ] " …), which one Backspace or Undo takes back.
 *
 * Tab and Shift Tab move lines of a list in and out where that changes something. Everywhere else they leave the text,
 * as they leave any field, so that nobody who works by keyboard is shut in.
 */
import { Extension, InputRule } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import type { LineKind } from '../../../../shared/note-text/delta'
import {
  indent,
  joinBack,
  joinForward,
  outdent,
  setKind,
  splitLine,
  startAs,
  toggleChecked,
} from './line-commands'
import { isList, placedLines, selectedLines } from './lines'

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    lineKeys: {
      /** Makes the selected lines this kind, or paragraphs where all of them are of it already. */
      toggleLineKind: (kind: LineKind) => ReturnType
    }
  }
}

const STARTS: readonly (readonly [sign: RegExp, kind: LineKind, checked?: boolean])[] = [
  [/^# $/, 'heading1'],
  [/^## $/, 'heading2'],
  [/^### $/, 'heading3'],
  [/^[-*] $/, 'bullet'],
  [/^1[.)] $/, 'number'],
  [/^\[ ?\] $/, 'task', false],
  [/^\[[xX]\] $/, 'task', true],
  [/^> $/, 'quote'],
  [/^```[ \n]$/, 'code'],
  [/^---$/, 'rule'],
]

const KINDS: Readonly<Record<string, LineKind>> = {
  'Mod-Alt-0': 'paragraph',
  'Mod-Alt-1': 'heading1',
  'Mod-Alt-2': 'heading2',
  'Mod-Alt-3': 'heading3',
  'Mod-Shift-7': 'number',
  'Mod-Shift-8': 'bullet',
  'Mod-Shift-9': 'task',
  'Mod-Shift-b': 'quote',
  'Mod-Alt-c': 'code',
}

const indentList: Command = (state, dispatch) => {
  const { first, last } = selectedLines(state.selection)
  const inLists = placedLines(state.doc)
    .slice(first, last + 1)
    .every(({ kind }) => isList(kind))
  return inLists && indent(state, dispatch)
}

/** Nothing is before the first line's start or behind the last one's end: what is there stays as it is. */
const atStart: Command = ({ selection }) => selection.empty && selection.from <= 1
const atEnd: Command = ({ selection, doc }) =>
  selection.empty && selection.to >= doc.content.size - 1

export const LineKeys = Extension.create({
  name: 'lineKeys',
  addCommands: () => ({
    toggleLineKind:
      (kind) =>
      ({ state, dispatch }) =>
        setKind(kind)(state, dispatch),
  }),
  addKeyboardShortcuts() {
    const press =
      (...commands: readonly Command[]) =>
      (): boolean => {
        const { state, view } = this.editor
        return commands.some((command) => command(state, view.dispatch, view))
      }
    const back = (): boolean => this.editor.commands.undoInputRule() || press(joinBack, atStart)()
    const forward = press(joinForward, atEnd)
    return {
      Enter: press(splitLine),
      Backspace: back,
      'Mod-Backspace': back,
      'Shift-Backspace': back,
      Delete: forward,
      'Mod-Delete': forward,
      Tab: press(indentList),
      'Shift-Tab': press(outdent),
      // What has no link to open (note-links.ts) is ticked off.
      'Mod-Enter': press(toggleChecked()),
      ...Object.fromEntries(
        Object.entries(KINDS).map(([keys, kind]) => [keys, press(setKind(kind))]),
      ),
    }
  },
  addInputRules: () =>
    STARTS.map(
      ([find, kind, checked]) =>
        new InputRule({
          find,
          handler: ({ state, range }) =>
            startAs(kind, range, checked)(state, () => undefined) ? undefined : null,
        }),
    ),
})
