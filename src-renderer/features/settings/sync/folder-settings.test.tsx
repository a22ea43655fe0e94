// @vitest-environment jsdom
import '../../../../tests/steps/window'
/** What the header and Settings say of the folder through which laptops meet. */
import { act, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Environment } from '../../../../shared/bridge/environment'
import { openVault } from '../../../../tests/steps/open-vault'
import { useApp } from '../../../context/app-state'
import { SyncState } from '../../../shell/frame/sync-state'
import { FOLDER_NOT_YET, type FolderStatus } from '../../../sync/folder/folder-status'
import { FolderSettings } from './folder-settings'

afterEach(() => useApp.setState({ environment: undefined, folder: undefined }))

const HOME = {
  device: 'h',
  name: 'Home laptop',
  at: Date.now(),
  clockAhead: false,
  isRead: true,
  late: 0,
  hasAll: true,
}

const show = (status: Partial<FolderStatus>) => {
  let anew = 0
  useApp.setState({
    environment: {
      syncFolder: '/media/drive',
    } satisfies Partial<Environment> as Partial<Environment> as Environment,
    folder: {
      status: createStore<FolderStatus>(() => ({ ...FOLDER_NOT_YET, ...status })),
      lookNow: () => undefined,
      writeAnew: () => {
        anew++
      },
      flush: async () => undefined,
      leave: async () => undefined,
      destroy: () => undefined,
    },
  })
  openVault().show(
    <>
      <SyncState />
      <FolderSettings />
    </>,
  )
  return { anew: () => anew }
}
const header = () => screen.getByRole('status', { name: 'Sync' }).textContent
const standing = () => screen.getByRole('status', { name: 'Folder' }).textContent
const laptops = () => screen.getByRole('list', { name: 'Laptops in this folder' }).textContent

test('“Synced” once every laptop has read everything, and “In the folder” until then', () => {
  show({ state: 'agreed', laptops: [HOME] })
  expect(header()).toBe('Synced')
  expect(standing()).toBe('All your laptops have everything')
  expect(laptops()).toMatch(/^Home laptop: wrote .*You both have everything\.$/)
})

test('what the other laptop has not read is said, and nothing is called synced', () => {
  show({ state: 'written', laptops: [{ ...HOME, hasAll: false }] })
  expect(header()).toBe('In the folder')
  expect(standing()).toBe('Everything is in the folder')
  expect(laptops()).toContain('It hasn’t read your latest changes yet.')
  expect(screen.queryByText(/synced/i)).toBeNull()
})

test('files that have not come are said with the laptop that wrote them, and a clock that is ahead', () => {
  show({
    state: 'late',
    laptops: [{ ...HOME, isRead: false, hasAll: false, late: 2, clockAhead: true }],
  })
  expect(header()).toBe('Files missing in the folder')
  expect(laptops()).toMatch(/^Home laptop: 2 files haven’t arrived yet\..*Its clock is faster/)
})

test.each([
  ['gone', /isn’t there/],
  ['read-only', /read the folder but not write/],
  ['full', /is full/],
  ['slow', /isn’t answering/],
  ['refused', /won’t let Confidant/],
] as const)(
  'a folder that is %s: what happened, that the notes are safe, what to do',
  (problem, words) => {
    show({ state: 'unreachable', problem, waiting: 3 })
    expect(header()).toBe('Folder not reached · changes waiting')
    expect(screen.getByRole('alert').textContent).toMatch(words)
    expect(screen.getByRole('alert').textContent).toMatch(/on this laptop/)
  },
)

test('a place that is gone from the folder is written anew only when the coach says so', () => {
  const { anew } = show({ state: 'unreachable', problem: 'emptied' })
  expect(anew()).toBe(0)
  act(() => screen.getByRole('button', { name: 'Write everything again' }).click())
  expect(anew()).toBe(1)
})

test('files that could not be read or written just now are counted, and the folder is not called away', () => {
  show({ state: 'reading', unreadable: 3, unwritable: 1, laptops: [HOME] })
  expect(screen.getByText(/^3 files in the folder couldn’t be read just now/)).toBeTruthy()
  expect(screen.getByText(/^1 file in the folder couldn’t be written or removed/)).toBeTruthy()
  expect(header()).toBe('Reading the folder…')
  expect(screen.queryByRole('alert')).toBeNull()
})

test('files that do not open are counted, and a long reading says how far it is', () => {
  show({ state: 'reading', unopened: 2, progress: { done: 12, of: 40 }, laptops: [HOME] })
  expect(screen.getByText('12 of 40 records read')).toBeTruthy()
  expect(screen.getByText(/^2 files in the folder can’t be opened/)).toBeTruthy()
  expect(header()).toBe('Reading the folder…')
})
