/** The slash menu: "/action call the dean's office" makes an action item, "/goal …" a goal, "/grow" the template. */
import { type Editor, Extension, type Range } from '@tiptap/core'
import { type Command, TextSelection } from '@tiptap/pm/state'
import { t } from '../../../../shared/words/words'
import { editorKeysOf } from '../../../context/commands/shortcuts'
import { type ShowSuggestions, type SuggestedEntry, suggestAfter } from './suggestions'

export interface SlashCommand extends SuggestedEntry {
  /** What is typed after the slash. */
  readonly word: string
  /** Needs words to make something of: what follows the command, or the line that it stands in. */
  readonly needsWords: boolean
  readonly run: (words: string, editor: Editor, range: Range) => void
}

/** A command that needs no words of its own, and stands in the menu under its word. */
export const plainCommand = (
  id: string,
  label: string,
  run: (editor: Editor) => void,
  word = id,
): SlashCommand => ({
  id,
  word,
  about: `/${word}`,
  label,
  needsWords: false,
  run: (_words, editor) => run(editor),
})

const wordsIn = (editor: Editor, { from, to }: Range): string =>
  editor.state.doc.textBetween(from, to, ' ', ' ').trim()

/** Where the words are that a command is about: those selected, or the line that the caret is in. */
const chosenRange = ({ state: { selection } }: Editor): Range => {
  const { $from, from, to, empty } = selection
  return empty ? { from: $from.start(), to: $from.end() } : { from, to }
}

/** Runs a command on what is chosen. */
export const runOnChosen = (command: SlashCommand, editor: Editor): void => {
  const range = chosenRange(editor)
  command.run(wordsIn(editor, range), editor, range)
}

/** Behind words that became something, what is written next is a line of its own. */
const toNextLine: Command = ({ selection, schema, tr }, dispatch) => {
  const { $from, empty } = selection
  const { size } = $from.parent.content
  if (!empty || size === 0 || $from.parentOffset < size || schema.nodes.line === undefined)
    return false
  const next = $from.after()
  if (tr.doc.nodeAt(next)?.content.size !== 0) tr.insert(next, schema.nodes.line.create())
  tr.setSelection(TextSelection.create(tr.doc, next + 1)).setStoredMarks([])
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Whether nothing but the command stands in its line. */
const standsAlone = ({ state: { doc } }: Editor, { from, to }: Range): boolean => {
  const { parent, parentOffset } = doc.resolve(from)
  const { textContent } = parent
  const after = parentOffset + to - from
  return (textContent.slice(0, parentOffset) + textContent.slice(after)).trim() === ''
}

const wordsOf = (query: string): { readonly command: string; readonly rest: string } => {
  const [command = '', ...rest] = query.split(' ')
  return { command: command.toLowerCase(), rest: rest.join(' ').trim() }
}

/** A plain ProseMirror command, run where the caret is; the caret is there again when it is done. */
export const dispatching = (editor: Editor, command: Command): void => {
  editor.view.focus()
  command(editor.state, editor.view.dispatch)
}

export const createSlashMenu = (commands: () => readonly SlashCommand[], show: ShowSuggestions) =>
  Extension.create({
    name: 'slashMenu',
    addKeyboardShortcuts() {
      const make = (id: string) => () => {
        const command = commands().find((one) => one.id === id)
        if (command === undefined) return false
        runOnChosen(command, this.editor)
        return true
      }
      return {
        [editorKeysOf('action-from-line')]: make('action'),
        [editorKeysOf('goal-from-line')]: make('goal'),
      }
    },
    addProseMirrorPlugins() {
      return [
        suggestAfter<SlashCommand>({
          editor: this.editor,
          name: t('note.insert'),
          char: '/',
          show,
          entries: (query) => {
            const { command, rest } = wordsOf(query)
            const waits = rest === '' && query.endsWith(' ')
            return commands()
              .filter(
                ({ word, needsWords }) => word.startsWith(command) && (rest === '' || needsWords),
              )
              .map((one) =>
                waits && one.needsWords ? { ...one, about: t('note.writeThenEnter') } : one,
              )
          },
          take: (command, editor, range) => {
            const { rest } = wordsOf(editor.state.doc.textBetween(range.from + 1, range.to))
            // Chosen before its words are written: they are waited for.
            if (command.needsWords && rest === '' && standsAlone(editor, range)) {
              editor.chain().focus().insertContentAt(range, `/${command.word} `).run()
              return
            }
            // What was typed after the command stays in the note: it is what was said.
            editor.chain().focus().insertContentAt(range, rest).run()
            if (rest === '') runOnChosen(command, editor)
            else {
              command.run(rest, editor, { from: range.from, to: range.from + rest.length })
              toNextLine(editor.state, editor.view.dispatch)
            }
          },
        }),
      ]
    },
  })
