// @vitest-environment jsdom
/** Typing ahead: what is typed before a text is there goes into it, and into nothing else. */
import { afterEach, beforeEach, expect, test } from 'vitest'
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
