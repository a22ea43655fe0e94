// @vitest-environment jsdom
import '../../tests/steps/window'
/** Forms: what they say when saving fails, and what they keep. */

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { type ReactNode, useState } from 'react'
import { describe, expect, test } from 'vitest'
import type { RecordProjection } from '../../shared/model/projection'
import { openVault } from '../../tests/steps/open-vault'
import { useRecord } from '../context/vault/session'
import { AgreementSection } from '../features/agreement/agreement-section'
import { HandOverDialog } from '../features/ending/hand-over-dialog'
import { GoalsTab } from '../features/goals/goals-tab'
import { LearningPlans } from '../features/goals/learning-plan'
import { CardForm } from '../features/resources/card-form'
import { AddAction } from '../features/sessions/action-list'
import { ShareDialog } from '../features/sharing/share-dialog'
import { TitledFieldsForm } from '../features/templates/titled-fields-form'

/** By its words: looking a role up by its name takes seconds in a large form in jsdom. */
const press = (words: string | RegExp): void => {
  const [found] = screen.getAllByText(words, { selector: 'button, button *' })
  if (found === undefined) throw new Error(`no button ${words}`)
  fireEvent.click(found)
}
const fill = (label: string, value: string): void => {
  const [field] = screen.getAllByLabelText(label)
  if (field === undefined) throw new Error(`no field ${label}`)
  fireEvent.change(field, { target: { value } })
}
const dialogIsGone = (): Promise<void> =>
  waitFor(() => expect(document.querySelector('[role="dialog"]')).toBeNull())
const said = async (): Promise<string | null> =>
  (await screen.findByText(/wasn’t saved/, { selector: '[role="alert"]' })).textContent

const NOT_SAVED = 'This wasn’t saved. What you typed is still here. Try again.'

const OnRecord = ({ children }: { readonly children: (record: RecordProjection) => ReactNode }) => {
  const record = useRecord('amara')
  return record === undefined ? null : children(record)
}

/** A dialog that can be closed and opened again. */
const Reopening = ({ children }: { readonly children: (close: () => void) => ReactNode }) => {
  const [open, setOpen] = useState(true)
  return open ? (
    children(() => setOpen(false))
  ) : (
    <button type="button" onClick={() => setOpen(true)}>
      Open again
    </button>
  )
}

const newGoal = async (title: string): Promise<void> => {
  press('New goal')
  await screen.findByLabelText('Goal')
  fill('Goal', title)
}

describe('when saving fails', () => {
  test('a form of items stays open with what was typed, says so, and can be tried again', async () => {
    const vault = openVault()
    vault.show(<OnRecord>{(record) => <GoalsTab record={record} item={undefined} />}</OnRecord>)
    await newGoal('Read an ECG alone')
    vault.disk.broken = true
    press('Add goal')
    expect(await said()).toBe(NOT_SAVED)
    expect(screen.getByLabelText('Goal')).toHaveProperty('value', 'Read an ECG alone')
    vault.disk.broken = false
    press('Add goal')
    await dialogIsGone()
    expect(vault.record().goals.map(({ title }) => title)).toEqual(['Read an ECG alone'])
  })

  test('a form on a record that was erased meanwhile does not close as if it had saved', async () => {
    const vault = openVault()
    vault.show(<OnRecord>{(record) => <GoalsTab record={record} item={undefined} />}</OnRecord>)
    await newGoal('Read an ECG alone')
    vault.erase('amara')
    press('Add goal')
    expect(await said()).toContain('it’s no longer here')
    expect(screen.getByLabelText('Goal')).toHaveProperty('value', 'Read an ECG alone')
  })

  test.each<readonly [string, string, (close: () => void) => ReactNode]>([
    [
      'sharing a copy',
      'Share copy',
      (close) => (
        <ShareDialog
          recordId="amara"
          mentee="Amara"
          item={{ kind: 'goals', id: 'g', title: 'Before', text: 'A', provenance: 'coach' }}
          onClose={close}
        />
      ),
    ],
    [
      'the support card',
      'Save card',
      (close) => <CardForm lines={[{ name: 'Before', reach: '1', when: '' }]} onClose={close} />,
    ],
  ])('%s stays open, not busy, with what was typed', async (_name, save, dialog) => {
    const vault = openVault()
    vault.show(<Reopening>{dialog}</Reopening>)
    fireEvent.change(await screen.findByDisplayValue('Before'), { target: { value: 'After' } })
    vault.disk.broken = true
    press(save)
    expect(await said()).toBe(NOT_SAVED)
    expect(screen.getByDisplayValue('After')).toBeTruthy()
    expect(screen.getByText(save).closest('button')?.disabled).toBe(false)
  })

  test('a line is put back, in front of what was typed meanwhile', async () => {
    const vault = openVault()
    vault.show(<AddAction recordId="amara" />)
    vault.disk.broken = true
    let answer = (): void => undefined
    vault.disk.ready = new Promise((resolve) => {
      answer = resolve
    })
    fill('New action item', 'Send the plan')
    press('Add')
    fill('New action item', 'and')
    answer()
    expect(await said()).toBe(NOT_SAVED)
    expect(screen.getByLabelText('New action item')).toHaveProperty('value', 'Send the plan and')
  })
})

describe('what was typed is kept', () => {
  test('Escape in a half-filled goal loses nothing; starting afresh asks, and empties it', async () => {
    openVault().show(
      <OnRecord>{(record) => <GoalsTab record={record} item={undefined} />}</OnRecord>,
    )
    await newGoal('Read an ECG alone')
    fireEvent.keyDown(screen.getByLabelText('Goal'), { key: 'Escape' })
    await dialogIsGone()
    press('New goal')
    const field = await screen.findByLabelText('Goal')
    expect(field).toHaveProperty('value', 'Read an ECG alone')
    press('Start over')
    expect(document.activeElement?.textContent).toBe('Keep typing')
    press('Keep typing')
    expect(document.activeElement).toBe(field)
    expect(field).toHaveProperty('value', 'Read an ECG alone')
    press('Start over')
    press('Discard')
    expect(field).toHaveProperty('value', '')
    expect(document.activeElement).toBe(field)
    expect(screen.queryByText('What you typed here earlier is still in the form.')).toBeNull()
  })

  test('saving forgets it: the next new goal is empty', async () => {
    openVault().show(
      <OnRecord>{(record) => <GoalsTab record={record} item={undefined} />}</OnRecord>,
    )
    await newGoal('Read an ECG alone')
    press('Add goal')
    await dialogIsGone()
    press('New goal')
    expect(await screen.findByLabelText('Goal')).toHaveProperty('value', '')
  })

  test.each<readonly [string, string, (close: () => void) => ReactNode]>([
    [
      'a hand-over',
      'Summary for the next coach',
      (close) => <HandOverDialog first="amara" onClose={close} />,
    ],
    [
      'a template',
      'Name',
      (close) => (
        <TitledFieldsForm
          id="new-template"
          heading="New template"
          initial={{ title: '', attribution: '', fields: [] }}
          onSave={async () => undefined}
          onClose={close}
        />
      ),
    ],
    [
      'the support card',
      'Service',
      (close) => <CardForm lines={[{ name: '', reach: '', when: '' }]} onClose={close} />,
    ],
  ])('%s has it again when it is opened again', async (_name, label, dialog) => {
    openVault().show(<Reopening>{dialog}</Reopening>)
    await screen.findAllByLabelText(label)
    fill(label, 'Half a thought')
    press('Cancel')
    press('Open again')
    expect(await screen.findByDisplayValue('Half a thought')).toBeTruthy()
  })

  test.each([
    ['the agreement', 'Create agreement', 'The mentee’s wishes'],
    ['the learning plan', 'Create first plan', 'Term'],
  ])('%s has it again when it is opened again', async (_name, open, label) => {
    openVault().show(
      <OnRecord>
        {(record) => (
          <>
            <AgreementSection record={record} editable />
            <LearningPlans record={record} editable />
          </>
        )}
      </OnRecord>,
    )
    press(open)
    await screen.findByLabelText(label)
    fill(label, 'Half a thought')
    press('Cancel')
    await dialogIsGone()
    press(open)
    expect(await screen.findByDisplayValue('Half a thought')).toBeTruthy()
  })
})
