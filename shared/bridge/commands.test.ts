import { expect, test } from 'vitest'
import { toAccelerator, toKeycaps } from './commands'

test('keys are written as they are printed on the keyboard, on a Mac with its own signs', () => {
  const written = (keys: string) => [toKeycaps(keys, false), toKeycaps(keys, true)]
  expect(written('Mod+Shift+M')).toEqual(['Ctrl Shift M', '⌘ ⇧ M'])
  expect(written('Mod+Alt+F')).toEqual(['Ctrl Alt F', '⌘ ⌥ F'])
  expect(written('Mod+,')).toEqual(['Ctrl ,', '⌘ ,'])
  expect(written('Mod+Shift++')).toEqual(['Ctrl Shift +', '⌘ ⇧ +'])
  expect(written('Shift+?')).toEqual(['?', '?'])
  expect(written('Alt+ArrowLeft')).toEqual(['Alt ←', '⌥ ←'])
  expect(written('F1')).toEqual(['F1', 'F1'])
})

test('the menu bar has them as Electron writes them', () => {
  expect(toAccelerator('Mod+Shift+M')).toBe('CmdOrCtrl+Shift+M')
  expect(toAccelerator('Alt+ArrowLeft')).toBe('Alt+Left')
})
