// @vitest-environment jsdom
/** An item's form: where the cursor is when it opens, and when it is refused. */
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'
import { ItemForm } from './item-form'

afterEach(cleanup)

const Opener = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        New thing
      </button>
      {open && (
        <ItemForm
          id="thing"
          title="New thing"
          action="Add"
          schema={v.object({
            name: v.pipe(v.string(), v.nonEmpty('Enter a name.')),
            place: v.string(),
          })}
          initial={{ name: '', place: '' }}
          fields={[
            { name: 'name', label: 'Name' },
            { name: 'place', label: 'Place' },
          ]}
          onSubmit={async () => undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

test('the first field has the cursor in the same moment as the click that opens it', () => {
  render(
    <MantineProvider>
      <Opener />
    </MantineProvider>,
  )
  screen.getByRole('button').focus()
  fireEvent.click(screen.getByRole('button'))
  // No wait: the next key may come at once.
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))
})

test('a field that is refused says why, and gets the cursor', async () => {
  render(
    <MantineProvider>
      <Opener />
    </MantineProvider>,
  )
  fireEvent.click(screen.getByRole('button'))
  const place = screen.getByLabelText('Place')
  place.focus()
  fireEvent.keyDown(place, { key: 'Enter', ctrlKey: true })
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Name')))
  expect(screen.getByText('Enter a name.')).toBeTruthy()
})
