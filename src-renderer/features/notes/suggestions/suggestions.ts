/**
 * Suggestions at the caret: the slash menu, mentions, spelling. One list on the screen for all of them, moved in with
 * the arrows, taken with Enter or Tab, left with Escape.
 */
import type { Editor, Range } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { Suggestion } from '@tiptap/suggestion'

export interface SuggestedEntry {
  readonly id: string
  readonly label: string
  /** Small, at the right: the word to type, or what kind of thing it is. */
  readonly about: string
}

/** What is on the screen. */
export interface SuggestionState {
  readonly name: string
  readonly entries: readonly SuggestedEntry[]
  readonly index: number
  readonly line: FindLine
  readonly choose: (id: string) => void
}

export type ShowSuggestions = (state: SuggestionState | undefined) => void

/** Where a list belongs: its left edge, and the top and bottom of its line, in the window. */
export interface CaretLine {
  readonly left: number
  readonly top: number
  readonly bottom: number
}

/** Asked anew whenever the list is drawn, since the text may scroll under it. */
export type FindLine = () => CaretLine | null | undefined

/** Of the list and of what stays free around it, in CSS pixels. */
const LIST_WIDTH = 340
const LIST_HEIGHT = 260
/** With this much room under the line the list stays there, and what was written above it is seen. */
const ENOUGH = 180
const EDGE = 8
const GAP = 4

export interface ListPlace {
  readonly left: number
  readonly width: number
  readonly maxHeight: number
  readonly top?: number
  readonly bottom?: number
}

/** Under the line, or above it where more room is; never beyond the window, which at 200 % zoom is a small one. */
export const placeBeside = (
  line: CaretLine,
  window: { readonly width: number; readonly height: number },
): ListPlace => {
  const within = (at: number): number => Math.max(0, Math.min(at, window.height))
  const below = window.height - within(line.bottom) - GAP - EDGE
  const above = within(line.top) - GAP - EDGE
  const width = Math.min(LIST_WIDTH, window.width - 2 * EDGE)
  const across = { left: Math.max(EDGE, Math.min(line.left, window.width - width - EDGE)), width }
  return below >= ENOUGH || below >= above
    ? { ...across, maxHeight: Math.min(LIST_HEIGHT, below), top: within(line.bottom) + GAP }
    : {
        ...across,
        maxHeight: Math.min(LIST_HEIGHT, above),
        bottom: window.height - within(line.top) + GAP,
      }
}

/** A list that is open: answers keys until it is left. */
export const createSuggestionList = <Entry extends SuggestedEntry>(
  name: string,
  show: ShowSuggestions,
  choose: (entry: Entry) => void,
) => {
  let entries: readonly Entry[] = []
  let index = 0
  let line: FindLine = () => null
  const draw = (): void =>
    show(
      entries.length === 0
        ? undefined
        : {
            name,
            entries,
            index,
            line,
            choose: (id) => {
              const entry = entries.find((one) => one.id === id)
              if (entry !== undefined) choose(entry)
            },
          },
    )
  return {
    put: (next: readonly Entry[], at: FindLine): void => {
      entries = next
      line = at
      index = Math.min(index, Math.max(0, entries.length - 1))
      draw()
    },
    close: (): void => {
      entries = []
      index = 0
      show(undefined)
    },
    /** Whether the key was for the list. */
    press: (key: string): boolean => {
      const chosen = entries[index]
      if (chosen === undefined) return false
      if (key === 'ArrowDown' || key === 'ArrowUp') {
        index = (index + (key === 'ArrowDown' ? 1 : entries.length - 1)) % entries.length
        draw()
      } else if (key === 'Enter' || key === 'Tab') choose(chosen)
      else if (key === 'Escape') {
        entries = []
        show(undefined)
      } else return false
      return true
    },
  }
}

/** Suggestions for what is typed after a character. */
export const suggestAfter = <Entry extends SuggestedEntry>({
  editor,
  name,
  char,
  entries,
  take,
  show,
}: {
  readonly editor: Editor
  readonly name: string
  readonly char: string
  readonly entries: (query: string) => readonly Entry[]
  readonly take: (entry: Entry, editor: Editor, range: Range) => void
  readonly show: ShowSuggestions
}) =>
  Suggestion<Entry, Entry>({
    editor,
    pluginKey: new PluginKey(`suggest ${name}`),
    char,
    allowSpaces: true,
    items: ({ query }) => [...entries(query)],
    command: ({ editor, range, props }) => take(props, editor, range),
    render: () => {
      let current: ((entry: Entry) => void) | undefined
      const list = createSuggestionList<Entry>(name, show, (entry) => current?.(entry))
      const update = (props: {
        items: Entry[]
        clientRect?: (() => DOMRect | null) | null
        command: (entry: Entry) => void
      }): void => {
        current = props.command
        list.put(props.items, () => props.clientRect?.())
      }
      return {
        onStart: update,
        onUpdate: update,
        onExit: list.close,
        onKeyDown: ({ event }) => list.press(event.key),
      }
    },
  })
