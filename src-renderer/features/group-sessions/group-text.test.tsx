// @vitest-environment jsdom
/** A group's text names nobody: where it does, it says whom. */
import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { createRecord } from '../../../shared/crdt/record-clock'
import { groupSessions } from '../../../shared/model/record/group-session'
import { GroupText } from './group-text'

vi.mock('../../context/vault/session', () => ({
  useOpenVault: () => ({ session: { type: () => Promise.resolve(), vaultRecordId: 'vault' } }),
}))
vi.mock('../../context/app-state', () => ({
  useApp: Object.assign(() => undefined, { subscribe: () => () => undefined }),
}))
vi.stubGlobal('matchMedia', () => ({
  matches: false,
  addEventListener: vi.fn(),
  removeEventListener: vi.fn(),
}))
afterEach(cleanup)

const show = (notes: string, names: readonly string[]) => {
  const vault = createRecord(Date.now)
  groupSessions.add(vault, { group: 'B', notes })
  const [session] = groupSessions.readAll(vault)
  if (session === undefined) throw new Error('no session')
  render(
    <MantineProvider env="test">
      <GroupText session={session} name="notes" label="Notes" hint="" names={names} />
    </MantineProvider>,
  )
}

test('a mentee who is named is named in the hint as they are written, a dot in the name and all', () => {
  show('St. John found the nights hard', ['Amara', 'St. John'])
  expect(screen.getByText(/^This mentions St\. John/)).toBeTruthy()
})

test('a dot in a name stands for itself alone, and part of a word is no name', () => {
  show('Stx John and Wei', ['St. John', 'We', ''])
  expect(screen.queryByText(/^This mentions/)).toBeNull()
})
