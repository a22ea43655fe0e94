// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RecordEntry } from '../../../../shared/crdt/vault-record'
import { openVault } from '../../../../tests/steps/open-vault'
import type { LaptopRow } from '../../../store/session/laptop-rows'
import { LostMentees } from './lost-mentees'

const row = (id: string, state: LaptopRow['state']): LaptopRow =>
  ({ id, state, name: id }) satisfies Partial<LaptopRow> as LaptopRow

const LISTED: RecordEntry = { id: 'luis', key: new Uint8Array(32), generations: new Map() }

const show = (
  laptops: readonly LaptopRow[],
  entry: RecordEntry = { ...LISTED, listedBy: 'lost' },
  here: { readonly unread?: readonly string[]; readonly rows?: number } = {},
) => {
  const vault = openVault()
  const { unread = [], rows = 0 } = here
  vault.model.setState({ laptops, unread })
  Object.assign(vault.session, { entries: () => [entry], headOf: () => ({ rows, tail: '' }) })
  vault.show(<LostMentees />)
  return screen.queryByRole('status')
}

test('a mentee whom only a removed laptop had is said, with what to do; one that may come is not', () => {
  expect(show([row('here', 'this'), row('lost', 'here')])).toBeNull()
  expect(show([row('here', 'this'), row('lost', 'removed'), row('home', 'behind')])).toBeNull()
  expect(show([row('here', 'this'), row('lost', 'removed')])?.textContent).toMatch(
    /^1 mentee was added, but nothing about them was saved .* merge it instead\./,
  )
  expect(screen.getByRole('button', { name: 'Stop waiting' })).toBeDefined()
})

test('one of an earlier version, whose entry does not say who listed it, is waited for', () => {
  expect(show([row('here', 'this'), row('lost', 'removed')], LISTED)).toBeNull()
})

test('one of whom something is stored here that does not open just now is never given up', () => {
  const alone = [row('here', 'this'), row('lost', 'removed')]
  for (const listedBy of ['here', 'lost'])
    for (const here of [{ unread: ['luis'] }, { rows: 1 }])
      expect(show(alone, { ...LISTED, listedBy }, here)).toBeNull()
  expect(show(alone, { ...LISTED, listedBy: 'here' })).not.toBeNull()
})
