// @vitest-environment jsdom
import '../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Tick } from './tick'

afterEach(cleanup)

/** Stored, or refused, when the test says so. */
const Stored = ({ store }: { readonly store: () => Promise<boolean> }) => {
  const [done, setDone] = useState(false)
  return (
    <Tick
      label="Read the plan"
      checked={done}
      onTick={async (next) => {
        if (await store()) setDone(next)
      }}
    />
  )
}
const shownTick = () => {
  let settle: (stored: boolean) => void = () => undefined
  const store = () =>
    new Promise<boolean>((resolve) => {
      settle = resolve
    })
  render(
    <MantineProvider env="test">
      <Stored store={store} />
    </MantineProvider>,
  )
  const box = (): HTMLInputElement => screen.getByRole('checkbox', { name: 'Read the plan' })
  return { box, settle: (stored: boolean) => act(async () => settle(stored)) }
}

test('a tick is there at once, and stays when it is stored', async () => {
  const { box, settle } = shownTick()
  fireEvent.click(box())
  expect(box().checked).toBe(true)
  await settle(true)
  expect(box().checked).toBe(true)
  fireEvent.click(box())
  expect(box().checked).toBe(false)
  await settle(true)
  expect(box().checked).toBe(false)
})

test('a tick that was not stored goes back', async () => {
  const { box, settle } = shownTick()
  fireEvent.click(box())
  await settle(false)
  expect(box().checked).toBe(false)
})
