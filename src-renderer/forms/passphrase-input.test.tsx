// @vitest-environment jsdom
/** The field for a passphrase: what its dots do not show, and one that was wrong. */
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { PassphraseInput } from './passphrase-input'

afterEach(cleanup)

const field = (wrong: boolean) => (
  <MantineProvider env="test">
    <PassphraseInput label="Passphrase" value="HARBOUR" onChange={() => undefined} wrong={wrong} />
  </MantineProvider>
)
const input = () => screen.getByLabelText<HTMLInputElement>('Passphrase', { selector: 'input' })

test('Caps Lock is said while it is on and somebody types', () => {
  render(field(false))
  fireEvent.keyDown(input(), { key: 'H', modifierCapsLock: true })
  expect(screen.getByRole('status').textContent).toBe('Caps Lock is on')
  fireEvent.keyUp(input(), { key: 'CapsLock', modifierCapsLock: false })
  expect(screen.queryByRole('status')).toBeNull()
})

test('one that was wrong is selected, so that the next is typed over it', () => {
  const { rerender } = render(field(false))
  rerender(field(true))
  expect(document.activeElement).toBe(input())
  expect([input().selectionStart, input().selectionEnd]).toEqual([0, 'HARBOUR'.length])
})
