// @vitest-environment jsdom
/** Planning a week in its dialog: what is changed stands, everyone is planned at once, and all of it is taken back. */
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { addDays } from '../../../shared/base/day'
import { kept } from '../../../shared/crdt/kind'
import { editMentee } from '../../../shared/model/record/mentee'
import { markOf, reachWeeks } from '../../../shared/model/record/reach'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { useModel } from '../../context/vault/session'
import { weekStart } from '../../ui/days/day-words'
import { today } from '../../ui/when'
import { PlanWeek } from './plan-week'

const start = addDays(weekStart(today(), 1), 14)
const WEEK = { start, end: addDays(start, 4) }

const Dialog = ({ onPlanned }: { readonly onPlanned: (calendar: boolean) => void }) => {
  const records = useModel((model) => model.records)
  return (
    <PlanWeek
      records={Object.values(records)}
      weeks={[WEEK]}
      onPlanned={onPlanned}
      onClose={() => undefined}
    />
  )
}

test('a time is changed, both are planned with their mark and their group, and one undo takes it all back', async () => {
  const user = userEvent.setup()
  const vault = openVault(
    Object.fromEntries(
      ['amara', 'dana'].map((name) => {
        const record = newRecord()
        editMentee(record, { next: { name, classYear: 2028, reachGroup: 'A' } })
        return [name, record]
      }),
    ),
  )
  await vault.session.runOnVault(reachWeeks.add, {
    id: 'w',
    classYear: 2028,
    year: 3,
    quarter: 2,
    ...WEEK,
  })
  const onPlanned = vi.fn()
  vault.show(<Dialog onPlanned={onPlanned} />)
  const dialog = await screen.findByRole('dialog')
  const when = (who: string) =>
    within(dialog).getByRole<HTMLSelectElement>('combobox', { name: `When: ${who}` })
  const [group, amara, dana] = ['Group A', 'amara', 'dana'].map((who) => when(who).value)
  expect([group, amara, dana]).toEqual([`${start} 13:00`, `${start} 14:30`, `${start} 15:00`])
  await user.selectOptions(when('dana'), `${start} 14:30`)
  expect(when('amara').value).toBe(`${start} 15:00`)
  await user.click(within(dialog).getByRole('button', { name: 'Plan 3 sessions' }))
  await expect.poll(() => onPlanned.mock.calls).toEqual([[true]])
  const times = () =>
    ['amara', 'dana'].map((name) => kept(vault.record(name).sessions).map(({ time }) => time))
  expect(times()).toEqual([['15:00'], ['14:30']])
  expect(markOf(vault.record('dana').reachMarks, 'w', 'coaching').mark).toBe('planned')
  const groups = () => kept(vault.model.getState().vault.groupSessions)
  expect(groups()).toMatchObject([{ week: 'w', minutes: 90, exercise: 'Feedback I can use' }])
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await expect.poll(times).toEqual([[], []])
  await expect.poll(groups).toEqual([])
  expect(markOf(vault.record('dana').reachMarks, 'w', 'coaching').mark).toBe('not-started')
})
