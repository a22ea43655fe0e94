// @vitest-environment jsdom
/** Typing ahead: what is typed before a text is there goes into it, and into nothing else. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useApp } from '../app-state'
import {
  aimTyping,
  isTypingAhead,
  landTyping,
  maySettle,
  stopTypingAhead,
  takeTypedAhead,
  typeAhead,
} from './type-ahead'

const button = document.createElement('button')
const field = document.createElement('textarea')
document.hasFocus = () => true
window.requestIdleCallback = (rested) => Number(setTimeout(rested))
document.execCommand = (_command, _ui, words = '') => {
  type(words)
  return true
}

beforeEach(() => {
  document.body.append(button, field)
  button.focus()
})
afterEach(() => {
  stopTypingAhead()
  useApp.setState({ presenting: false })
  document.body.replaceChildren()
  field.value = ''
})

/** As the browser does it: into whatever has the focus. */
const type = (words: string): void => {
  if (document.activeElement instanceof HTMLTextAreaElement) document.activeElement.value += words
}

test('words go from the first key on into the text that lands', () => {
  typeAhead()
  expect(document.activeElement).not.toBe(button)
  type('Every key')
  expect(landTyping(() => field.focus())).toBe('Every key')
  expect(document.activeElement).toBe(field)
  expect(document.querySelectorAll('textarea')).toHaveLength(1)
})

test('a menu that gives the focus back late does not get it', () => {
  typeAhead()
  type('One ')
  button.focus()
  type('two')
  expect(landTyping(() => field.focus())).toBe('One two')
})

test('a dialog’s first field that takes the focus has what was typed before it', () => {
  typeAhead()
  type('Half a ')
  field.focus()
  type('goal')
  expect(field.value).toBe('Half a goal')
  expect(isTypingAhead()).toBe(false)
})

test('a choice that lands has the keys, each where the one before has led, and a text after it the rest', async () => {
  const rows = [1, 2].map(() => Object.assign(document.createElement('input'), { type: 'radio' }))
  const pressed: string[] = []
  for (const [row, radio] of rows.entries()) {
    radio.addEventListener('keydown', ({ key }) => {
      pressed.push(`${row}: ${key}`)
      ;(rows[row + 1] ?? field).focus()
    })
    document.body.append(radio)
  }
  typeAhead()
  const caught = document.activeElement
  for (const key of ['4', '3', 'A', 'b'])
    caught?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  rows[0]?.focus()
  await Promise.resolve()
  expect(pressed).toEqual(['0: 4', '1: 3'])
  expect(field.value).toBe('Ab')
})

test('a menu that opens and closes at keys that are not its own is not closed by those for it', () => {
  const heard: string[] = []
  const hear = ({ key }: KeyboardEvent): number => heard.push(key)
  document.addEventListener('keydown', hear)
  typeAhead()
  for (const key of ['ArrowRight', 'T', 'Escape'])
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  document.removeEventListener('keydown', hear)
  expect(heard).toEqual(['Escape'])
})

test('a list that lands has the keys once it is drawn: what it is given before it forgets', async () => {
  const list = document.createElement('input')
  list.setAttribute('aria-haspopup', 'listbox')
  const pressed: string[] = []
  list.addEventListener('keydown', ({ code }) => pressed.push(code))
  document.body.append(list)
  typeAhead()
  const caught = document.activeElement
  const press = (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  press('ArrowDown')
  list.focus()
  expect(document.activeElement).toBe(caught)
  press('Enter')
  expect(pressed).toEqual([])
  await vi.waitFor(() => expect(pressed).toEqual(['ArrowDown', 'Enter']))
  expect(document.activeElement).toBe(list)
  expect(isTypingAhead()).toBe(false)
})

test('arrows and space choose among radio buttons, as they do when pressed later', async () => {
  const group = [1, 2, 3].map(() =>
    Object.assign(document.createElement('input'), { type: 'radio', name: 'whose' }),
  )
  document.body.append(...group)
  typeAhead()
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'])
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  group[0]?.focus()
  await Promise.resolve()
  expect(group.map(({ checked }) => checked)).toEqual([false, false, true])
  expect(document.activeElement).toBe(group[2])
})

test('a menu or a question that opens has the keyboard', () => {
  const dialog = document.createElement('div')
  dialog.setAttribute('role', 'dialog')
  dialog.append(button)
  document.body.append(dialog)
  typeAhead()
  button.focus()
  expect(document.activeElement).toBe(button)
  expect(isTypingAhead()).toBe(false)
})

test('whoever clicks elsewhere stays there, and what was typed still lands', () => {
  typeAhead()
  type('Said in passing')
  window.dispatchEvent(new Event('pointerdown'))
  button.focus()
  expect(landTyping(() => field.focus())).toBe('Said in passing')
  expect(document.activeElement).toBe(button)
})

test('when nothing lands, the focus is where it was', () => {
  typeAhead()
  stopTypingAhead()
  expect(document.activeElement).toBe(button)
})

test('words for one text are not given to another that is being left', () => {
  typeAhead()
  aimTyping('new')
  type('For the new one')
  expect(takeTypedAhead('old')).toBe('')
  expect(takeTypedAhead('new')).toBe('For the new one')
  expect(isTypingAhead()).toBe(false)
})

test('words for one text alone wait for it, whatever lands before', () => {
  expect(maySettle('session note')).toBe(true)
  typeAhead()
  aimTyping('session')
  expect(maySettle('session note')).toBe(true)
  aimTyping('memory aid', true)
  expect([maySettle('session note'), maySettle('memory aid')]).toEqual([false, true])
})

test('a screen that others look at catches nothing', () => {
  useApp.setState({ presenting: true })
  typeAhead()
  expect(document.activeElement).toBe(button)
})
