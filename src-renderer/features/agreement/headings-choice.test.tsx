// @vitest-environment jsdom
import '../../../tests/steps/window'
/** An agreement from before the headings changed shows the ones it was made under until the coach takes today's. */

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { agreements } from '../../../shared/model/record/agreement'
import { newAgreement } from '../../../shared/model/record/agreement-clauses'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useRecord } from '../../context/vault/session'
import { AgreementSection } from './agreement-section'

const Agreement = () => {
  const record = useRecord('amara')
  return record && <AgreementSection record={record} editable />
}
const NOW = 'Abuse of a child, an elder, or a dependent adult'

test('an older agreement keeps its headings, and has today’s as a new version when the coach takes them', async () => {
  const record = newRecord()
  const { clauses } = newAgreement()
  const explained = ['minor 2025-11-20', 'danger 2025-11-20']
  agreements.add(record, { clauses, explained, agreedOn: '2025-11-20', madeOn: '2025-11-20' })
  const vault = openVault({ amara: record })
  vault.show(<Agreement />)

  fireEvent.click(await screen.findByText('Review'))
  const form = within(await screen.findByRole('dialog'))
  expect(form.getByLabelText('Abuse of a minor')).toBeTruthy()
  expect(form.queryByLabelText(NOW)).toBeNull()
  expect(form.getByText(/“Abuse of a minor” becomes/)).toBeTruthy()
  expect(form.queryByText(/saved as a new version/)).toBeNull()

  fireEvent.click(form.getByLabelText(/Use today’s headings/))
  expect(form.getByLabelText(NOW)).toBeTruthy()
  expect(form.getByText(/saved as a new version/)).toBeTruthy()
  expect(form.getByLabelText<HTMLInputElement>(`${NOW} explained`).checked).toBe(false)
  fireEvent.click(form.getByText('Save'))

  await waitFor(() => expect(vault.record().agreements).toHaveLength(2))
  const standing = vault.record().agreements.find(({ renewedOn }) => renewedOn === null)
  expect(standing).toMatchObject({
    headings: newAgreement().headings,
    explained: ['danger 2025-11-20'],
    acknowledgedOn: null,
  })
  fireEvent.click(await screen.findByText('Earlier versions'))
  const versions = await screen.findByRole('dialog')
  const added = [...versions.querySelectorAll('ins')].map(({ textContent }) => textContent)
  expect(added.join()).toContain('Title IX')
})
