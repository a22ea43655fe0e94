// @vitest-environment jsdom
/** The one dialog that is filled in: how it saves, fails, keeps and throws away. */
import '../../tests/steps/window'
import { TextInput } from '@mantine/core'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { openVault } from '../../tests/steps/open-vault'
import { bringBack, typedNow, useTypedDialog } from '../context/typing/kept-typing'
import { DayField } from './day-field'
import { firstField } from './first-field'
import { FormDialog } from './form-dialog'

interface Given {
  readonly save: () => Promise<unknown>
  readonly loses?: boolean
  readonly byEnter?: boolean
  readonly disabled?: boolean
  readonly onClose?: () => void
}

const Thing = ({ save, onClose = () => undefined, ...given }: Given) => {
  const form = useTypedDialog('thing', 'A thing', { name: '' })
  return (
    <FormDialog form={form} action="Add" onSubmit={save} onClose={onClose} {...given}>
      <TextInput
        label="Name"
        {...firstField}
        value={form.values.name}
        onChange={(event) => form.set({ name: event.currentTarget.value })}
      />
    </FormDialog>
  )
}
const Dated = ({ save, onClose }: Required<Pick<Given, 'save' | 'onClose'>>) => {
  const form = useTypedDialog('dated', 'A dated thing', { due: null as string | null })
  return (
    <FormDialog form={form} action="Add" byEnter onSubmit={save} onClose={onClose}>
      <DayField
        label="Due"
        clearable
        value={form.values.due}
        onChange={(due) => form.set({ due })}
      />
    </FormDialog>
  )
}
const show = (given: Given) => openVault().show(<Thing {...given} />)
const name = () => screen.getByLabelText('Name')
const type = (value: string) => fireEvent.change(name(), { target: { value } })
const add = () => screen.getByRole('button', { name: 'Add' })

test('the first field has the cursor', () => {
  show({ save: vi.fn() })
  expect(document.activeElement).toBe(name())
})

test('kept after all, what was typed has the cursor in its first field again', () => {
  show({ save: vi.fn(), loses: true })
  type('Amara')
  // The mark that the dialog's trap looks for has gone along (context/typing/dialogs.ts).
  name().removeAttribute('data-autofocus')
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  fireEvent.click(screen.getByRole('button', { name: 'Keep typing' }))
  expect(document.activeElement).toBe(name())
})

test.each([{ ctrlKey: true }, { metaKey: true }])(
  '%o and Enter save, and close it',
  async (held) => {
    const save = vi.fn(async () => undefined)
    const onClose = vi.fn()
    show({ save, onClose })
    type('Amara')
    fireEvent.keyDown(name(), { key: 'Enter', ...held })
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(save).toHaveBeenCalledOnce()
    expect(typedNow()).toEqual({})
  },
)

test('what may not be saved yet is not saved by a key either', () => {
  const save = vi.fn(async () => undefined)
  show({ save, disabled: true })
  fireEvent.keyDown(name(), { key: 'Enter', ctrlKey: true })
  expect(save).not.toHaveBeenCalled()
})

test.each([true, false])('Enter alone saves only where the form says so (%s)', async (byEnter) => {
  const save = vi.fn(async () => undefined)
  const onClose = vi.fn()
  show({ save, byEnter, onClose })
  const form = name().closest('form')
  if (form === null) throw new Error('no form')
  fireEvent.submit(form)
  if (byEnter) await waitFor(() => expect(onClose).toHaveBeenCalled())
  expect(save).toHaveBeenCalledTimes(byEnter ? 1 : 0)
})

test('a save that fails ends busy, is said at its end, and leaves everything as it was typed', async () => {
  const onClose = vi.fn()
  show({ save: () => Promise.reject(new Error('a secret')), onClose })
  type('Amara')
  fireEvent.click(add())
  const said = await screen.findByRole('alert')
  expect(said.textContent).toBe('This wasn’t saved. What you typed is still here. Try again.')
  expect(add().hasAttribute('data-loading')).toBe(false)
  expect(name()).toHaveProperty('value', 'Amara')
  expect(onClose).not.toHaveBeenCalled()
})

test('what was typed comes back by its id after a lock, and with it the way to throw it away', () => {
  const shown = show({ save: vi.fn() })
  type('Amara')
  const sealed = typedNow()
  shown.unmount()
  bringBack({})
  bringBack(sealed)
  show({ save: vi.fn() })
  expect(name()).toHaveProperty('value', 'Amara')
  expect(screen.getByText('What you typed here earlier is still in the form.')).toBeTruthy()
})

test('a dialog that loses what is typed asks before it closes', () => {
  const onClose = vi.fn()
  show({ save: vi.fn(), loses: true, onClose })
  fireEvent.keyDown(name(), { key: 'Escape' })
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText('Keep typing'))
  expect(document.activeElement).toBe(name())
  fireEvent.click(screen.getByText('Cancel'))
  expect(onClose).not.toHaveBeenCalled()
  fireEvent.click(screen.getByText('Discard'))
  expect(onClose).toHaveBeenCalledOnce()
})

test('while it saves it cannot be closed, nor saved twice', async () => {
  const onClose = vi.fn()
  let done = (): void => undefined
  const save = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        done = resolve
      }),
  )
  show({ save, onClose })
  fireEvent.click(add())
  await waitFor(() => expect(add().hasAttribute('data-loading')).toBe(true))
  fireEvent.keyDown(name(), { key: 'Enter', ctrlKey: true })
  fireEvent.keyDown(name(), { key: 'Escape' })
  expect(onClose).not.toHaveBeenCalled()
  done()
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
  expect(save).toHaveBeenCalledOnce()
})

test('words in a field for a day that are no day are said, and nothing is saved or closed', async () => {
  const save = vi.fn(async () => undefined)
  const onClose = vi.fn()
  openVault().show(<Dated save={save} onClose={onClose} />)
  const due = screen.getByLabelText('Due')
  fireEvent.input(due, { target: { value: 'someday' } })
  fireEvent.keyDown(due, { key: 'Enter', ctrlKey: true })
  expect(await screen.findByText(/^“someday” isn’t a date/)).toBeTruthy()
  fireEvent.blur(due)
  fireEvent.click(add())
  expect(document.activeElement).toBe(due)
  expect(due).toHaveProperty('value', 'someday')
  expect(save).not.toHaveBeenCalled()
  fireEvent.input(due, { target: { value: '' } })
  fireEvent.keyDown(due, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
})
