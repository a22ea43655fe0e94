// @vitest-environment jsdom
import '../../../../tests/steps/window'
/** Settings says which laptops and backups still open with what was replaced. */

import { screen, within } from '@testing-library/react'
import sodium from 'libsodium-wrappers-sumo'
import { expect, test } from 'vitest'
import type { BackupSummary } from '../../../../shared/bridge/host'
import { nameDevice } from '../../../../shared/model/caseload/device'
import {
  keepRecoveryKey,
  noteHeader,
  replaceRecoveryKey,
  sheetMark,
} from '../../../../shared/model/caseload/recovery'
import {
  createHeader,
  type Header,
  headerToText,
  newKdfParameters,
  withRecovery,
} from '../../../../shared/vault/header'
import { newKey } from '../../../../shared/vault/keys'
import { openVault } from '../../../../tests/steps/open-vault'
import { useBackups } from '../../../context/vault/backups'
import { WhatOpens } from './what-opens'

test('the laptop that has not followed, its own passphrase, and the backups of before', async () => {
  await sodium.ready
  const [old, key, vaultKey] = [newKey(), newKey(), newKey()]
  const before = createHeader({
    createdAt: '2026-11-24T00:00:00.000Z',
    vaultKey,
    kdf: newKdfParameters(),
    passphraseKey: newKey(),
    recoveryKey: old,
  })
  const header = withRecovery({ vaultKey, header: before }, key)
  const elsewhere = createHeader({
    vaultKey,
    kdf: newKdfParameters(),
    passphraseKey: newKey(),
    vaultId: header.vaultId,
    createdAt: header.createdAt,
    recoveryWrap: header.recoveryWrap,
  })
  const backup = (day: string, of: Header): BackupSummary => ({
    id: day,
    name: day,
    createdAt: `${day}T12:00:00.000Z`,
    vaultId: of.vaultId,
    header: headerToText(of),
    records: 1,
    complete: true,
  })
  const vault = openVault()
  Object.assign(vault.session, { opened: { header, vaultKey } })
  await vault.session.runOnVault((doc) => {
    keepRecoveryKey(doc, old)
    replaceRecoveryKey(doc, { key, by: 'here', now: '2026-11-24T10:00:00.000Z' })
    nameDevice(doc, { id: 'here', name: 'office' })
    nameDevice(doc, { id: 'there', name: 'clinic' })
    noteHeader(doc, { device: 'here', sheet: sheetMark(key) })
    noteHeader(doc, { device: 'there', sheet: sheetMark(old), passphraseOn: '2026-03-03' })
  }, undefined)
  useBackups.setState({
    state: {
      folder: '/b',
      reachable: true,
      backups: [
        backup('2026-11-20', before),
        backup('2026-11-21', elsewhere),
        backup('2026-11-25', header),
      ],
      setAside: [],
    },
  })
  vault.show(<WhatOpens />)
  const cells = (row: number): readonly (string | null)[] =>
    within(screen.getAllByRole('row')[row] as HTMLElement)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
  expect(cells(1)).toEqual(['office (this laptop)', 'The current one', 'Its own'])
  expect(cells(2)[1]).toMatch(/^An earlier one/)
  expect(cells(2)[2]).toMatch(/^Its own, changed on March 3/)
  expect((await screen.findByText(/still open with an earlier sheet/)).textContent).toMatch(/20/)
  expect(screen.getByText(/still open with an earlier sheet/).textContent).not.toMatch(/21|25/)
  expect(screen.getByText(/earlier passphrase, or another laptop’s/).textContent).toMatch(/21/)
})
