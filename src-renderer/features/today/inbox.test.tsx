// @vitest-environment jsdom
/** Filing what was captured by keyboard, one after the other. */
import '../../../tests/steps/window'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { takeInCaptures } from '../../../shared/model/caseload/capture'
import { editMentee } from '../../../shared/model/record/mentee'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord } from '../../../tests/steps/two-devices'
import { Inbox } from './inbox'

const open = async (...captures: readonly (readonly [text: string, about: string])[]) => {
  const record = newRecord()
  editMentee(record, { next: { name: 'Amara Osei' } })
  const vault = openVault({ amara: record })
  await vault.session.runOnVault(
    takeInCaptures,
    captures.map(([text, about]) => ({ id: text, text, about, at: '2026-11-24T08:12:00' })),
  )
  vault.show(
    <main>
      <h1>Today</h1>
      <Inbox />
    </main>,
  )
  const ways = (name: string) => screen.getAllByRole('button', { name })
  return { vault, ways, user: userEvent.setup() }
}

test('what is filed by keyboard leaves it on the next one, or on whom that is about, and at last on the page', async () => {
  const { vault, ways, user } = await open(['one', 'amara'], ['two', 'amara'], ['three', ''])
  const notes = () => vault.model.getState().records.amara?.notes.length
  ways('Note')[0]?.focus()
  await user.keyboard('n')
  await expect.poll(notes).toBe(1)
  await waitFor(() => expect(document.activeElement).toBe(ways('Note')[0]))
  await user.keyboard('n')
  await expect.poll(notes).toBe(2)
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('combobox')))
  await user.keyboard('{ArrowDown}{Enter}')
  ways('Note')[0]?.focus()
  await user.keyboard('n')
  await expect.poll(notes).toBe(3)
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Today' })),
  )
})

test('a day that a captured action item says is when it is due, counted from when it was captured', async () => {
  const { vault, ways, user } = await open(['Ask the registrar tomorrow', 'amara'])
  await user.click(ways('Action item')[0] as HTMLElement)
  await expect
    .poll(() => vault.model.getState().records.amara?.actionItems.map(({ due }) => due))
    .toEqual(['2026-11-25'])
})

test('of many the first are there to file, the next comes up when one is, and all at one press', async () => {
  const many = Array.from({ length: 9 }, (_, number) => [`Thought ${number}`, 'amara'] as const)
  const { ways, user } = await open(...many)
  const shown = () => screen.getAllByRole('article').map((line) => line.getAttribute('aria-label'))
  const first = shown()
  expect(first).toHaveLength(6)
  ways('Note')[0]?.focus()
  await user.keyboard('n')
  await waitFor(() => expect(shown()).not.toContain(first[0]))
  expect(shown()).toHaveLength(6)
  expect(shown().slice(0, 5)).toEqual(first.slice(1))
  screen.getByRole('button', { name: 'Show all 8' }).focus()
  await user.keyboard('{Enter}')
  expect(shown()).toHaveLength(8)
  // Whoever pressed it is on the first of those that came, not nowhere.
  expect(screen.getAllByRole('article')[6]?.contains(document.activeElement)).toBe(true)
})
