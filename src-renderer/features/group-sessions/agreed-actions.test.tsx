// @vitest-environment jsdom
/** What a group agreed, as action items of those who were there. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { groupSessions } from '../../../shared/model/record/group-session'
import { editMentee } from '../../../shared/model/record/mentee'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useModel } from '../../context/vault/session'
import { AgreedActions } from './agreed-actions'

const Agreed = () => {
  const amara = useModel((model) => model.records.amara)
  const session = useModel((model) => model.vault.groupSessions)[0]
  return session === undefined || amara === undefined ? null : (
    <AgreedActions session={session} members={[amara]} />
  )
}

test('a day that is said in what was agreed is when it is due, counted from the meeting', async () => {
  const user = userEvent.setup()
  const amara = newRecord()
  editMentee(amara, { next: { name: 'Amara' } })
  const vault = openVault({ amara })
  await vault.session.runOnVault(groupSessions.add, {
    group: 'A',
    date: '2026-11-18',
    present: ['amara'],
    plan: 'One walk a week\nSend the list tomorrow',
  })
  vault.show(<Agreed />)
  await user.click(await screen.findByRole('button', { name: 'Add to everyone’s action items' }))
  await expect
    .poll(() =>
      vault.model.getState().records.amara?.actionItems.map(({ what, due }) => [what, due]),
    )
    .toEqual([
      ['One walk a week', null],
      ['Send the list tomorrow', '2026-11-19'],
    ])
})
