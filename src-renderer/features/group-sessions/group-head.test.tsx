// @vitest-environment jsdom
/** When, where and with whom a group session is led: changed in one form, and said in its head. */
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { groupSessions } from '../../../shared/model/record/group-session'
import { openVault } from '../../../tests/steps/open-vault'
import { useModel } from '../../context/vault/session'
import { GroupHead } from './group-head'

const Head = ({ id }: { readonly id: string }) => {
  const all = useModel((model) => model.vault.groupSessions)
  const session = all.find((one) => one.id === id)
  return session === undefined ? null : <GroupHead session={session} onEdit={() => undefined} />
}

test('a group session is moved, and led with a colleague who led one before', async () => {
  const user = userEvent.setup()
  const vault = openVault()
  const { runOnVault } = vault.session
  await runOnVault(groupSessions.add, { group: 'A', facilitators: ['Dr. Novak'] })
  const id = (await runOnVault(groupSessions.add, { group: 'B', date: '2026-11-24' })) ?? ''
  vault.show(<Head id={id} />)
  await user.click(screen.getByRole('button', { name: 'Edit group session' }))
  const form = await screen.findByRole('dialog', { name: 'Edit group session' })
  await user.type(within(form).getByLabelText('Time'), '12:30')
  await user.type(within(form).getByLabelText('Place'), 'Room 2')
  await user.click(within(form).getByRole('combobox', { name: 'Led with' }))
  await user.click(await screen.findByRole('option', { name: 'Dr. Novak' }))
  await user.click(within(form).getByRole('button', { name: 'Save' }))
  await screen.findByText(/Room 2 · with Dr. Novak$/)
  expect(vault.model.getState().vault.groupSessions.find((one) => one.id === id)).toMatchObject({
    date: '2026-11-24',
    time: '12:30',
    place: 'Room 2',
    facilitators: ['Dr. Novak'],
  })
})
