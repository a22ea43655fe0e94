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
) => {
  const vault = openVault()
  vault.model.setState({ laptops })
  Object.assign(vault.session, { entries: () => [entry] })
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
