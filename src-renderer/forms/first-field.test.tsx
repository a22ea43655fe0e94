// @vitest-environment jsdom
/** A dialog's first field has the focus in the same moment as the click that opens it. */
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
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
          schema={v.object({ name: v.string() })}
          initial={{ name: '' }}
          fields={[{ name: 'name', label: 'Name' }]}
          onSubmit={async () => undefined}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

test('an item’s form', () => {
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
