// @vitest-environment jsdom
/** Lines as they are drawn. */
import '../../../../tests/steps/window'
import { screen } from '@testing-library/react'
import { Editor } from '@tiptap/core'
import { afterEach, expect, test } from 'vitest'
import { read, write } from '../../../../tests/steps/written-lines'
import { setKind, splitLine } from './line-commands'
import { listPlacesKey } from './list-places'
import { noteExtensions } from './note-schema'

let editor: Editor | undefined
afterEach(() => editor?.destroy())

const open = (lines: readonly string[], editable = true): Editor => {
  const { doc, selection } = read(lines)
  const element = document.body.appendChild(document.createElement('div'))
  editor = new Editor({ element, extensions: noteExtensions, content: doc.toJSON(), editable })
  editor.commands.setTextSelection({ from: selection.anchor, to: selection.head })
  return editor
}

const box = (name: string): HTMLInputElement => screen.getByRole('checkbox', { name })
const places = (): readonly unknown[] =>
  editor === undefined
    ? []
    : (listPlacesKey.getState(editor.state)?.find() ?? []).map(({ spec }) => spec)

test('a task has a checkbox that is named after its words as they are, and ticks it where the caret is not', () => {
  const { state, view } = open(['p a|', 't call', 'x'])
  box('call').click()
  expect(write(view.state)).toEqual(['p a|', 'x call', 'x'])
  expect(box('call').checked).toBe(true)
  view.dispatch(view.state.tr.insertText('re', state.doc.child(0).nodeSize + 1))
  expect(box('recall').checked).toBe(true)
  expect(box('Task').checked).toBe(true)
})

test('in a text that is only read a task stays what it is', () => {
  const { view } = open(['t call'], false)
  expect(box('call').disabled).toBe(true)
  box('call').disabled = false
  box('call').click()
  expect(box('call').checked).toBe(false)
  expect(write(view.state)).toEqual(['t |call'])
})

test('typing within a line counts no point of a list again; another point does', () => {
  const { view } = open(['b a', 'b b|', 'n1 c'])
  const before = places()
  expect(before).toEqual([
    { level: 1, position: 1, size: 2 },
    { level: 1, position: 2, size: 2 },
    { level: 2, position: 1, size: 1 },
  ])
  view.dispatch(view.state.tr.insertText('more'))
  expect(places().every((place, index) => place === before[index])).toBe(true)
  splitLine(view.state, view.dispatch)
  expect(screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-setsize'))).toEqual([
    ...['3', '3', '3'],
    '1',
  ])
  setKind('heading2')(view.state, view.dispatch)
  expect(screen.getAllByRole('listitem').map((item) => item.getAttribute('aria-setsize'))).toEqual([
    ...['2', '2'],
    '1',
  ])
})

test('a line that is put in again as it was has its place', () => {
  const { view } = open(['b a', 'b |b', 'b c'])
  const line = view.state.doc.child(1)
  view.dispatch(view.state.tr.replaceWith(3, 3 + line.nodeSize, line.copy(line.content)))
  expect(places()).toHaveLength(3)
})
