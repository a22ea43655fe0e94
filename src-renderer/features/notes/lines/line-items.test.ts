// @vitest-environment jsdom
/** Lines that became something: their mark, their checkbox, and when a task becomes an action item by itself. */
import '../../../../tests/steps/window'
import { screen, waitFor } from '@testing-library/react'
import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test, vi } from 'vitest'
import type { LineItem } from '../../../../shared/note-text/line-item'
import { read, write } from '../../../../tests/steps/written-lines'
import { splitLine } from './line-commands'
import { createLineItems, type ItemsOfLines } from './line-items'
import { lineItemOfNode, markWords } from './mark-words'
import { noteExtensions } from './note-schema'

const ITEM: LineItem = { kind: 'actionItems', id: 'a'.repeat(22) }
const GOAL: LineItem = { kind: 'goals', id: 'g'.repeat(22) }

let editor: Editor | undefined
afterEach(() => editor?.destroy())

const open = (lines: readonly string[], made: LineItem | 'none' = ITEM) => {
  const stored = new Map<string, { readonly what: string; readonly done: boolean }>()
  let changed = (): void => undefined
  const items = {
    find: ({ id }) => stored.get(id),
    watch: (heard) => {
      changed = heard
      return () => undefined
    },
    tick: vi.fn(),
    rename: vi.fn(),
    make: vi.fn(() => (made === 'none' ? undefined : made)),
    open: vi.fn(),
  } satisfies ItemsOfLines
  const { doc, selection } = read(lines)
  const element = document.body.appendChild(document.createElement('div'))
  const opened = new Editor({
    element,
    extensions: [...noteExtensions, createLineItems(items)],
    content: doc.toJSON(),
  })
  editor = opened
  opened.commands.setTextSelection({ from: selection.anchor, to: selection.head })
  return {
    editor: opened,
    items,
    store: (item: LineItem, what: string, done = false): void => {
      stored.set(item.id, { what, done })
      changed()
    },
    type: (words: string): void => {
      opened.view.dispatch(opened.state.tr.insertText(words))
    },
    caret: (at: number): void =>
      opened.view.dispatch(
        opened.state.tr.setSelection(TextSelection.create(opened.state.doc, at)),
      ),
    enter: (): void => void splitLine(opened.state, opened.view.dispatch),
  }
}

test('a task becomes an action item when the caret has left it, and not while it is written', async () => {
  const { editor, items, type, enter } = open(['p above', 't |'])
  type('call the registrar')
  expect(items.make).not.toHaveBeenCalled()
  enter()
  await waitFor(() => expect(items.make).toHaveBeenCalledWith('call the registrar'))
  await waitFor(() => expect(lineItemOfNode(editor.state.doc.child(1))).toEqual(ITEM))
  expect(write(editor.state)).toEqual(['p above', 't call the registrar', 't |'])
})

test('leaving the text leaves the task, too', () => {
  const { editor, items, type } = open(['t |'])
  type('call')
  editor.view.dom.dispatchEvent(new FocusEvent('blur'))
  expect(items.make).toHaveBeenCalledWith('call')
})

test('nothing becomes an action item without words, ticked, unwritten, or in a text where none does', async () => {
  for (const [lines, made] of [
    [['t |', 'p'], ITEM],
    [['x |', 'p'], ITEM],
    [['t |', 'p'], 'none'],
  ] as const) {
    const { editor, items, type, caret } = open(lines, made)
    if (made === 'none' || lines[0] === 'x |') type('call')
    caret(editor.state.doc.content.size - 1)
    await Promise.resolve()
    expect(lineItemOfNode(editor.state.doc.child(0))).toBeUndefined()
    expect(items.make.mock.calls).toHaveLength(made === 'none' ? 1 : 0)
    editor.destroy()
  }
  // Come to and left again, as it was.
  const { items, caret } = open(['t call', 'p |'])
  caret(2)
  caret(8)
  await Promise.resolve()
  expect(items.make).not.toHaveBeenCalled()
})

test('the mark behind the words opens the item; one that is gone has none', () => {
  const { editor, items, store } = open(['p learn to read an ECG|', 'p rest'])
  markWords(GOAL, 1, 21)(editor.state, editor.view.dispatch)
  expect(screen.queryByRole('button')).toBeNull()
  store(GOAL, 'Read an ECG')
  screen.getByRole('button', { name: 'Open the goal: Read an ECG' }).click()
  expect(items.open).toHaveBeenCalledWith(GOAL)
})

test('the checkbox of a task is its item’s: ticked with it, and ticking it', () => {
  const { editor, items, store } = open(['p call|'])
  markWords(ITEM, 1, 5)(editor.state, editor.view.dispatch)
  store(ITEM, 'call', true)
  const box = () => screen.getByRole<HTMLInputElement>('checkbox', { name: 'call' })
  expect(box().checked).toBe(true)
  expect(write(editor.state)).toEqual(['t call|'])
  store(ITEM, 'call', false)
  expect(box().checked).toBe(false)
  box().click()
  expect(items.tick).toHaveBeenCalledWith(ITEM.id, true)
  // For a laptop that does not know of items.
  expect(write(editor.state)).toEqual(['x call|'])
})

test('Ctrl Enter ticks the item that the caret’s line became, and Alt Enter opens it', () => {
  const { editor, items, store } = open(['p call|'])
  markWords(ITEM, 1, 5)(editor.state, editor.view.dispatch)
  store(ITEM, 'call')
  const press = (keys: KeyboardEventInit): void =>
    void editor.view.dom.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...keys }),
    )
  press({ ctrlKey: true })
  expect(items.tick).toHaveBeenCalledWith(ITEM.id, true)
  press({ altKey: true })
  expect(items.open).toHaveBeenCalledWith(ITEM)
})

test('an item is called as its line is, as long as both said the same', async () => {
  const { editor, items, store, type, caret } = open(['p call|', 'p'])
  markWords(ITEM, 1, 5)(editor.state, editor.view.dispatch)
  store(ITEM, 'call')
  type(' her')
  caret(editor.state.doc.content.size - 1)
  await waitFor(() => expect(items.rename).toHaveBeenCalledWith(ITEM.id, 'call', 'call her'))
  store(ITEM, 'Call her on Monday')
  caret(9)
  type(' back')
  caret(editor.state.doc.content.size - 1)
  await Promise.resolve()
  expect(items.rename).toHaveBeenCalledTimes(1)
})
