// @vitest-environment jsdom
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, test, vi } from 'vitest'
import { FileButton } from './file-button'

afterEach(cleanup)

test('nothing stays chosen, so that the same file chosen again is a choice', async () => {
  const user = userEvent.setup()
  const chosen = vi.fn<(file: File | null) => void>()
  render(
    <MantineProvider env="test">
      <FileButton onChange={chosen}>{() => null}</FileButton>
    </MantineProvider>,
  )
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input === null) throw new Error('no way to choose a file')
  await user.upload(input, new File(['first'], 'calendar.ics'))
  expect(input.files).toHaveLength(0)
  await user.upload(input, new File(['second'], 'calendar.ics'))
  expect(chosen.mock.calls.map(([file]) => file?.size)).toEqual([5, 6])
})
