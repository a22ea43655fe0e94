// @vitest-environment jsdom
import '../../../tests/steps/window'
/** What a command does from where the coach is, and what the list of them has to hold. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act, render } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { MENU_COMMANDS, SCREEN_COMMANDS } from '../../../shared/bridge/commands'
import en from '../../../shared/words/en.json' with { type: 'json' }
import { go, setChoosing, useApp } from '../app-state'
import type { Route } from '../navigation'
import { stopTypingAhead, typeAhead } from '../typing/type-ahead'
import { commandsNow, runCommand, runNewHere, runOn, useCommand } from './commands'
import { COMMANDS, type CommandId, commandOf } from './list/all'
import { editorKeysOf, isPressed, keycapsOf, tipOf, useShortcuts } from './shortcuts'

const at = (route: Route): void => act(() => go(route))
const page = (tab: 'overview' | 'notes'): Route => ({ screen: 'mentee', id: 'amara', tab })
const Carrying = ({ id, run }: { readonly id: CommandId; readonly run: () => void }) => {
  useCommand(id, run)
  return null
}

const Listening = () => {
  useShortcuts()
  return null
}

beforeEach(() => {
  setChoosing(undefined)
  useApp.setState({ presenting: false, route: { screen: 'today' } })
})

test('no two commands have an id, a key or a pair of single keys in common', () => {
  const all = COMMANDS.flatMap(({ id, keys = [], single }) => [
    id,
    ...keys,
    ...(single === undefined ? [] : [single]),
  ])
  expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([])
})

test('every command that main names is one of the page’s, by the same name', () => {
  for (const [id, { title }] of Object.entries(MENU_COMMANDS))
    expect(COMMANDS.find((command) => command.id === id)?.title).toBe(title)
  for (const { id, title } of SCREEN_COMMANDS) expect(commandOf(id).title).toBe(title)
})

test('each screen is gone to from anywhere', () => {
  for (const { id } of SCREEN_COMMANDS) {
    at(page('notes'))
    act(() => runCommand(id))
    expect(useApp.getState().route.screen).toBe(id)
  }
})

test('a screen that is shown carries its command out its own way, and no longer once it is gone', () => {
  const own = vi.fn()
  const shown = render(<Carrying id="goals" run={own} />)
  runCommand('goals')
  expect([own.mock.calls.length, useApp.getState().route.screen]).toEqual([1, 'today'])
  shown.unmount()
  act(() => runCommand('goals'))
  expect([own.mock.calls.length, useApp.getState().route.screen]).toEqual([1, 'goals'])
})

test('a command of a mentee’s page opens its tab there, and elsewhere asks for a mentee first', () => {
  runCommand('new-note')
  expect(useApp.getState().choosing?.id).toBe('new-note')
  const write = vi.fn()
  act(() => runOn('amara', commandOf('new-note')))
  expect(useApp.getState().route).toEqual({ screen: 'mentee', id: 'amara', tab: 'notes' })
  // The tab is drawn a moment later.
  render(<Carrying id="new-note" run={write} />)
  expect(write).toHaveBeenCalledOnce()
})

test('a key pressed while its screen is still opening reaches it, and none other does', () => {
  const open = vi.fn()
  runCommand('memory-aid')
  const first = render(<Carrying id="memory-aid" run={open} />)
  expect(open).not.toHaveBeenCalled()
  first.unmount()
  typeAhead()
  runCommand('memory-aid')
  render(<Carrying id="memory-aid" run={open} />)
  expect(open).toHaveBeenCalledOnce()
  stopTypingAhead()
})

test('what is new depends on where the coach is, and is a session where nothing else is', () => {
  at(page('overview'))
  runNewHere()
  expect(useApp.getState().choosing?.id).toBe('new-session')
  const write = vi.fn()
  render(<Carrying id="new-note" run={write} />)
  at(page('notes'))
  runNewHere()
  expect(write).toHaveBeenCalledOnce()
})

test('what is hidden while presenting is neither offered nor done', () => {
  const offered = () => commandsNow().some(({ id }) => id === 'new-note')
  expect(offered()).toBe(true)
  useApp.setState({ presenting: true })
  expect(offered()).toBe(false)
  runCommand('new-note')
  expect(useApp.getState().choosing).toBeUndefined()
})

test('keys in the tips come from the list, and no text of the catalogue has any typed into it', () => {
  expect(tipOf('lock')).toBe('Lock vault (Ctrl L)')
  expect(tipOf('bin')).toBe('Bin')
  expect(Object.entries(en).filter(([, text]) => /\b(Ctrl|Cmd)\b|⌘/.test(text))).toEqual([])
})

test('a form and the editor take their keys from the list, which the whole window does not listen to', () => {
  const press = (init: KeyboardEventInit): boolean =>
    isPressed('save-form', new KeyboardEvent('keydown', { key: 'Enter', ...init }))
  expect([press({ ctrlKey: true }), press({ metaKey: true }), press({})]).toEqual([
    true,
    true,
    false,
  ])
  expect(keycapsOf(commandOf('save-form'))).toBe('Ctrl Enter')
  expect(editorKeysOf('action-from-line')).toBe('Mod-Shift-a')
  expect(editorKeysOf('spelling')).toBe('Mod-.')
  expect(commandsNow().map(({ id }) => id)).not.toContain('save-form')

  render(<Listening />)
  const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, cancelable: true })
  window.dispatchEvent(event)
  expect(event.defaultPrevented).toBe(false)
})

test('no keys are written beside the list', () => {
  const written = readdirSync('src-renderer', { withFileTypes: true, recursive: true })
    .filter(({ name }) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !path.startsWith(join('src-renderer', 'context', 'commands')))
    .filter((path) =>
      /keycaps\(['"`]|['"`>](Ctrl|⌘|Shift|Alt)[ +]/.test(readFileSync(path, 'utf8')),
    )
  expect(written).toEqual([])
})
