/**
 * Lines that became something, as the editor shows them: a small mark behind the words opens the item, and the checkbox
 * of a task that became an action item is the item's own. The item alone says whether it is done; the line shows it.
 *
 * Where lines become action items by themselves (a session's note), a task does so when the caret has left it: nobody
 * is asked anything while they write. If its words are changed later, the item's are, as long as they were the same.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { LineItem } from '../../../../shared/note-text/line-item'
import { t } from '../../../../shared/words/words'
import { lineOf } from '../../../store/record/note-binding/units'
import { wordsOfLine } from '../clipboard/copied-text'
import { placedLines, selectedLines } from './lines'
import { lineItemOfNode, MARKS_WORDS, markWords } from './mark-words'

/** What the lines ask of the record that their items are in. */
export interface ItemsOfLines {
  /** Undefined for one that is not there, or in the bin. */
  readonly find: (item: LineItem) => { readonly what: string; readonly done: boolean } | undefined
  /** Calls back whenever an answer may be another one; returns how to stop it. */
  readonly watch: (changed: () => void) => () => void
  readonly tick: (id: string, done: boolean) => void
  readonly rename: (id: string, from: string, to: string) => void
  /** Makes an action item of a task's words; undefined where none is to become one by itself. */
  readonly make: (words: string) => LineItem | undefined
  readonly open: (item: LineItem) => void
}

/** A task that is being written: where it is, and what it said before. */
interface Written {
  readonly at: number
  readonly before: string
}
interface State {
  readonly decorations: DecorationSet
  readonly written: Written | undefined
}

const key = new PluginKey<State>('line items')
const LEFT = 'left'
const CHANGED = 'changed'

export const doneByItem = ({ spec }: Decoration): boolean | undefined =>
  typeof spec.doneByItem === 'boolean' ? spec.doneByItem : undefined

const words = (line: Node): string => wordsOfLine(line).replace(/\s+/g, ' ').trim()

const createMark = (item: LineItem, what: string, open: () => void): HTMLElement => {
  // Part of the line's words: before a button, which is a box of its own, a line may always break.
  const mark = document.createElement('span')
  mark.setAttribute('role', 'button')
  mark.className = 'line-item'
  mark.dataset.kind = item.kind
  mark.contentEditable = 'false'
  mark.tabIndex = -1
  mark.title =
    item.kind === 'goals'
      ? t('note.openGoal', { goal: what })
      : t('note.openAction', { action: what })
  mark.setAttribute('aria-label', mark.title)
  // The caret stays where it is.
  mark.addEventListener('mousedown', (event) => event.preventDefault())
  mark.addEventListener('click', open)
  return mark
}

/** The mark behind a line's words, and what its checkbox shows. */
const decorateLine = (
  line: Node,
  at: number,
  item: LineItem,
  items: ItemsOfLines,
): readonly Decoration[] => {
  const found = items.find(item)
  if (found === undefined) return []
  const end = at + line.nodeSize
  const mark = Decoration.widget(
    end - 1,
    () => createMark(item, found.what, () => items.open(item)),
    { side: 1, key: `${item.id} ${found.what}`, ignoreSelection: true, stopEvent: () => true },
  )
  const own = lineOf(line).kind === 'task' && item.kind === 'actionItems'
  return own ? [mark, Decoration.node(at, end, {}, { doneByItem: found.done })] : [mark]
}

const decorate = (document: Node, items: ItemsOfLines): DecorationSet => {
  const all: Decoration[] = []
  document.forEach((line, at) => {
    const item = lineItemOfNode(line)
    if (item !== undefined) all.push(...decorateLine(line, at, item, items))
  })
  return DecorationSet.create(document, all)
}

const lineAtCaret = ({ doc, selection }: EditorState) => {
  const { first } = selectedLines(selection)
  return { at: selection.$from.posAtIndex(first, 0), line: doc.child(first) }
}

/** The task that is being written after a transaction. */
const writtenAfter = (
  transaction: Transaction,
  before: EditorState,
  after: EditorState,
  written: Written | undefined,
): Written | undefined => {
  if (transaction.getMeta(key) === LEFT || transaction.getMeta(MARKS_WORDS) === true)
    return undefined
  const mapped =
    written === undefined ? undefined : { ...written, at: transaction.mapping.map(written.at, 1) }
  // What comes from elsewhere is not written here (note-binding/text-to-steps.ts says so of it).
  if (!transaction.docChanged || transaction.getMeta('addToHistory') === false) return mapped
  const { at, line } = lineAtCaret(after)
  if (mapped !== undefined || lineOf(line).kind !== 'task') return mapped
  const old = lineAtCaret(before).line
  return { at, before: lineOf(old).kind === 'task' ? words(old) : '' }
}

/** The task has been written: it becomes an action item, or its item is called as it is now. */
const settle = (view: EditorView, items: ItemsOfLines, { at, before }: Written): void => {
  const line = view.state.doc.nodeAt(at)
  const said = line === null ? '' : words(line)
  if (line === null || lineOf(line).kind !== 'task' || said === '' || said === before) return
  const item = lineItemOfNode(line)
  if (item === undefined) {
    const made = lineOf(line).checked ? undefined : items.make(said)
    if (made !== undefined)
      markWords(made, at + 1, at + 1 + line.content.size)(view.state, view.dispatch)
  } else if (item.kind === 'actionItems' && items.find(item)?.what === before)
    items.rename(item.id, before, said)
}

const createPlugin = (items: ItemsOfLines): Plugin<State> =>
  new Plugin<State>({
    key,
    state: {
      init: (_config, { doc }) => ({ decorations: decorate(doc, items), written: undefined }),
      apply: (transaction, { decorations, written }, before, after) => ({
        decorations:
          transaction.docChanged || transaction.getMeta(key) === CHANGED
            ? decorate(transaction.doc, items)
            : decorations,
        written: writtenAfter(transaction, before, after, written),
      }),
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleDOMEvents: {
        blur: (view) => {
          leave(view, items)
          return false
        },
      },
    },
    view: (view) => {
      const stop = items.watch(() => view.dispatch(view.state.tr.setMeta(key, CHANGED)))
      /** A click on the checkbox of such a task is for the item: before the line's own view hears of it. */
      const tick = (event: Event): void => {
        const box = event.target
        if (!(box instanceof HTMLInputElement) || !view.editable) return
        const place = view.state.doc.resolve(view.posAtDOM(box, 0)).index(0)
        if (!tickLine(view, items, place, box.checked)) return
        event.stopPropagation()
      }
      view.dom.addEventListener('change', tick, { capture: true })
      return {
        update: () => {
          const written = key.getState(view.state)?.written
          if (written !== undefined && lineAtCaret(view.state).at !== written.at)
            // Not in the middle of what the editor is doing.
            queueMicrotask(() => leave(view, items))
        },
        destroy: () => {
          stop()
          view.dom.removeEventListener('change', tick, { capture: true })
        },
      }
    },
  })

const leave = (view: EditorView, items: ItemsOfLines): void => {
  if (view.isDestroyed) return
  const written = key.getState(view.state)?.written
  if (written === undefined) return
  view.dispatch(view.state.tr.setMeta(key, LEFT))
  settle(view, items, written)
}

/** Ticks the item that a task became; its line says so as well, for a laptop that does not know of items yet. */
const tickLine = (
  view: EditorView,
  items: ItemsOfLines,
  place: number,
  done?: boolean,
): boolean => {
  const line = placedLines(view.state.doc)[place]
  const node = line === undefined ? null : view.state.doc.nodeAt(line.at)
  const item = node === null ? undefined : lineItemOfNode(node)
  if (line?.kind !== 'task' || item?.kind !== 'actionItems') return false
  const found = items.find(item)
  if (found === undefined) return false
  const next = done ?? !found.done
  items.tick(item.id, next)
  if (line.checked !== next) view.dispatch(view.state.tr.setNodeAttribute(line.at, 'checked', next))
  return true
}

export const createLineItems = (items: ItemsOfLines) =>
  Extension.create({
    name: 'lineItems',
    // Before links are opened and lines are ticked (note-links.ts, line-keys.ts).
    priority: 200,
    addKeyboardShortcuts() {
      return {
        'Mod-Enter': () => {
          const { view, state } = this.editor
          return tickLine(view, items, selectedLines(state.selection).first)
        },
        'Alt-Enter': () => {
          const item = lineItemOfNode(lineAtCaret(this.editor.state).line)
          if (item === undefined || items.find(item) === undefined) return false
          items.open(item)
          return true
        },
      }
    },
    addProseMirrorPlugins: () => [createPlugin(items)],
  })
