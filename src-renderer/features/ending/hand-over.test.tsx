// @vitest-environment jsdom
import '../../../tests/steps/window'
/** A hand-over carries what its preview shows of a mentee, and nothing that the coach keeps for themselves. */

import { fireEvent, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { ok } from '../../../shared/base/result'
import type { HandOver } from '../../../shared/exchange/hand-over'
import { agreements } from '../../../shared/model/record/agreement'
import { checkIns } from '../../../shared/model/record/check-in'
import { editMentee } from '../../../shared/model/record/mentee'
import { referrals } from '../../../shared/model/record/referral'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { HandOverDialog } from './hand-over-dialog'

const sealed: HandOver[] = []
vi.mock('../../../shared/exchange/hand-over', () => ({
  sealHandOver: (contents: HandOver) => {
    sealed.push(contents)
    return { file: '{}', code: ['a'] }
  },
}))
vi.mock('../../context/vault/vault-actions', () => ({
  prove: async () => ok({}),
}))

const button = (words: string): Promise<HTMLButtonElement> =>
  waitFor(() => {
    const one = [...document.querySelectorAll('button')]
      .filter(({ textContent }) => textContent === words)
      .at(-1)
    if (one === undefined) throw new Error(`no button ${words}`)
    return one
  })
const fill = async (label: string, value: string): Promise<void> => {
  const field = await waitFor(() => {
    const named = [...document.querySelectorAll('label')].find(
      ({ textContent }) => textContent === label,
    )
    const one = named === undefined ? null : document.getElementById(named.htmlFor)
    if (one === null) throw new Error(`no field ${label}`)
    return one
  })
  fireEvent.change(field, { target: { value } })
}

test('the file says of the mentee what the preview says, and not that they were treated, nor by whom they were coached', async () => {
  const doc = newRecord()
  editMentee(doc, {
    next: {
      studentId: 'S-77',
      phone: '555 0101',
      treated: true,
      assessor: true,
      committee: true,
      receivedFrom: 'Dr. Before: a crisis in spring',
      recusal: 'I step back',
      hold: 'an appeal',
      tags: ['worried'],
    },
  })
  agreements.add(doc, { madeOn: '2026-01-01' })
  checkIns.add(doc, { words: 'tired' })
  referrals.add(doc, { resource: 'Counselling' })
  const vault = openVault({ amara: doc })
  Object.assign(window.host, {
    files: { save: async () => ok(true) },
    laptop: { countAttempt: async () => 0 },
  })
  Object.assign(vault.session, {
    opened: { header: { vaultId: 'v' } },
    log: { add: async () => undefined },
    use: async (_record: string, work: (live: { readonly doc: Y.Doc }) => Promise<unknown>) =>
      work({ doc }),
  })
  vault.show(<HandOverDialog first="amara" onClose={() => undefined} />)
  await fill('Recipient', 'Dr. Boateng')
  const shown = document.querySelector('section[aria-label="For Amara Osei"]')?.textContent ?? ''
  fireEvent.click(await button('Save encrypted file'))
  await fill('Your passphrase', 'the right words')
  fireEvent.click(await button('Save encrypted file'))
  await waitFor(() => expect(sealed).toHaveLength(1))
  const [portable] = sealed[0]?.mentees ?? []
  for (const value of ['Amara Osei', 'S-77', '555 0101', '2029']) {
    expect(shown).toContain(value)
    expect(JSON.stringify(portable?.mentee)).toContain(value)
  }
  for (const name of [
    'treated',
    'assessor',
    'committee',
    'receivedFrom',
    'recusal',
    'hold',
    'tags',
    'cameFrom',
  ])
    expect(Object.keys(portable?.mentee ?? {})).not.toContain(name)
  expect(JSON.stringify(sealed)).not.toMatch(/Before|step back|appeal|worried|tired|Counselling/)
  expect(sealed[0]?.staysBehind).toEqual({ amara: {} })
})
