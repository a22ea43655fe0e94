// @vitest-environment jsdom
/** A roll that is printed has names on it, and is written down as everything that leaves is. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { groupSessions } from '../../../shared/model/record/group-session'
import { openVault } from '../../../tests/steps/open-vault'
import { useModel } from '../../context/vault/session'
import { RollOnPaper } from './roll-on-paper'

vi.mock('../print/print-sheet', async () => {
  const { createElement } = await import('react')
  return {
    PrintSheet: ({ onGiven }: { readonly onGiven: (how: string) => void }) =>
      createElement('button', { onClick: () => onGiven('print') }, 'On paper'),
  }
})

const Roll = () => {
  const { records, vault } = useModel((model) => model)
  const [session] = vault.groupSessions
  return session && <RollOnPaper session={session} members={Object.values(records)} />
}

test('a printed roll is in the access log, which names nobody', async () => {
  const user = userEvent.setup()
  const vault = openVault()
  const add = vi.fn(async () => undefined)
  Object.assign(vault.session, { log: { add } })
  await vault.session.runOnVault(groupSessions.add, { group: 'A' })
  vault.show(<Roll />)
  await user.click(screen.getByRole('button', { name: 'Roll on paper' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Print the roll' }))
  expect(add).not.toHaveBeenCalled()
  await user.click(await screen.findByRole('button', { name: 'On paper' }))
  expect(add.mock.calls).toEqual([['exported', 'Roll, print']])
})
