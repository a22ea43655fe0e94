/** The slash menu: "/action call the dean's office" makes an action item, "/goal …" a goal, "/grow" the template. */
import { type Editor, Extension, type Range } from '@tiptap/core'
import { Suggestion } from '@tiptap/suggestion'

export interface SlashCommand {
  readonly id: string
  /** What is typed after the slash. */
  readonly word: string
  readonly label: string
  /** Needs words to make something of: what follows the command, or the line that it stands in. */
  readonly needsWords: boolean
  readonly run: (words: string, editor: Editor) => void
}

export interface SlashState {
  readonly commands: readonly SlashCommand[]
  readonly index: number
  readonly left: number
  /** The line's top and bottom in the window. */
  readonly top: number
  readonly bottom: number
  readonly choose: (command: SlashCommand) => void
}

const wordsOf = (query: string): { readonly command: string; readonly rest: string } => {
  const [command = '', ...rest] = query.split(' ')
  return { command: command.toLowerCase(), rest: rest.join(' ').trim() }
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
  return empty ? restOfLine(editor, { from, to: from }) : editor.state.doc.textBetween(from, to, ' ').trim()
}

export const createSlashMenu = (
  commands: () => readonly SlashCommand[],
  show: (state: SlashState | undefined) => void,
) =>
  Extension.create({
    name: 'slashMenu',
    addKeyboardShortcuts() {
      const make = (id: string) => () => {
        const command = commands().find((one) => one.id === id)
        if (command === undefined) return false
        command.run(selectedWords(this.editor), this.editor)
        return true
      }
      return { 'Mod-Shift-a': make('action'), 'Mod-Shift-g': make('goal') }
    },
    addProseMirrorPlugins() {
      let index = 0
      return [
        Suggestion<SlashCommand, SlashCommand>({
          editor: this.editor,
          char: '/',
          allowSpaces: true,
          items: ({ query }) => {
            const { command, rest } = wordsOf(query)
            return commands().filter(
              ({ word, needsWords }) => word.startsWith(command) && (rest === '' || needsWords),
            )
          },
          command: ({ editor, range, props }) => {
            const query = editor.state.doc.textBetween(range.from + 1, range.to)
            const { rest } = wordsOf(query)
            const words = rest === '' ? restOfLine(editor, range) : rest
            // What was typed after the command stays in the note: it is what was said.
            editor
              .chain()
              .focus()
              .insertContentAt(range, rest === '' ? '' : rest)
              .run()
            props.run(words, editor)
          },
          render: () => {
            const update = (props: {
              items: SlashCommand[]
              clientRect?: (() => DOMRect | null) | null
              command: (command: SlashCommand) => void
            }): void => {
              const place = props.clientRect?.()
              index = Math.min(index, Math.max(0, props.items.length - 1))
              show(
                props.items.length === 0 || place == null
                  ? undefined
                  : {
                      commands: props.items,
                      index,
                      left: place.left,
                      top: place.top,
                      bottom: place.bottom,
                      choose: props.command,
                    },
              )
              current = props
            }
            let current: Parameters<typeof update>[0] | undefined
            return {
              onStart: (props) => {
                index = 0
                update(props)
              },
              onUpdate: update,
              onExit: () => {
                current = undefined
                show(undefined)
              },
              onKeyDown: ({ event }) => {
                if (current === undefined || current.items.length === 0) return false
                const { items } = current
                if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                  index = (index + (event.key === 'ArrowDown' ? 1 : items.length - 1)) % items.length
                  update(current)
                  return true
                }
                if (event.key === 'Enter' || event.key === 'Tab') {
                  const chosen = items[index]
                  if (chosen === undefined) return false
                  current.command(chosen)
                  return true
                }
                if (event.key === 'Escape') {
                  show(undefined)
                  return true
                }
                return false
              },
            }
          },
        }),
      ]
    },
  })
