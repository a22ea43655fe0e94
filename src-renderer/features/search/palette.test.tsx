// @vitest-environment jsdom
/** Which line of the palette Enter takes: what is named first, and what the arrows chose, whatever comes in meanwhile. */
import '../../../tests/steps/window'
import { TextInput } from '@mantine/core'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { savedSearches } from '../../../shared/model/caseload/saved-search'
import type { SearchAnswer } from '../../../shared/search/engine'
import type { SearchHit } from '../../../shared/search/hit'
import { openVault } from '../../../tests/steps/open-vault'
import { useApp } from '../../context/app-state'
import { runCommand } from '../../context/commands/commands'
import { isTypingAhead, stopTypingAhead } from '../../context/typing/type-ahead'
import type { SearchIndex } from '../../store/search/search-index'
import { Palette } from './palette'
import { palette } from './palette-store'

/** Questions that wait for their answer. */
const asked: { readonly typed: string; readonly answer: (...found: readonly string[]) => void }[] =
  []
const search = {
  progress: createStore(() => ({ changes: 0, done: 1, of: 1 })),
  search: (typed: string) =>
    new Promise<SearchAnswer>((resolve) => {
      asked.push({
        typed,
        answer: (...found) =>
          resolve({ hits: found.map((title) => hit(title)), total: found.length }),
      })
    }),
} as unknown as SearchIndex
const hit = (title: string): SearchHit => ({
  key: title,
  record: 'amara',
  kind: 'goal',
  id: title,
  title,
  themes: [],
  date: '',
  passage: '',
  visibility: '',
  marks: [],
  found: [],
})
const answer = async (typed: string, ...found: readonly string[]): Promise<void> => {
  await waitFor(() => expect(asked.some((one) => one.typed === typed)).toBe(true))
  await act(async () => asked.find((one) => one.typed === typed)?.answer(...found))
}
const enter = () => fireEvent.keyDown(field(), { code: 'Enter', key: 'Enter' })

beforeEach(() => {
  asked.length = 0
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

test('a command that says the word in its name comes before one that is merely found by it', async () => {
  open()
  type('reflection')
  await answer('reflection')
  const names = () => screen.getAllByRole('option').map((one) => one.getAttribute('data-name'))
  await waitFor(() => expect(names()).toContain('My coaching'))
  expect(names()).toContain('New reflection')
  expect(names().indexOf('My coaching')).toBeGreaterThan(names().indexOf('New reflection'))
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
  enter()
  expect(isTypingAhead()).toBe(true)
})

const Opener = () => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Look back
      </button>
      {open && <TextInput label="How it went" autoFocus />}
    </>
  )
}

test('a form that a button opens has the very next key', async () => {
  open(<Opener />)
  type('>look back')
  await waitFor(() => expect(selected()).toBe('Look back'))
  enter()
  expect(document.activeElement).toBe(screen.getByLabelText('How it went'))
})

test('Enter takes what answers the words that are typed, however late, and not what stood there for fewer', async () => {
  open()
  type('talk')
  await answer('talk', 'Talk at rounds', 'Talk to Sam')
  expect(selected()).toContain('Talk at rounds')
  type('talk to')
  enter()
  expect(screen.queryByRole('listbox')).not.toBeNull()
  await answer('talk to', 'Talk to Sam')
  await waitFor(() => expect(useApp.getState().finding?.item).toBe('Talk to Sam'))
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('other words after Enter wait for another Enter', async () => {
  open()
  type('talk')
  enter()
  type('talk b')
  await answer('talk', 'Talk at rounds')
  await answer('talk b', 'Talk b')
  expect(selected()).toContain('Talk b')
  expect(useApp.getState().finding?.item).not.toBe('Talk b')
})

test('a command that is named waits for no answer', () => {
  open()
  type('new goal')
  enter()
  expect(isTypingAhead()).toBe(true)
  expect(screen.queryByRole('listbox')).toBeNull()
})

test('a saved search is typed when it is taken, and the palette stays open for more words', async () => {
  const vault = open()
  await act(async () => {
    await vault.session.runOnVault(savedSearches.add, { query: 'kind:goal overdue' })
  })
  fireEvent.click(await screen.findByRole('option', { name: /kind:goal overdue/ }))
  expect(field()).toMatchObject({ value: 'kind:goal overdue ' })
  await answer('kind:goal overdue ', 'Sleep')
  expect(await screen.findByRole('option', { name: /Sleep/ })).toBeDefined()
})
