// @vitest-environment jsdom
/** The check-in's form: nothing of it is lost to a lock, and a save that fails says so and can be tried again. */
import '../../../tests/steps/window'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { openVault } from '../../../tests/steps/open-vault'
import { newRecord, read } from '../../../tests/steps/two-devices'
import { bringBack, dialogsBeingFilled, typedNow } from '../../context/typing/kept-typing'
import { OpenVaultProvider } from '../../context/vault/session'
import type { SearchIndex } from '../../store/search/search-index'
import type { VaultSession } from '../../store/session/vault-session'
import { CheckInForm } from './check-in-form'

afterEach(() => {
  cleanup()
  bringBack({})
})

const show = (
  run: VaultSession['run'] = async () => undefined,
  onClose = vi.fn(),
  onOpens = vi.fn(),
) => {
  render(
    <MantineProvider env="test">
      <OpenVaultProvider
        session={{ ...openVault().session, run }}
        sync={undefined}
        search={{} as SearchIndex}
      >
        <CheckInForm record={read(newRecord())} onOpens={onOpens} onClose={onClose} />
      </OpenVaultProvider>
    </MantineProvider>,
  )
  return onClose
}
// By text and label, read from the page itself: to ask for roles or labels among ninety fields takes jsdom seconds.
const press = (words: string): boolean => fireEvent.click(screen.getByText(words))
const field = (label: string): HTMLInputElement => {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent === label)
  const control = document.getElementById(found?.htmlFor ?? '')
  if (control === null) throw new Error(`no field ${label}`)
  return control as HTMLInputElement
}
const write = (label: string, value: string): boolean =>
  fireEvent.change(field(label), { target: { value } })
const choose = async (label: string, option: string): Promise<void> => {
  fireEvent.click(field(label))
  fireEvent.click(await screen.findByText(option, { selector: '[role="option"] *' }))
}

// The wheel's 88 answers take jsdom its time.
test('every field of a half-filled one is there again after a lock', {
  timeout: 60_000,
}, async () => {
  show()
  press('They agreed')
  fireEvent.click(field('Wellness wheel'))
  fireEvent.click(field('Only that we did it'))
  await choose('One dimension to work on', 'Social')
  write('Smallest next step', 'Call a friend')
  write('In the mentee’s words', 'Better than last month')
  const kept = typedNow()
  expect(dialogsBeingFilled()).toEqual(['Check-in'])
  cleanup()
  bringBack({})
  bringBack(kept)
  show()
  // The yes is one of them: the question is not asked again.
  expect(field('Wellness wheel').checked).toBe(true)
  expect(field('Only that we did it').checked).toBe(true)
  expect(field('One dimension to work on').value).toBe('Social')
  expect(field('Smallest next step').value).toBe('Call a friend')
  expect(field('In the mentee’s words').value).toBe('Better than last month')
})

test('closed without being kept, it asks, and nothing of the mentee’s answers stays for another day', () => {
  const onClose = show()
  press('They agreed')
  fireEvent.click(field('The score'))
  write('In the mentee’s words', 'Not for the record')
  press('Cancel')
  expect(onClose).not.toHaveBeenCalled()
  press('Discard')
  expect(onClose).toHaveBeenCalled()
  expect(typedNow()).toEqual({})
})

test('a save that fails says so, keeps what was filled in, and can be tried again', async () => {
  const record = newRecord()
  let works = false
  const run: VaultSession['run'] = async (_record, command, input) => {
    if (!works) throw new Error('the disk is gone')
    return command(record, input)
  }
  const onClose = show(run)
  press('They agreed')
  fireEvent.click(field('The score'))
  write('In the mentee’s words', 'Tired')
  press('Save check-in')
  await screen.findByRole('alert')
  expect(field('In the mentee’s words').value).toBe('Tired')
  expect(onClose).not.toHaveBeenCalled()
  works = true
  press('Save check-in')
  await expect.poll(() => onClose.mock.calls.length).toBeGreaterThan(0)
  expect(read(record).checkIns).toMatchObject([{ words: 'Tired' }])
})

test('five keys answer WHO-5, the arrows’ groups beside them; then the choice of what is kept has the cursor, and is nothing', async () => {
  const record = newRecord()
  const onOpens = vi.fn()
  show(async (_record, command, input) => command(record, input), vi.fn(), onOpens)
  press('They agreed')
  for (const key of ['1', '1', '1', '1', '0']) {
    const focused = document.activeElement
    expect(focused?.closest('[role="radiogroup"]')).not.toBeNull()
    fireEvent.keyDown(focused ?? document.body, { key })
  }
  expect(screen.getByLabelText('Score').textContent).toBe('16 of 100')
  expect(document.activeElement).toBe(field('Only that we talked'))
  press('Save that we talked')
  // Nothing of it is kept, and yet it asks for help.
  await expect.poll(() => onOpens.mock.calls).toContainEqual(['support-card'])
  expect(read(record).checkIns).toMatchObject([{ keeping: 'talked', answers: [], words: '' }])
})

test('a number that is no answer of the question, or a chord, answers nothing', () => {
  show()
  press('They agreed')
  const first = document.activeElement ?? document.body
  fireEvent.keyDown(first, { key: '6' })
  fireEvent.keyDown(first, { key: '1', ctrlKey: true })
  expect(document.activeElement).toBe(first)
  expect(document.querySelectorAll('[role="radiogroup"] [name$="/0"]:checked')).toHaveLength(0)
})

test('nothing is kept unless they want it; the instruction is WHO’s own; one very low answer is pointed at', async () => {
  const record = newRecord()
  show(async (_record, command, input) => command(record, input))
  press('They agreed')
  expect(field('Only that we talked').checked).toBe(true)
  expect(screen.getByText(/^Please indicate for each of the five statements/)).toBeTruthy()
  for (const key of ['5', '5', '5', '5', '1'])
    fireEvent.keyDown(document.activeElement ?? document.body, { key })
  expect(screen.getByText('One answer was very low. Ask about it.')).toBeTruthy()
})
