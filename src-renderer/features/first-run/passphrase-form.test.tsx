// @vitest-environment jsdom
/** Choosing a passphrase by keys alone. */
import '../../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { PassphraseForm } from './passphrase-form'
import { chooseGroups } from './recovery-check'

afterEach(cleanup)

test('Enter after the first one has the caret in the second at once, which is no mistake yet', async () => {
  const onChosen = vi.fn()
  render(
    <MantineProvider env="test">
      <PassphraseForm action="Go on" busy={false} onChosen={onChosen} />
    </MantineProvider>,
  )
  const first = screen.getByLabelText('Passphrase', { selector: 'input' })
  const second = screen.getByLabelText('Repeat the passphrase', { selector: 'input' })
  const enter = () => fireEvent.submit(first.closest('form') ?? first)
  fireEvent.change(first, { target: { value: 'harbour velvet onion thunder' } })
  enter()
  expect(document.activeElement).toBe(second)
  fireEvent.change(second, { target: { value: 'harbour velvet onion thunde' } })
  enter()
  await screen.findByText(/don’t match/)
  fireEvent.change(second, { target: { value: 'harbour velvet onion thunder' } })
  enter()
  await waitFor(() => expect(onChosen).toHaveBeenCalledWith('harbour velvet onion thunder'))
})

test('a weak one that was typed twice has the caret again, and what was said of it goes as it is mended', async () => {
  render(
    <MantineProvider env="test">
      <PassphraseForm action="Go on" busy={false} onChosen={vi.fn()} />
    </MantineProvider>,
  )
  const first = screen.getByLabelText('Passphrase', { selector: 'input' })
  const second = screen.getByLabelText('Repeat the passphrase', { selector: 'input' })
  for (const field of [first, second]) fireEvent.change(field, { target: { value: 'password1' } })
  second.focus()
  fireEvent.submit(first.closest('form') ?? first)
  await screen.findByText(/too easy to guess/)
  expect(document.activeElement).toBe(first)
  fireEvent.change(first, { target: { value: 'password1 velvet' } })
  expect(screen.queryByText(/too easy to guess/)).toBeNull()
})

test('two different groups of the sheet are asked for, in its order', () => {
  for (let times = 0; times < 200; times++) {
    const [a = -1, b = -1, ...more] = chooseGroups(13)
    expect(more).toEqual([])
    expect(a).toBeGreaterThanOrEqual(0)
    expect(b).toBeGreaterThan(a)
    expect(b).toBeLessThan(13)
  }
})
