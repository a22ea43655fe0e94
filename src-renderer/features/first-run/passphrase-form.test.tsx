// @vitest-environment jsdom
/** Choosing a passphrase by keys alone. */
import '../../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { PassphraseForm } from './passphrase-form'
import { chooseGroups } from './recovery-check'

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

test('two different groups of the sheet are asked for, in its order', () => {
  for (let times = 0; times < 200; times++) {
    const [a = -1, b = -1, ...more] = chooseGroups(13)
    expect(more).toEqual([])
    expect(a).toBeGreaterThanOrEqual(0)
    expect(b).toBeGreaterThan(a)
    expect(b).toBeLessThan(13)
  }
})
