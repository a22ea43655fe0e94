// @vitest-environment jsdom
/** Where the keyboard is after an item of a list was deleted. */
import '../../tests/steps/window'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { actionItems, openActions } from '../../shared/model/record/action-item'
import { addGoal, milestones } from '../../shared/model/record/goal'
import { openVault } from '../../tests/steps/open-vault'
import { newRecord } from '../../tests/steps/two-devices'
import { useRecord } from '../context/vault/session'
import { Milestones } from '../features/goals/milestones'
import { ActionList } from '../features/sessions/action-list'
import { DeleteButton } from './delete-button'
import { Section } from './section'

const List = ({ of }: { readonly of: readonly string[] }) => {
  const [items, setItems] = useState(of)
  return (
    <>
      <Section title="Things">
        {items.length > 0 && (
          <section>
            <h3>What goes with the last one</h3>
            {items.map((item) => (
              <div key={item}>
                <span>
                  <DeleteButton
                    name={item}
                    onDelete={async () => {
                      await Promise.resolve()
                      setItems((now) => now.filter((one) => one !== item))
                    }}
                  />
                </span>
              </div>
            ))}
          </section>
        )}
      </Section>
      <Section title="Others">
        <DeleteButton name="another" onDelete={() => undefined} />
      </Section>
    </>
  )
}
const button = (name: string) => screen.getByRole('button', { name })
const press = (name: string) => {
  button(name).focus()
  fireEvent.keyDown(button(name), { key: 'Enter' })
  fireEvent.click(button(name))
}
const gone = (name: string) =>
  waitFor(() => expect(screen.queryByRole('button', { name })).toBeNull())

test('by keyboard it is on the next one, else on the one before, and at last on the list’s heading', async () => {
  openVault().show(<List of={['one', 'two', 'three']} />)
  for (const [deleted, then] of [
    ['two', 'three'],
    ['three', 'one'],
  ] as const) {
    press(deleted)
    await gone(deleted)
    await waitFor(() => expect(document.activeElement).toBe(button(then)))
  }
  press('one')
  await gone('one')
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Things' })),
  )
})

test('whoever went somewhere else meanwhile stays there', async () => {
  openVault().show(<List of={['one', 'two']} />)
  press('one')
  button('another').focus()
  await gone('one')
  expect(document.activeElement).toBe(button('another'))
})

const Actions = () => {
  const record = useRecord('amara')
  return record === undefined ? null : (
    <Section title="What we agreed">
      <ActionList recordId="amara" items={openActions(record.actionItems)} />
    </Section>
  )
}

test('of action items, too', async () => {
  const record = newRecord()
  for (const what of ['Read', 'Write']) actionItems.add(record, { what })
  openVault({ amara: record }).show(<Actions />)
  const [first, second] = screen
    .getAllByRole('button', { name: /^Delete/ })
    .map((one) => one.getAttribute('aria-label') ?? '')
  press(first ?? '')
  await gone(first ?? '')
  await waitFor(() => expect(document.activeElement).toBe(button(second ?? '')))
})

const Steps = () => {
  const [goal] = useRecord('amara')?.goals ?? []
  return goal === undefined ? null : (
    <Section title="Goal">
      <Milestones recordId="amara" goal={goal} editable />
      <DeleteButton name="something else" onDelete={() => undefined} />
    </Section>
  )
}

test('of milestones, too, and never on what is beside them', async () => {
  const record = newRecord()
  addGoal(record, { id: 'goal', title: 'Sleep', today: '2026-11-24' })
  for (const title of ['Read', 'Write']) milestones.add(record, { of: 'goal', title })
  openVault({ amara: record }).show(<Steps />)
  const [first, second] = screen
    .getAllByRole('button', { name: /^Remove/ })
    .map((one) => one.getAttribute('aria-label') ?? '')
  press(first ?? '')
  await gone(first ?? '')
  await waitFor(() => expect(document.activeElement).toBe(button(second ?? '')))
  press(second ?? '')
  await gone(second ?? '')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox')))
})
