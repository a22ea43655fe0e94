// @vitest-environment jsdom
/** The roll-call by keyboard: a letter calls one and goes on, and everyone present can be taken back. */
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { attendanceOf } from '../../../shared/model/record/group-plan'
import { groupSessions } from '../../../shared/model/record/group-session'
import { editMentee } from '../../../shared/model/record/mentee'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useModel } from '../../context/vault/session'
import { Attendance } from './attendance'

const NAMES = ['amara', 'dana', 'wei']

const Roll = () => {
  const records = useModel((model) => model.records)
  const session = useModel((model) => model.vault.groupSessions)[0]
  return session === undefined ? null : (
    <Attendance
      session={session}
      members={NAMES.flatMap((name) => records[name] ?? [])}
      away={[]}
    />
  )
}

test('letters call the roll from one to the next; who was called stays so when everyone is present, and all can be undone', async () => {
  const user = userEvent.setup()
  const vault = openVault(
    Object.fromEntries(
      NAMES.map((name) => {
        const record = newRecord()
        editMentee(record, { next: { name } })
        return [name, record]
      }),
    ),
  )
  await vault.session.runOnVault(groupSessions.add, { group: 'A' })
  vault.show(<Roll />)
  const states = () => {
    const [session] = vault.model.getState().vault.groupSessions
    return NAMES.map((name) => session && attendanceOf(session, name))
  }
  expect(states()).toEqual([undefined, undefined, undefined])
  const [first] = screen.getAllByRole('radio', { name: 'Present' })
  first?.focus()
  await user.keyboard('e')
  await expect.poll(states).toEqual(['excused', undefined, undefined])
  await user.keyboard('l')
  await expect.poll(states).toEqual(['excused', 'late', 'absent'])
  await user.click(screen.getByRole('button', { name: 'Everyone present' }))
  await expect.poll(states).toEqual(['excused', 'late', 'present'])
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await expect.poll(states).toEqual(['excused', 'late', 'absent'])
  // Back up with the arrow; the last of two keys counts, however fast they are.
  screen.getAllByRole('radio', { name: 'Absent' })[2]?.focus()
  await user.keyboard('{ArrowUp}p{ArrowUp}t')
  await expect.poll(states).toEqual(['excused', 'told', 'absent'])
})
