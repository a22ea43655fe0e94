/** The slash menu: "/action call the dean's office" makes an action item, "/goal …" a goal, "/grow" the template. */
import { type Editor, Extension, type Range } from '@tiptap/core'
import { t } from '../../../../shared/words/words'
import { editorKeysOf } from '../../../context/commands/shortcuts'
import { type ShowSuggestions, type SuggestedEntry, suggestAfter } from './suggestions'

export interface SlashCommand extends SuggestedEntry {
  /** What is typed after the slash. */
  readonly word: string
  /** Needs words to make something of: what follows the command, or the line that it stands in. */
  readonly needsWords: boolean
  readonly run: (words: string, editor: Editor) => void
}

/** The text of the line that the caret is in, without what is between `from` and `to`. */
const restOfLine = (editor: Editor, { from, to }: Range): string => {
  const place = editor.state.doc.resolve(from)
  const start = place.start()
  const line = place.parent.textBetween(0, place.parent.content.size, undefined, ' ')
  return `${line.slice(0, from - start)}${line.slice(to - start)}`.trim()
}

/** The selected words, or the line that the caret is in. */
export const selectedWords = (editor: Editor): string => {
  const { from, to, empty } = editor.state.selection
  return empty
    ? restOfLine(editor, { from, to: from })
    : editor.state.doc.textBetween(from, to, ' ').trim()
}

const wordsOf = (query: string): { readonly command: string; readonly rest: string } => {
  const [command = '', ...rest] = query.split(' ')
  return { command: command.toLowerCase(), rest: rest.join(' ').trim() }
}

export const createSlashMenu = (commands: () => readonly SlashCommand[], show: ShowSuggestions) =>
  Extension.create({
    name: 'slashMenu',
    addKeyboardShortcuts() {
      const make = (id: string) => () => {
        const command = commands().find((one) => one.id === id)
        if (command === undefined) return false
        command.run(selectedWords(this.editor), this.editor)
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
            return commands().filter(
              ({ word, needsWords }) => word.startsWith(command) && (rest === '' || needsWords),
            )
          },
          take: (command, editor, range) => {
            const { rest } = wordsOf(editor.state.doc.textBetween(range.from + 1, range.to))
            const words = rest === '' ? restOfLine(editor, range) : rest
            // What was typed after the command stays in the note: it is what was said.
            editor
              .chain()
              .focus()
              .insertContentAt(range, rest === '' ? '' : rest)
              .run()
            command.run(words, editor)
          },
        }),
      ]
    },
  })
