// @vitest-environment jsdom
/** Dialogs over each other: the keyboard closes the upper one, and goes back to where it was. */
import '../../../tests/steps/window'
import { Button, MantineProvider, Modal, TextInput } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { t } from '../../../shared/words/words'
import { HelpButton } from '../../features/help/help-button'
import { HELP_TOPICS } from '../../features/help/topics'
import { watchDialogs } from './dialogs'
import { typeAhead } from './type-ahead'

beforeAll(watchDialogs)
afterEach(cleanup)

const Both = () => {
  const [open, setOpen] = useState<readonly string[]>([])
  const dialog = (name: string) =>
    open.includes(name) && (
      <Modal
        opened
        title={name}
        closeButtonProps={{ 'aria-label': `Close ${name}` }}
        onClose={() => setOpen((now) => now.filter((one) => one !== name))}
      >
        <TextInput label={`In ${name}`} data-autofocus autoFocus />
        <Button onClick={() => setOpen([...open, 'upper'])}>More of {name}</Button>
      </Modal>
    )
  return (
    <MantineProvider env="test">
      <Button onClick={() => setOpen(['lower'])}>Open</Button>
      {dialog('lower')}
      {dialog('upper')}
    </MantineProvider>
  )
}

const press = (name: string): HTMLElement => {
  const button = screen.getByRole('button', { name, hidden: true })
  button.focus()
  fireEvent.click(button)
  return button
}
/** Each dialog's own trap has taken the keyboard. */
const settled = () => new Promise((resolve) => setTimeout(resolve))
const pressEscape = () =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })

test('whoever is quicker than a dialog’s focus trap stays where they went', async () => {
  render(<Both />)
  press('Open')
  const more = screen.getByRole('button', { name: 'More of lower' })
  more.focus()
  await settled()
  await settled()
  expect(document.activeElement).toBe(more)
})

test('Escape closes only the upper of two, and the keyboard goes back to what opened each', async () => {
  render(<Both />)
  const opener = press('Open')
  await settled()
  const more = press('More of lower')
  expect(document.activeElement).toBe(screen.getByLabelText('In upper'))
  pressEscape()
  expect(screen.queryByLabelText('In upper')).toBeNull()
  expect(screen.getByLabelText('In lower')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(more))
  pressEscape()
  expect(screen.queryByLabelText('In lower')).toBeNull()
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

test('what catches keys for a dialog that opens is not where the keyboard goes back to', async () => {
  render(<Both />)
  const opener = screen.getByRole('button', { name: 'Open' })
  opener.focus()
  typeAhead()
  fireEvent.click(opener)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('In lower')))
  pressEscape()
  await waitFor(() => expect(document.activeElement).toBe(opener))
})

const Helped = () => {
  const [open, setOpen] = useState(true)
  return (
    <MantineProvider env="test">
      {open && (
        <Modal opened title="Form" onClose={() => setOpen(false)}>
          <TextInput label="In form" />
          <HelpButton topic="consult" />
        </Modal>
      )}
    </MantineProvider>
  )
}

test('Escape closes the help that is open over a dialog, and the next one the dialog', async () => {
  render(<Helped />)
  await settled()
  const help = press(t('help.helpOn', { topic: HELP_TOPICS.consult.title }))
  const text = await screen.findByText(HELP_TOPICS.consult.text)
  await waitFor(() => expect(text.parentElement?.contains(document.activeElement)).toBe(true))
  pressEscape()
  await waitFor(() => expect(screen.queryByText(HELP_TOPICS.consult.text)).toBeNull())
  expect(screen.getByLabelText('In form')).toBeTruthy()
  await waitFor(() => expect(document.activeElement).toBe(help))
  pressEscape()
  await waitFor(() => expect(screen.queryByLabelText('In form')).toBeNull())
})
