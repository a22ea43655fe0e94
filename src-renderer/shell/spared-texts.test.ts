// @vitest-environment jsdom
/** What React is told of in a text, and what it is spared. */
import { expect, test } from 'vitest'
import { spareTexts } from './spared-texts'

const page = () => {
  document.body.innerHTML =
    '<div id="root"><input><div contenteditable="true" tabindex="0"><button></button></div></div>'
  const root = document.querySelector<HTMLElement>('#root')
  const [input, text, button] = ['input', '[contenteditable]', 'button'].map((one) =>
    document.querySelector(one),
  )
  if (root === null) throw new Error('no root')
  spareTexts(root)
  const heard: string[] = []
  for (const capture of [true, false])
    for (const type of ['keydown', 'keypress', 'input', 'keyup', 'click'])
      root.addEventListener(type, () => void heard.push(type), capture)
  const press = (target: Element | null | undefined, init: KeyboardEventInit): string[] => {
    for (const type of ['keydown', 'keypress', 'input', 'keyup'])
      target?.dispatchEvent(
        type === 'input'
          ? new Event(type, { bubbles: true })
          : new KeyboardEvent(type, { bubbles: true, ...init }),
      )
    return heard.splice(0)
  }
  return { input, text, button, heard, press }
}

test('of a letter in a text nobody is told', () => {
  const { text, press } = page()
  expect(press(text, { key: 'x' })).toEqual([])
})

test('a key that may mean something around the text is told, going down and up', () => {
  const { text, press } = page()
  for (const init of [
    { key: 'Tab' },
    { key: 'Escape' },
    { key: 'F10', altKey: true },
    { key: 'k', ctrlKey: true },
  ]) {
    const heard = press(text, init)
    expect(heard.filter((type) => type === 'keydown')).toHaveLength(2)
    expect(heard.filter((type) => type === 'keyup')).toHaveLength(2)
  }
})

test('a field hears everything, and so does what is pressed within a text', () => {
  const { input, button, heard, press } = page()
  expect(press(input, { key: 'x' })).toHaveLength(8)
  expect(press(button, { key: 'x' })).toHaveLength(8)
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
  expect(heard).toEqual(['click', 'click'])
})
