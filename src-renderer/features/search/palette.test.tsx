// @vitest-environment jsdom
/** Which line of the palette Enter takes: what is named first, and what the arrows chose, whatever comes in meanwhile. */
import '../../../tests/steps/window'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { openVault } from '../../../tests/steps/open-vault'
import { runCommand } from '../../context/commands/commands'
import { isTypingAhead, stopTypingAhead } from '../../context/typing/type-ahead'
import type { SearchIndex } from '../../store/search/search-index'
import { Palette } from './palette'
import { palette } from './palette-store'

const search = {
  progress: createStore(() => ({ changes: 0 })),
  search: async () => ({ hits: [], total: 0 }),
} as unknown as SearchIndex

beforeEach(() => {
  // Nothing has a place here, and only what has one can be pressed.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList)
})
afterEach(() => {
  act(() => palette.close())
  stopTypingAhead()
  cleanup()
})

/** The palette over a screen with one button. */
const open = (button: React.ReactNode = undefined) => {
  const vault = openVault()
  vault.show(
    <>
      <main>{button}</main>
      <Palette />
    </>,
    search,
  )
  act(() => runCommand('search'))
  return vault
}
const field = () => screen.getByRole('combobox')
const type = (value: string) => fireEvent.change(field(), { target: { value } })
const selected = (): string | null =>
  screen.getByRole('listbox').querySelector('[data-selected]')?.getAttribute('data-name') ?? null
/** What a screen reader is told. */
const pointedAt = (): string | null =>
  document
    .getElementById(field().getAttribute('aria-activedescendant') ?? '')
    ?.getAttribute('data-name') ?? null

test('a button of the screen that is named comes before what merely has the word in it', async () => {
  open(
    <>
      <button type="button">Keyboard shortcuts</button>
      <button type="button">Board</button>
    </>,
  )
  type('>board')
  await waitFor(() => expect(selected()).toBe('Board'))
  expect(screen.getByRole('option', { name: /Keyboard shortcuts/ })).toBeTruthy()
  expect(pointedAt()).toBe('Board')
})

test('what comes in from elsewhere does not move what the arrows chose, and other words do', async () => {
  const vault = open()
  type('>new')
  const all = (await screen.findAllByRole('option')).map((one) => one.getAttribute('data-name'))
  expect(all.length).toBeGreaterThan(3)
  for (let down = 0; down < 2; down++)
    fireEvent.keyDown(field(), { code: 'ArrowDown', key: 'ArrowDown' })
  expect(selected()).toBe(all[2])
  act(() => vault.model.setState((now) => ({ ...now, records: { ...now.records } })))
  expect(selected()).toBe(all[2])
  expect(pointedAt()).toBe(all[2])
  type('>new g')
  await waitFor(() => expect(selected()).toBe('New goal'))
})

test('a button that opens a text has the keys at once', async () => {
  open(
    <button type="button" data-types>
      Debrief
    </button>,
  )
  type('>debrief')
  await waitFor(() => expect(selected()).toBe('Debrief'))
  fireEvent.keyDown(field(), { code: 'Enter', key: 'Enter' })
  expect(isTypingAhead()).toBe(true)
})
