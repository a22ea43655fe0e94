// @vitest-environment jsdom
import '../../../tests/steps/window'
/** What a mentee asks first of counseling, where a referral is written. */
import { cleanup, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { directoryOf, editResource } from '../../../shared/model/caseload/resource'
import { openVault } from '../../../tests/steps/open-vault'
import { ReferralForm } from './referral-form'

const COUNSELING = 'Mental health counseling'
const shown = (resource: string, vault = openVault()) =>
  vault.show(<ReferralForm record={vault.record()} resource={resource} onClose={() => undefined} />)

test('a referral to counseling says who can see a visit, or that its entry doesn’t say yet', async () => {
  const vault = openVault()
  shown(COUNSELING, vault)
  expect((await screen.findByRole('status')).textContent).toContain('doesn’t say yet')
  expect(screen.getByRole('button', { name: /Who can see that I went/ })).toBeDefined()
  cleanup()
  const resource = directoryOf([]).find(({ name }) => name === COUNSELING)
  if (resource === undefined) throw new Error('no counseling')
  await vault.session.runOnVault(editResource, {
    resource,
    next: { ...resource, whoSees: 'No one in the health system' },
  })
  shown(COUNSELING, vault)
  expect((await screen.findByRole('status')).textContent).toContain(
    'Who can see a visit: No one in the health system',
  )
})

test('of tutoring nobody asks it', async () => {
  shown('Tutoring')
  await screen.findByRole('dialog')
  expect(screen.queryByRole('status')).toBeNull()
})
