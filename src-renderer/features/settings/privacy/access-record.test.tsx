// @vitest-environment jsdom
/** The record of access says what is missing from it. */

import { fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openVault } from '../../../../tests/steps/open-vault'
import type { Gap } from '../../../store/disk/access-chain'
import type { AccessLog } from '../../../store/disk/access-log'
import { AccessLogTable } from './privacy-settings'

const showWith = async (gaps: readonly Gap[]) => {
  const { session, show } = openVault()
  const log: AccessLog = {
    add: async () => undefined,
    read: async () => [
      { at: '2026-11-02T08:00:00', kind: 'unlocked', detail: '' },
      { at: '2026-11-03T08:00:00', kind: 'exported', detail: 'everything' },
    ],
    gaps: async () => gaps,
  }
  Object.assign(session, { log })
  show(<AccessLogTable onClose={() => undefined} />)
  await screen.findByText('Unlocked with the passphrase')
}

test('entries that are missing are counted between the moments around them', async () => {
  await showWith([
    { until: '2026-11-01T08:00:00', missing: 1 },
    { since: '2026-11-01T08:10:00', until: '2026-11-01T09:00:00', missing: 3 },
    { since: '2026-11-02T08:00:00', missing: 2 },
    { since: '2026-11-01T08:10:00', until: '2026-11-01T10:00:00', missing: 0 },
  ])
  const said = (await screen.findByRole('alert')).textContent
  for (const sentence of [
    'This log isn’t as it was written',
    'Missing: 1 entry before Nov 1, 2026, 8:00 AM.',
    'Missing: 3 entries between Nov 1, 2026, 8:10 AM and Nov 1, 2026, 9:00 AM.',
    'Missing: 2 entries after Nov 2, 2026, 8:00 AM.',
    'The entries around Nov 1, 2026, 10:00 AM aren’t what was written then.',
  ])
    expect(said).toContain(sentence)
})

test('a whole record says nothing of the kind', async () => {
  await showWith([])
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the latest comes first, and any head sorts', async () => {
  await showWith([])
  const first = () => screen.getAllByRole('row')[1]?.textContent
  expect(first()).toContain('everything')
  fireEvent.click(screen.getByRole('button', { name: 'What' }))
  fireEvent.click(screen.getByRole('button', { name: 'What' }))
  expect(first()).toContain('Unlocked')
})
